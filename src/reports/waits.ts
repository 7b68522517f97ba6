import { MINUTE } from '../domain/clock.ts';
import { HANDOFF_REASONS, PRIORITIES } from '../domain/vocabulary.ts';
import type { HandoffRow, ReportScope } from '../store/store.ts';
import { quantile, ratio } from './measure.ts';
import type { ResponseTimes, Waits } from './report.types.ts';
import { behind } from './sums.ts';

/** Upper bounds of the histogram, in minutes. */
const BOUNDS = [1, 5, 15, 30, 60, 240, 1440] as const;
/** Minutes within which staff should have answered: what `console.sla` sets by default, here by the clock. */
const GOALS = { urgent: 5, high: 30, normal: 240 } as const;

function minutesOf({ at, answeredAt }: HandoffRow): number | null {
  return answeredAt === null ? null : (answeredAt - at) / MINUTE;
}

/** Answered within the goal of its priority. */
export function isInTime(row: HandoffRow): boolean {
  return (minutesOf(row) ?? Number.POSITIVE_INFINITY) <= GOALS[row.priority];
}

function waits(key: string, rows: readonly HandoffRow[], query: string): Waits {
  const minutes = rows.flatMap((row) => minutesOf(row) ?? []);
  const inTime = rows.filter(isInTime).length;
  return {
    key,
    count: rows.length,
    behind: query,
    answered: { count: minutes.length, behind: `${query}&answered=yes` },
    median: quantile(minutes, 0.5),
    p90: quantile(minutes, 0.9),
    inTime: { count: inTime, of: rows.length, share: ratio(inTime, rows.length), behind: `${query}&answered=inTime` },
  };
}

/** From a handoff to the first line of staff. Handoffs that nobody has answered count, but have no time. */
export function responseTimes(scope: ReportScope, rows: readonly HandoffRow[]): ResponseTimes {
  const by = (keys: readonly string[], pick: 'priority' | 'reason' | 'department') =>
    keys
      .map((key) =>
        waits(
          key,
          rows.filter((row) => row[pick] === key),
          behind(scope, 'handoffs', { [pick]: key }),
        ),
      )
      .filter(({ count }) => count > 0);
  const minutes = rows.flatMap((row) => minutesOf(row) ?? []);
  const bounds = [...BOUNDS, null];
  return {
    total: waits('', rows, behind(scope, 'handoffs', {})),
    byPriority: by(PRIORITIES.toReversed(), 'priority'),
    byReason: by(HANDOFF_REASONS, 'reason'),
    byDepartment: by([...new Set(rows.map((row) => row.department))].toSorted(), 'department'),
    histogram: bounds.map((upTo, index) => {
      const above = bounds[index - 1] ?? -1;
      return { upTo, count: minutes.filter((each) => each > above && (upTo === null || each <= upTo)).length };
    }),
  };
}
