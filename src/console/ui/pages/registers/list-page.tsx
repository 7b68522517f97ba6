import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { EntryCounts, EntryList } from '../../../wire/registers.ts';
import { get, withQuery } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useLive } from '../../shell/live.tsx';
import { useMay, useSession } from '../../shell/session.tsx';
import { words } from '../../words/registers.ts';
import { Entries } from './entries.tsx';
import { type EntryFilter, FilterBar, NO_FILTER } from './filter-bar.tsx';

/** What the badge of overdue complaints opens. */
const OVERDUE_FIRST: EntryFilter = { ...NO_FILTER, kinds: 'complaint', overdue: '1', order: 'due' };

/** The register as a list, with what is overdue said first. */
export function ListPage() {
  const t = useWords(words);
  const client = useQueryClient();
  const asked = new URLSearchParams(useSearch());
  const [filter, setFilter] = useState<EntryFilter>(asked.has('overdue') ? OVERDUE_FIRST : NO_FILTER);
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
      {list.isSuccess && rows.length === 0 && <NoEntries />}
      <Entries
        rows={rows}
        onEnd={() => {
          if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
        }}
      />
    </>
  );
}

/** What can be done about it depends on who looks: not everybody writes entries. */
function NoEntries() {
  const t = useWords(words);
  const may = useMay();
  const isHead = useSession().account.role === 'head';
  const hint = may('register.edit') ? 'noneHint' : isHead ? 'noneHintHead' : 'noneHintView';
  return <EmptyState title={t('none')} hint={t(hint)} />;
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
  const { overdue, told } = counts.data;
  const parts = [
    t('overdueCount', { n: overdue }),
    ...(told.conduct > 0 ? [t('toldConduct', { n: told.conduct })] : []),
    ...(told.leaders > 0 ? [t('escalatedCount', { n: told.leaders })] : []),
  ];
  return (
    <Alert
      type="error"
      showIcon
      icon={<WarningOutlined aria-hidden />}
      title={parts.join(' · ')}
      style={{ marginBottom: 12 }}
    />
  );
}
