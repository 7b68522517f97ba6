import { Form, Typography } from 'antd';
import type { ConversationView } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { words } from '../../../words/conversation.ts';
import { useDeskAction } from '../use-conversation.ts';
import { ActionDialog } from './action-dialog.tsx';
import { TimeChoices } from './time-choices.tsx';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}

/** Takes the conversation out of the queues for a while. */
export function SnoozeDialog({ view, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<{ until: number }>();
  const snooze = useDeskAction(view.id, 'snooze');
  return (
    <ActionDialog<{ until: number }>
      title={t('snooze')}
      form={form}
      busy={snooze.isPending}
      onDone={({ until }) => {
        snooze.mutate({ until }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">{t('snoozeHint')}</Typography.Paragraph>
      <TimeChoices
        onChoose={(until) => {
          form.setFieldsValue({ until });
        }}
      />
      <Form.Item name="until" label={t('snoozeUntil')} rules={[{ required: true, message: t('needed') }]}>
        <InstantField />
      </Form.Item>
    </ActionDialog>
  );
}
