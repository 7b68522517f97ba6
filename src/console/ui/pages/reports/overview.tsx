import { Card, Flex, Statistic, Table, Typography } from 'antd';
import { useMemo } from 'react';
import type { GroupRow, Overview, Rate, Waterfall } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/reports.ts';
import { words as vocabulary } from '../../words/vocabulary.ts';
import { Chart } from './chart.tsx';
import { bars, lines } from './charts.ts';
import { FigureLink, percent, ShareLink } from './figures.tsx';
import { reasonWords } from './reason-words.ts';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

const COLUMN_RATES = ['delivery', 'reach', 'completion', 'response', 'optOut', 'wrongNumber', 'issue'] as const;
const TREND_RATES = ['reach', 'completion', 'response'] as const;

/** The waterfall, its rates, groups and trend. */
export function OverviewTab({ filters }: { readonly filters: Filters }) {
  const t = useWords(words);
  return (
    <Report<Overview> path="/api/reports/overview" query={{ ...asked(filters), by: filters.by }}>
      {(report) =>
        report.waterfall.stages[0]?.count === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <>
            <Rates rates={report.rates} />
            <WaterfallSection waterfall={report.waterfall} />
            <GroupsSection groups={report.groups} by={filters.by} />
            <TrendSection trend={report.trend} />
          </>
        )
      }
    </Report>
  );
}

function Rates({ rates }: { readonly rates: readonly Rate[] }) {
  const t = useWords(words);
  return (
    <Flex gap={8} wrap className="gap-below">
      {rates.map(({ rate, before, ...share }) => (
        <Card key={rate} size="small" style={{ flex: '1 1 150px' }}>
          <Statistic title={t(`rate_${rate}`)} value={percent(share.share)} />
          <div>
            <FigureLink figure={share} /> / <FigureLink figure={share.of} />
          </div>
          <Typography.Text type="secondary">
            {t('beforeThis')} <ShareLink share={before} />
          </Typography.Text>
        </Card>
      ))}
    </Flex>
  );
}

function WaterfallSection({ waterfall }: { readonly waterfall: Waterfall }) {
  const t = useWords(words);
  const { stages } = waterfall;
  const option = useMemo(
    () =>
      bars(
        stages.map(({ stage }) => t(`stage_${stage}`)),
        stages.map(({ count }) => count),
      ),
    [stages, t],
  );
  return (
    <Section title={t('waterfall')}>
      <Flex gap={16} wrap>
        <div style={HALF}>
          <Chart option={option} label={`${t('waterfall')}. ${t('chartTable')}`} />
          <Stages stages={stages} />
        </div>
        <div style={HALF}>
          <Losses waterfall={waterfall} />
        </div>
      </Flex>
    </Section>
  );
}

const HALF = { flex: '1 1 320px', minWidth: 0 } as const;

function Stages({ stages }: Pick<Waterfall, 'stages'>) {
  const t = useWords(words);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="stage"
      dataSource={[...stages]}
      columns={[
        { title: t('stage'), render: (_, { stage }) => t(`stage_${stage}`) },
        { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
        {
          title: t('ofDischarged'),
          align: 'right',
          render: (_, { ofDischarged }) => percent(ofDischarged),
        },
        {
          title: t('ofBefore'),
          align: 'right',
          render: (_, { ofBefore }) => percent(ofBefore),
        },
      ]}
    />
  );
}

function Losses({ waterfall: { dropped, arrivals } }: { readonly waterfall: Waterfall }) {
  const t = useWords(words);
  return (
    <>
      <Table
        size="small"
        pagination={false}
        title={() => <strong>{t('dropped')}</strong>}
        rowKey={({ after, reason }) => `${after}.${reason}`}
        dataSource={[...dropped]}
        columns={[
          { title: t('after'), render: (_, { after }) => t(`stage_${after}`) },
          { title: t('reason'), render: (_, { reason }) => reasonWords(t, reason) },
          { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
        ]}
      />
      <Table
        size="small"
        pagination={false}
        rowKey="proof"
        dataSource={[...arrivals]}
        columns={[
          { title: t('arrivals'), render: (_, { proof }) => t(`via_${proof}`) },
          { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
        ]}
      />
    </>
  );
}

/** Names of groups: channels in words, '' for what has none. */
export function useGroupName(): (by: string, key: string) => string {
  const t = useWords(words);
  const v = useWords(vocabulary);
  return (by, key) => {
    if (key === '') return t('none');
    return by === 'channel' ? v(`channel_${key}` as 'channel_sms') : key;
  };
}

function GroupsSection({ groups, by }: { readonly groups: readonly GroupRow[]; readonly by: Filters['by'] }) {
  const t = useWords(words);
  const nameOf = useGroupName();
  const stages = groups[0] === undefined ? [] : (Object.keys(groups[0].stages) as (keyof GroupRow['stages'])[]);
  return (
    <Section title={t('groups')}>
      <Table
        size="small"
        pagination={groups.length > 60 ? { pageSize: 60 } : false}
        scroll={{ x: 'max-content' }}
        rowKey="key"
        dataSource={[...groups]}
        columns={[
          { title: t(`by_${by}`), fixed: 'left', render: (_, { key }) => nameOf(by, key) },
          ...stages.map((stage) => ({
            title: t(`stage_${stage}`),
            align: 'right' as const,
            sorter: (a: GroupRow, b: GroupRow) => a.stages[stage].count - b.stages[stage].count,
            render: (_: unknown, row: GroupRow) => <FigureLink figure={row.stages[stage]} />,
          })),
          ...COLUMN_RATES.map((rate) => ({
            title: t(`rate_${rate}`),
            align: 'right' as const,
            render: (_: unknown, { rates }: GroupRow) => <ShareLink share={rates[rate]} />,
          })),
        ]}
      />
    </Section>
  );
}

function TrendSection({ trend }: { readonly trend: Overview['trend'] }) {
  const t = useWords(words);
  const option = useMemo(
    () =>
      lines(
        trend.map(({ period }) => period),
        TREND_RATES.map((rate) => ({ name: t(`rate_${rate}`), values: trend.map(({ rates }) => rates[rate].share) })),
      ),
    [trend, t],
  );
  return (
    <Section title={t('trend')}>
      <Chart option={option} label={`${t('trend')}. ${t('chartTable')}`} />
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="period"
        dataSource={[...trend]}
        columns={[
          { title: t('period'), dataIndex: 'period' },
          {
            title: t('stage_discharged'),
            align: 'right',
            render: (_, { discharged }) => <FigureLink figure={discharged} />,
          },
          {
            title: t('stage_completed'),
            align: 'right',
            render: (_, { completed }) => <FigureLink figure={completed} />,
          },
          ...TREND_RATES.map((rate) => ({
            title: t(`rate_${rate}`),
            align: 'right' as const,
            render: (_: unknown, { rates }: Overview['trend'][number]) => <ShareLink share={rates[rate]} />,
          })),
        ]}
      />
    </Section>
  );
}
