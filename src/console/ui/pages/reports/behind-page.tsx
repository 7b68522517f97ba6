import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link, useSearch } from 'wouter';
import type { Deed, BehindPage as Page, ReportOptions } from '../../../wire/reports.ts';
import { get } from '../../api/client.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { useTimeText } from '../../parts/times.tsx';
import { words as deedWords } from '../../words/deeds.ts';
import { words } from '../../words/reports.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { usePromiseColumns } from './promise-columns.tsx';
import { named } from './reason-words.ts';

type Row = Page['rows'][number];

/** The stays, handoffs or entries that a figure counts. */
export function BehindPage({ options }: { readonly options: ReportOptions }) {
  const t = useWords(words);
  const search = useSearch();
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['reports', 'behind', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        `/api/reports/behind?${search}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`,
        signal,
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader
        title={t('behindTitle')}
        hint={t('behindHint')}
        actions={
          <Button
            onClick={() => {
              window.history.back();
            }}
          >
            {t('back')}
          </Button>
        }
      />
      {isPending && <LoadingState />}
      {error !== null && <ErrorState error={error} retry={refetch} />}
      {data !== undefined && rows.length === 0 && <EmptyState title={t('nothing')} />}
      {rows.length > 0 && <Rows rows={rows} options={options} />}
      {hasNextPage && (
        <Flex justify="center" style={{ padding: 16 }}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Flex>
      )}
    </>
  );
}

function keyOf(row: Row): string {
  if (row.type === 'stay') return row.stayId;
  if (row.type === 'deed' || row.type === 'line' || row.type === 'promise') return String(row.no);
  return row.type === 'entry'
    ? `${row.kind} ${row.number}`
    : `${row.conversationId ?? ''} ${String(row.at)} ${row.reason}`;
}

function Rows({ rows, options }: { readonly rows: readonly Row[]; readonly options: ReportOptions }) {
  const columns = {
    stay: useStayColumns(options),
    handoff: useHandoffColumns(),
    entry: useEntryColumns(),
    deed: useDeedColumns(),
    line: useLineColumns(),
    promise: usePromiseColumns(),
  };
  const kind = rows[0]?.type ?? 'stay';
  return (
    <Table<Row>
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowKey={keyOf}
      dataSource={[...rows]}
      columns={columns[kind]}
    />
  );
}

function useStayColumns({ questions }: ReportOptions): ColumnsType<Row> {
  const t = useWords(words);
  const { language } = useLanguage();
  const topicOf = (question: string) => questions.find(({ id }) => id === question)?.topic[language] ?? question;
  const v = useWords(vocabulary);
  const stay = (show: (row: Extract<Row, { type: 'stay' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'stay' ? show(row) : null;
  return [
    { title: t('patient'), render: stay(({ name }) => name ?? '—') },
    { title: t('department'), render: stay(({ department }) => department) },
    { title: t('dischargedOn'), render: stay(({ dischargedOn }) => dischargedOn) },
    { title: t('channel'), render: stay(({ channel }) => v(`channel_${channel}` as 'channel_sms')) },
    { title: t('outcome'), render: stay(({ outcome }) => (outcome === null ? '—' : v(`outcome_${outcome}`))) },
    {
      title: t('answers'),
      render: stay(({ answers }) =>
        Object.entries(answers).map(([question, { grade, reason }]) => (
          <div key={question}>
            {topicOf(question)} <Tag>{v(`grade_${grade}`)}</Tag>
            {reason}
          </div>
        )),
      ),
    },
    {
      title: '',
      render: stay(({ conversationId }) =>
        conversationId === null ? null : <Link href={`/c/${conversationId}`}>{t('openTalk')}</Link>,
      ),
    },
  ];
}

function useHandoffColumns(): ColumnsType<Row> {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const time = useTimeText();
  const handoff = (show: (row: Extract<Row, { type: 'handoff' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'handoff' ? show(row) : null;
  return [
    { title: t('at'), render: handoff(({ at }) => time(at)) },
    { title: t('department'), render: handoff(({ department }) => (department === '' ? t('none') : department)) },
    { title: t('reason'), render: handoff(({ reason }) => v(`reason_${reason}`)) },
    { title: t('byPriority'), render: handoff(({ priority }) => v(`priority_${priority}`)) },
    {
      title: t('wait'),
      align: 'right',
      render: handoff(({ at, answeredAt }) =>
        answeredAt === null ? t('notYet') : ((answeredAt - at) / 60_000).toFixed(1),
      ),
    },
    {
      title: t('openedAfter'),
      align: 'right',
      render: handoff(({ at, openedAt, priority }) => {
        if (priority !== 'urgent') return '—';
        return openedAt === null ? t('notYet') : ((openedAt - at) / 60_000).toFixed(1);
      }),
    },
    {
      title: '',
      render: handoff(({ conversationId }) =>
        conversationId === null ? null : <Link href={`/c/${conversationId}`}>{t('openTalk')}</Link>,
      ),
    },
  ];
}

function useDeedColumns(): ColumnsType<Row> {
  const t = useWords(words);
  const d = useWords(deedWords);
  const time = useTimeText();
  const deed = (show: (row: Extract<Row, { type: 'deed' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'deed' ? show(row) : null;
  return [
    { title: t('at'), render: deed(({ at }) => time(at)) },
    { title: t('account'), render: deed(({ name }) => name) },
    { title: t('deed'), render: deed(({ what }) => d(what as Deed)) },
    { title: '', render: deed(({ page }) => (page === null ? null : <Link href={page}>{t('openDeed')}</Link>)) },
  ];
}

function useLineColumns(): ColumnsType<Row> {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const time = useTimeText();
  const line = (show: (row: Extract<Row, { type: 'line' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'line' ? show(row) : null;
  return [
    { title: t('at'), render: line(({ at }) => time(at)) },
    { title: t('department'), render: line(({ department }) => (department === '' ? t('none') : department)) },
    { title: t('channel'), render: line(({ channel }) => v(`channel_${channel}` as 'channel_sms')) },
    { title: t('segments'), align: 'right', render: line(({ segments }) => segments) },
    {
      title: '',
      render: line(({ conversationId }) =>
        conversationId === null ? null : <Link href={`/c/${conversationId}`}>{t('openTalk')}</Link>,
      ),
    },
  ];
}

function useEntryColumns(): ColumnsType<Row> {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const time = useTimeText();
  const entry = (show: (row: Extract<Row, { type: 'entry' }>) => React.ReactNode) => (_: unknown, row: Row) =>
    row.type === 'entry' ? show(row) : null;
  return [
    { title: t('number'), render: entry(({ number }) => number) },
    { title: t('receivedAt'), render: entry(({ receivedAt }) => time(receivedAt)) },
    { title: t('department'), render: entry(({ department }) => (department === '' ? t('none') : department)) },
    {
      title: t('byCause'),
      render: entry(({ categories }) => categories.map((one) => named(t, 'cause', one)).join(' · ')),
    },
    { title: t('status'), render: entry(({ status }) => v(`status_${status}`)) },
    { title: t('due'), render: entry(({ dueOn }) => dueOn ?? '—') },
    {
      title: '',
      render: entry(({ kind, number }) => <Link href={`/registers/${kind}/${number}`}>{t('openEntry')}</Link>),
    },
  ];
}
