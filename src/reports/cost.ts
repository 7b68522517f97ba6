import type { FigureRow, ReportScope } from '../store/store.ts';
import { ratio } from './measure.ts';
import type { Cost } from './report.types.ts';
import { grouped, of, total } from './sums.ts';
import { stays } from './waterfall.ts';

/** What was sent in the span, and what the follow-ups of those discharged in it cost. */
export function cost(scope: ReportScope, rows: readonly FigureRow[]): Cost {
  const counts = total(rows);
  return {
    lines: of(counts, 'sent.lines'),
    segments: of(counts, 'sent.segments'),
    cohortSegments: of(counts, 'segments'),
    completed: stays(scope, counts, 'completed'),
    perCompleted: ratio(of(counts, 'segments'), of(counts, 'completed')),
    byDepartment: grouped(rows, 'department')
      .filter(([, own]) => of(own, 'segments') > 0)
      .map(([key, own]) => ({
        key,
        segments: of(own, 'segments'),
        completed: of(own, 'completed'),
        perCompleted: ratio(of(own, 'segments'), of(own, 'completed')),
      })),
  };
}
