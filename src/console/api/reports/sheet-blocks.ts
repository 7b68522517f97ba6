import type { Block, CellValue, TableColumn } from '../../../documents/index.ts';
import type { Language } from '../../../domain/language.ts';
import { isTheme } from '../../../domain/themes.ts';
import {
  type EntriesReport,
  type Measured,
  type Overview,
  type QuestionResult,
  RATES,
  type Satisfaction,
  STAGES,
} from '../../../reports/report.types.ts';
import type { ReportSettings } from './deps.ts';
import { SHEET_WORDS } from './words.ts';

/** What the blocks of a printed report are written with. */
export interface SheetContext {
  readonly language: Language;
  readonly settings: ReportSettings;
}

function interval({ low, high }: Measured): string | null {
  const percent = (value: number) => (value * 100).toFixed(1);
  return low === null || high === null ? null : `${percent(low)}–${percent(high)}%`;
}

function answerCells(result: QuestionResult): readonly CellValue[] {
  const { satisfied, mostlySatisfied, dissatisfied, noOpinion, unanswered, rate, topBox } = result;
  const counts = [satisfied, mostlySatisfied, dissatisfied, noOpinion, unanswered].map(({ count }) => count);
  return [...counts, rate.value, interval(rate), topBox.value];
}

function answerColumns(language: Language): readonly TableColumn[] {
  const words = SHEET_WORDS[language];
  return [
    ...words.grades.map((title): TableColumn => ({ title, width: 2, format: 'integer' })),
    { title: words.rate, width: 2, format: 'percent' },
    { title: words.interval, width: 3, align: 'right' },
    { title: words.topBox, width: 2, format: 'percent' },
  ];
}

/** A table a question: departments below each other, the whole house as the last row. */
export function satisfactionBlocks(given: Satisfaction, { language, settings }: SheetContext): readonly Block[] {
  const words = SHEET_WORDS[language];
  const columns: readonly TableColumn[] = [{ title: words.department, width: 4 }, ...answerColumns(language)];
  const tables = given.questions.map((all, index): Block => {
    const topic = settings.questions.find(({ id }) => id === all.question)?.topic[language] ?? all.question;
    const rows = given.groups.flatMap(({ key, questions }) => {
      const own = questions[index];
      return own === undefined ? [] : [[key === '' ? words.none : key, ...answerCells(own)]];
    });
    return { type: 'table', title: topic, columns, rows, totals: [words.total, ...answerCells(all)] };
  });
  return [
    { type: 'paragraph', style: 'heading', text: words.satisfaction },
    ...tables,
    { type: 'paragraph', style: 'note', text: words.tooFew(given.minimum) },
  ];
}

/** Stages and rates by department. */
export function waterfallBlocks({ waterfall, groups, rates }: Overview, language: Language): readonly Block[] {
  const words = SHEET_WORDS[language];
  const shown = RATES.filter((rate) => rate !== 'partial');
  const columns: readonly TableColumn[] = [
    { title: words.department, width: 4 },
    ...STAGES.map((stage): TableColumn => ({ title: words.stages[stage], width: 2, format: 'integer' })),
    ...shown.map((rate): TableColumn => ({ title: words.rates[rate], width: 2, format: 'percent' })),
  ];
  const rows = groups.map(({ key, stages, rates: own }) => [
    key === '' ? words.none : key,
    ...STAGES.map((stage) => stages[stage].count),
    ...shown.map((rate) => own[rate].share),
  ]);
  const totals = [
    words.total,
    ...STAGES.map((stage) => waterfall.stages.find((one) => one.stage === stage)?.count ?? 0),
    ...shown.map((name) => rates.find(({ rate }) => rate === name)?.share ?? null),
  ];
  return [
    { type: 'paragraph', style: 'heading', text: words.waterfall },
    { type: 'table', columns, rows, totals },
  ];
}

/** How often reasons touch each theme, over all questions. */
export function themeBlocks({ questions }: Satisfaction, language: Language): readonly Block[] {
  const words = SHEET_WORDS[language];
  const counts = new Map<string, number>();
  for (const { theme, count } of questions.flatMap(({ themes }) => themes))
    counts.set(theme, (counts.get(theme) ?? 0) + count);
  const rows = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([theme, count]) => [isTheme(theme) ? words.themeNames[theme] : theme, count]);
  const columns: readonly TableColumn[] = [
    { title: words.theme, width: 4 },
    { title: words.count, width: 2, format: 'integer' },
  ];
  return [{ type: 'table', title: words.themes, columns, rows }];
}

/** Complaints by department and cause, praise by department. */
export function entriesBlocks(given: EntriesReport, language: Language): readonly Block[] {
  const words = SHEET_WORDS[language];
  const counted: TableColumn = { title: words.count, width: 2, format: 'integer' };
  if (given.kind === 'praise') {
    const rows = given.byDepartment.map(({ key, count }) => [key === '' ? words.none : key, count]);
    const columns = [{ title: words.department, width: 4 }, counted];
    return [{ type: 'table', title: words.praise, columns, rows, totals: [words.total, given.total.count] }];
  }
  const columns: readonly TableColumn[] = [
    { title: words.department, width: 4 },
    counted,
    { title: words.answered, width: 2, format: 'integer' },
    { title: words.medianDays, width: 3, format: 'decimal' },
    { title: words.inTime, width: 3, format: 'percent' },
    { title: words.overdue, width: 2, format: 'integer' },
  ];
  const row = (
    key: string,
    { count, answered, medianDays, inTime, overdue }: EntriesReport['total'],
  ): readonly CellValue[] => [
    key === '' ? words.none : key,
    count,
    answered.count,
    medianDays,
    inTime.share,
    overdue.count,
  ];
  return [
    {
      type: 'table',
      title: words.complaints,
      columns,
      rows: given.byDepartment.map((group) => row(group.key, group)),
      totals: row(words.total, given.total),
    },
    {
      type: 'table',
      title: words.cause,
      columns: [{ title: words.cause, width: 4 }, counted],
      rows: given.byCause.map(({ key, count }) => [words.causes[key as keyof typeof words.causes], count]),
    },
  ];
}

/** Completion and satisfaction over the last periods, as a drawing and as numbers. */
export function trendBlocks({ trend }: Overview, { language, settings }: SheetContext): readonly Block[] {
  const words = SHEET_WORDS[language];
  const questions = settings.questions.slice(0, 3);
  const series = [
    { name: words.rates.response, values: trend.map(({ rates }) => rates.response.share) },
    ...questions.map(({ id, topic }) => ({
      name: topic[language],
      values: trend.map(({ satisfaction }) => satisfaction[id]?.share ?? null),
    })),
  ];
  const labels = trend.map(({ period }) => period);
  const columns: readonly TableColumn[] = [
    { title: words.month, width: 2 },
    { title: words.stages.discharged, width: 2, format: 'integer' },
    ...series.map(({ name }): TableColumn => ({ title: name, width: 3, format: 'percent' })),
  ];
  const rows = trend.map(({ period, discharged }, index) => [
    period,
    discharged.count,
    ...series.map(({ values }) => values[index] ?? null),
  ]);
  return [
    { type: 'chart', kind: 'lines', title: words.trend, labels, series, format: 'percent' },
    { type: 'table', columns, rows },
  ];
}
