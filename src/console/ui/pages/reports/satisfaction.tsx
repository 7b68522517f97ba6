import { Alert, Table, Typography } from 'antd';
import { useMemo } from 'react';
import type { QuestionResult, ReportOptions, Satisfaction } from '../../../wire/reports.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { words } from '../../words/reports.ts';
import { Chart } from './chart.tsx';
import { shares } from './charts.ts';
import { FigureLink } from './figures.tsx';
import { Interval } from './interval.tsx';
import { useGroupName } from './overview.tsx';
import { named } from './reason-words.ts';
import { Report } from './report-query.tsx';
import { Section } from './section.tsx';
import { asked, type Filters } from './use-filters.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly result: QuestionResult;
}

/** Answers by question with intervals; groups; reasons by theme. */
export function SatisfactionTab({ filters, options }: { readonly filters: Filters; readonly options: ReportOptions }) {
  const t = useWords(words);
  return (
    <Report<Satisfaction> path="/api/reports/satisfaction" query={{ ...asked(filters), by: filters.by }}>
      {(report) =>
        report.groups.length === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <Questions report={report} filters={filters} options={options} />
        )
      }
    </Report>
  );
}

function Questions({
  report,
  filters,
  options,
}: {
  readonly report: Satisfaction;
  readonly filters: Filters;
  readonly options: ReportOptions;
}) {
  const t = useWords(words);
  const { language } = useLanguage();
  const nameOf = useGroupName();
  const topicOf = (id: string) => options.questions.find((question) => question.id === id)?.topic[language] ?? id;
  const all = report.questions.map((result): Row => ({ key: result.question, name: topicOf(result.question), result }));
  return (
    <>
      <Alert type="info" className="gap-below" title={t('gradesHint')} />
      <Section title={t('tab_satisfaction')}>
        <Grades rows={all} />
        <Answers rows={all} first={t('question')} minimum={report.minimum} />
      </Section>
      <Themes rows={all} />
      {report.questions.map(({ question }, index) => {
        const rows = report.groups.flatMap(({ key, questions }): Row[] => {
          const result = questions[index];
          return result === undefined ? [] : [{ key, name: nameOf(filters.by, key), result }];
        });
        const ordered = report.ranked
          ? rows.toSorted((a, b) => (b.result.rate.value ?? 0) - (a.result.rate.value ?? 0))
          : rows;
        return (
          <Section key={question} title={`${topicOf(question)} · ${t(`by_${filters.by}`)}`}>
            {report.ranked && <Typography.Paragraph type="secondary">{t('ranked')}</Typography.Paragraph>}
            <Answers rows={ordered} first={t(`by_${filters.by}`)} minimum={report.minimum} />
          </Section>
        );
      })}
    </>
  );
}

function Grades({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(words);
  // A bar is a percentage too: what has too few answers stands in the table only.
  const enough = useMemo(() => rows.filter(({ result }) => result.rate.value !== null), [rows]);
  const option = useMemo(
    () =>
      shares(
        enough.map(({ name }) => name),
        [
          { name: t('grade_satisfied'), values: enough.map(({ result }) => result.satisfied.count) },
          { name: t('grade_mostly_satisfied'), values: enough.map(({ result }) => result.mostlySatisfied.count) },
          { name: t('grade_dissatisfied'), values: enough.map(({ result }) => result.dissatisfied.count) },
        ],
      ),
    [enough, t],
  );
  if (enough.length === 0) return null;
  return (
    <Chart option={option} height={60 + enough.length * 50} label={`${t('tab_satisfaction')}. ${t('chartTable')}`} />
  );
}

function Answers(props: { readonly rows: readonly Row[]; readonly first: string; readonly minimum: number }) {
  const t = useWords(words);
  const { rows, first, minimum } = props;
  const figure = (title: string, pick: (result: QuestionResult) => QuestionResult['satisfied']) => ({
    title,
    align: 'right' as const,
    render: (_: unknown, { result }: Row) => <FigureLink figure={pick(result)} />,
  });
  return (
    <Table
      size="small"
      pagination={rows.length > 60 ? { pageSize: 60 } : false}
      scroll={{ x: 'max-content' }}
      dataSource={[...rows]}
      columns={[
        { title: first, dataIndex: 'name', fixed: 'left' },
        figure(t('answers'), (result) => result.graded),
        { title: t('satisfactionRate'), render: (_, { result }) => <Interval {...result.rate} minimum={minimum} /> },
        { title: t('topBox'), render: (_, { result }) => <Interval {...result.topBox} minimum={minimum} /> },
        figure(t('grade_satisfied'), (result) => result.satisfied),
        figure(t('grade_mostly_satisfied'), (result) => result.mostlySatisfied),
        figure(t('grade_dissatisfied'), (result) => result.dissatisfied),
        figure(t('grade_no_opinion'), (result) => result.noOpinion),
        figure(t('unanswered'), (result) => result.unanswered),
        figure(t('flagged'), (result) => result.flagged),
      ]}
    />
  );
}

function Themes({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(words);
  const themes = rows.flatMap(({ name, result }) =>
    result.themes.map((theme) => ({ ...theme, key: `${result.question}.${theme.theme}`, name })),
  );
  if (themes.length === 0) return null;
  return (
    <Section title={t('themes')}>
      <Table
        size="small"
        pagination={false}
        dataSource={themes.toSorted((a, b) => b.count - a.count)}
        columns={[
          { title: t('theme'), render: (_, { theme }) => named(t, 'theme', theme) },
          { title: t('question'), dataIndex: 'name' },
          { title: t('count'), align: 'right', render: (_, figure) => <FigureLink figure={figure} /> },
        ]}
      />
    </Section>
  );
}
