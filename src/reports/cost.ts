import type { FigureRow, ReportScope } from '../store/store.ts';
import { ratio } from './measure.ts';
import type { Cost, Figure } from './report.types.ts';
import { type Counts, grouped, of, total } from './sums.ts';
import { scopeOf, stays } from './waterfall.ts';

/** Segments are no stays: behind them stand the stays that were written to. */
function segments(scope: ReportScope, counts: Counts): Figure {
  return { count: of(counts, 'segments'), behind: stays(scope, counts, 'contacted').behind };
}

/** What was sent in the span, and what the follow-ups of those discharged in it cost. */
export function cost(scope: ReportScope, rows: readonly FigureRow[]): Cost {
  const counts = total(rows);
  return {
    lines: of(counts, 'sent.lines'),
    segments: of(counts, 'sent.segments'),
    cohortSegments: segments(scope, counts),
    completed: stays(scope, counts, 'completed'),
    perCompleted: ratio(of(counts, 'segments'), of(counts, 'completed')),
    byDepartment: grouped(rows, 'department')
      .filter(([, own]) => of(own, 'segments') > 0)
      .map(([key, own]) => ({
        key,
        segments: segments(scopeOf(scope, 'department', key), own),
        completed: stays(scopeOf(scope, 'department', key), own, 'completed'),
        perCompleted: ratio(of(own, 'segments'), of(own, 'completed')),
      })),
  };
}
