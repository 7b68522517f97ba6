import type { FigureRow, ReportScope } from '../store/store.ts';
import { ratio, shareOf } from './measure.ts';
import { spanOf } from './periods.ts';
import {
  type Dimension,
  type Dropped,
  type Figure,
  type GroupRow,
  RATES,
  type Rate,
  type RateName,
  type Share,
  STAGES,
  type Stage,
  type Waterfall,
  type WaterfallStage,
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

function stageRows(scope: ReportScope, counts: Counts, minimum: number): readonly WaterfallStage[] {
  const first = of(counts, 'discharged');
  return STAGES.map((stage, index) => {
    const figure = stays(scope, counts, stage);
    const before = of(counts, STAGES[index - 1] ?? '');
    return {
      stage,
      ...figure,
      ofDischarged: ratio(figure.count, first, minimum),
      ofBefore: ratio(figure.count, before, minimum),
    };
  });
}

/** From discharge to completion, with what falls out at each step by its reason. */
export function waterfall(scope: ReportScope, counts: Counts, minimum: number): Waterfall {
  return {
    stages: stageRows(scope, counts, minimum),
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
function rateOf(scope: ReportScope, counts: Counts, name: RateName, minimum: number): Share {
  const [part, whole] = FORMULAS[name];
  return shareOf(stays(scope, counts, part), stays(scope, counts, whole), minimum);
}

/** All rates of some counts, each with the lists of its part and its whole. */
export function ratesOf(scope: ReportScope, counts: Counts, minimum: number): Readonly<Record<RateName, Share>> {
  return Object.fromEntries(RATES.map((name) => [name, rateOf(scope, counts, name, minimum)])) as Record<
    RateName,
    Share
  >;
}

/** A scope with what was counted in it. */
interface Counted {
  readonly scope: ReportScope;
  readonly counts: Counts;
}

/** All rates, beside those of the span before. */
export function rates(now: Counted, before: Counted, minimum: number): readonly Rate[] {
  return RATES.map((rate) => ({
    rate,
    ...rateOf(now.scope, now.counts, rate, minimum),
    before: rateOf(before.scope, before.counts, rate, minimum),
  }));
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
export function groupRows(
  scope: ReportScope,
  rows: readonly FigureRow[],
  by: Dimension,
  minimum: number,
): readonly GroupRow[] {
  return grouped(rows, by)
    .filter(([, counts]) => of(counts, 'discharged') > 0)
    .map(([key, counts]) => {
      const own = scopeOf(scope, by, key);
      const stages = Object.fromEntries(STAGES.map((stage) => [stage, stays(own, counts, stage)]));
      return { key, stages: stages as Record<Stage, Figure>, rates: ratesOf(own, counts, minimum) };
    });
}
