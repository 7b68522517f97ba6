import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import type { SignIn } from '../../wire/session.ts';
import { ApiError, post } from '../api/client.ts';
import { useErrorWords } from '../api/errors.ts';
import { useWords } from '../language/language.tsx';
import { words } from '../words/login.ts';
import { Gate } from './gate.tsx';
import { forgetAnswers, SESSION_KEY } from './session.tsx';

/** Stands in the place of every page while nobody is signed in, so that one is where one was afterwards. */
export function LoginPage() {
  const t = useWords(words);
  const explain = useErrorWords();
  const client = useQueryClient();
  const [withTotp, setWithTotp] = useState(false);
  const signIn = useMutation({
    mutationFn: (given: SignIn) => post<unknown>('/api/session', given),
    onSuccess: () => {
      // The session before may have run out, and may have been somebody else's.
      forgetAnswers(client);
      return client.resetQueries({ queryKey: SESSION_KEY });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'TOTP_NEEDED') setWithTotp(true);
    },
  });
  const asked = signIn.error instanceof ApiError && signIn.error.code === 'TOTP_NEEDED';
  const needed = [{ required: true, message: t('needed') }];
  return (
    <Gate title={t('title')}>
      <Form<SignIn>
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => {
          signIn.mutate(given);
        }}
      >
        <Form.Item name="userName" label={t('userName')} rules={needed}>
          <Input autoComplete="username" autoCapitalize="none" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={needed}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {withTotp && (
          <Form.Item name="totp" label={t('totp')} extra={t('totpHint')} rules={needed}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} autoFocus size="large" />
          </Form.Item>
        )}
        {signIn.error !== null && !asked && (
          <Alert type="error" showIcon role="alert" title={explain(signIn.error)} className="gap-below" />
        )}
        <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Form>
      <Typography.Paragraph type="secondary" className="gate-note">
        {t('privacy')}
      </Typography.Paragraph>
    </Gate>
  );
}
