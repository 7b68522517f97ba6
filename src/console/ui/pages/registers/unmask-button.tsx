import { EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { EntryContact } from '../../../wire/registers.ts';
import { post } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/registers.ts';
import type { Opened } from './opened.ts';

interface Props {
  readonly path: string;
  readonly onOpened: (opened: Opened) => void;
}

/** Opens names and numbers of an entry, with the reason. */
export function UnmaskButton({ path, onOpened }: Props) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const unmask = useMutation({
    mutationFn: (given: { reason: string }) => post<EntryContact>(`${path}/unmask`, given),
    onSuccess: (contact, { reason }) => {
      setAsking(false);
      onOpened({ ...contact, reason });
    },
    onError: (error) => message.error(explain(error)),
  });
  return (
    <>
      <Button
        icon={<EyeOutlined aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('show')}
      </Button>
      <Modal
        open={asking}
        title={t('show')}
        okText={t('show')}
        cancelText={t('cancel')}
        confirmLoading={unmask.isPending}
        onOk={() => {
          form.submit();
        }}
        onCancel={() => {
          setAsking(false);
        }}
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={(given) => {
            unmask.mutate(given);
          }}
        >
          <Form.Item
            name="reason"
            label={t('showWhy')}
            extra={t('unmaskHint')}
            rules={[{ required: true, min: 2, message: t('needed') }]}
          >
            <Input autoFocus maxLength={200} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
