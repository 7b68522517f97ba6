import { DAY, MINUTE } from './clock.ts';

/** A wall-clock reading in some time zone. `month` 1–12, `weekday` 1 = Monday … 7 = Sunday. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const MAX_CACHED_OFFSETS = 50_000;

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

function computeOffset(zone: string, at: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatFor(zone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** Milliseconds that `zone` is ahead of UTC at the instant `at`. Offsets change on quarter hours at the earliest, so they are cached by those. */
function offsetAt(zone: string, at: number): number {
  const quarter = Math.floor(at / (15 * MINUTE));
  const key = `${zone}|${String(quarter)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = computeOffset(zone, quarter * 15 * MINUTE);
  if (offsets.size >= MAX_CACHED_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Reads an instant (epoch ms) on the wall clock of `zone` (IANA name). */
export function toLocal(at: number, zone: string): LocalTime {
  const shifted = new Date(at + offsetAt(zone, at));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: ((shifted.getUTCDay() + 6) % 7) + 1,
  };
}

/**
 * The instant (epoch ms) at which the wall clock of `zone` shows this date and minute. `day` and `minuteOfDay` may
 * run over ("day 32", 1500 minutes). A time that a DST change skips becomes the same reading with the offset before
 * the change; of a doubled one the first is taken.
 */
export function fromLocal(
  date: { year: number; month: number; day: number },
  minuteOfDay: number,
  zone: string,
): number {
  const wall = Date.UTC(date.year, date.month - 1, date.day) + minuteOfDay * MINUTE;
  const early = wall - offsetAt(zone, wall - DAY);
  const late = wall - offsetAt(zone, wall + DAY);
  if (early + offsetAt(zone, early) === wall) return early;
  if (late + offsetAt(zone, late) === wall) return late;
  return early;
}

/** Start of the local day that contains `at`, plus `days` days and `minuteOfDay` minutes. */
export function atLocal(at: number, zone: string, days: number, minuteOfDay: number): number {
  const local = toLocal(at, zone);
  return fromLocal({ year: local.year, month: local.month, day: local.day + days }, minuteOfDay, zone);
}

/** Minutes after local midnight. */
export function minuteOfDay(at: number, zone: string): number {
  const local = toLocal(at, zone);
  return local.hour * 60 + local.minute;
}

/** `YYYY-MM-DD` on the wall clock of `zone`. */
export function localDate(at: number, zone: string): string {
  const { year, month, day } = toLocal(at, zone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Parses `YYYY-MM-DD` into its parts; undefined when it is no existing day. */
export function parseDate(text: string): { year: number; month: number; day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() + 1 !== month || check.getUTCDate() !== day) return undefined;
  return { year, month, day };
}
