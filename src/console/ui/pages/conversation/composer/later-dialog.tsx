import { Form } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { words } from '../../../words/conversation.ts';
import { ActionDialog } from '../actions/action-dialog.tsx';
import { TimeChoices } from '../actions/time-choices.tsx';

interface Props {
  readonly busy: boolean;
  readonly onDone: (sendAt: number) => void;
  readonly onClose: () => void;
}

/** Asks when a reply is to leave. */
export function LaterDialog({ busy, onDone, onClose }: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<{ sendAt: number }>();
  return (
    <ActionDialog<{ sendAt: number }>
      title={t('sendLater')}
      form={form}
      busy={busy}
      onDone={({ sendAt }) => {
        onDone(sendAt);
      }}
      onClose={onClose}
    >
      <TimeChoices
        onChoose={(sendAt) => {
          form.setFieldsValue({ sendAt });
        }}
      />
      <Form.Item name="sendAt" label={t('sendAt')} rules={[{ required: true, message: t('needed') }]}>
        <InstantField />
      </Form.Item>
    </ActionDialog>
  );
}
