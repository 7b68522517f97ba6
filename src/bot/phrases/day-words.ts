import type { HalfDay } from '../../domain/appointment.ts';
import { DAY } from '../../domain/clock.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/zoned-time.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';

const NEAR: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['今天', '明天', '后天'],
  'zh-TW': ['今天', '明天', '後天'],
  en: ['today', 'tomorrow'],
};
const HALVES: Readonly<Record<Language, Readonly<Record<HalfDay, string>>>> = {
  'zh-CN': { morning: '上午', afternoon: '下午', evening: '晚上' },
  'zh-TW': { morning: '上午', afternoon: '下午', evening: '晚上' },
  en: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
};

/** Seen from when and where, in which language. */
export interface Seen {
  /** Epoch ms. */
  readonly now: number;
  readonly zone: string;
  readonly language: Language;
}

/**
 * A calendar day `YYYY-MM-DD` with its weekday, so that nobody comes on the wrong one: "11月20日（周五）上午", "明天（11月19日周四）",
 * "Fri 20 Nov, morning".
 */
export function dayInWords(date: string, half: HalfDay | null, seen: Seen): string {
  return withHalves(date, half === null ? [] : [half], seen);
}

/** Several days, each with the half-days that are open. */
export function daysInWords(
  days: readonly { readonly date: string; readonly halves: readonly HalfDay[] }[],
  seen: Seen,
): string {
  const each = days.map(({ date, halves }) => withHalves(date, halves, seen));
  return each.join(seen.language === 'en' ? '; ' : '，');
}

function withHalves(date: string, halves: readonly HalfDay[], { now, zone, language }: Seen): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const today = localDate(now, zone);
  const days = Math.round((midnight - Date.parse(`${today}T00:00:00Z`)) / DAY);
  const weekday = WEEKDAYS[language][(new Date(midnight).getUTCDay() + 6) % 7] ?? '';
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : date.slice(0, 4);
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const near = NEAR[language][days];
  const parts = halves.map((half) => HALVES[language][half]);
  if (language === 'en') {
    const plain = `${weekday} ${String(day)} ${MONTHS[month - 1] ?? ''}${year === '' ? '' : ` ${year}`}`;
    const named = near === undefined ? plain : `${near}, ${plain}`;
    return parts.length === 0 ? named : `${named} (${parts.join(' or ')})`;
  }
  const plain = `${year === '' ? '' : `${year}年`}${String(month)}月${String(day)}日`;
  const named = near === undefined ? `${plain}（${weekday}）` : `${near}（${plain}${weekday}）`;
  return named + parts.join('、');
}
