import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from '../../../src/bot/understanding/time/index.ts';
import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import { fromLocal, toLocal } from '../../../src/domain/zoned-time.ts';

const HOURS = { from: 9 * 60, to: 21 * 60 };
const SHANGHAI = 'Asia/Shanghai';

/** "2026-11-18 10:00" on the wall clock of a zone, as an instant. */
function local(text: string, zone = SHANGHAI): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return fromLocal({ year, month, day }, hour * 60 + minute, zone);
}

function show(at: number, zone = SHANGHAI): string {
  const { year, month, day, hour, minute } = toLocal(at, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function parsed(text: string, now: string, zone = SHANGHAI, asked = true): string {
  const time = parseTime(text, { now: local(now, zone), zone, sendingHours: HOURS, asked });
  return time === undefined ? 'none' : show(time.at, zone);
}

const WED = '2026-11-18 10:00';

/** Handbook section 8, row by row: said, at, means. */
const TABLE: readonly (readonly [string, string, string])[] = [
  // clock time
  ['晚上八点', WED, '2026-11-18 20:00'],
  ['下午3点半', WED, '2026-11-18 15:30'],
  ['15:30', WED, '2026-11-18 15:30'],
  ['8 pm', WED, '2026-11-18 20:00'],
  ['15:30', '2026-12-02 16:21', '2026-12-03 15:30'],
  ['晚上八点', '2026-12-31 20:30', '2027-01-01 20:00'],
  ['八点', WED, '2026-11-18 20:00'],
  ['八点', '2026-11-18 20:30', '2026-11-19 20:00'],
  ['十点', WED, '2026-11-19 10:00'],
  ['九点', WED, '2026-11-18 21:00'],
  ['九点', '2026-11-18 08:30', '2026-11-18 09:00'],
  ['12点', '2026-11-18 13:00', '2026-11-19 12:00'],
  ['两点', WED, '2026-11-18 14:00'],
  // a part of the day that still runs
  ['晚上', '2026-11-18 19:30', '2026-11-18 20:30'],
  ['晚上', '2026-11-18 20:30', '2026-11-19 19:00'],
  ['下午', '2026-11-10 16:01', '2026-11-10 17:01'],
  ['下午', '2026-11-10 18:00', '2026-11-11 15:00'],
  ['上午', '2026-11-10 11:59', '2026-11-10 12:59'],
  ['上午', '2026-11-10 12:00', '2026-11-11 09:00'],
  ['中午', '2026-11-10 13:30', '2026-11-10 14:30'],
  ['中午', '2026-11-10 14:00', '2026-11-11 12:00'],
  ['傍晚', '2026-11-10 19:10', '2026-11-10 20:10'],
  ['下班后', '2026-11-10 20:00', '2026-11-11 18:00'],
  // the hours of the parts
  ['早上', '2026-11-18 07:00', '2026-11-18 09:00'],
  ['上午', '2026-11-18 18:00', '2026-11-19 09:00'],
  ['中午', WED, '2026-11-18 12:00'],
  ['下午', WED, '2026-11-18 15:00'],
  ['傍晚', WED, '2026-11-18 18:00'],
  ['下班后', WED, '2026-11-18 18:00'],
  ['晚上', WED, '2026-11-18 19:00'],
  ['晚饭后', WED, '2026-11-18 19:00'],
  ['午饭后', WED, '2026-11-18 13:00'],
  ['吃完午饭', WED, '2026-11-18 13:00'],
  // days
  ['明天', WED, '2026-11-19 10:00'],
  ['后天上午', WED, '2026-11-20 09:00'],
  ['大后天晚上', WED, '2026-11-21 19:00'],
  ['明天八点', WED, '2026-11-19 20:00'],
  ['明天九点', WED, '2026-11-19 09:00'],
  ['明天下午三点', '2026-12-31 18:15', '2027-01-01 15:00'],
  ['后天', '2028-02-27 11:20', '2028-02-29 11:20'],
  ['明天早上六点半', '2026-10-27 12:00', '2026-10-28 09:00'],
  // weekdays
  ['周三', WED, '2026-11-25 09:00'],
  ['周三下午', WED, '2026-11-18 15:00'],
  ['周三九点半', WED, '2026-11-25 09:30'],
  ['星期天', WED, '2026-11-22 09:00'],
  ['周五', WED, '2026-11-20 09:00'],
  ['下周一', WED, '2026-11-23 09:00'],
  ['下周五', '2026-11-09 09:20', '2026-11-20 09:00'],
  ['下周三晚上七点', '2026-10-16 16:45', '2026-10-21 19:00'],
  ['下下周三', WED, '2026-12-02 09:00'],
  ['这周五', WED, '2026-11-20 09:00'],
  ['礼拜六', WED, '2026-11-21 09:00'],
  ['周末', WED, '2026-11-21 09:00'],
  ['周末', '2026-11-22 12:00', '2026-11-28 09:00'],
  ['下周', WED, '2026-11-23 09:00'],
  ['下周', '2026-11-22 12:00', '2026-11-23 09:00'],
  ['下个月', '2026-12-30 10:00', '2027-01-01 09:00'],
  ['月底', '2028-02-10 10:00', '2028-02-29 09:00'],
  ['月底', '2026-10-31 10:00', '2026-11-30 09:00'],
  // offsets
  ['半小时后', WED, '2026-11-18 10:30'],
  ['一个钟头后', WED, '2026-11-18 11:00'],
  ['两天后', WED, '2026-11-20 10:00'],
  ['过两天', WED, '2026-11-20 10:00'],
  ['三天以后', '2026-12-30 16:00', '2027-01-02 16:00'],
  ['一个小时以后', '2026-11-12 20:30', '2026-11-13 09:00'],
  ['十分钟', WED, '2026-11-18 10:10'],
  ['等会儿', WED, '2026-11-18 11:00'],
  ['一会儿', WED, '2026-11-18 11:00'],
  ['待会', WED, '2026-11-18 11:00'],
  ['八点以后', WED, '2026-11-18 20:00'],
  ['上午十点之后', '2026-10-30 09:20', '2026-10-30 10:00'],
  // after being asked when
  ['改天', WED, '2026-11-19 10:00'],
  ['以后再说', WED, '2026-11-19 10:00'],
  ['有空再说', WED, '2026-11-19 10:00'],
  ['晚点', WED, '2026-11-19 10:00'],
  ['回头', WED, '2026-11-19 10:00'],
  ['再联系', WED, '2026-11-19 10:00'],
  // dates
  ['12月1号', WED, '2026-12-01 09:00'],
  ['12月1号', '2026-12-01 10:00', '2027-12-01 09:00'],
  ['25号', WED, '2026-11-25 09:00'],
  ['3号', '2026-11-26 16:10', '2026-12-03 09:00'],
  ['31号', '2026-11-18 10:00', '2026-12-31 09:00'],
  ['2月29号', WED, '2028-02-29 09:00'],
  // sending hours
  ['晚上十点', WED, '2026-11-19 09:00'],
  ['22:00', WED, '2026-11-19 09:00'],
  ['早上6:30', '2026-11-18 05:00', '2026-11-18 09:00'],
  ['晚上九点', WED, '2026-11-18 21:00'],
];
test.each(TABLE)('%s, said at %s, means %s', (text, now, means) => {
  expect(parsed(text, now)).toBe(means);
});

const EASILY_MISSED: readonly (readonly [string, string])[] = [
  ['夜里12点', '2026-11-19 09:00'],
  ['凌晨', '2026-11-19 09:00'],
  ['零点', '2026-11-19 09:00'],
  ['大大后天', '2026-11-22 10:00'],
  ['半月以后', '2026-12-03 10:00'],
  ['午后', '2026-11-18 15:00'],
  ['七八点', '2026-11-18 19:00'],
  ['今晚', '2026-11-18 19:00'],
  ['明晚', '2026-11-19 19:00'],
  ['明早', '2026-11-19 09:00'],
  ['两点一刻', '2026-11-18 14:15'],
  ['晚上八点三刻', '2026-11-18 20:45'],
  ['19：30', '2026-11-18 19:30'],
  ['１５：２０', '2026-11-18 15:20'],
  ['15时20分', '2026-11-18 15:20'],
  ['下午兩點', '2026-11-18 14:00'],
  ['禮拜天上午', '2026-11-22 09:00'],
  ['後天晚上八點半', '2026-11-20 20:30'],
  ['等會兒', '2026-11-18 11:00'],
  ['下午3点到5点', '2026-11-18 15:00'],
  ['明天9~12点半', '2026-11-19 09:00'],
  ['晚上7:30-9:00', '2026-11-18 19:30'],
  ['差一刻八点', '2026-11-18 19:45'],
  ['二十五号下午四点', '2026-11-25 16:00'],
  ['十二月一日上午', '2026-12-01 09:00'],
  ['下个月5号', '2026-12-05 09:00'],
  ['三刻钟后', '2026-11-18 10:45'],
  ['一个半小时后', '2026-11-18 11:30'],
  ['两个星期以后', '2026-12-02 10:00'],
  ['明天下午 三点', '2026-11-19 15:00'],
  ['tomorrow afternoon', '2026-11-19 15:00'],
  ['in an hour', '2026-11-18 11:00'],
  ['after 6', '2026-11-18 18:00'],
  ['next Monday', '2026-11-23 09:00'],
  ['Friday morning', '2026-11-20 09:00'],
  ['tonight', '2026-11-18 19:00'],
  ['later today', '2026-11-18 11:00'],
  ['in half an hour', '2026-11-18 10:30'],
  ['at 3:30', '2026-11-18 15:30'],
  ['call me tomorrow', '2026-11-19 10:00'],
  ['noon', '2026-11-18 12:00'],
  ['this weekend', '2026-11-21 09:00'],
  ['next week', '2026-11-23 09:00'],
  ['end of the month', '2026-11-30 09:00'],
  ['Dec 1', '2026-12-01 09:00'],
  ['the day after tomorrow at noon', '2026-11-20 12:00'],
  ['8 p.m.', '2026-11-18 20:00'],
  ['the 25th at 4', '2026-11-25 16:00'],
  ['3 in the afternoon', '2026-11-18 15:00'],
  ['between 3 and 5', '2026-11-18 15:00'],
];
test.each(EASILY_MISSED)('%s, said on Wednesday at 10:00, means %s', (text, means) => {
  expect(parsed(text, WED)).toBe(means);
});

test('a time before which we should write is an upper bound, not a start', () => {
  const time = parseTime('下午三点以前', { now: local(WED), zone: SHANGHAI, sendingHours: HOURS, asked: true });
  expect(time?.at).toBeLessThan(local('2026-11-18 15:00'));
  expect(time).toMatchObject({ vague: true, end: local('2026-11-18 15:00') });
});

test('later, some day and today are no time unless we asked for one', () => {
  for (const text of ['改天', '晚点', '回头', '以后再说', '今天', '过几天', 'later', 'some other time']) {
    expect(parsed(text, WED, SHANGHAI, false), text).toBe('none');
    expect(parsed(text, WED, SHANGHAI, true), text).not.toBe('none');
  }
});

test.each([
  '昨天',
  '上周三',
  '三天前',
  '每天早上',
  '几点',
  '我有三点意见',
  '一点都不好',
  '快一点',
  '3号床',
  '2号窗口',
  '早上好',
  '一周六次',
  '术后天天疼',
])('%s names no time to come', (text) => {
  expect(parsed(text, WED)).toBe('none');
});

test.each([
  // Clocks go forward on 8 March and back on 1 November 2026.
  ['America/New_York', '2026-03-07 10:00', '明天', '2026-03-08 10:00'],
  ['America/New_York', '2026-03-07 22:00', '上午九点', '2026-03-08 09:00'],
  ['America/New_York', '2026-10-31 19:30', '晚上', '2026-10-31 20:30'],
  ['America/New_York', '2026-10-31 15:00', '明天下午三点', '2026-11-01 15:00'],
  ['Europe/London', '2026-03-28 20:30', '一个小时以后', '2026-03-29 09:00'],
  ['Europe/London', '2026-10-24 10:00', '两天后', '2026-10-26 10:00'],
  ['Asia/Kathmandu', WED, '周五', '2026-11-20 09:00'],
  ['Pacific/Auckland', '2026-12-31 23:50', '明天下午', '2027-01-01 15:00'],
])('in %s at %s, %s means %s on that wall clock', (zone, now, text, means) => {
  expect(parsed(text, now, zone)).toBe(means);
});

test('the zone of the process does not matter', () => {
  const before = process.env['TZ'];
  const answers = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'].map((zone) => {
    process.env['TZ'] = zone;
    return TABLE.map(([text, now]) => parsed(text, now)).join();
  });
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  expect(new Set(answers).size).toBe(1);
});

