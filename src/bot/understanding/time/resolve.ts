import { HOUR, MINUTE } from '../../../domain/clock.ts';
import type { TimePrecision } from '../../../domain/finding.ts';
import type { SendingHours } from '../../../domain/hours.ts';
import { insideSendingHours, nextAllowed } from '../../../domain/sending-hours.ts';
import { atLocal, fromLocal, minuteOfDay, toLocal } from '../../../domain/zoned-time.ts';
import type { ClockReading, DayPart, DayReading, ParsedTime, TimeExpression } from './time.types.ts';

/** What "now" is for the contact, and when we may write. */
export interface TimeContext {
  /** Epoch ms of the message. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
  readonly sendingHours: SendingHours;
}

/** Handbook section 8: the hour a part of the day stands for, and where the part ends; minutes after midnight. */
const PARTS: Readonly<Record<DayPart, { readonly from: number; readonly to: number }>> = {
  dawn: { from: 5 * 60, to: 8 * 60 },
  morning: { from: 9 * 60, to: 12 * 60 },
  noon: { from: 12 * 60, to: 14 * 60 },
  after_lunch: { from: 13 * 60, to: 14 * 60 },
  afternoon: { from: 15 * 60, to: 18 * 60 },
  dusk: { from: 18 * 60, to: 20 * 60 },
  evening: { from: 19 * 60, to: 21 * 60 },
  night: { from: 22 * 60, to: 24 * 60 },
};
/** A day named without an hour ("周五", "12月1号"). */
const DAY_DEFAULT = 9 * 60;
const SOON = HOUR;

/** A local calendar day. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The instant an expression means by handbook section 8; undefined when it is no time to come ("昨天"). */
export function resolve(expression: TimeExpression, context: TimeContext): ParsedTime | undefined {
  const reading = startOf(expression, context);
  if (reading === undefined) return undefined;
  const { start, end } = expression.bound === 'before' ? beforeBound(reading.start, context) : reading;
  const { now, zone, sendingHours } = context;
  const at = nextAllowed(start > now ? start : now + MINUTE, sendingHours, zone);
  const precision = precisionOf(expression);
  const vague = precision === 'vague' || expression.bound === 'before';
  return end === undefined ? { at, start, precision, vague } : { at, start, end, precision, vague };
}

function precisionOf(expression: TimeExpression): TimePrecision {
  const { day, part, clock, offset } = expression;
  if (clock !== undefined) return 'minute';
  if (offset !== undefined) return offset.loose ? 'vague' : 'minute';
  if (part !== undefined) return 'part';
  return day === undefined || isLooseDay(day) ? 'vague' : 'day';
}

/** "今天" and "过几天" name no hour that one could keep to. */
function isLooseDay(day: DayReading): boolean {
  return (day.type === 'relative' && day.days === 0) || (day.type === 'after' && day.loose);
}

interface Reading {
  readonly start: number;
  readonly end?: number;
}

function startOf(expression: TimeExpression, context: TimeContext): Reading | undefined {
  const { now, zone } = context;
  if (expression.offset !== undefined) return { start: now + expression.offset.minutes * MINUTE };
  if (expression.soon === true) return { start: now + SOON };
  if (expression.vague === true) return { start: atLocal(now, zone, 1, minuteOfDay(now, zone)) };
  const { day } = expression;
  if (day?.type === 'past' || day?.type === 'daily') return undefined;
  if (day === undefined || (day.type === 'relative' && day.days === 0)) return today(expression, context);
  return onDay(day, expression, context);
}

/** No day said, or "today": the time today, or tomorrow once it has passed. */
function today(expression: TimeExpression, context: TimeContext): Reading {
  const { now, zone, sendingHours } = context;
  if (expression.clock !== undefined) return clockFromNow(expression.clock, expression.part, context);
  if (expression.part === undefined) {
    const soon = now + SOON;
    const fits = insideSendingHours(soon, sendingHours, zone);
    return { start: fits ? soon : atLocal(now, zone, 1, minuteOfDay(now, zone)) };
  }
  const { from, to } = PARTS[expression.part];
  const named = { start: atLocal(now, zone, 0, from), end: atLocal(now, zone, 0, to) };
  if (named.start > now) return named;
  const soon = now + SOON;
  if (now < named.end && insideSendingHours(soon, sendingHours, zone)) return { start: soon, end: named.end };
  return { start: atLocal(now, zone, 1, from), end: atLocal(now, zone, 1, to) };
}

/** The first future reading, inside sending hours if any of the next two days has one; a range may already run. */
function clockFromNow(clock: ClockReading, part: DayPart | undefined, context: TimeContext): Reading {
  const { now, zone, sendingHours } = context;
  const inside = (at: number): boolean => insideSendingHours(at, sendingHours, zone);
  const readings = [0, 1]
    .flatMap((days) =>
      readingsOf(clock, part).map((minute) => withEnd(atLocal(now, zone, days, minute), clock, minute)),
    )
    .map((reading) =>
      reading.start <= now && (reading.end ?? 0) > now + SOON ? { ...reading, start: now + SOON } : reading,
    )
    .filter(({ start }) => start > now)
    .sort((a, b) => a.start - b.start);
  const free = clock.bare && part === undefined;
  const whole = free
    ? readings.find(({ start, end }) => inside(start) && (end === undefined || inside(end)))
    : undefined;
  const begun = free ? readings.find(({ start }) => inside(start)) : undefined;
  return whole ?? begun ?? readings[0] ?? { start: now + SOON };
}

/** End of a range, on the same half of the day as its start. */
function withEnd(start: number, clock: ClockReading, minute: number): Reading {
  if (clock.until === undefined) return { start };
  let length = clock.until - (minute % 720);
  while (length <= 0) length += 720;
  return { start, end: start + length * MINUTE };
}

/** Minutes after midnight that a stated clock time can mean, early first; above 1440 it is the night that follows. */
function readingsOf(clock: ClockReading, part: DayPart | undefined): readonly number[] {
  const plain = clock.hour * 60 + clock.minute;
  if (part === undefined) {
    return clock.bare ? [plain, plain + 720] : [plain];
  }
  if (!clock.bare) return clock.hour === 0 && (part === 'evening' || part === 'night') ? [plain + 1440] : [plain];
  return HOURS_IN[part](clock.hour).map((hour) => hour * 60 + clock.minute);
}

const pm = (hour: number): readonly number[] => [hour === 12 ? 12 : hour + 12];
const aroundNoon = (hour: number): readonly number[] => [hour <= 4 ? hour + 12 : hour];
/** Hours on the 24-hour clock of a bare hour said with a part of the day: 下午三点 15, 晚上12点 24, 凌晨12点 0. */
const HOURS_IN: Readonly<Record<DayPart, (hour: number) => readonly number[]>> = {
  dawn: (hour) => [hour % 12],
  morning: (hour) => [hour],
  noon: aroundNoon,
  after_lunch: aroundNoon,
  afternoon: pm,
  dusk: pm,
  evening: (hour) => [hour < 5 ? hour + 24 : hour + 12],
  night: (hour) => (hour < 6 ? [hour, hour + 24] : [hour + 12]),
};

/** A stated day: its stated hour, part, or default; of a bare hour the first reading of that day inside sending hours. */
function onDay(day: DayReading, expression: TimeExpression, context: TimeContext): Reading | undefined {
  for (const candidate of candidateDays(day, context)) {
    const reading = onCalendarDay(candidate, day, expression, context);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** The time on this day, or undefined when it does not lie in the future. */
function onCalendarDay(
  date: CalendarDay,
  day: DayReading,
  expression: TimeExpression,
  context: TimeContext,
): Reading | undefined {
  const { now, zone, sendingHours } = context;
  const { clock, part } = expression;
  if (clock !== undefined) {
    const options = readingsOf(clock, part).map((minute) => ({ minute, start: fromLocal(date, minute, zone) }));
    const future = options.filter(({ start }) => start > now);
    const inside = (option: { readonly start: number }): boolean =>
      insideSendingHours(option.start, sendingHours, zone);
    const fitting = future.find(inside);
    // "周三九点半" said on a Wednesday at ten: next week, not 21:30 tonight.
    if (fitting === undefined && options.some(inside)) return undefined;
    const chosen = fitting ?? future[0];
    return chosen === undefined ? undefined : withEnd(chosen.start, clock, chosen.minute);
  }
  if (part !== undefined) return partOnDay(date, day, part, context);
  const keepsHour = day.type === 'relative' || day.type === 'after';
  const start = fromLocal(date, keepsHour ? minuteOfDay(now, zone) : DAY_DEFAULT, zone);
  return start > now && !isToday(date, day, context) ? { start } : undefined;
}

/** A weekday without an hour is never today; a date may be, while its 09:00 is to come. */
function isToday(date: CalendarDay, day: DayReading, context: TimeContext): boolean {
  if (day.type !== 'weekday') return false;
  const now = toLocal(context.now, context.zone);
  return now.year === date.year && now.month === date.month && now.day === date.day;
}

function partOnDay(date: CalendarDay, day: DayReading, part: DayPart, context: TimeContext): Reading | undefined {
  const { now, zone, sendingHours } = context;
  const { from, to } = PARTS[part];
  const start = fromLocal(date, from, zone);
  const end = fromLocal(date, to, zone);
  if (start > now) return { start, end };
  const running = day.type === 'date' && now < end && insideSendingHours(now + SOON, sendingHours, zone);
  return running ? { start: now + SOON, end } : undefined;
}

/** The days a stated day can be, nearest first; a time to call takes the first whose time is still to come. */
export function candidateDays(day: DayReading, context: Pick<TimeContext, 'now' | 'zone'>): readonly CalendarDay[] {
  const today = toLocal(context.now, context.zone);
  const plus = (days: number): CalendarDay => normal(today.year, today.month, today.day + days);
  const monday = 1 - today.weekday;
  switch (day.type) {
    case 'relative':
      return [plus(day.days)];
    case 'after':
      return [day.months > 0 ? sameDayLater(today, day.months) : plus(day.days)];
    case 'weekday': {
      const next = plus((day.weekday - today.weekday + 7) % 7);
      const following = plus(((day.weekday - today.weekday + 7) % 7) + 7);
      if (day.weeks === undefined) return [next, following];
      return [plus(monday + day.weekday - 1 + 7 * day.weeks), next, following];
    }
    case 'week':
      return [plus(monday + 7 * day.weeks)];
    case 'month':
      return [normal(today.year, today.month + day.months, 1)];
    case 'month_end':
      return monthEnds(day.months, day.month, today);
    case 'date':
      return dates(day, today);
    case 'daily':
    case 'past':
      return [];
  }
}

function monthEnds(months: number, month: number | undefined, today: CalendarDay): readonly CalendarDay[] {
  if (month !== undefined) return [today.year, today.year + 1].map((year) => normal(year, month + 1, 0));
  return [0, 1].map((more) => normal(today.year, today.month + months + more + 1, 0));
}

/** "25号": this month or the first later one that has it; "12月1号": this year or the first later one that has it. */
function dates(day: DayReading & { type: 'date' }, today: CalendarDay): readonly CalendarDay[] {
  const exists = (date: CalendarDay): boolean => normal(date.year, date.month, date.day).day === date.day;
  if (day.month !== undefined) {
    const { month } = day;
    const years = day.year === undefined ? [0, 1, 2, 3, 4, 5, 6, 7, 8].map((more) => today.year + more) : [day.year];
    return years.map((year) => ({ year, month, day: day.day })).filter(exists);
  }
  const first = today.month + (day.months ?? 0);
  return [0, 1, 2, 3].map((more) => ({ ...normal(today.year, first + more, 1), day: day.day })).filter(exists);
}

/** The same day some months on; the last of the month where it has no such day. */
function sameDayLater(today: CalendarDay, months: number): CalendarDay {
  const last = normal(today.year, today.month + months + 1, 0);
  return { ...last, day: Math.min(today.day, last.day) };
}

/** Calendar arithmetic: month 13, day 0 and day 32 run over. */
function normal(year: number, month: number, day: number): CalendarDay {
  const date = new Date(Date.UTC(year, month - 1, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "八点以前", "周五以前": an upper bound. One hour from now if that is early enough, else half of what is left. */
function beforeBound(bound: number, context: TimeContext): Reading {
  const { now, zone, sendingHours } = context;
  const soon = nextAllowed(now + SOON, sendingHours, zone);
  if (soon < bound) return { start: soon, end: bound };
  const half = nextAllowed(now + Math.floor((bound - now) / 2 / MINUTE) * MINUTE, sendingHours, zone);
  return half < bound ? { start: half, end: bound } : { start: bound, end: bound };
}
