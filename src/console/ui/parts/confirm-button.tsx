import { Button, type ButtonProps, Popconfirm } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/parts.ts';

/** The first of the answers, which changes nothing. */
const ANSWERS = '.ant-popover:not(.ant-popover-hidden) .ant-popconfirm-buttons button';

interface Props extends Omit<ButtonProps, 'onClick' | 'title'> {
  /** What is asked before it is done. */
  readonly question: string;
  /** What will follow, and whether it can be undone. */
  readonly consequence?: string;
  readonly onConfirm: () => unknown;
  readonly children?: ReactNode;
}

/** A button for what should not happen by a slip: it asks first. */
export function ConfirmButton({ question, consequence, onConfirm, children, ...rest }: Props) {
  const t = useWords(words);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Popconfirm
      title={question}
      description={consequence}
      okText={t('confirm')}
      cancelText={t('cancel')}
      onConfirm={() => {
        onConfirm();
      }}
      afterOpenChange={(open) => {
        // What asks stands at the end of the page, where no Tab would find it.
        if (open) document.querySelector<HTMLElement>(ANSWERS)?.focus();
        else if (document.activeElement === document.body || document.activeElement?.closest('.ant-popover') != null)
          button.current?.focus();
      }}
      {...(rest.danger === true ? { okButtonProps: { danger: true } } : {})}
    >
      <Button ref={button} {...rest}>
        {children}
      </Button>
    </Popconfirm>
  );
}
