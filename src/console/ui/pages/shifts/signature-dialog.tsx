import { Form, Input, Modal, Switch } from 'antd';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { words } from '../../words/shifts.ts';

/** What is written with a signature. */
export interface Signed {
  readonly text: string;
  readonly transfer: boolean;
  readonly password: string;
}

interface Props {
  readonly title: string;
  /** Label of the words; none are asked for without it. */
  readonly textLabel: string;
  readonly textHint?: string;
  /** Asks whether what is accepted becomes theirs. */
  readonly asksTransfer?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSign: (signed: Signed) => void;
  readonly onClose: () => void;
}

/** Words and the password once more: a signature. */
export function SignatureDialog({
  title,
  textLabel,
  textHint,
  asksTransfer = false,
  busy,
  error,
  onSign,
  onClose,
}: Props) {
  const t = useWords(words);
  const [form] = Form.useForm<Signed>();
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('close')}
      confirmLoading={busy}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<Signed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: '', transfer: true, password: '' }}
        onFinish={onSign}
      >
        <Form.Item name="text" label={textLabel} {...(textHint === undefined ? {} : { extra: textHint })}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        {asksTransfer && (
          <Form.Item name="transfer" label={t('transfer')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {error !== null && <ErrorState error={error} />}
      </Form>
    </Modal>
  );
}
