import { DAY } from '../../domain/clock.ts';
import type { SendingHours } from '../../domain/hours.ts';
import { nextAllowed } from '../../domain/sending-hours.ts';
import { atLocal, localDate } from '../../domain/zoned-time.ts';

/** How often we may start a talk with one contact (standards.md 7: one a day, three a week over all campaigns). */
export interface ProactiveCaps {
  readonly perDay: number;
  readonly perWeek: number;
}

const WEEK = 7 * DAY;

/** The first instant from `at` on at which one more proactive message is allowed: inside sending hours and both caps. */
export function nextProactive(
  at: number,
  sent: readonly number[],
  caps: ProactiveCaps,
  when: { readonly hours: SendingHours; readonly zone: string },
): number {
  let candidate = nextAllowed(at, when.hours, when.zone);
  for (;;) {
    const day = localDate(candidate, when.zone);
    const week = sent.filter((instant) => instant > candidate - WEEK);
    if (week.length >= caps.perWeek) {
      const oldest = week[week.length - caps.perWeek] ?? candidate;
      candidate = nextAllowed(oldest + WEEK, when.hours, when.zone);
    } else if (sent.filter((instant) => localDate(instant, when.zone) === day).length >= caps.perDay) {
      candidate = atLocal(candidate, when.zone, 1, when.hours.from);
    } else {
      return candidate;
    }
  }
}

/** The list that is kept on the contact, with `at` added and what is older than a week at `now` dropped. */
export function withProactive(sent: readonly number[], at: number, now = at): readonly number[] {
  return [...sent.filter((instant) => instant > now - WEEK), at].sort((a, b) => a - b);
}
