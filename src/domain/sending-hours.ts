import type { SendingHours } from './hours.ts';
import { atLocal, minuteOfDay } from './zoned-time.ts';

/** True if a proactive message may leave at `at`; both ends are inside (handbook section 2). */
export function insideSendingHours(at: number, hours: SendingHours, zone: string): boolean {
  const minute = minuteOfDay(at, zone);
  return minute >= hours.from && minute <= hours.to;
}

/** `at` itself when inside sending hours, else the next allowed minute (handbook section 8: 22:00 → next day 09:00). */
export function nextAllowed(at: number, hours: SendingHours, zone: string): number {
  if (insideSendingHours(at, hours, zone)) return at;
  const days = minuteOfDay(at, zone) < hours.from ? 0 : 1;
  return atLocal(at, zone, days, hours.from);
}
