import { EyeOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useWords } from '../language/language.tsx';
import { words } from '../words/parts.ts';
import { UnmaskDialog } from './unmask-dialog.tsx';

interface Props {
  /** Masked; null: nobody we know. */
  readonly name: string | null;
  /** Conversation whose facts can be opened; without it the name stays masked. */
  readonly conversationId?: string;
}

/** A masked name; the full details open with a reason, which is audited. */
export function PatientName({ name, conversationId }: Props) {
  const t = useWords(words);
  const [asking, setAsking] = useState(false);
  return (
    <Flex component="span" align="center" gap={4}>
      <span>{name ?? t('unknownName')}</span>
      {conversationId !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<EyeOutlined aria-hidden="true" />}
          aria-label={t('unmask')}
          title={t('unmask')}
          onClick={() => {
            setAsking(true);
          }}
        />
      )}
      {asking && conversationId !== undefined && (
        <UnmaskDialog
          conversationId={conversationId}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Flex>
  );
}
