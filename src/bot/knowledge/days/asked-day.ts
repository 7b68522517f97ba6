import { readExpressions } from '../../understanding/time/expressions.ts';
import type { DayPart, DayReading } from '../../understanding/time/time.types.ts';
import { type Day, dayOf, plusDays, readDate } from './dates.ts';
import { HOLIDAY_WORDS, HOLIDAYS, type HolidayId } from './holidays.lists.ts';

/** The day a question is about. `key` is what the topic keeps of it. */
export interface AskedDay {
  readonly days: readonly Day[];
  readonly holiday: HolidayId | null;
  /** Only this part of the day, in minutes after midnight. */
  readonly part: readonly [number, number] | null;
  /** The question is whether it is open now. */
  readonly now: boolean;
  readonly key: string;
}

const PARTS: Readonly<Record<DayPart, readonly [number, number]>> = {
  dawn: [0, 480],
  morning: [360, 720],
  noon: [720, 840],
  after_lunch: [750, 840],
  afternoon: [780, 1080],
  dusk: [1050, 1200],
  evening: [1080, 1440],
  night: [1200, 1440],
};
const NOW = /现在|这会儿?|此刻|目前|这个点儿?|眼下|这阵儿?|当前|right now|(?<![a-z])now(?![a-z])|currently/;
const WEEKEND = /周末|双休|礼拜天礼拜六|weekend/;
/** Days before and behind a holiday that are moved each year. */
const NEAR_BEFORE = 2;
const NEAR_AFTER = 5;

/** The day that a topic has kept. */
export function askedDayOf(key: string, today: Day): AskedDay | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return { days: [readDate(key)], holiday: null, part: null, now: false, key };
  const holiday = HOLIDAYS.find(([id]) => key === `holiday:${id}`)?.[0] ?? (key === 'holiday:other' ? 'other' : null);
  if (holiday !== null) return { days: holidayDays(holiday, today), holiday, part: null, now: false, key };
  const hour = /^hour:(\d+)$/.exec(key)?.[1];
  if (hour !== undefined) return { days: [], holiday: null, part: [Number(hour), Number(hour) + 60], now: false, key };
  if (key in PARTS) return { days: [], holiday: null, part: PARTS[key as DayPart], now: false, key };
  return readAskedDay(key, today);
}

/** The day a normalised text is about; null when it names none. */
export function readAskedDay(text: string, today: Day): AskedDay | null {
  const expressions = readExpressions(text);
  const named = expressions.find(({ day }) => day !== undefined && day.type !== 'past' && day.type !== 'daily');
  const partName = expressions.find(({ part }) => part !== undefined)?.part;
  const part = partName === undefined ? null : PARTS[partName];
  const holiday = HOLIDAY_WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
  if (holiday !== null)
    return { days: holidayDays(holiday, today), holiday, part, now: false, key: `holiday:${holiday}` };
  if (WEEKEND.test(text)) return { days: weekendOf(today, text), holiday: null, part, now: false, key: 'weekend' };
  const day = named?.day === undefined ? undefined : dayFor(named.day, today);
  if (day !== undefined) return { days: [day], holiday: null, part, now: false, key: day.date };
  return nowOrPart(text, today, partName);
}

/** 六点: within the hour from then on; small hours without a word for the part of the day are those of the afternoon. */
export function readAskedHour(text: string): AskedDay | null {
  const clock = readExpressions(text).findLast((one) => one.clock !== undefined)?.clock;
  if (clock === undefined) return null;
  const hour = clock.bare && clock.hour < MORNING_FROM ? clock.hour + 12 : clock.hour;
  const from = 60 * hour + clock.minute;
  return { days: [], holiday: null, part: [from, from + 60], now: false, key: `hour:${String(from)}` };
}
const MORNING_FROM = 7;

function nowOrPart(text: string, today: Day, part: DayPart | undefined): AskedDay | null {
  if (NOW.test(text)) return { days: [today], holiday: null, part: null, now: true, key: 'now' };
  return part === undefined ? null : { days: [], holiday: null, part: PARTS[part], now: false, key: part };
}

function weekendOf(today: Day, text: string): readonly Day[] {
  const ahead = 6 - today.weekday + (text.includes('下周末') ? 7 : 0);
  const saturday = plusDays(today, ahead < 0 ? -1 : ahead);
  return [saturday, plusDays(saturday, 1)];
}

/** The next days of a holiday that are not over; none for a holiday in general. */
function holidayDays(holiday: HolidayId, today: Day): readonly Day[] {
  const next = HOLIDAYS.find(([id, , last]) => id === holiday && last >= today.date);
  return next === undefined ? [] : daysBetween(readDate(next[1]), next[2]);
}

function daysBetween(first: Day, last: string): readonly Day[] {
  const days = [first];
  for (let day = plusDays(first, 1); day.date <= last; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** The holiday a day belongs to or lies near; `sure` when it is one of its statutory days. */
export function holidayOn({ date }: Day): { readonly id: HolidayId; readonly sure: boolean } | null {
  const sure = HOLIDAYS.find(([, first, last]) => first <= date && date <= last);
  if (sure !== undefined) return { id: sure[0], sure: true };
  const near = HOLIDAYS.find(([, first, last]) => {
    const [from, to] = [plusDays(readDate(first), -NEAR_BEFORE), plusDays(readDate(last), NEAR_AFTER)];
    return from.date <= date && date <= to.date;
  });
  return near === undefined ? null : { id: near[0], sure: false };
}

function dayFor(reading: DayReading, today: Day): Day | undefined {
  const year = Number(today.date.slice(0, 4));
  const monday = 1 - today.weekday;
  switch (reading.type) {
    case 'relative':
      return plusDays(today, reading.days);
    case 'after':
      return reading.months > 0 ? undefined : plusDays(today, reading.days);
    case 'weekday': {
      const ahead = (reading.weekday - today.weekday + 7) % 7;
      return plusDays(today, reading.weeks === undefined ? ahead : monday + reading.weekday - 1 + 7 * reading.weeks);
    }
    case 'date':
      return dateFor(reading, today, year);
    default:
      return undefined;
  }
}

/** "12月1号": this year, or the next when it is over; "25号": this month or the next. */
function dateFor(reading: DayReading & { type: 'date' }, today: Day, year: number): Day | undefined {
  const month = reading.month ?? today.month + (reading.months ?? 0);
  const first = dayOf(reading.year ?? year, month, reading.day);
  const passed = reading.year === undefined && first.date < today.date;
  const later = reading.month === undefined ? dayOf(year, month + 1, reading.day) : dayOf(year + 1, month, reading.day);
  const day = passed ? later : first;
  return day.day === reading.day ? day : undefined;
}
