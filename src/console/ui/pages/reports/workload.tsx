import { Table } from 'antd';
import type { Deed, Workload, WorkloadRow } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words as deedWords } from '../../words/deeds.ts';
import { words } from '../../words/reports.ts';
import { FigureLink } from './figures.tsx';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

const NOTHING = { count: 0, behind: '' };

/** What each account did. */
export function WorkloadTab({ filters }: { readonly filters: Filters }) {
  const t = useWords(words);
  const d = useWords(deedWords);
  return (
    <Report<Workload> path="/api/reports/workload" query={asked(filters)}>
      {({ rows, deeds }) =>
        rows.length === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <Section title={t('tab_workload')}>
            <Table
              size="small"
              pagination={false}
              scroll={{ x: 'max-content' }}
              rowKey="account"
              dataSource={[...rows]}
              columns={[
                { title: t('account'), dataIndex: 'name', fixed: 'left' },
                { title: t('workDays'), align: 'right', dataIndex: 'days' },
                { title: t('deeds'), align: 'right', render: (_, { total }) => <FigureLink figure={total} /> },
                ...deeds.map((deed) => ({
                  title: d(deed as Deed),
                  align: 'right' as const,
                  render: (_: unknown, row: WorkloadRow) => <FigureLink figure={row.deeds[deed] ?? NOTHING} />,
                })),
              ]}
            />
          </Section>
        )
      }
    </Report>
  );
}
