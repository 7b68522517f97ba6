import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysSince, planFollowUp } from '../../../src/bot/campaign/plan.ts';
import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import { fromLocal, localDate, toLocal } from '../../../src/domain/zoned-time.ts';

const zone = 'Asia/Shanghai';
const sendingHours = { from: 540, to: 1260 };
const rules = { zone, sendingHours, delayDays: 3, windowDays: 30 };

function at(day: number, minute: number): number {
  return fromLocal({ year: 2026, month: 11, day }, minute, zone);
}

function clock(instant: number): string {
  const { hour, minute } = toLocal(instant, zone);
  return `${localDate(instant, zone)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

test('a discharge of yesterday is followed up on day 3', () => {
  const plan = planFollowUp({ ...rules, dischargedOn: '2026-11-17', importedAt: at(18, 600), stayId: 'a' });
  expect(plan.windowPassed).toBe(false);
  if (!plan.windowPassed) expect(localDate(plan.followUpAt, zone)).toBe('2026-11-20');
  expect(clock(plan.windowEnd)).toBe('2026-12-17 21:00');
});

test('when day 3 is over, the import day is used as far as it is left', () => {
  for (const stayId of ['a', 'b', 'c', 'd', 'e']) {
    const plan = planFollowUp({ ...rules, dischargedOn: '2026-11-10', importedAt: at(18, 20 * 60), stayId });
    if (plan.windowPassed) throw new Error('the window is open');
    expect(plan.followUpAt).toBeGreaterThanOrEqual(at(18, 20 * 60));
    expect(plan.followUpAt).toBeLessThanOrEqual(at(18, 21 * 60));
  }
});

test('an import before the sending hours waits for them, one after them for the next day', () => {
  const early = planFollowUp({ ...rules, dischargedOn: '2026-11-10', importedAt: at(18, 300), stayId: 'x' });
  const late = planFollowUp({ ...rules, dischargedOn: '2026-11-10', importedAt: at(18, 1300), stayId: 'x' });
  if (early.windowPassed || late.windowPassed) throw new Error('the window is open');
  expect(localDate(early.followUpAt, zone)).toBe('2026-11-18');
  expect(insideSendingHours(early.followUpAt, sendingHours, zone)).toBe(true);
  expect(localDate(late.followUpAt, zone)).toBe('2026-11-19');
});

test('day 30 is still contacted, day 31 is not', () => {
  const day30 = planFollowUp({ ...rules, dischargedOn: '2026-10-19', importedAt: at(18, 600), stayId: 'x' });
  const day31 = planFollowUp({ ...rules, dischargedOn: '2026-10-18', importedAt: at(18, 600), stayId: 'x' });
  const day30Night = planFollowUp({ ...rules, dischargedOn: '2026-10-19', importedAt: at(18, 1300), stayId: 'x' });
  expect([day30.windowPassed, day31.windowPassed, day30Night.windowPassed]).toEqual([false, true, true]);
});

test('a day of 1,000 discharges is spread evenly over the sending hours', () => {
  const perHour = new Array<number>(12).fill(0);
  for (let index = 0; index < 1000; index += 1) {
    const plan = planFollowUp({
      ...rules,
      dischargedOn: '2026-11-17',
      importedAt: at(18, 600),
      stayId: `s${String(index)}`,
    });
    if (plan.windowPassed) throw new Error('the window is open');
    const slot = Math.floor((toLocal(plan.followUpAt, zone).hour * 60 - sendingHours.from) / 60);
    perHour[slot] = (perHour[slot] ?? 0) + 1;
  }
  for (const count of perHour) expect(count).toBeGreaterThan(50);
  for (const count of perHour) expect(count).toBeLessThan(120);
});

test('property: never before the import, inside sending hours, from day 3 on, never past the window, repeatable', () => {
  fc.assert(
    fc.property(
      fc.record({
        where: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC', 'Australia/Lord_Howe'),
        day: fc.integer({ min: 0, max: 400 }),
        offset: fc.integer({ min: -2 * 1440, max: 45 * 1440 }),
        stayId: fc.uuid(),
        from: fc.integer({ min: 0, max: 1200 }),
        length: fc.integer({ min: 1, max: 200 }),
        delayDays: fc.integer({ min: 0, max: 29 }),
      }),
      ({ where, day, offset, stayId, from, length, delayDays }) => {
        const hours = { from, to: Math.min(1439, from + length) };
        const midnight = fromLocal({ year: 2026, month: 1, day: 1 + day }, 0, where);
        const dischargedOn = localDate(midnight, where);
        const importedAt = midnight + offset * 60_000 + 17;
        const input = { dischargedOn, importedAt, stayId, zone: where, sendingHours: hours, delayDays, windowDays: 30 };
        const plan = planFollowUp(input);
        expect(planFollowUp(input)).toEqual(plan);
        expect(daysSince(dischargedOn, plan.windowEnd, where)).toBe(30);
        if (plan.windowPassed) {
          expect(daysSince(dischargedOn, importedAt, where)).toBeGreaterThanOrEqual(30);
          return;
        }
        expect(plan.followUpAt).toBeGreaterThanOrEqual(importedAt);
        expect(plan.followUpAt).toBeLessThanOrEqual(plan.windowEnd);
        expect(daysSince(dischargedOn, plan.followUpAt, where)).toBeGreaterThanOrEqual(delayDays);
        // A clock change may skip the planned minute; what is left is then the minute after the gap.
        if (where === 'Asia/Shanghai' || where === 'UTC')
          expect(insideSendingHours(plan.followUpAt, hours, where)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
