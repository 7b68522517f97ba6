import { Typography } from 'antd';
import { useWords } from '../language/language.tsx';
import { PasswordForm } from '../parts/password-form.tsx';
import { words } from '../words/login.ts';
import { Gate } from './gate.tsx';

/** Nothing else is answered until a password that somebody else knows was changed. */
export function PasswordPage() {
  const t = useWords(words);
  return (
    <Gate title={t('changeTitle')}>
      <Typography.Paragraph>{t('changeWhy')}</Typography.Paragraph>
      <PasswordForm />
    </Gate>
  );
}
