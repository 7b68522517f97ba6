import type { Language } from '../domain/language.ts';
import type { HospitalConfig } from './schema.ts';

type StaffSpan = HospitalConfig['staffHours'][number];

const DAY_NAMES: Record<Language, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'zh-TW': ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const EVERY_DAY: Record<Language, string> = { 'zh-CN': '每天', 'zh-TW': '每天', en: 'daily' };
const DAYS_A_WEEK = 7;

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Runs of neighbouring days: 1,2,3,5 → [1,3], [5,5]. */
function runs(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

function daysInWords(days: readonly number[], language: Language): string {
  if (days.length === DAYS_A_WEEK) return EVERY_DAY[language];
  const name = (day: number) => DAY_NAMES[language][day - 1] ?? '';
  const [and, to] = language === 'en' ? [', ', '-'] : ['、', '至'];
  return runs(days)
    .map(([first, last]) => (first === last ? name(first) : `${name(first)}${to}${name(last)}`))
    .join(and);
}

/** `周一至周五8:00-12:00、14:00-17:30`: the `{hours}` of a phrase. Spans of the same days are joined. */
export function staffHoursInWords(spans: readonly StaffSpan[], language: Language): string {
  const byDays = new Map<string, string[]>();
  for (const { days, from, to } of spans) {
    const words = daysInWords(days, language);
    byDays.set(words, [...(byDays.get(words) ?? []), `${clock(from)}-${clock(to)}`]);
  }
  const [blank, and, next] = language === 'en' ? [' ', ', ', '; '] : ['', '、', '，'];
  return [...byDays].map(([days, hours]) => `${days}${blank}${hours.join(and)}`).join(next);
}
