import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { askedFor, findTime } from './time-asking.ts';

test.each([
  ['明天', '2026-12-31 10:00', '2027-01-01 10:00'],
  ['晚上八点', '2026-12-31 20:30', '2027-01-01 20:00'],
  ['下周一', '2026-12-31 10:00', '2027-01-04 09:00'],
  ['下个月', '2026-12-31 10:00', '2027-01-01 09:00'],
  ['月底', '2026-12-31 08:00', '2026-12-31 09:00'],
  ['月底', '2026-12-31 10:00', '2027-01-31 09:00'],
  ['1月3号', '2026-12-30 10:00', '2027-01-03 09:00'],
  ['in 3 days', '2026-12-30 10:00', '2027-01-02 10:00'],
  ['一个月后', '2027-01-31 10:00', '2027-02-28 10:00'],
  ['明天', '2028-02-28 10:00', '2028-02-29 10:00'],
  ['后天', '2027-02-27 10:00', '2027-03-01 10:00'],
  ['2月29号', '2028-02-20 10:00', '2028-02-29 09:00'],
  ['月底', '2027-02-10 10:00', '2027-02-28 09:00'],
  ['29号', '2028-02-20 10:00', '2028-02-29 09:00'],
  ['下个月31号', '2026-11-18 10:00', '2026-12-31 09:00'],
])('%s, said at %s, means %s', (text, now, means) => {
  expect(askedFor(text, now)).toBe(means);
});

test.each([
  '2月30号',
  '2月30日上午',
  '4月31号',
  '4月31日下午三点',
  '六月三十一号',
  '30 February',
  'June 31st',
  '2月29日2027年',
])('%s is no day, and no other is put in its place', (text) => {
  const found = findTime(text, '2026-11-18 10:00');
  expect(found?.confidence ?? 0).toBeLessThan(0.8);
});

test.each([
  // 20 November 2026 is a Friday.
  ['11月20号周四', 'zh-CN'],
  ['周四，11月20号', 'zh-CN'],
  // November has no 31st, 2027 no 29 February, and October is almost a year away.
  ['31号', 'zh-CN'],
  ['2月29号', 'zh-CN'],
  ['十月三号', 'zh-CN'],
  // The fifth of December or the twelfth of May.
  ['5/12', 'en'],
] as const)('%s (%s) may not be what is meant', (text, language) => {
  expect(findTime(text, '2026-11-18 10:00', { language })?.confidence).toBeLessThan(0.8);
});

test.each(['11月20号周五', '星期五，11月20号', '12/5', '25/12', '1月5日'])('%s is beyond doubt', (text) => {
  expect(findTime(text, '2026-11-18 10:00')?.confidence).toBeGreaterThan(0.8);
});

const ALL_DAY = { from: 0, to: 24 * 60 - 1 };
test.each([
  // Clocks spring forward: New York 2026-03-08 02:00, Berlin 2026-03-29 02:00; the hour after 02:00 does not exist.
  ['America/New_York', '明天', '2026-03-07 10:00', '2026-03-08 10:00'],
  ['America/New_York', '明天凌晨两点半', '2026-03-07 10:00', '2026-03-08 03:30'],
  ['America/New_York', 'in two hours', '2026-03-08 01:30', '2026-03-08 04:30'],
  ['Europe/Berlin', '凌晨两点半', '2026-03-28 22:00', '2026-03-29 03:30'],
  ['Europe/Berlin', '后天下午三点', '2026-03-28 10:00', '2026-03-30 15:00'],
  ['Europe/Berlin', '一个小时后', '2026-03-29 01:30', '2026-03-29 03:30'],
  // And back: New York 2026-11-01 02:00, Berlin 2026-10-25 03:00; the hour before comes twice.
  ['America/New_York', '明天上午', '2026-10-31 10:00', '2026-11-01 09:00'],
  ['America/New_York', '明天凌晨一点半', '2026-10-31 10:00', '2026-11-01 01:30'],
  ['America/New_York', '两天后', '2026-10-31 10:00', '2026-11-02 10:00'],
  ['Europe/Berlin', '晚上八点', '2026-10-25 10:00', '2026-10-25 20:00'],
  ['Europe/Berlin', '三个小时后', '2026-10-25 01:30', '2026-10-25 03:30'],
  ['Europe/Berlin', '月底', '2026-10-20 10:00', '2026-10-31 09:00'],
])('in %s, %s said at %s means %s', (zone, text, now, means) => {
  expect(askedFor(text, now, { zone, sendingHours: ALL_DAY })).toBe(means);
});

test.each([
  ['明天', '2026-11-18 23:59', '2026-11-20 09:00'],
  ['明天早上', '2026-11-18 23:59', '2026-11-19 09:00'],
  ['明天早上', '2026-11-19 00:00', '2026-11-20 09:00'],
  ['今天下午', '2026-11-19 00:01', '2026-11-19 15:00'],
  ['晚上十二点', '2026-11-18 20:00', '2026-11-19 09:00'],
  ['八点', '2026-11-18 23:59', '2026-11-19 20:00'],
  ['半小时后', '2026-11-18 23:45', '2026-11-19 09:00'],
  ['tonight', '2026-11-19 00:10', '2026-11-19 19:00'],
])('around midnight, %s said at %s means %s', (text, now, means) => {
  expect(askedFor(text, now)).toBe(means);
});

test('a process that runs in another zone than the hospital reads the same', () => {
  const script = `
    import { parseTime } from './src/bot/understanding/time/index.ts';
    const context = { now: Date.UTC(2026, 10, 18, 2), zone: 'Asia/Shanghai', sendingHours: { from: 540, to: 1260 }, asked: true };
    const texts = ['晚上八点', '明天下午', '下周一', '25号', '月底', 'tomorrow at 8', '今晚', '半小时后'];
    console.log(texts.map((text) => new Date(parseTime(text, context).at).toISOString()).join());`;
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }).trim();
  const expected = [
    '2026-11-18T12:00:00.000Z',
    '2026-11-19T07:00:00.000Z',
    '2026-11-23T01:00:00.000Z',
    '2026-11-25T01:00:00.000Z',
    '2026-11-30T01:00:00.000Z',
    '2026-11-19T12:00:00.000Z',
    '2026-11-18T11:00:00.000Z',
    '2026-11-18T02:30:00.000Z',
  ].join();
  for (const zone of ['America/New_York', 'Pacific/Kiritimati']) expect(inZone(zone), zone).toBe(expected);
}, 60_000);
