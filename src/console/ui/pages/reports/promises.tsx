import { Table } from 'antd';
import type { PromiseGroup, PromisesReport } from '../../../wire/reports.ts';
import { useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/reports.ts';
import { FigureLink, percent } from './figures.tsx';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

/** What became of promises, in the order of the columns: the kept first, then what went wrong. */
const COLUMNS = ['kept', 'moved', 'late', 'broken', 'open', 'withdrawn'] as const;

/** What was promised until the days of the span, and whether it was kept. */
export function PromisesTab({ filters }: { readonly filters: Filters }) {
  const t = useWords(words);
  return (
    <Report<PromisesReport> path="/api/reports/promises" query={asked(filters)}>
      {({ total, byDay, byDepartment, byPerson }) =>
        total.count === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <>
            <Section title={t('byDepartment')}>
              <Groups
                first={t('department')}
                rows={[
                  ...byDepartment.map((row) => ({ ...row, name: row.key === '' ? t('none') : row.key })),
                  { ...total, key: '=', name: t('total') },
                ]}
              />
            </Section>
            <Section title={t('account')}>
              <Groups
                first={t('account')}
                rows={byPerson.map((row) => ({ ...row, name: row.name ?? t('promiseNobody') }))}
              />
            </Section>
            <Section title={t('by_day')}>
              <Groups first={t('period')} rows={byDay.map((row) => ({ ...row, name: row.key }))} />
            </Section>
          </>
        )
      }
    </Report>
  );
}

interface GroupsProps {
  readonly first: string;
  readonly rows: readonly (PromiseGroup & { readonly name: string })[];
}

function Groups({ first, rows }: GroupsProps) {
  const t = useWords(words);
  const right = 'right' as const;
  return (
    <Table
      size="small"
      pagination={rows.length > 40 ? { pageSize: 40 } : false}
      scroll={{ x: 'max-content' }}
      rowKey="key"
      dataSource={[...rows]}
      columns={[
        { title: first, dataIndex: 'name', fixed: 'left' },
        { title: t('promised'), align: right, render: (_, figure) => <FigureLink figure={figure} /> },
        ...COLUMNS.map((state) => ({
          title: t(`promise_${state}`),
          align: right,
          render: (_: unknown, { states }: PromiseGroup) => <FigureLink figure={states[state]} />,
        })),
        {
          title: t('promiseInTime'),
          align: right,
          render: (_, { inTime }) => (
            <>
              <FigureLink figure={inTime} /> / <FigureLink figure={inTime.of} /> ({percent(inTime.share)})
            </>
          ),
        },
      ]}
    />
  );
}
