import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { post } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { SESSION_KEY } from '../shell/session.tsx';
import { words } from '../words/login.ts';

const SHORTEST = 10;

interface Fields {
  readonly old: string;
  readonly new: string;
  readonly repeat: string;
}

/** Changes one's own password. */
export function PasswordForm() {
  const t = useWords(words);
  const explain = useErrorWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const change = useMutation({
    mutationFn: ({ old, new: next }: Fields) => post<unknown>('/api/session/password', { old, new: next }),
    onSuccess: () => {
      form.resetFields();
      void message.success(t('saved'));
      return client.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  const same = ({ getFieldValue }: { getFieldValue: (name: 'new') => unknown }) => ({
    validator: (_rule: unknown, value: string) =>
      value === getFieldValue('new') ? Promise.resolve() : Promise.reject(new Error(t('different'))),
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        change.mutate(given);
      }}
    >
      <Form.Item name="old" label={t('oldPassword')} rules={[{ required: true, message: t('needed') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new"
        label={t('newPassword')}
        extra={t('rule')}
        rules={[{ required: true, min: SHORTEST, message: t('tooShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="repeat" label={t('repeat')} dependencies={['new']} rules={[same]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.error !== null && (
        <Alert type="error" showIcon role="alert" title={explain(change.error)} className="gap-below" />
      )}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
