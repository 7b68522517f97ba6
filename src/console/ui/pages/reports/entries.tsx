import { Table, Typography } from 'antd';
import { useMemo } from 'react';
import type { EntriesReport, EntryGroup } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/reports.ts';
import { Chart } from './chart.tsx';
import { columns as standing } from './charts.ts';
import { FigureStrip } from './figure-strip.tsx';
import { FigureLink, percent, useNumber } from './figures.tsx';
import { named } from './reason-words.ts';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

/** Complaints or praise by department, cause and person. */
export function EntriesTab({ filters, kind }: { readonly filters: Filters; readonly kind: 'complaint' | 'praise' }) {
  const t = useWords(words);
  return (
    <Report<EntriesReport> path="/api/reports/entries" query={{ ...asked(filters), kind }}>
      {(report) => (
        <>
          {report.total.count === 0 ? (
            <EmptyState title={t('nothing')} hint={t('nothingHint')} />
          ) : (
            <Groups report={report} />
          )}
          <Trend report={report} />
        </>
      )}
    </Report>
  );
}

function Groups({ report }: { readonly report: EntriesReport }) {
  const t = useWords(words);
  const { total, byDepartment, byCause, byPerson, settled, kind } = report;
  return (
    <>
      <Section title={t('byDepartment')}>
        <GroupTable
          rows={[...byDepartment, { ...total, key: '=' }]}
          nameOf={(key) => departmentName(t, key)}
          kind={kind}
        />
        {kind === 'complaint' && (
          <Typography.Paragraph>
            {t('settled')}: {t('settledYes')} <FigureLink figure={settled.yes} /> · {t('settledNo')}{' '}
            <FigureLink figure={settled.no} /> · {t('settledUnknown')} <FigureLink figure={settled.unknown} />
          </Typography.Paragraph>
        )}
      </Section>
      {byCause.length > 0 && (
        <Section title={t('byCause')}>
          <GroupTable rows={byCause} nameOf={(key) => named(t, 'cause', key)} kind={kind} />
        </Section>
      )}
      {byPerson.length > 0 && (
        <Section title={t('byPerson')}>
          <Table
            size="small"
            pagination={byPerson.length > 30 ? { pageSize: 30 } : false}
            rowKey="key"
            dataSource={[...byPerson]}
            columns={[
              { title: t('byPerson'), dataIndex: 'key' },
              { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function departmentName(t: (key: 'none' | 'total') => string, key: string): string {
  if (key === '=') return t('total');
  return key === '' ? t('none') : key;
}

interface TableProps {
  readonly rows: readonly EntryGroup[];
  readonly nameOf: (key: string) => string;
  readonly kind: EntriesReport['kind'];
}

function GroupTable({ rows, nameOf, kind }: TableProps) {
  const t = useWords(words);
  const number = useNumber();
  const right = 'right' as const;
  const handling = [
    {
      title: t('answered'),
      align: right,
      render: (_: unknown, { answered }: EntryGroup) => <FigureLink figure={answered} />,
    },
    {
      title: t('closed'),
      align: right,
      render: (_: unknown, { closed }: EntryGroup) => <FigureLink figure={closed} />,
    },
    {
      title: t('overdue'),
      align: right,
      render: (_: unknown, { overdue }: EntryGroup) => <FigureLink figure={overdue} />,
    },
    {
      title: t('medianDays'),
      align: right,
      render: (_: unknown, { medianDays }: EntryGroup) => (medianDays === null ? '—' : number(medianDays, 1)),
    },
    {
      title: t('inTime'),
      align: right,
      render: (_: unknown, { inTime }: EntryGroup) => (
        <>
          <FigureLink figure={inTime} /> / <FigureLink figure={inTime.of} /> ({percent(inTime.share)})
        </>
      ),
    },
  ];
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowKey="key"
      dataSource={[...rows]}
      columns={[
        { title: t('department'), render: (_, { key }) => nameOf(key) },
        { title: t('count'), align: right, render: (_, figure) => <FigureLink figure={figure} /> },
        ...(kind === 'complaint' ? handling : []),
      ]}
    />
  );
}

function Trend({ report }: { readonly report: EntriesReport }) {
  const t = useWords(words);
  const option = useMemo(
    () =>
      standing(
        report.trend.map(({ period }) => period),
        report.trend.map(({ count }) => count),
      ),
    [report.trend],
  );
  const said = report.trend.map(({ period, count }) => `${period}: ${String(count)}`).join('; ');
  return (
    <Section title={t('trend')}>
      <Chart option={option} label={`${t('trend')}. ${said}`} />
      <FigureStrip
        first={t('period')}
        count={t('count')}
        figures={report.trend.map(({ period, ...figure }) => ({ name: period, figure }))}
      />
    </Section>
  );
}
