import { MINUTE } from './clock.ts';
import { dayKind, isAroundTheClock, type WorkCalendar, type WorkSpan } from './working-days.ts';
import { atLocal, fromLocal, localDate, parseDate, toLocal } from './zoned-time.ts';

/**
 * When the centre works. A holiday has no hours, unless somebody is there around the clock; a make-up day has the hours of its own weekday,
 * else those of a Monday.
 */
export interface WorkingTime {
  readonly zone: string;
  readonly spans: readonly WorkSpan[];
  readonly calendar: WorkCalendar;
}

/** A calendar that is never open so long is a mistake; from there on the clock runs through. */
const MAX_DAYS = 60;
const MONDAY = 1;

/**
 * The instant (epoch ms) at which `minutes` of working time have passed since `from`. Outside working hours the clock stands still,
 * so what is promised at night is due as if it were promised in the morning.
 */
export function afterWorkingMinutes(from: number, minutes: number, work: WorkingTime): number {
  if (isAroundTheClock(work.spans)) return from + minutes * MINUTE;
  let left = minutes * MINUTE;
  for (let days = 0; days < MAX_DAYS; days += 1) {
    const noon = atLocal(from, work.zone, days, 12 * 60);
    for (const { start, end } of spansOn(noon, work)) {
      const begin = Math.max(start, from);
      if (begin >= end) continue;
      if (begin + left <= end) return begin + left;
      left -= end - begin;
    }
  }
  return from + minutes * MINUTE;
}

function spansOn(noon: number, { zone, spans, calendar }: WorkingTime): readonly { start: number; end: number }[] {
  const day = localDate(noon, zone);
  const kind = dayKind(day, calendar);
  const date = parseDate(day);
  if (kind === 'holiday' || date === undefined) return [];
  const of = (weekday: number) => spans.filter(({ weekdays }) => weekdays.includes(weekday));
  const own = of(toLocal(noon, zone).weekday);
  const open = kind === 'make_up' && own.length === 0 ? of(MONDAY) : own;
  return open
    .map(({ hours }) => ({ start: fromLocal(date, hours.from, zone), end: fromLocal(date, hours.to, zone) }))
    .sort((a, b) => a.start - b.start);
}
