import type { Weekday } from '../knowledge.types.ts';

/** A day of the calendar. */
export interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: Weekday;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** The day so many days after 1 January 1970. */
function dayAt(days: number): Day {
  const at = new Date(days * DAY_MS);
  const weekday = (((at.getUTCDay() + 6) % 7) + 1) as Weekday;
  return { date: at.toISOString().slice(0, 10), weekday, month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** A calendar day; day 32 and month 13 run over. */
export function dayOf(year: number, month: number, day: number): Day {
  return dayAt(Math.round(Date.UTC(year, month - 1, day) / DAY_MS));
}

export function readDate(date: string): Day {
  return dayAt(Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS));
}

export function plusDays({ date }: Day, days: number): Day {
  return dayAt(Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS) + days);
}
