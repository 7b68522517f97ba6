import { Form, Input } from 'antd';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { words } from '../../../words/conversation.ts';
import { ActionDialog } from './action-dialog.tsx';
import { TimeChoices } from './time-choices.tsx';
import { type Callback, useCallbackTask } from './use-callback-task.ts';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}

/** Makes a promise to call into a task that somebody is reminded of. */
export function CallbackDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<Callback>();
  const callback = useCallbackTask(view.id);
  return (
    <ActionDialog<Callback>
      title={t('callback')}
      form={form}
      busy={callback.isPending}
      onDone={(given) => {
        callback.mutate(given, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('callbackWhat')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input.TextArea rows={2} maxLength={500} autoFocus />
      </Form.Item>
      <TimeChoices
        onChoose={(dueAt) => {
          form.setFieldsValue({ dueAt });
        }}
      />
      <Form.Item name="dueAt" label={t('callbackDue')} rules={[{ required: true, message: t('needed') }]}>
        <InstantField />
      </Form.Item>
      <Form.Item name="phone" label={t('callbackPhone')}>
        <Input type="tel" maxLength={30} />
      </Form.Item>
    </ActionDialog>
  );
}
