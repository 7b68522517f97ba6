import type { HalfDay } from '../../domain/appointment.ts';
import { DAY } from '../../domain/clock.ts';
import { localDate } from '../../domain/zoned-time.ts';
import { readAskedDay } from '../knowledge/days/asked-day.ts';
import { plusDays, readDate } from '../knowledge/days/dates.ts';
import { readExpressions } from '../understanding/time/expressions.ts';
import { type CalendarDay, candidateDays } from '../understanding/time/resolve.ts';
import type { DayPart, DayReading, TimeExpression } from '../understanding/time/time.types.ts';
import type { AskedDay } from './appointment.types.ts';

/** The moment in which a day is named. */
export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

export interface DaysRead {
  readonly days: readonly AskedDay[];
  readonly stretch: boolean;
  readonly half: HalfDay | null;
}

const HALF_OF: Readonly<Record<DayPart, HalfDay | null>> = {
  dawn: 'morning',
  morning: 'morning',
  noon: null,
  after_lunch: 'afternoon',
  afternoon: 'afternoon',
  dusk: 'evening',
  evening: 'evening',
  night: 'evening',
};
const MORNING_FROM = 7;
const NIGHT_CLINIC = 17;
/** 不是明天, 周六不行: this day is not meant. */
const NOT_BEFORE = /(?:不是|不要|不约|别约|除了|不想(?:要|约)?|not |except )[ ]?(?:on )?$/;
const NOT_AFTER =
  /^(?:我|他|她|那天)?(?:没空|没时间|不行|不方便|不去|去不了|来不了|有事|不可以|不合适|(?:还|都|得|要|又)*(?:有(?:课|班|会|安排)|(?:上|加|值)班|上课|上学|开会|考试|出差)(?![吗嘛么不没?]))/;
const WEEKEND = /末|weekend/;

/**
 * The calendar days that a normalised text names for an appointment, and the half-day. Unlike a time to call (handbook
 * section 8) the hour of the message does not matter: 明天 is tomorrow at midnight too. Of several days the last counts; of two
 * joined by "or" the first. `asked`: we have just asked which day.
 */
export function readDays(written: string, moment: Moment, asked = false): DaysRead {
  const text = withDates(written, asked);
  const expressions = readExpressions(text).filter((expression) => isMeant(text, expression));
  const holiday = named(text, moment);
  if (holiday !== null) return holiday;
  const expression = expressions.findLast(
    ({ day }) => day !== undefined && day.type !== 'past' && day.type !== 'daily',
  );
  const timed = [...expressions].reverse().find((one) => one.part !== undefined || one.clock !== undefined);
  const half = timed === undefined ? null : halfOf(timed);
  if (expression?.day === undefined) return { days: [], stretch: false, half };
  const words = text.slice(expression.start, expression.end);
  return { ...daysOf(expression.day, words, moment), half: halfOf(expression) ?? half };
}

/** 2026-11-23, 11.20, and a bare 20 in answer to "which day?", as dates in words. */
function withDates(text: string, asked: boolean): string {
  const bare = asked ? /^\D{0,2}([12]?\d|3[01])\D{0,2}$/.exec(text)?.[1] : undefined;
  if (bare !== undefined && !/[点时:号日周月]/.test(text)) return `${bare}号`;
  return text
    .replace(/(?<!\d)(20\d\d)[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?!\d)/g, '$1年$2月$3日')
    .replace(/(?<![\d.:-])(1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.:元块-])/g, '$1月$2日');
}

/** A public holiday by its name (元旦当天): its days, which the desk will not take. */
function named(text: string, { now, zone }: Moment): DaysRead | null {
  const asked = readAskedDay(text, readDate(localDate(now, zone)));
  const [first] = asked?.days ?? [];
  if (asked?.holiday == null || first === undefined) return null;
  return { days: [{ date: first.date, past: false }], stretch: false, half: null };
}

function isMeant(text: string, { start, end }: TimeExpression): boolean {
  return !NOT_BEFORE.test(text.slice(Math.max(0, start - 8), start)) && !NOT_AFTER.test(text.slice(end, end + 8));
}

function halfOf({ part, clock }: TimeExpression): HalfDay | null {
  if (part !== undefined) return HALF_OF[part];
  if (clock === undefined) return null;
  const hour = clock.bare && clock.hour < MORNING_FROM ? clock.hour + 12 : clock.hour;
  if (hour < 12) return 'morning';
  return hour < NIGHT_CLINIC ? 'afternoon' : 'evening';
}

function daysOf(day: DayReading, words: string, moment: Moment): Omit<DaysRead, 'half'> {
  const today = localDate(moment.now, moment.zone);
  const dates = candidateDays(day, moment).map(iso);
  const [first] = dates;
  if (first === undefined) return { days: [], stretch: false };
  const asked = (list: readonly string[]): readonly AskedDay[] => list.map((date) => ({ date, past: date < today }));
  if (day.type === 'week') return { days: asked(following(first, 7)), stretch: true };
  if (day.type === 'month') return { days: asked(following(first, 28)), stretch: true };
  if (day.type === 'weekday' && WEEKEND.test(words)) return { days: asked(following(first, 2)), stretch: true };
  // 周三, said on a Wednesday, is the next one; 11月3号 is over and stands for itself, not for next year's.
  const later = day.type === 'weekday' && day.weeks === undefined && first === today ? dates[1] : first;
  return { days: asked([day.type === 'date' ? dateMeant(day, dates, today) : (later ?? first)]), stretch: false };
}

/** The first that is still to come and less than half a year away; a date that has just passed is taken as such, to be asked about. */
function dateMeant(day: DayReading & { type: 'date' }, dates: readonly string[], today: string): string {
  const coming = dates.find((date) => date >= today) ?? dates[0] ?? today;
  const [first = today] = dates;
  if (day.month === undefined || day.year !== undefined || first >= today) return coming;
  const halfYear = 183 * DAY;
  return Date.parse(coming) - Date.parse(today) > halfYear ? first : coming;
}

/** `count` days from `date` on. */
export function following(date: string, count: number): readonly string[] {
  const first = readDate(date);
  return Array.from({ length: count }, (_, i) => plusDays(first, i).date);
}

function iso({ year, month, day }: CalendarDay): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
