import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { isWorking, type SlaRules, slaClock, workingTime } from '../../src/domain/sla.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const RULES: SlaRules = {
  targets: { urgent: 5, high: 30, normal: 240 },
  zone: 'Asia/Shanghai',
  spans: [
    { weekdays: WEEKDAYS, hours: { from: 8 * 60, to: 12 * 60 } },
    { weekdays: WEEKDAYS, hours: { from: 14 * 60, to: 18 * 60 } },
  ],
  calendar: {
    years: [{ year: 2026, holidays: [{ from: '2026-10-01', to: '2026-10-07' }], makeUpDays: ['2026-10-10'] }],
  },
};

/** An instant on the wall clock of the hospital. */
function at(day: string, clock: string): number {
  return Date.parse(`${day}T${clock}:00+08:00`);
}

describe('how long somebody may wait', () => {
  test('an emergency runs through nights and holidays', () => {
    const since = at('2026-10-03', '23:00');
    expect(slaClock(since, 'urgent', since + 4 * MINUTE, RULES)).toEqual({
      leftMs: MINUTE,
      totalMs: 5 * MINUTE,
      dueAt: since + 5 * MINUTE,
      at: since + 4 * MINUTE,
      running: true,
    });
    expect(slaClock(since, 'urgent', since + 7 * MINUTE, RULES).leftMs).toBe(-2 * MINUTE);
  });

  test('the lunch break stops the clock', () => {
    const since = at('2026-09-22', '11:50');
    const before = slaClock(since, 'high', at('2026-09-22', '11:55'), RULES);
    expect(before).toMatchObject({ leftMs: 25 * MINUTE, dueAt: at('2026-09-22', '14:20'), running: true });
    expect(slaClock(since, 'high', at('2026-09-22', '13:00'), RULES)).toMatchObject({
      leftMs: 20 * MINUTE,
      running: false,
    });
    expect(slaClock(since, 'high', at('2026-09-22', '14:30'), RULES)).toMatchObject({
      leftMs: -10 * MINUTE,
      running: true,
    });
  });

  test('a weekend and a holiday have no hours, a make-up day has those of a Monday', () => {
    const friday = at('2026-09-18', '17:00');
    expect(slaClock(friday, 'normal', friday, RULES)).toMatchObject({
      leftMs: 4 * HOUR,
      dueAt: at('2026-09-21', '11:00'),
    });
    const eve = at('2026-09-30', '17:00');
    expect(slaClock(eve, 'normal', eve, RULES).dueAt).toBe(at('2026-10-08', '11:00'));
    const saturday = at('2026-10-10', '08:00');
    expect(slaClock(saturday, 'normal', saturday, RULES).dueAt).toBe(at('2026-10-10', '12:00'));
  });

  test('who writes at night waits from the morning on', () => {
    const night = at('2026-09-22', '02:00');
    expect(slaClock(night, 'high', at('2026-09-22', '07:00'), RULES)).toMatchObject({
      leftMs: 30 * MINUTE,
      totalMs: 30 * MINUTE,
      dueAt: at('2026-09-22', '08:30'),
      running: false,
    });
  });

  test('working hours begin and end as they are set', () => {
    const work = workingTime(RULES);
    const working = (clock: string) => isWorking(at('2026-09-22', clock), work);
    expect([working('07:59'), working('08:00'), working('12:30'), working('17:59'), working('18:00')]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});
