import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import type { ImportLogRow } from '../../../../wire/settings.ts';
import { get } from '../../../api/client.ts';
import { useWords } from '../../../language/language.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words } from '../../../words/settings-import.ts';

/** Who imported lists from here, and what came of them. */
export function ImportLog() {
  const t = useWords(words);
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'import-log'],
    queryFn: () => get<readonly ImportLogRow[]>('/api/settings/imports'),
  });
  return (
    <Card size="small" title={t('log')}>
      {data === undefined &&
        (error === null ? <LoadingState rows={2} /> : <ErrorState error={error} retry={refetch} />)}
      {data?.length === 0 && <Typography.Text type="secondary">{t('logNone')}</Typography.Text>}
      <Flex vertical gap={8}>
        {(data ?? []).map(({ id, at, who, counts }) => (
          <div key={`${id} ${String(at)}`}>
            <Clock at={at} look="full" /> · {who} ·{' '}
            {t('logLine', {
              imported: counts['imported'] ?? 0,
              reject: counts['reject'] ?? 0,
              skip: counts['skip'] ?? 0,
            })}
          </div>
        ))}
      </Flex>
    </Card>
  );
}
