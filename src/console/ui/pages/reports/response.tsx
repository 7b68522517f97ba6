import { Table, Typography } from 'antd';
import { useMemo } from 'react';
import type { ResponseTimes, Waits } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/reports.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { Chart } from './chart.tsx';
import { columns as standing } from './charts.ts';
import { FigureStrip } from './figure-strip.tsx';
import { FigureLink, percent, useNumber } from './figures.tsx';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

/** How long contacts waited for a person. */
export function ResponseTab({ filters }: { readonly filters: Filters }) {
  const t = useWords(words);
  return (
    <Report<ResponseTimes> path="/api/reports/response-times" query={asked(filters)}>
      {(report) =>
        report.total.count === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <Responses report={report} />
        )
      }
    </Report>
  );
}

function Responses({ report }: { readonly report: ResponseTimes }) {
  const t = useWords(words);
  const v = useWords(vocabulary);
  const { histogram } = report;
  const option = useMemo(
    () =>
      standing(
        histogram.map(({ upTo }) => (upTo === null ? t('longer') : t('minutesUpTo', { n: upTo }))),
        histogram.map(({ count }) => count),
      ),
    [histogram, t],
  );
  const bars = histogram.map(({ upTo, ...figure }) => ({
    name: upTo === null ? t('longer') : t('minutesUpTo', { n: upTo }),
    figure,
  }));
  const said = bars.map(({ name, figure }) => `${name}: ${String(figure.count)}`);
  const { urgent, high, normal } = report.limits;
  return (
    <>
      <Typography.Paragraph type="secondary">{t('inTimeHint', { urgent, high, normal })}</Typography.Paragraph>
      {report.alerts.count > 0 && (
        <Section title={t('alerts')}>
          <Typography.Paragraph type="secondary">{t('alertsHint', { n: report.alertSeconds })}</Typography.Paragraph>
          <WaitTable first={t('alerts')} done={t('opened')} rows={[report.alerts]} nameOf={() => t('total')} />
        </Section>
      )}
      <Section title={t('tab_response')}>
        <Chart option={option} label={`${t('tab_response')}. ${said.join('; ')}`} />
        <FigureStrip first={t('wait')} count={t('answered')} figures={bars} />
        <WaitTable first={t('handoffs')} rows={[report.total]} nameOf={() => t('total')} />
      </Section>
      <Section title={t('byPriority')}>
        <WaitTable
          first={t('byPriority')}
          rows={report.byPriority}
          nameOf={(key) => v(`priority_${key}` as 'priority_urgent')}
        />
      </Section>
      <Section title={t('byReason')}>
        <WaitTable first={t('reason')} rows={report.byReason} nameOf={(key) => v(`reason_${key}` as 'reason_threat')} />
      </Section>
      <Section title={t('byDepartment')}>
        <WaitTable
          first={t('department')}
          rows={report.byDepartment}
          nameOf={(key) => (key === '' ? t('none') : key)}
        />
      </Section>
    </>
  );
}

interface Props {
  readonly first: string;
  /** What is waited for; that staff answered, where it is not said. */
  readonly done?: string;
  readonly rows: readonly Waits[];
  readonly nameOf: (key: string) => string;
}

function WaitTable({ first, done, rows, nameOf }: Props) {
  const t = useWords(words);
  const number = useNumber();
  const minutes = (value: number | null) => (value === null ? '—' : number(value, 1));
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowKey="key"
      dataSource={[...rows]}
      columns={[
        { title: first, render: (_, { key }) => nameOf(key) },
        { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
        { title: done ?? t('answered'), align: 'right', render: (_, row) => <FigureLink figure={row.done} /> },
        { title: t('median'), align: 'right', render: (_, { median }) => minutes(median) },
        { title: t('p90'), align: 'right', render: (_, { p90 }) => minutes(p90) },
        {
          title: t('within'),
          align: 'right',
          render: (_, { inTime }) => (
            <>
              <FigureLink figure={inTime} /> ({percent(inTime.share)})
            </>
          ),
        },
      ]}
    />
  );
}