const PIECES = {
  day: [
    '',
    '今天',
    '明天',
    '后天',
    '大后天',
    '周一',
    '周三',
    '周日',
    '下周二',
    '周末',
    '下周',
    '月底',
    '下个月',
    '12月1号',
    '25号',
    '31号',
    '两天后',
  ],
  part: ['', '早上', '上午', '中午', '下午', '傍晚', '晚上', '夜里', '凌晨', '午饭后'],
  clock: ['', '八点', '十二点半', '三点一刻', '15:30', '22:00', '零点', '一点半', '9~12点', '七八点'],
  tail: ['', '以后', '以前', '左右', '吧'],
};
test('whatever is said, the time is to come and inside sending hours', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Pacific/Auckland',
    'America/St_Johns',
  );
  const words = fc.tuple(
    fc.constantFrom(...PIECES.day),
    fc.constantFrom(...PIECES.part),
    fc.constantFrom(...PIECES.clock),
    fc.constantFrom(...PIECES.tail),
  );
  const alone = fc.constantFrom(
    '等会儿',
    '十分钟',
    '半小时后',
    '改天',
    '过两天',
    '一个月后',
    'tomorrow',
    'in an hour',
    'next week',
    'tonight',
    'at 8',
  );
  const text = fc.oneof(
    { weight: 4, arbitrary: words.map((parts) => parts.join('')) },
    { weight: 1, arbitrary: alone },
  );
  const hours = fc.constantFrom(HOURS, { from: 8 * 60, to: 17 * 60 + 30 }, { from: 10 * 60, to: 20 * 60 });
  const now = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) });
  fc.assert(
    fc.property(
      fc.record({ text, zone: zones, sendingHours: hours, now, asked: fc.boolean() }),
      ({ text: said, ...context }) => {
        const time = parseTime(said, context);
        if (time === undefined) return;
        expect(time.at).toBeGreaterThan(context.now);
        expect(insideSendingHours(time.at, context.sendingHours, context.zone)).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});
