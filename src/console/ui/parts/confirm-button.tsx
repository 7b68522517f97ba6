import { Button, type ButtonProps, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/parts.ts';

interface Props extends Omit<ButtonProps, 'onClick' | 'title'> {
  /** What is asked before it is done. */
  readonly question: string;
  /** What will follow, and whether it can be undone. */
  readonly consequence?: string;
  readonly onConfirm: () => unknown;
  readonly children?: ReactNode;
}

/** A button for what should not happen by a slip: it asks first. */
export function ConfirmButton({ question, consequence, onConfirm, children, ...button }: Props) {
  const t = useWords(words);
  return (
    <Popconfirm
      title={question}
      description={consequence}
      okText={t('confirm')}
      cancelText={t('cancel')}
      onConfirm={() => {
        onConfirm();
      }}
      {...(button.danger === true ? { okButtonProps: { danger: true } } : {})}
    >
      <Button {...button}>{children}</Button>
    </Popconfirm>
  );
}
