import type { FigureRow } from '../store/store.ts';
import { ratio } from './measure.ts';
import { isWholeMonths, lastPeriods, type Span, spanOf } from './periods.ts';
import type { TrendPoint } from './report.types.ts';
import { gradesOf } from './satisfaction.ts';
import { grouped, of } from './sums.ts';
import { ratesOf } from './waterfall.ts';

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
  rows: readonly FigureRow[],
  { by, periods }: Pick<ReturnType<typeof trendOf>, 'by' | 'periods'>,
  questions: readonly string[],
): readonly TrendPoint[] {
  const counted = new Map(grouped(rows, by));
  return periods.map((period) => {
    const counts = counted.get(period) ?? {};
    const satisfaction = questions.map((question) => {
      const { n, good } = gradesOf(counts, question);
      return [question, ratio(good, n)] as const;
    });
    return {
      period,
      discharged: of(counts, 'discharged'),
      completed: of(counts, 'completed'),
      rates: ratesOf(counts),
      satisfaction: Object.fromEntries(satisfaction),
    };
  });
}
