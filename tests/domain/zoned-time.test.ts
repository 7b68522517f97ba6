import { expect, test } from 'vitest';
import { atLocal, fromLocal, localDate, minuteOfDay, parseDate, toLocal } from '../../src/domain/zoned-time.ts';

test('an instant reads as the wall clock of its zone', () => {
  const at = Date.parse('2026-11-18T16:30:00Z');
  expect(toLocal(at, 'Asia/Shanghai')).toEqual({
    year: 2026,
    month: 11,
    day: 19,
    hour: 0,
    minute: 30,
    second: 0,
    weekday: 4,
  });
  expect(toLocal(at, 'America/New_York')).toMatchObject({ day: 18, hour: 11, weekday: 3 });
  expect(toLocal(at, 'Asia/Kathmandu')).toMatchObject({ hour: 22, minute: 15 });
  expect(localDate(at, 'Asia/Shanghai')).toBe('2026-11-19');
  expect(minuteOfDay(at, 'America/New_York')).toBe(11 * 60 + 30);
});

test('Sunday is day 7 of the week', () => {
  expect(toLocal(Date.parse('2026-11-22T12:00:00Z'), 'UTC').weekday).toBe(7);
  expect(toLocal(Date.parse('2026-11-23T12:00:00Z'), 'UTC').weekday).toBe(1);
});

test('a wall-clock time that the spring change skips keeps the offset before the change', () => {
  const at = fromLocal({ year: 2026, month: 3, day: 8 }, 2 * 60 + 30, 'America/New_York');
  expect(new Date(at).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  const london = fromLocal({ year: 2026, month: 3, day: 29 }, 60 + 30, 'Europe/London');
  expect(new Date(london).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('of a wall-clock time that the autumn change doubles the first is taken', () => {
  const at = fromLocal({ year: 2026, month: 11, day: 1 }, 60 + 30, 'America/New_York');
  expect(new Date(at).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  const london = fromLocal({ year: 2026, month: 10, day: 25 }, 60 + 30, 'Europe/London');
  expect(new Date(london).toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('every minute of a year comes back from its wall clock, but for the doubled hour', () => {
  for (const zone of [
    'America/New_York',
    'Europe/London',
    'Pacific/Auckland',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'America/St_Johns',
  ]) {
    let doubled = 0;
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 15 * 60_000) {
      const local = toLocal(at, zone);
      const back = fromLocal(local, local.hour * 60 + local.minute, zone);
      if (back !== at) doubled += 1;
      expect(at - back === 0 || (at > back && at - back <= 3_600_000), `${zone} ${new Date(at).toISOString()}`).toBe(
        true,
      );
    }
    expect(doubled).toBeLessThanOrEqual(4);
  }
});

test('days and minutes may run over the month, the year and midnight', () => {
  const zone = 'Asia/Shanghai';
  expect(localDate(fromLocal({ year: 2026, month: 12, day: 32 }, 600, zone), zone)).toBe('2027-01-01');
  expect(localDate(fromLocal({ year: 2026, month: 11, day: 30 }, 1500, zone), zone)).toBe('2026-12-01');
  expect(localDate(atLocal(Date.parse('2028-02-28T03:00:00Z'), zone, 1, 540), zone)).toBe('2028-02-29');
});

test('a day of a DST change starts at its own midnight', () => {
  const zone = 'America/New_York';
  const noon = fromLocal({ year: 2026, month: 3, day: 8 }, 12 * 60, zone);
  expect(toLocal(atLocal(noon, zone, 0, 0), zone)).toMatchObject({ day: 8, hour: 0, minute: 0 });
  expect(atLocal(noon, zone, 1, 0) - atLocal(noon, zone, 0, 0)).toBe(23 * 3_600_000);
});

test('only days that exist are dates', () => {
  expect(parseDate('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  for (const text of ['2026-02-29', '2026-11-31', '2026-13-01', '2026-00-10', '2026-1-1', 'today', ''])
    expect(parseDate(text), text).toBeUndefined();
});
