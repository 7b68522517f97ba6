import { DAY } from '../../../domain/clock.ts';
import type { Language } from '../../../domain/language.ts';
import { toLocal } from '../../../domain/zoned-time.ts';
import type { TimeContext } from './resolve.ts';
import type { DayReading, ParsedTime, TimeExpression } from './time.types.ts';

/** Nobody puts a talk of two minutes off for longer; a date as far away is a past one, or misread. */
const FAR = 180 * DAY;

/**
 * Whether a time may well not be the one meant, although it can be resolved: the weekday is not that of the date
 * ("11月20号周四" on a Friday), this month has no such day ("31号" in November), the date is months away, or day and
 * month could be the other way round ("5/12" in English).
 */
export function doubtful(
  { day, weekday }: TimeExpression,
  written: string,
  parsed: ParsedTime,
  context: TimeContext & { readonly language: Language },
): boolean {
  if (parsed.start - context.now > FAR && !hasYear(day)) return true;
  const meant = toLocal(parsed.start, context.zone);
  if (weekday !== undefined && weekday !== meant.weekday) return true;
  if (day?.type !== 'date') return false;
  const slashed = /^(\d+)\/(\d+)$/.exec(written);
  if (context.language === 'en' && slashed !== null && eitherWay(slashed)) return true;
  return day.month === undefined && day.months === undefined && skipsMonth(day.day, meant.month, context);
}

function hasYear(day: DayReading | undefined): boolean {
  return day?.type === 'date' && day.year !== undefined;
}

function eitherWay([, first, second]: RegExpExecArray): boolean {
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** True when the next month in which this day should come does not have it. */
function skipsMonth(day: number, month: number, { now, zone }: TimeContext): boolean {
  const today = toLocal(now, zone);
  const months = (month - today.month + 12) % 12;
  return months > (day > today.day ? 0 : 1);
}
