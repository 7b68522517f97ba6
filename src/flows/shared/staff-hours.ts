import { atLocal, minuteOfDay, toLocal } from '../../domain/zoned-time.ts';
import type { FlowSettings } from '../flow.ts';

const DAYS_AHEAD = 14;

/** When a colleague is next there: null = now (or no hours are set), else epoch ms of the next opening. */
export function nextStaffTime(now: number, settings: Pick<FlowSettings, 'staffHours' | 'zone'>): number | null {
  const { staffHours, zone } = settings;
  if (staffHours.length === 0) return null;
  const minute = minuteOfDay(now, zone);
  const { weekday } = toLocal(now, zone);
  const today = staffHours.filter((span) => span.weekdays.includes(weekday));
  if (today.some(({ hours }) => minute >= hours.from && minute <= hours.to)) return null;
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const on = ((weekday - 1 + days) % 7) + 1;
    const starts = staffHours
      .filter((span) => span.weekdays.includes(on))
      .map(({ hours }) => atLocal(now, zone, days, hours.from));
    const next = starts.filter((at) => at > now).sort((a, b) => a - b)[0];
    if (next !== undefined) return next;
  }
  return null;
}
