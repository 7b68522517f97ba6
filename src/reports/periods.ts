import { DAY } from '../domain/clock.ts';
import { parseDate } from '../domain/zoned-time.ts';
import type { Dimension } from './report.types.ts';

/** A span of days, both included, `YYYY-MM-DD`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

type Calendar = Extract<Dimension, 'day' | 'week' | 'month'>;

/** Days are counted in UTC: only their order and distance matter here. */
function stamp(day: string): number {
  const date = parseDate(day);
  if (date === undefined) throw new RangeError('no existing day');
  return Date.UTC(date.year, date.month - 1, date.day);
}

function dayAt(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The day so many days later, or before. */
export function shiftDay(day: string, days: number): string {
  return dayAt(stamp(day) + days * DAY);
}

/** Days of the span. */
export function lengthOf({ from, to }: Span): number {
  return Math.round((stamp(to) - stamp(from)) / DAY) + 1;
}

/** Monday of the week. */
function weekStart(day: string): string {
  const weekday = (new Date(stamp(day)).getUTCDay() + 6) % 7;
  return shiftDay(day, -weekday);
}

/** ISO week, `2026-W10`: weeks begin on Monday and belong to the year of their Thursday. */
export function weekOf(day: string): string {
  const thursday = shiftDay(weekStart(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((stamp(thursday) - stamp(`${year}-01-01`)) / DAY / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The period of the calendar that a day belongs to. */
export function periodOf(day: string, by: Calendar): string {
  if (by === 'day') return day;
  return by === 'month' ? day.slice(0, 7) : weekOf(day);
}

/** First and last day of a period. */
export function spanOf(period: string, by: Calendar): Span {
  if (by === 'day') return { from: period, to: period };
  if (by === 'month') {
    const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5, 7))];
    return { from: `${period}-01`, to: dayAt(Date.UTC(year, month, 0)) };
  }
  const year = Number(period.slice(0, 4));
  const first = weekStart(`${String(year)}-01-04`);
  const from = shiftDay(first, (Number(period.slice(6)) - 1) * 7);
  return { from, to: shiftDay(from, 6) };
}

/** True if the span begins and ends with a month. */
export function isWholeMonths({ from, to }: Span): boolean {
  return from.endsWith('-01') && shiftDay(to, 1).endsWith('-01');
}

/** The span of the same length right before: whole months before whole months. */
export function spanBefore(span: Span): Span {
  const to = shiftDay(span.from, -1);
  if (!isWholeMonths(span)) return { from: shiftDay(span.from, -lengthOf(span)), to };
  const months = monthsBetween(span.from, span.to);
  return { from: `${addMonths(span.from.slice(0, 7), -months)}-01`, to };
}

function monthsBetween(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  );
}

/** `2026-03` and -3 → `2025-12`. */
export function addMonths(month: string, months: number): string {
  return dayAt(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months, 1)).slice(0, 7);
}

/** The last `count` periods that end with the one of `to`, oldest first. */
export function lastPeriods(to: string, by: 'week' | 'month', count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return by === 'month' ? addMonths(to.slice(0, 7), -back) : weekOf(shiftDay(to, -7 * back));
  });
}
