import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Card, Flex, Form, Input, Modal, Typography, Upload } from 'antd';
import { useState } from 'react';
import type { AttachmentWire, EntryView } from '../../../wire/registers.ts';
import { post, upload, withQuery } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';

const MOST = 10 * 1024 * 1024;

interface LineProps {
  readonly file: AttachmentWire;
  readonly path: string;
  readonly onRemove: (file: AttachmentWire) => void;
}

function FileLine({ file, path, onRemove }: LineProps) {
  const t = useWords(words);
  const may = useMay();
  return (
    <>
      {file.deleted === null ? (
        <>
          <DownloadButton type="link" size="small" path={`${path}/attachments/${file.id}`} name={file.name}>
            {file.name}
          </DownloadButton>
          {may('register.detach') && (
            <Button
              size="small"
              danger
              onClick={() => {
                onRemove(file);
              }}
            >
              {t('remove')}
            </Button>
          )}
        </>
      ) : (
        <Typography.Text type="secondary">
          <s>{file.name}</s> {t('removed', { name: file.deleted.by.name, reason: file.deleted.reason })}
        </Typography.Text>
      )}
    </>
  );
}

interface Props {
  readonly view: EntryView;
  readonly path: string;
  readonly onChanged: () => void;
}

/** Files of an entry. */
export function Attachments({ view, path, onChanged }: Props) {
  const t = useWords(words);
  const may = useMay();
  const explain = useErrorWords();
  const { message } = App.useApp();
  const [removing, setRemoving] = useState<AttachmentWire | null>(null);
  const adding = useMutation({
    mutationFn: (file: File) => upload<unknown>(withQuery(`${path}/attachments`, { name: file.name }), file),
    onSuccess: onChanged,
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Card
      size="small"
      title={t('attachments')}
      extra={
        may('register.attach') && (
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              if (file.size > MOST) void message.error(t('tooLarge'));
              else adding.mutate(file);
              return false;
            }}
          >
            <Button size="small" icon={<UploadOutlined aria-hidden />} loading={adding.isPending} title={t('fileHint')}>
              {t('addFile')}
            </Button>
          </Upload>
        )
      }
    >
      {view.attachments.length === 0 && <Typography.Text type="secondary">{t('noFiles')}</Typography.Text>}
      <Flex vertical gap={6}>
        {view.attachments.map((file) => (
          <Flex key={file.id} gap={8} wrap align="center">
            <FileLine file={file} path={path} onRemove={setRemoving} />
          </Flex>
        ))}
      </Flex>
      {removing !== null && (
        <RemoveDialog
          path={`${path}/attachments/${removing.id}/remove`}
          onClose={() => {
            setRemoving(null);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}

function RemoveDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const removing = useMutation({
    mutationFn: (given: { reason: string }) => post<unknown>(path, given),
    onSuccess: onClose,
    onError: (error) => message.error(explain(error)),
  });
  return (
    <Modal
      open
      title={t('removeTitle')}
      okText={t('remove')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={removing.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(given) => {
          removing.mutate(given);
        }}
      >
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonHint')}
          rules={[{ required: true, min: 2, message: t('needed') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
