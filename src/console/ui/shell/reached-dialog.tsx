import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Typography } from 'antd';
import { post } from '../api/client.ts';
import { useWords } from '../language/language.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { words } from '../words/emergencies.ts';
import { EMERGENCIES_KEY } from './use-emergencies.ts';

interface Props {
  readonly conversationId: string;
  readonly onClose: () => void;
}

/** Somebody of an emergency was telephoned or met: says what was done, and ends the alarm. */
export function ReachedDialog({ conversationId, onClose }: Props) {
  const t = useWords(words);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: { readonly note: string }) =>
      post<unknown>(`/api/conversations/${encodeURIComponent(conversationId)}/reached`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: EMERGENCIES_KEY });
      onClose();
    },
  });
  return (
    <Modal open title={t('reachedTitle')} footer={null} onCancel={onClose} destroyOnHidden>
      <Form<{ note: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => {
          save.mutate(given);
        }}
      >
        <Typography.Paragraph>{t('reachedHint')}</Typography.Paragraph>
        <Form.Item
          name="note"
          label={t('reachedNote')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('noteNeeded') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={2000} />
        </Form.Item>
        {save.error !== null && (
          <div className="gap-below">
            <ErrorState error={save.error} />
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Modal>
  );
}
