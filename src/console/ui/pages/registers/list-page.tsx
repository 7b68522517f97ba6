import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, List, Select, Switch, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { REGISTER_CATEGORIES, REGISTER_STATUSES } from '../../../../domain/register.ts';
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
import { Concerned, DueText, EntryStatus, SeverityTag } from './looks.tsx';

interface Filter {
  readonly kinds: string;
  readonly status: string | undefined;
  readonly category: string | undefined;
  readonly overdue: '1' | undefined;
  readonly text: string | undefined;
  readonly order: 'newest' | 'due';
}

const BOTH = 'complaint,suggestion';

/** The register as a list, with what is overdue said first. */
export function ListPage() {
  const t = useWords(words);
  const may = useMay();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [filter, setFilter] = useState<Filter>({
    kinds: BOTH,
    status: undefined,
    category: undefined,
    overdue: undefined,
    text: undefined,
    order: 'newest',
  });
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
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {may('report.export') && (
              <DownloadButton
                path={withQuery('/api/registers/list-file', { ...filter, format: 'xlsx', language })}
                name="registers.xlsx"
              >
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
        }
      />
      <Overdue kinds={filter.kinds} />
      <Filters filter={filter} onChange={setFilter} />
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

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = useWords(words);
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
      <Input.Search
        allowClear
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ width: 260 }}
        onSearch={(text) => {
          onChange({ ...filter, text: text.trim() === '' ? undefined : text.trim() });
        }}
      />
      <Select
        aria-label={t('kind')}
        value={filter.kinds}
        style={{ width: 130 }}
        options={[
          { value: BOTH, label: t('all') },
          { value: 'complaint', label: t('kind_complaint') },
          { value: 'suggestion', label: t('kind_suggestion') },
        ]}
        onChange={(kinds) => {
          onChange({ ...filter, kinds });
        }}
      />
      <Select
        aria-label={t('status')}
        allowClear
        placeholder={t('status')}
        style={{ width: 140 }}
        options={REGISTER_STATUSES.map((value) => ({ value, label: t(`status_${value}`) }))}
        onChange={(status: string | undefined) => {
          onChange({ ...filter, status });
        }}
      />
      <Select
        aria-label={t('category')}
        allowClear
        placeholder={t('category')}
        style={{ width: 140 }}
        options={REGISTER_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
        onChange={(category: string | undefined) => {
          onChange({ ...filter, category });
        }}
      />
      <Select
        aria-label={t('order')}
        value={filter.order}
        style={{ width: 160 }}
        options={[
          { value: 'newest', label: t('orderNewest') },
          { value: 'due', label: t('orderDue') },
        ]}
        onChange={(order) => {
          onChange({ ...filter, order });
        }}
      />
      <Flex gap={6} align="center" component="label">
        <Switch
          aria-label={t('overdueOnly')}
          onChange={(on) => {
            onChange({ ...filter, overdue: on ? '1' : undefined });
          }}
        />
        <span>{t('overdueOnly')}</span>
      </Flex>
    </Flex>
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
          <EntryStatus status={entry.status} />
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
