import { MINUTE } from './clock.ts';
import type { Priority } from './vocabulary.ts';
import { type WorkCalendar, type WorkSpan, workingMinutesBetween } from './working-days.ts';
import { afterWorkingMinutes, type WorkingTime } from './working-time.ts';

/**
 * How soon somebody who waits for a person is answered, in minutes: of working time, but for the urgent, who are answered at any hour.
 * The one table of `console.sla`: the clock of the inbox, what is promised, and "in time" in reports all ask it.
 */
type SlaTargets = Readonly<Record<Priority, number>>;

/** What waiting is measured by. */
export interface SlaRules {
  readonly targets: SlaTargets;
  readonly zone: string;
  readonly spans: readonly WorkSpan[];
  readonly calendar: WorkCalendar;
}

/** How much of the time to answer is left. */
export interface SlaClock {
  /** Working ms left at `at`; below 0: over by so much. */
  readonly leftMs: number;
  /** Working ms allowed in all. */
  readonly totalMs: number;
  /** Epoch ms at which it is over. */
  readonly dueAt: number;
  /** Epoch ms at which `leftMs` was computed. */
  readonly at: number;
  /** Outside working hours the clock stands still. */
  readonly running: boolean;
}

/** Until when somebody who waits since `since` is answered (epoch ms). */
export function answerDue(since: number, priority: Priority, rules: SlaRules): number {
  const minutes = rules.targets[priority];
  return priority === 'urgent' ? since + minutes * MINUTE : afterWorkingMinutes(since, minutes, workingTime(rules));
}

/** The clock of somebody who waits since `since`, as it stands at `now` (both epoch ms). */
export function slaClock(since: number, priority: Priority, now: number, rules: SlaRules): SlaClock {
  const totalMs = rules.targets[priority] * MINUTE;
  const dueAt = answerDue(since, priority, rules);
  if (priority === 'urgent') return { leftMs: dueAt - now, totalMs, dueAt, at: now, running: true };
  const running = isWorking(now, workingTime(rules));
  return { leftMs: workedBetween(now, dueAt, rules), totalMs, dueAt, at: now, running };
}

/** True within working hours. */
export function isWorking(now: number, work: WorkingTime): boolean {
  return afterWorkingMinutes(now, 0, work) === now;
}

/** The hours and the calendar together, as due times are reckoned with. */
export function workingTime({ zone, spans, calendar }: Omit<SlaRules, 'targets'>): WorkingTime {
  return { zone, spans, calendar };
}

/** Working ms from one instant to the other; negative when `to` is over. */
function workedBetween(from: number, to: number, { spans, calendar, zone }: SlaRules): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const worked = workingMinutesBetween(first, last, spans, { calendar, zone }) * MINUTE;
  return from <= to ? worked : -worked;
}
