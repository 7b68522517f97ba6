import { DAY } from '../../domain/clock.ts';
import type { Language } from '../../domain/language.ts';
import { type LocalTime, toLocal } from '../../domain/zoned-time.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';

const NEAR: Readonly<Record<'zh-CN' | 'zh-TW', readonly string[]>> = {
  'zh-CN': ['今天', '明天', '后天'],
  'zh-TW': ['今天', '明天', '後天'],
};

/**
 * A time to come as a confirmation says it, so that it can be corrected: "今天晚上8点", "后天（11月12日）上午9点",
 * "11月20日（周五）上午9:30", "tomorrow (19 Nov) at 3:00 pm". `at` and `now` are epoch ms, read in `zone`.
 */
export function timeInWords(at: number, now: number, zone: string, language: Language): string {
  const then = toLocal(at, zone);
  const today = toLocal(now, zone);
  const days = daysBetween(today, then);
  return language === 'en' ? inEnglish(then, today, days) : inChinese(then, today, days, language);
}

function daysBetween(from: LocalTime, to: LocalTime): number {
  return Math.round((Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY);
}

function inChinese(then: LocalTime, today: LocalTime, days: number, language: 'zh-CN' | 'zh-TW'): string {
  const year = then.year === today.year ? '' : `${String(then.year)}年`;
  const date = `${year}${String(then.month)}月${String(then.day)}日`;
  const near = NEAR[language][days];
  const clock = chineseClock(then, language);
  if (near === undefined) return `${date}（${WEEKDAYS[language][then.weekday - 1] ?? ''}）${clock}`;
  return days === 2 ? `${near}（${date}）${clock}` : `${near}${clock}`;
}

/** 上午9点, 下午3:30: the part of the day first, so that no hour can be taken for the other one. */
function chineseClock({ hour, minute }: LocalTime, language: 'zh-CN' | 'zh-TW'): string {
  const hour12 = hour > 12 ? hour - 12 : hour;
  const sharp = language === 'zh-TW' ? '點' : '点';
  return partOfDay(hour) + (minute === 0 ? `${String(hour12)}${sharp}` : `${String(hour12)}:${two(minute)}`);
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨';
  if (hour < 8) return '早上';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

function inEnglish(then: LocalTime, today: LocalTime, days: number): string {
  const hour12 = then.hour % 12 === 0 ? 12 : then.hour % 12;
  const clock = `${String(hour12)}:${two(then.minute)} ${then.hour < 12 ? 'am' : 'pm'}`;
  const year = then.year === today.year ? '' : ` ${String(then.year)}`;
  const date = `${String(then.day)} ${MONTHS[then.month - 1] ?? ''}${year}`;
  if (days === 0) return `today at ${clock}`;
  if (days === 1) return `tomorrow (${date}) at ${clock}`;
  return `${WEEKDAYS.en[then.weekday - 1] ?? ''} ${date} at ${clock}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
