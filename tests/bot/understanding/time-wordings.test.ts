import { expect, test } from 'vitest';
import { parseTime } from '../../../src/bot/understanding/time/index.ts';
import { fromLocal, toLocal } from '../../../src/domain/zoned-time.ts';

const zone = 'Asia/Shanghai';
const two = (number: number): string => String(number).padStart(2, '0');

/** What a "call me later" means at 10:00 on Wednesday 2026-11-18 (handbook section 8). */
function meant(text: string): string {
  const now = fromLocal({ year: 2026, month: 11, day: 18 }, 600, zone);
  const time = parseTime(text, { now, zone, sendingHours: { from: 540, to: 1260 }, asked: true });
  if (time === undefined) return 'none';
  const { year, month, day, hour, minute } = toLocal(time.at, zone);
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

test.each([
  // clock times
  ['half past seven pm', '2026-11-18 19:30'],
  ['quarter past 8 pm', '2026-11-18 20:15'],
  ['a quarter to eight in the evening', '2026-11-18 19:45'],
  ['at 8', '2026-11-18 20:00'],
  ["eight o'clock tomorrow", '2026-11-19 20:00'],
  ['after 8', '2026-11-18 20:00'],
  ['8.30pm please', '2026-11-18 20:30'],
  ['11 a.m.', '2026-11-18 11:00'],
  ['8 tonight', '2026-11-18 20:00'],
  ['10pm', '2026-11-19 09:00'],
  // days
  ['the day after tomorrow', '2026-11-20 10:00'],
  ['on Friday', '2026-11-20 09:00'],
  ['next Wednesday', '2026-11-25 09:00'],
  ['on sat', '2026-11-21 09:00'],
  ['next weekend', '2026-11-28 09:00'],
  ['at the weekend', '2026-11-21 09:00'],
  ['next week', '2026-11-23 09:00'],
  ['next month', '2026-12-01 09:00'],
  ['end of the month', '2026-11-30 09:00'],
  ['Dec 1st', '2026-12-01 09:00'],
  ['the 3rd of December', '2026-12-03 09:00'],
  ['on the 25th', '2026-11-25 09:00'],
  ['tomorrow afternoon', '2026-11-19 15:00'],
  // spans
  ['in half an hour', '2026-11-18 10:30'],
  ['an hour and a half from now', '2026-11-18 11:30'],
  ['give me 20 minutes', '2026-11-18 10:20'],
  ['in a few minutes', '2026-11-18 10:10'],
  ['in two hours', '2026-11-18 12:00'],
  ['in 3 days', '2026-11-21 10:00'],
  ['in a week', '2026-11-25 10:00'],
] as const)('%s → %s', (text, expected) => {
  expect(meant(text)).toBe(expected);
});

test.each(['I sat down', 'last week', 'every day', '3 days ago', 'the sun was hot'])(
  '%s is no time to call',
  (text) => {
    expect(meant(text)).toBe('none');
  },
);

test.each([
  // clock times as they are also said
  ['差一刻八点', '2026-11-18 19:45'],
  ['差五分九点', '2026-11-18 20:55'],
  ['晚上八点到九点', '2026-11-18 20:00'],
  ['八点半到十点', '2026-11-18 20:30'],
  ['下午14:30:00', '2026-11-18 14:30'],
  ['一点吧', '2026-11-18 13:00'],
  ['今晚八点一刻', '2026-11-18 20:15'],
  ['二十点三刻', '2026-11-18 20:45'],
  ['八点过五分', '2026-11-18 20:05'],
  ['明早9点', '2026-11-19 09:00'],
  ['夜里三点', '2026-11-19 09:00'],
  ['大后天上午十点半', '2026-11-21 10:30'],
  // weeks, months, dates
  ['下下周三', '2026-12-02 09:00'],
  ['本周五', '2026-11-20 09:00'],
  ['下下周', '2026-11-30 09:00'],
  ['2027年1月5日', '2027-01-05 09:00'],
  ['明年3月5号', '2027-03-05 09:00'],
  ['12/5', '2026-12-05 09:00'],
  ['下月初', '2026-12-01 09:00'],
  ['下个月中旬', '2026-12-15 09:00'],
  ['下个月底', '2026-12-31 09:00'],
  ['12月底', '2026-12-31 09:00'],
  ['下下个月', '2027-01-01 09:00'],
  ['元旦', '2027-01-01 09:00'],
  ['年底', '2026-12-31 09:00'],
  ['1月30日', '2027-01-30 09:00'],
  // spans
  ['一刻钟后', '2026-11-18 10:15'],
  ['过一个半小时', '2026-11-18 11:30'],
  ['一个小时半以后', '2026-11-18 11:30'],
  ['等我半个钟头', '2026-11-18 10:30'],
  ['过几分钟', '2026-11-18 10:10'],
  ['再过两三天', '2026-11-20 10:00'],
  ['隔一周', '2026-11-25 10:00'],
  ['半个月后', '2026-12-03 10:00'],
  ['两个月后', '2027-01-18 10:00'],
  ['过天把', '2026-11-19 10:00'],
] as const)('%s → %s', (text, expected) => {
  expect(meant(text)).toBe(expected);
});

test.each(['2月30日', '25:00', '三天前', '上周五'])('%s is no time to call either', (text) => {
  expect(meant(text)).toBe('none');
});
