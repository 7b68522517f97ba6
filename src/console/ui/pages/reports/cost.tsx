import { Card, Flex, Statistic, Table } from 'antd';
import type { Cost } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/reports.ts';
import { FigureLink, SumLink, useNumber } from './figures.tsx';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

/** Messages, segments, and what a completed follow-up takes. */
export function CostTab({ filters }: { readonly filters: Filters }) {
  return (
    <Report<Cost> path="/api/reports/cost" query={asked(filters)}>
      {(report) => <Costs report={report} />}
    </Report>
  );
}

function Costs({ report }: { readonly report: Cost }) {
  const t = useWords(words);
  const number = useNumber();
  const each = (value: number | null) => (value === null ? '—' : number(value, 2));
  const figures = [
    [t('lines'), <FigureLink key="lines" figure={report.lines} />],
    [t('segments'), <SumLink key="segments" sum={report.segments} />],
    [t('cohortSegments'), <SumLink key="cohort" sum={report.cohortSegments} />],
    [t('stage_completed'), <FigureLink key="completed" figure={report.completed} />],
    [t('perCompleted'), each(report.perCompleted)],
  ] as const;
  return (
    <>
      <Flex gap={8} wrap className="gap-below">
        {figures.map(([title, value]) => (
          <Card key={title} size="small" style={{ flex: '1 1 160px' }}>
            <Statistic title={title} valueRender={() => value} />
          </Card>
        ))}
      </Flex>
      <Section title={t('byDepartment')}>
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          dataSource={[...report.byDepartment]}
          columns={[
            { title: t('department'), render: (_, { key }) => (key === '' ? t('none') : key) },
            { title: t('segments'), align: 'right', render: (_, { segments }) => <SumLink sum={segments} /> },
            {
              title: t('stage_completed'),
              align: 'right',
              render: (_, { completed }) => <FigureLink figure={completed} />,
            },
            { title: t('perCompleted'), align: 'right', render: (_, { perCompleted }) => each(perCompleted) },
          ]}
        />
      </Section>
    </>
  );
}
