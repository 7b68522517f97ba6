import type { FigureRow, ReportScope } from '../store/store.ts';
import { shareOf } from './measure.ts';
import { isWholeMonths, lastPeriods, type Span, spanOf } from './periods.ts';
import type { TrendPoint } from './report.types.ts';
import { gradesOf, type SatisfactionOptions } from './satisfaction.ts';
import { grouped } from './sums.ts';
import { ratesOf, stays } from './waterfall.ts';

/** How many periods a trend has, this one included. */
const LENGTH = 12;

/** Months for spans of whole months, else weeks; the last one holds the end of the span. */
export function trendOf(span: Span): {
  readonly by: 'week' | 'month';
  readonly periods: readonly string[];
  readonly span: Span;
} {
  const by = isWholeMonths(span) ? 'month' : 'week';
  const periods = lastPeriods(span.to, by, LENGTH);
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''];
  return { by, periods, span: { from: spanOf(first, by).from, to: spanOf(last, by).to } };
}

/** One point a period, also where nothing was counted. */
export function trend(
  scope: ReportScope,
  rows: readonly FigureRow[],
  { by, periods }: Pick<ReturnType<typeof trendOf>, 'by' | 'periods'>,
  { questions, minimum }: SatisfactionOptions,
): readonly TrendPoint[] {
  const counted = new Map(grouped(rows, by));
  return periods.map((period) => {
    const counts = counted.get(period) ?? {};
    const own = { ...scope, ...spanOf(period, by) };
    const satisfaction = questions.map((question) => {
      const { graded, good } = gradesOf(own, counts, question);
      return [question, shareOf(good, graded, minimum)] as const;
    });
    return {
      period,
      discharged: stays(own, counts, 'discharged'),
      completed: stays(own, counts, 'completed'),
      rates: ratesOf(own, counts, minimum),
      satisfaction: Object.fromEntries(satisfaction),
    };
  });
}
