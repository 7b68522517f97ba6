import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import type { AuditState } from '../../../wire/access.ts';
import { get } from '../../api/client.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { words } from '../../words/audit.ts';

/** Walks the chain of hashes when asked to: it reads the whole audit. */
export function CheckCard() {
  const t = useWords(words);
  const check = useMutation({ mutationFn: () => get<AuditState>('/api/audit/check') });
  return (
    <Flex vertical gap={8} align="flex-start">
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={check.isPending}
        onClick={() => {
          check.mutate();
        }}
      >
        {check.isPending ? t('checking') : t('check')}
      </Button>
      {check.error !== null && <ErrorState error={check.error} />}
      {check.data !== undefined && <Result state={check.data} />}
    </Flex>
  );
}

function Result({ state }: { readonly state: AuditState }) {
  const t = useWords(words);
  if (!state.intact) return <Alert type="error" showIcon title={t('broken', { no: state.brokenAt })} role="alert" />;
  const { head, rows } = state;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('intact', { rows })}
      description={head === null ? undefined : <span className="lines">{t('head', { ...head })}</span>}
    />
  );
}
