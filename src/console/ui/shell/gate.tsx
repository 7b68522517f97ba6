import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/shell.ts';
import { LanguagePicker } from './language-picker.tsx';

/** The frame of what stands before the console: signing in, a new password. */
export function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords(words);
  return (
    <main className="gate">
      <Flex justify="space-between" align="center" className="gate-head">
        <strong>{t('product')}</strong>
        <LanguagePicker />
      </Flex>
      <Card>
        <Typography.Title level={1} className="gate-title">
          {title}
        </Typography.Title>
        {children}
      </Card>
    </main>
  );
}
