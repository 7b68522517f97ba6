import { MINUTE } from '../domain/clock.ts';
import { answerDue, type SlaRules } from '../domain/sla.ts';
import { HANDOFF_REASONS, PRIORITIES } from '../domain/vocabulary.ts';
import type { HandoffRow, ReportScope } from '../store/store.ts';
import { quantile, shareOf } from './measure.ts';
import type { Figure, ResponseTimes, Waits } from './report.types.ts';
import { behind } from './sums.ts';

/** How long somebody may wait (`console.sla`). */
export interface WaitLimits {
  readonly sla: SlaRules;
  /** Ms until somebody of the staff has opened an urgent conversation. */
  readonly alertMs: number;
}

/** What is waited for: the first line of staff, or that somebody of the staff opens an urgent conversation. */
export const AWAITED = ['answered', 'opened'] as const;
type Awaited = (typeof AWAITED)[number];

/** Upper bounds of the histogram, in minutes. */
const BOUNDS = [1, 5, 15, 30, 60, 240, 1440] as const;

const ENDED = {
  answered: ({ answeredAt }: HandoffRow) => answeredAt,
  opened: ({ openedAt }: HandoffRow) => openedAt,
} as const;

/** Minutes by the clock; null: it still waits. */
export function minutesUntil(awaited: Awaited, row: HandoffRow): number | null {
  const ended = ENDED[awaited](row);
  return ended === null ? null : (ended - row.at) / MINUTE;
}

/** Within the limit of its priority: of working time, of urgent ones by the clock. */
export function isInTime(awaited: Awaited, row: HandoffRow, { sla, alertMs }: WaitLimits): boolean {
  const ended = ENDED[awaited](row);
  if (ended === null) return false;
  if (awaited === 'opened') return ended - row.at <= alertMs;
  // By the clock already: then in working time too, and the calendar need not be asked.
  if (ended - row.at <= sla.targets[row.priority] * MINUTE) return true;
  return ended <= answerDue(row.at, row.priority, sla);
}

/** What rows are counted by. */
interface Counting {
  readonly awaited: Awaited;
  readonly limits: WaitLimits;
  /** Below so many no share is given. */
  readonly minimum: number;
}

function waits(key: string, rows: readonly HandoffRow[], query: string, how: Counting): Waits {
  const { awaited, limits, minimum } = how;
  const minutes = rows.flatMap((row) => minutesUntil(awaited, row) ?? []);
  const all: Figure = { count: rows.length, behind: query };
  const inTime = {
    count: rows.filter((row) => isInTime(awaited, row, limits)).length,
    behind: `${query}&${awaited}=inTime`,
  };
  return {
    key,
    ...all,
    done: { count: minutes.length, behind: `${query}&${awaited}=yes` },
    median: quantile(minutes, 0.5, minimum),
    p90: quantile(minutes, 0.9, minimum),
    inTime: shareOf(inTime, all, minimum),
  };
}

function histogram(scope: ReportScope, rows: readonly HandoffRow[]): ResponseTimes['histogram'] {
  const minutes = rows.flatMap((row) => minutesUntil('answered', row) ?? []);
  return [...BOUNDS, null].map((upTo, index) => {
    const above = BOUNDS[index - 1] ?? null;
    const span = { above: above === null ? null : String(above), upTo: upTo === null ? null : String(upTo) };
    return {
      upTo,
      count: minutes.filter((each) => isBetween(each, { above, upTo })).length,
      behind: behind(scope, 'handoffs', { answered: 'yes', ...span }),
    };
  });
}

/** Whether a bar of the histogram counts so many minutes; null: no bound on that side. */
export function isBetween(
  minutes: number,
  { above, upTo }: { readonly above: number | null; readonly upTo: number | null },
): boolean {
  return (above === null || minutes > above) && (upTo === null || minutes <= upTo);
}

/** From a handoff to the first line of staff, and until somebody opened the urgent ones. What nobody has done counts, but has no time. */
export function responseTimes(
  scope: ReportScope,
  rows: readonly HandoffRow[],
  { limits, minimum }: Omit<Counting, 'awaited'>,
): ResponseTimes {
  const how = { awaited: 'answered', limits, minimum } as const;
  const by = (keys: readonly string[], pick: 'priority' | 'reason' | 'department') =>
    keys
      .map((key) =>
        waits(
          key,
          rows.filter((row) => row[pick] === key),
          behind(scope, 'handoffs', { [pick]: key }),
          how,
        ),
      )
      .filter(({ count }) => count > 0);
  const urgent = rows.filter(({ priority }) => priority === 'urgent');
  return {
    limits: limits.sla.targets,
    alertSeconds: limits.alertMs / 1_000,
    alerts: waits('urgent', urgent, behind(scope, 'handoffs', { priority: 'urgent' }), { ...how, awaited: 'opened' }),
    total: waits('', rows, behind(scope, 'handoffs', {}), how),
    byPriority: by(PRIORITIES.toReversed(), 'priority'),
    byReason: by(HANDOFF_REASONS, 'reason'),
    byDepartment: by([...new Set(rows.map((row) => row.department))].toSorted(), 'department'),
    histogram: histogram(scope, rows),
  };
}
