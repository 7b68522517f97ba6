import { useMutation } from '@tanstack/react-query';
import { Button, Descriptions, Flex, Form, Input, Modal, Typography } from 'antd';
import type { UnmaskedView } from '../../wire/conversation.ts';
import { post } from '../api/client.ts';
import { useWords } from '../language/language.tsx';
import { useMay } from '../shell/session.tsx';
import { words } from '../words/parts.ts';
import { ErrorState } from './error-state.tsx';

const REASONS = ['reasonCallBack', 'reasonRecord', 'reasonComplaint', 'reasonEmergency'] as const;

interface Props {
  readonly conversationId: string;
  readonly onClose: () => void;
}

/** Asks why, then shows what is masked elsewhere, for as long as it is open. */
export function UnmaskDialog({ conversationId, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [form] = Form.useForm<{ reason: string }>();
  const unmask = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      post<UnmaskedView>(`/api/conversations/${encodeURIComponent(conversationId)}/unmask`, { reason }),
  });
  return (
    <Modal open title={t('unmaskTitle')} footer={null} onCancel={onClose} destroyOnHidden>
      {unmask.data !== undefined ? (
        <Unmasked facts={unmask.data} />
      ) : (
        <Form<{ reason: string }>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(given) => {
            unmask.mutate(given);
          }}
        >
          <Typography.Paragraph>{t('unmaskWhy')}</Typography.Paragraph>
          <Flex gap={8} wrap className="gap-below">
            {REASONS.map((key) => (
              <Button
                key={key}
                size="small"
                onClick={() => {
                  form.setFieldsValue({ reason: t(key) });
                }}
              >
                {t(key)}
              </Button>
            ))}
          </Flex>
          <Form.Item
            name="reason"
            label={t('unmaskReason')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('reasonNeeded') }]}
          >
            <Input autoFocus maxLength={200} />
          </Form.Item>
          {unmask.error !== null && (
            <div className="gap-below">
              <ErrorState error={unmask.error} />
            </div>
          )}
          <Button type="primary" htmlType="submit" loading={unmask.isPending} disabled={!may('patient.unmask')}>
            {t('show')}
          </Button>
        </Form>
      )}
    </Modal>
  );
}

function Unmasked({ facts }: { readonly facts: UnmaskedView }) {
  const t = useWords(words);
  const lines = [
    [t('fullName'), facts.patientName],
    [t('contactName'), facts.contactName],
    [t('number'), facts.address],
    [t('recordNumber'), facts.recordNumber],
    [t('otherPhones'), facts.otherPhones.join(' · ')],
  ] as const;
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      items={lines
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => ({ key: label, label, children: value }))}
    />
  );
}
