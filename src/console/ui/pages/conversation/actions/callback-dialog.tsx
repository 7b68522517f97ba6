import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { post } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/errors.ts';
import { useWords } from '../../../language/language.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { words } from '../../../words/conversation.ts';
import { conversationKey, conversationPath } from '../conversation-key.ts';
import { ActionDialog } from './action-dialog.tsx';
import { TimeChoices } from './time-choices.tsx';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}

interface Given {
  readonly text: string;
  readonly dueAt: number;
  readonly phone?: string;
}

/** Makes a promise to call into a task that somebody is reminded of. */
export function CallbackDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Given>();
  const callback = useMutation({
    mutationFn: ({ text, dueAt, phone }: Given) =>
      post<unknown>(`${conversationPath(view.id)}/callback`, {
        text,
        dueAt,
        ...(phone === undefined || phone.trim() === '' ? {} : { phone: phone.trim() }),
      }),
    onSuccess: () => {
      void message.success(t('callbackDone'));
      onClose();
      return client.invalidateQueries({ queryKey: conversationKey(view.id) });
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <ActionDialog<Given>
      title={t('callback')}
      form={form}
      busy={callback.isPending}
      onDone={(given) => {
        callback.mutate(given);
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
