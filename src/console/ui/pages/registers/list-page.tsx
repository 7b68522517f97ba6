import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EntryCounts, EntryList } from '../../../wire/registers.ts';
import { get, withQuery } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useLive } from '../../shell/live.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import { Entries } from './entries.tsx';
import { type EntryFilter, FilterBar, NO_FILTER } from './filter-bar.tsx';

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
      <Entries
        rows={rows}
        onEnd={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
        }}
      />
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
          <Button type="primary" icon={<PlusOutlined aria-hidden />}>
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
      icon={<WarningOutlined aria-hidden />}
      title={`${t('overdueCount', { n: overdue })}${told}`}
      style={{ marginBottom: 12 }}
    />
  );
}
