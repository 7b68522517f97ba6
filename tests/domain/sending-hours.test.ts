import { expect, test } from 'vitest';
import { insideSendingHours, nextAllowed } from '../../src/domain/sending-hours.ts';
import { fromLocal } from '../../src/domain/zoned-time.ts';

const HOURS = { from: 9 * 60, to: 21 * 60 };
const ZONE = 'Asia/Shanghai';
const at = (day: number, hour: number, minute = 0, zone = ZONE): number =>
  fromLocal({ year: 2026, month: 11, day }, hour * 60 + minute, zone);

test('both ends of the sending hours belong to them', () => {
  expect(insideSendingHours(at(18, 9), HOURS, ZONE)).toBe(true);
  expect(insideSendingHours(at(18, 21), HOURS, ZONE)).toBe(true);
  expect(insideSendingHours(at(18, 8, 59), HOURS, ZONE)).toBe(false);
  expect(insideSendingHours(at(18, 21, 1), HOURS, ZONE)).toBe(false);
});

test('a time outside moves to the next allowed minute', () => {
  expect(nextAllowed(at(18, 22), HOURS, ZONE)).toBe(at(19, 9));
  expect(nextAllowed(at(18, 6, 30), HOURS, ZONE)).toBe(at(18, 9));
  expect(nextAllowed(at(30, 23, 59), HOURS, ZONE)).toBe(at(31, 9));
  expect(nextAllowed(at(18, 15, 7), HOURS, ZONE)).toBe(at(18, 15, 7));
});

test('sending hours are those of the wall clock, also when clocks change', () => {
  const zone = 'America/New_York';
  const late = fromLocal({ year: 2026, month: 3, day: 7 }, 22 * 60, zone);
  expect(nextAllowed(late, HOURS, zone)).toBe(fromLocal({ year: 2026, month: 3, day: 8 }, 9 * 60, zone));
  const before = fromLocal({ year: 2026, month: 10, day: 31 }, 21 * 60 + 30, zone);
  expect(nextAllowed(before, HOURS, zone)).toBe(fromLocal({ year: 2026, month: 11, day: 1 }, 9 * 60, zone));
});
