import type { FigureRow, ReportScope } from '../store/store.ts';
import { ratio } from './measure.ts';
import type { Cost, Sum } from './report.types.ts';
import { behind, type Counts, grouped, of, total } from './sums.ts';
import { scopeOf, stays } from './waterfall.ts';

/** Segments of the lines about the stays of the scope, whenever they were sent. */
function segments(scope: ReportScope, counts: Counts): Sum {
  return { sum: of(counts, 'segments'), behind: behind(scope, 'lines', { of: 'discharged' }) };
}

/** What was sent in the span, and what the follow-ups of those discharged in it cost. */
export function cost(scope: ReportScope, rows: readonly FigureRow[], minimum: number): Cost {
  const counts = total(rows);
  const sent = behind(scope, 'lines', { of: 'written' });
  const costs = (own: ReportScope, each: Counts) => ({
    completed: stays(own, each, 'completed'),
    perCompleted: ratio(of(each, 'segments'), of(each, 'completed'), minimum),
  });
  return {
    lines: { count: of(counts, 'sent.lines'), behind: sent },
    segments: { sum: of(counts, 'sent.segments'), behind: sent },
    cohortSegments: segments(scope, counts),
    ...costs(scope, counts),
    byDepartment: grouped(rows, 'department')
      .filter(([, own]) => of(own, 'segments') > 0)
      .map(([key, own]) => {
        const narrowed = scopeOf(scope, 'department', key);
        return { key, segments: segments(narrowed, own), ...costs(narrowed, own) };
      }),
  };
}
