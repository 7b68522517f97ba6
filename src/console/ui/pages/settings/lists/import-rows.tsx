import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Flex, Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import type { ImportRow, ImportRowAction, ImportView } from '../../../../wire/settings.ts';
import { get, withQuery } from '../../../api/client.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { useMarks } from '../../../language/marks.ts';
import { DownloadButton } from '../../../parts/download-button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { words } from '../../../words/settings-import.ts';
import { useCodeWords } from './code-words.ts';

const PAGE = 50;
const FILTERS = ['reject', 'skip', 'normalise', 'accept', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const COLOURS: Readonly<Record<ImportRowAction, string>> = {
  accept: 'green',
  normalise: 'blue',
  reject: 'red',
  skip: 'default',
};

interface Page {
  readonly rows: readonly ImportRow[];
  readonly total: number;
}

/** Why a row came out as it did, and what was repaired, in one line. */
function useReasons(): (row: ImportRow) => string {
  const said = useCodeWords();
  const { joined, labelled } = useMarks();
  return ({ code, field, changes, notes }: ImportRow) => {
    const repaired = changes.map(
      (change) => `${said.field(change.field)} ${said.code(change.code)}${change.to === null ? '' : ` → ${change.to}`}`,
    );
    const refused = code !== null && repaired.length === 0 && !notes.includes(code) ? [said.code(code)] : [];
    const reasons = joined([...refused, ...repaired, ...notes.map((note) => said.code(note))]);
    return field !== null && repaired.length === 0 ? labelled(said.field(field), reasons) : reasons;
  };
}

/** What became of each row, in pages: first what somebody has to look at. */
export function ImportRows({ view }: { readonly view: ImportView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [action, setAction] = useState<Filter>((view.counts?.reject.total ?? 0) > 0 ? 'reject' : 'all');
  const [page, setPage] = useState(1);
  const path = `/api/settings/imports/${view.id}/rows`;
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['settings', 'import-rows', view.id, view.state, action, page],
    queryFn: () => get<Page>(withQuery(path, { action, from: (page - 1) * PAGE, limit: PAGE })),
    placeholderData: keepPreviousData,
  });
  const reasons = useReasons();
  if (error !== null && data === undefined) return <ErrorState error={error} retry={refetch} />;
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} justify="space-between" wrap>
        <Segmented<Filter>
          value={action}
          options={FILTERS.map((one) => ({ value: one, label: t(one) }))}
          onChange={(next) => {
            setAction(next);
            setPage(1);
          }}
        />
        <DownloadButton
          path={withQuery(`${path}.csv`, { action, language: language === 'en' ? 'en' : 'zh' })}
          name="import.csv"
        >
          {t('csv')}
        </DownloadButton>
      </Flex>
      <Table<ImportRow>
        size="small"
        rowKey="record"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyState title={t('noRows')} /> }}
        pagination={{
          current: page,
          pageSize: PAGE,
          total: data?.total ?? 0,
          showSizeChanger: false,
          onChange: setPage,
        }}
        columns={[
          { title: t('record'), dataIndex: 'record', width: 80 },
          { title: t('recordNo'), dataIndex: 'recordNo', width: 140 },
          {
            title: t('action'),
            width: 120,
            render: (_, row) => <Tag color={COLOURS[row.action]}>{t(row.action)}</Tag>,
          },
          { title: t('reason'), render: (_, row) => reasons(row) },
        ]}
      />
    </Flex>
  );
}
