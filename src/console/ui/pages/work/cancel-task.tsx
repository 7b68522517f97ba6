import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/work.ts';

/** As long as the service takes it. */
const LONGEST = 200;

interface Props {
  readonly busy: boolean;
  readonly onCancel: (why: string) => void;
}

/** Calls a task off; the reason stays in its history, for whoever is asked about it. */
export function CancelTask({ busy, onCancel }: Props) {
  const t = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ readonly why: string }>();
  return (
    <>
      <Button
        danger
        loading={busy}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('cancelTask')}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={t('cancelTask')}
        okText={t('cancelTask')}
        cancelText={t('keepTask')}
        okButtonProps={{ danger: true }}
        onOk={() => {
          form.submit();
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Form<{ readonly why: string }>
          form={form}
          layout="vertical"
          preserve={false}
          onFinish={({ why }) => {
            onCancel(why.trim());
            setOpen(false);
          }}
        >
          <Form.Item
            name="why"
            label={t('cancelReason')}
            extra={t('cancelReasonHint')}
            rules={[{ required: true, whitespace: true, message: t('cancelReasonNeeded') }]}
          >
            <Input.TextArea maxLength={LONGEST} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
