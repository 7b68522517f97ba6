import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, List, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EntryCounts, EntryList, EntryWire } from '../../../wire/registers.ts';
import { get, withQuery } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { Clock } from '../../parts/times.tsx';
import { useLive } from '../../shell/live.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import { type EntryFilter, FilterBar, NO_FILTER } from './filter-bar.tsx';
import { Concerned, DueText, EntryStatus, SeverityTag } from './looks.tsx';

/** The register as a list, with what is overdue said first. */
export function ListPage() {
  const t = useWords(words);
  const client = useQueryClient();
  const [filter, setFilter] = useState<EntryFilter>(NO_FILTER);
  const list = useInfiniteQuery({
    queryKey: ['registers', filter],
    queryFn: ({ pageParam, signal }) =>
      get<EntryList>(withQuery('/api/registers', { ...filter, after: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  useLive('register', () => void client.invalidateQueries({ queryKey: ['registers'] }));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={<HeadButtons filter={filter} />} />
      <Overdue kinds={filter.kinds} />
      <FilterBar filter={filter} onChange={setFilter} />
      {list.error !== null && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <LoadingState />}
      {list.isSuccess && rows.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      {rows.length > 0 && (
        <List
          bordered
          style={{ background: '#fff' }}
          dataSource={[...rows]}
          rowKey={(row) => `${row.kind}/${row.number}`}
          renderItem={(row) => <Row entry={row} />}
          loadMore={
            list.hasNextPage ? (
              <Flex justify="center" style={{ padding: 12 }}>
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('more')}
                </Button>
              </Flex>
            ) : undefined
          }
        />
      )}
    </>
  );
}

function HeadButtons({ filter }: { readonly filter: EntryFilter }) {
  const t = useWords(words);
  const may = useMay();
  const { language } = useLanguage();
  const file = withQuery('/api/registers/list-file', { ...filter, format: 'xlsx', language });
  return (
    <>
      {may('report.export') && (
        <DownloadButton path={file} name="registers.xlsx">
          {t('export')}
        </DownloadButton>
      )}
      {may('register.edit') && (
        <Link href="/registers/new">
          <Button type="primary" icon={<PlusOutlined />}>
            {t('newEntry')}
          </Button>
        </Link>
      )}
    </>
  );
}

function Overdue({ kinds }: { readonly kinds: string }) {
  const t = useWords(words);
  const counts = useQuery({
    queryKey: ['registers', 'counts', kinds],
    queryFn: ({ signal }) => get<EntryCounts>(withQuery('/api/registers/counts', { kinds }), signal),
  });
  if (counts.data === undefined || counts.data.overdue === 0) return null;
  const { overdue, escalated } = counts.data;
  const told = escalated > 0 ? ` · ${t('escalatedCount', { n: escalated })}` : '';
  return (
    <Alert
      type="error"
      showIcon
      icon={<WarningOutlined />}
      title={`${t('overdueCount', { n: overdue })}${told}`}
      style={{ marginBottom: 12 }}
    />
  );
}

function Row({ entry }: { readonly entry: EntryWire }) {
  const t = useWords(words);
  return (
    <List.Item>
      <Flex vertical gap={4} style={{ width: '100%', minWidth: 0 }}>
        <Flex gap={8} wrap align="center">
          <Link href={`/registers/${entry.kind}/${entry.number}`}>
            <strong>{entry.number}</strong> {t(`kind_${entry.kind}`)}
          </Link>
          <EntryStatus entry={entry} />
          <SeverityTag severity={entry.severity} />
          <DueText entry={entry} />
        </Flex>
        <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: 0 }}>
          {entry.text}
        </Typography.Paragraph>
        <Flex gap={12} wrap>
          <Typography.Text type="secondary">
            <Clock at={entry.receivedAt} /> · {t(`channel_${entry.receivedThrough}`)}
          </Typography.Text>
          <Typography.Text type="secondary">
            <Concerned entry={entry} />
          </Typography.Text>
          <Typography.Text type="secondary">{entry.patientName || entry.contactName}</Typography.Text>
          {entry.department !== '' && (
            <Typography.Text>{[entry.department, ...entry.coDepartments].join('、')}</Typography.Text>
          )}
        </Flex>
      </Flex>
    </List.Item>
  );
}
