import { Input, Modal, Typography } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../../../language/language.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useReturnFocus } from '../../../parts/use-return-focus.ts';
import { words } from '../../../words/settings.ts';

interface Props {
  readonly title: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onOk: (why: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

const SHORTEST = 2;

/** Asks for the reason before something is changed that others will ask about. */
export function ReasonDialog({ title, okText, danger = false, busy, error, onOk, onCancel, children }: Props) {
  const t = useWords(words);
  useReturnFocus();
  const id = useId();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = why.trim().length < SHORTEST;
  return (
    <Modal
      open
      width={720}
      title={title}
      okText={okText}
      cancelText={t('cancel')}
      okButtonProps={{ danger }}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => {
        setTried(true);
        if (!tooShort) onOk(why.trim());
      }}
    >
      {children}
      <label htmlFor={id}>{t('why')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        value={why}
        maxLength={500}
        rows={2}
        placeholder={t('whyHint')}
        {...(tried && tooShort ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => {
          setWhy(event.target.value);
        }}
      />
      {tried && tooShort && <Typography.Text type="danger">{t('whyNeeded')}</Typography.Text>}
      {error !== null && error !== undefined && <ErrorState error={error} />}
    </Modal>
  );
}
