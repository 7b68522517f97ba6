import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Flex, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import type { AuditAbout, AuditLine, AuditPage as Page } from '../../../wire/access.ts';
import { ApiError, get, withQuery } from '../../api/client.ts';
import { useErrorWords } from '../../api/errors.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { Clock } from '../../parts/times.tsx';
import { words } from '../../words/audit.ts';
import { words as registerWords } from '../../words/registers.ts';
import { words as workWords } from '../../words/work.ts';
import { CheckCard } from './check-card.tsx';
import { AREAS, type AuditFilter, EVERYTHING, Filters } from './filters.tsx';

/** Who did and saw what, and whether the record of it is whole. */
export default function AuditPage() {
  const t = useWords(words);
  const [filter, setFilter] = useState<AuditFilter>(EVERYTHING);
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => get<Page>(withQuery('/api/audit', { ...filter, before: pageParam }), signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Flex vertical gap={12}>
        <CheckCard />
        <Filters filter={filter} onChange={setFilter} />
        {audit.error !== null && <ErrorState error={audit.error} retry={audit.refetch} />}
        {audit.isPending && <LoadingState />}
        {audit.data !== undefined && <Rows rows={rows} />}
        {audit.hasNextPage && (
          <Button
            loading={audit.isFetchingNextPage}
            onClick={() => {
              void audit.fetchNextPage();
            }}
          >
            {t('more')}
          </Button>
        )}
      </Flex>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly AuditLine[] }) {
  const t = useWords(words);
  const columns: TableColumnsType<AuditLine> = [
    { key: 'no', title: t('no'), dataIndex: 'no', responsive: ['lg'] },
    { key: 'at', title: t('at'), render: (_, { at }) => <Clock at={at} look="full" /> },
    {
      key: 'who',
      title: t('who'),
      render: (_, { name, who }) => name ?? <Typography.Text code>{who}</Typography.Text>,
    },
    { key: 'what', title: t('what'), render: (_, line) => <What line={line} /> },
    {
      key: 'subject',
      title: t('subject'),
      render: (_, line) => <Subject line={line} />,
    },
    { key: 'why', title: t('why'), render: (_, { why }) => why },
  ];
  return (
    <Table
      rowKey="no"
      size="small"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <EmptyState title={t('nothing')} /> }}
    />
  );
}

/** The area in words, what exactly as it is written down, and why it was not done if it was not. */
function What({ line: { what, refused } }: { readonly line: AuditLine }) {
  const t = useWords(words);
  const explain = useErrorWords();
  const area = AREAS.find((known) => what.startsWith(`${known}.`));
  return (
    <>
      {area !== undefined && <Tag>{t(`area_${area}`)}</Tag>}
      <Typography.Text code>{what}</Typography.Text>
      {refused !== null && (
        <Tooltip title={explain(new ApiError(0, refused))}>
          <Tag color="red">{t('refused')}</Tag>
        </Tooltip>
      )}
    </>
  );
}

/** Whom or what it was about, and the id as it is written down. */
function Subject({ line: { about, subject } }: { readonly line: AuditLine }) {
  const t = useWords(words);
  const ofWork = useWords(workWords);
  const ofRegisters = useWords(registerWords);
  const say = (one: AuditAbout): string => {
    switch (one.type) {
      case 'account':
        return one.name;
      case 'patient':
        return one.name ?? t('nobodyKnown');
      case 'task':
        return `${ofWork(`kind_${one.kind}`)} ${one.name ?? ''}`;
      case 'entry':
        return `${ofRegisters(`kind_${one.kind}`)} ${one.number}`;
      case 'shift':
        return `${one.day} ${one.name} ${one.person}`;
    }
  };
  return (
    <>
      {about.length > 0 && <div>{about.map(say).join(' · ')}</div>}
      <Typography.Paragraph
        type="secondary"
        className="audit-subject"
        copyable={{ tabIndex: -1 }}
        ellipsis={{ rows: 2, expandable: 'collapsible' }}
      >
        {subject}
      </Typography.Paragraph>
    </>
  );
}
