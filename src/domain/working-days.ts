import { DAY, MINUTE } from './clock.ts';
import type { SendingHours } from './hours.ts';
import { fromLocal, localDate, parseDate } from './zoned-time.ts';

/** Holidays and make-up workdays of one year, as the notice of the State Council gives them. Days are `YYYY-MM-DD`. */
interface CalendarYear {
  readonly year: number;
  /** Both ends belong to it. */
  readonly holidays: readonly { readonly from: string; readonly to: string }[];
  /** Weekend days that are worked instead (调休). */
  readonly makeUpDays: readonly string[];
}

/**
 * The working days of a country, as far as they are known: the notice comes one year at a time (standards.md section 4). In a year
 * that is not listed Monday to Friday count, and what is reckoned with them is provisional.
 */
export interface WorkCalendar {
  readonly years: readonly CalendarYear[];
}

/** Hours of work on some weekdays; 1 = Monday … 7 = Sunday. A lunch break is the gap between two spans of a day. */
export interface WorkSpan {
  readonly weekdays: readonly number[];
  readonly hours: SendingHours;
}

/** A day that was reckoned; `provisional`: a year on the way is not in the calendar, so that the day may still move. */
export interface ReckonedDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly provisional: boolean;
}

/** What a day is; the weekend counts only where it is neither a holiday nor worked. */
export type DayKind = 'workday' | 'make_up' | 'weekend' | 'holiday';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 23:59, as hours are written. */
const LAST_MINUTE = 24 * 60 - 1;
const FRIDAY = 5;
const MONDAY = 1;
/** The notice of the next year is out by then. */
const DECEMBER = '12';

/** The year that has to be entered by `day` (`YYYY-MM-DD`): its own, or in December the next; null: it is there. */
export function missingYear(day: string, { years }: WorkCalendar): number | null {
  const own = Number(day.slice(0, 4));
  const needed = day.slice(5, 7) === DECEMBER ? [own, own + 1] : [own];
  return needed.find((one) => !years.some(({ year }) => year === one)) ?? null;
}

/** What `day` (`YYYY-MM-DD`) is in this calendar. A RangeError for something that is no day. */
export function dayKind(day: string, calendar: WorkCalendar): DayKind {
  const year = yearOf(day, calendar);
  if (year?.makeUpDays.includes(day) === true) return 'make_up';
  if (year?.holidays.some(({ from, to }) => from <= day && day <= to) === true) return 'holiday';
  return weekdayOf(day) <= FRIDAY ? 'workday' : 'weekend';
}

/** True on a working day, make-up days included. */
export function isWorkday(day: string, calendar: WorkCalendar): boolean {
  const kind = dayKind(day, calendar);
  return kind === 'workday' || kind === 'make_up';
}

/**
 * The `count`th working day after `day`: day 1 is the next working day, whatever `day` itself is; 0 gives `day` back. This is how
 * the days to answer a complaint are counted (standards.md section 6).
 */
export function addWorkdays(day: string, count: number, calendar: WorkCalendar): ReckonedDay {
  let reached = day;
  let provisional = yearOf(day, calendar) === undefined;
  for (let left = count; left > 0; ) {
    reached = nextDay(reached);
    provisional ||= yearOf(reached, calendar) === undefined;
    if (isWorkday(reached, calendar)) left -= 1;
  }
  return { day: reached, provisional };
}

/** Working days after `from` up to and with `to`: what `addWorkdays` would have to be told to get from one to the other; 0 when `to` is not later. */
export function workdaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = nextDay(day);
    if (isWorkday(day, calendar)) count += 1;
  }
  return count;
}

/** True where somebody is there at every minute of the week (00:00 to 23:59): such a centre does not close on holidays either. */
export function isAroundTheClock(spans: readonly WorkSpan[]): boolean {
  return WEEKDAYS.every((weekday) => {
    const hours = ofWeekday(spans, weekday).toSorted((a, b) => a.from - b.from);
    // Both ends belong to a span, so the next one may begin a minute later.
    const end = hours.reduce((reached, { from, to }) => (from <= reached + 1 ? Math.max(reached, to) : reached), -1);
    return end >= LAST_MINUTE;
  });
}

/**
 * Whole minutes between two instants (epoch ms) that lie inside the working hours; 0 when `to` is not later. A holiday has none; a
 * make-up day has the hours of its own weekday where it has some, else those of a Monday. Overlapping spans count once.
 */
export function workingMinutesBetween(
  from: number,
  to: number,
  spans: readonly WorkSpan[],
  place: { readonly calendar: WorkCalendar; readonly zone: string },
): number {
  if (isAroundTheClock(spans)) return Math.max(0, Math.floor((to - from) / MINUTE));
  let worked = 0;
  const last = localDate(to, place.zone);
  for (let day = localDate(from, place.zone); day <= last; day = nextDay(day)) {
    for (const span of hoursOn(day, spans, place.calendar)) {
      const start = Math.max(from, instantOf(day, span.from, place.zone));
      const end = Math.min(to, instantOf(day, span.to, place.zone));
      worked += Math.max(0, end - start);
    }
  }
  return Math.floor(worked / MINUTE);
}

/** The hours of one day, in order and without overlaps. */
function hoursOn(day: string, spans: readonly WorkSpan[], calendar: WorkCalendar): readonly SendingHours[] {
  const kind = dayKind(day, calendar);
  if (kind === 'holiday') return [];
  const own = ofWeekday(spans, weekdayOf(day));
  return apart(kind === 'make_up' && own.length === 0 ? ofWeekday(spans, MONDAY) : own);
}

function ofWeekday(spans: readonly WorkSpan[], weekday: number): readonly SendingHours[] {
  return spans.filter(({ weekdays }) => weekdays.includes(weekday)).map(({ hours }) => hours);
}

function apart(hours: readonly SendingHours[]): readonly SendingHours[] {
  const merged: SendingHours[] = [];
  for (const span of hours.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function yearOf(day: string, calendar: WorkCalendar): CalendarYear | undefined {
  const { year } = partsOf(day);
  return calendar.years.find((known) => known.year === year);
}

function instantOf(day: string, minute: number, zone: string): number {
  return fromLocal(partsOf(day), minute, zone);
}

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(day: string): number {
  return ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;
}

function nextDay(day: string): string {
  return new Date(utc(day) + DAY).toISOString().slice(0, 10);
}

function utc(day: string): number {
  const { year, month, day: date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const parts = parseDate(day);
  if (parts === undefined) throw new RangeError('not a day written YYYY-MM-DD');
  return parts;
}
