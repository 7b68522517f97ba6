import type { FigureRow, ReportScope } from '../store/store.ts';
import { ratio } from './measure.ts';
import { spanOf } from './periods.ts';
import {
  type Dimension,
  type Dropped,
  type Figure,
  type GroupRow,
  RATES,
  type Rate,
  type RateName,
  STAGES,
  type Stage,
  type Waterfall,
} from './report.types.ts';
import { behind, type Counts, grouped, of, under } from './sums.ts';

/** Stays of the scope that count under a name. */
export function stays(scope: ReportScope, counts: Counts, name: string): Figure {
  return { count: of(counts, name), behind: behind(scope, 'stays', { has: [name] }) };
}

/** Under which names a stay stops after a stage. */
function stopPrefix(stage: Stage): string {
  return stage === 'discharged' ? 'out.' : `stop.${stage}.`;
}

function droppedAfter(scope: ReportScope, counts: Counts, after: Stage): readonly Dropped[] {
  const prefix = stopPrefix(after);
  return under(counts, prefix)
    .map(([reason]) => ({ after, reason, ...stays(scope, counts, `${prefix}${reason}`) }))
    .toSorted((a, b) => b.count - a.count);
}

/** From discharge to completion, with what falls out at each step by its reason. */
export function waterfall(scope: ReportScope, counts: Counts): Waterfall {
  return {
    stages: STAGES.map((stage) => ({ stage, ...stays(scope, counts, stage) })),
    dropped: STAGES.flatMap((stage) => droppedAfter(scope, counts, stage)),
    arrivals: (['receipt', 'reply', 'no_receipt'] as const).map((proof) => ({
      proof,
      ...stays(scope, counts, `via.${proof}`),
    })),
  };
}

/** The name that is counted, and of what (standards.md 5). */
const FORMULAS: Readonly<Record<RateName, readonly [count: string, of: Stage]>> = {
  delivery: ['delivered', 'contacted'],
  reach: ['reached', 'contacted'],
  completion: ['completed', 'reached'],
  response: ['completed', 'contacted'],
  optOut: ['end.opted_out', 'contacted'],
  wrongNumber: ['end.wrong_number', 'contacted'],
  issue: ['issue', 'reached'],
  partial: ['partial', 'contacted'],
};

/** Stays with a complaint or handoff count only where they were reached. */
function rateOf(counts: Counts, name: RateName): number | null {
  const [part, whole] = FORMULAS[name];
  return ratio(of(counts, part), of(counts, whole));
}

/** All rates of some counts. */
export function ratesOf(counts: Counts): Readonly<Record<RateName, number | null>> {
  return Object.fromEntries(RATES.map((name) => [name, rateOf(counts, name)])) as Record<RateName, number | null>;
}

/** All rates of the scope; `before`: the counts of the span before. */
export function rates(scope: ReportScope, counts: Counts, before: Counts): readonly Rate[] {
  return RATES.map((rate) => {
    const [part, whole] = FORMULAS[rate];
    const { count, behind: query } = stays(scope, counts, part);
    return {
      rate,
      count,
      of: of(counts, whole),
      share: rateOf(counts, rate),
      behind: query,
      before: rateOf(before, rate),
    };
  });
}

/** The scope of one group of it. */
export function scopeOf(scope: ReportScope, by: Dimension, key: string): ReportScope {
  if (by === 'department' || by === 'ward' || by === 'channel') return { ...scope, [by]: key };
  const span = spanOf(key, by);
  return {
    ...scope,
    from: span.from > scope.from ? span.from : scope.from,
    to: span.to < scope.to ? span.to : scope.to,
  };
}

/** One row a group: its stages and its rates. Groups without a discharge are left out. */
export function groupRows(scope: ReportScope, rows: readonly FigureRow[], by: Dimension): readonly GroupRow[] {
  return grouped(rows, by)
    .filter(([, counts]) => of(counts, 'discharged') > 0)
    .map(([key, counts]) => {
      const own = scopeOf(scope, by, key);
      const stages = Object.fromEntries(STAGES.map((stage) => [stage, stays(own, counts, stage)]));
      return { key, stages: stages as Record<Stage, Figure>, rates: ratesOf(counts) };
    });
}
