import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { MINUTE } from '../../src/domain/clock.ts';
import {
  addWorkdays,
  dayKind,
  isWorkday,
  missingYear,
  type WorkSpan,
  workdaysBetween,
  workingMinutesBetween,
} from '../../src/domain/working-days.ts';
import { fromLocal } from '../../src/domain/zoned-time.ts';
import { shippedJson } from '../config/sample.ts';

const { calendar } = loadHospitalConfig(shippedJson());
const ZONE = 'Asia/Shanghai';

function daysFrom(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** The notice of the State Council for 2026, day by day. */
const OFF = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
].flatMap(([from = '', to = '']) => daysFrom(from, to));
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

test('every day of 2026 is what the notice makes it', () => {
  for (const day of daysFrom('2026-01-01', '2026-12-31')) {
    const weekday = new Date(day).getUTCDay();
    const expected = WORKED.includes(day) || (!OFF.includes(day) && weekday !== 0 && weekday !== 6);
    expect([day, isWorkday(day, calendar)]).toEqual([day, expected]);
  }
  expect(OFF).toHaveLength(33);
  for (const day of OFF) expect([day, dayKind(day, calendar)]).toEqual([day, 'holiday']);
  for (const day of WORKED) expect([day, dayKind(day, calendar)]).toEqual([day, 'make_up']);
});

test.each([
  ['a plain week', '2026-11-20', 5, '2026-11-27'],
  ['day 1 is the next working day', '2026-11-21', 1, '2026-11-23'],
  ['over the Spring Festival, with the Saturday that is worked', '2026-02-13', 5, '2026-02-27'],
  ['a worked Saturday is a day', '2026-02-13', 1, '2026-02-14'],
  ['over the National Day', '2026-09-30', 5, '2026-10-13'],
  ['no day at all', '2026-10-03', 0, '2026-10-03'],
])('%s: %s plus %i is %s', (_, from, count, to) => {
  expect(addWorkdays(from, count, calendar)).toEqual({ day: to, provisional: false });
});

test('a deadline past the known years is provisional', () => {
  expect(addWorkdays('2026-12-30', 1, calendar)).toEqual({ day: '2026-12-31', provisional: false });
  expect(addWorkdays('2026-12-30', 2, calendar)).toEqual({ day: '2027-01-01', provisional: true });
  expect(addWorkdays('2031-06-02', 1, calendar).provisional).toBe(true);
});

const days = fc.constantFrom(...daysFrom('2026-01-01', '2026-12-31'));

test('next year is missed from December on, and not before', () => {
  const known = { years: [{ year: 2026, holidays: [], makeUpDays: [] }] };
  expect(missingYear('2026-11-30', known)).toBeNull();
  expect(missingYear('2026-12-01', known)).toBe(2027);
  expect(missingYear('2027-01-02', known)).toBe(2027);
  expect(
    missingYear('2026-12-01', { years: [...known.years, { year: 2027, holidays: [], makeUpDays: [] }] }),
  ).toBeNull();
});

test('what is added can be counted again, lands on a working day, and no sooner for more days', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const { day } = addWorkdays(from, count, calendar);
      expect(isWorkday(day, calendar)).toBe(true);
      expect(workdaysBetween(from, day, calendar)).toBe(count);
      expect(addWorkdays(from, count + 1, calendar).day > day).toBe(true);
    }),
  );
});

test('counting in two steps gives the same day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }), (from, a, b) => {
      const half = addWorkdays(from, a, calendar).day;
      expect(addWorkdays(half, b, calendar).day).toBe(addWorkdays(from, a + b, calendar).day);
    }),
  );
});

/** 08:00–12:00 and 14:00–17:30, Monday to Friday. */
const OFFICE: readonly WorkSpan[] = [
  { weekdays: [1, 2, 3, 4, 5], hours: { from: 480, to: 720 } },
  { weekdays: [1, 2, 3, 4, 5], hours: { from: 840, to: 1050 } },
];
const place = { calendar, zone: ZONE };

function at(day: string, minute: number): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return fromLocal({ year, month, day: date }, minute, ZONE);
}

test.each([
  ['inside the morning', at('2026-11-23', 500), at('2026-11-23', 530), 30],
  ['over lunch', at('2026-11-23', 700), at('2026-11-23', 850), 30],
  ['over night', at('2026-11-23', 1040), at('2026-11-24', 490), 20],
  ['over a weekend', at('2026-11-20', 1040), at('2026-11-23', 490), 20],
  ['over the National Day', at('2026-09-30', 1040), at('2026-10-08', 490), 20],
  ['a make-up Saturday has the hours of a Monday', at('2026-10-10', 480), at('2026-10-10', 1439), 450],
  ['backwards', at('2026-11-24', 500), at('2026-11-23', 500), 0],
])('%s', (_, from, to, minutes) => {
  expect(workingMinutesBetween(from, to, OFFICE, place)).toBe(minutes);
});

test('a centre that works at weekends is closed on a holiday only, and spans that overlap count once', () => {
  const daily: readonly WorkSpan[] = [
    { weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: 540, to: 720 } },
    { weekdays: [6], hours: { from: 600, to: 780 } },
  ];
  expect(workingMinutesBetween(at('2026-11-21', 0), at('2026-11-22', 0), daily, place)).toBe(240);
  expect(workingMinutesBetween(at('2026-10-03', 0), at('2026-10-04', 0), daily, place)).toBe(0);
});

test('the clock never runs backwards, adds up over any moment between, and is never faster than time', () => {
  const minute = fc.integer({ min: 0, max: 365 * 1440 }).map((count) => at('2026-01-01', 0) + count * MINUTE);
  fc.assert(
    fc.property(minute, minute, minute, (a, b, c) => {
      const [from = 0, middle = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
      const whole = workingMinutesBetween(from, to, OFFICE, place);
      const parts =
        workingMinutesBetween(from, middle, OFFICE, place) + workingMinutesBetween(middle, to, OFFICE, place);
      expect(whole).toBe(parts);
      expect(whole).toBeLessThanOrEqual((to - from) / MINUTE);
    }),
    { numRuns: 50 },
  );
});

test('something that is no day is refused', () => {
  expect(() => isWorkday('2026-02-30', calendar)).toThrow(RangeError);
});
