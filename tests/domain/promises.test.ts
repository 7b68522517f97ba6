import { expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { type Promised, type PromiseRules, promiseDue } from '../../src/domain/promises.ts';
import { slaClock } from '../../src/domain/sla.ts';
import { type HandoffReason, PRIORITIES, type Priority } from '../../src/domain/vocabulary.ts';
import { afterWorkingMinutes, type WorkingTime } from '../../src/domain/working-time.ts';

/** Monday to Friday 09:00–12:00 and 14:00–18:00; 1 May is a holiday, Saturday 9 May is worked. */
const WORK: WorkingTime = {
  zone: 'Asia/Shanghai',
  spans: [
    { weekdays: [1, 2, 3, 4, 5], hours: { from: 840, to: 1080 } },
    { weekdays: [1, 2, 3, 4, 5], hours: { from: 540, to: 720 } },
  ],
  calendar: {
    years: [{ year: 2026, holidays: [{ from: '2026-05-01', to: '2026-05-01' }], makeUpDays: ['2026-05-09'] }],
  },
};
const RULES: PromiseRules = {
  sla: { ...WORK, targets: { urgent: 5, high: 30, normal: 120 } },
  appointment: 240,
  callback: 480,
  remind: 60,
};

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const later = (from: string, minutes: number): string =>
  new Date(afterWorkingMinutes(at(from), minutes, WORK) + 8 * 60 * MINUTE).toISOString().slice(0, 16);

test('working time stands still at lunch, at night, at the weekend and on holidays', () => {
  expect(later('2026-05-06T09:00', 60)).toBe('2026-05-06T10:00');
  expect(later('2026-05-06T11:30', 60)).toBe('2026-05-06T14:30');
  expect(later('2026-05-06T17:30', 60)).toBe('2026-05-07T09:30');
  expect(later('2026-05-06T23:00', 60)).toBe('2026-05-07T10:00');
  expect(later('2026-04-30T17:30', 60)).toBe('2026-05-04T09:30');
  expect(later('2026-05-16T10:00', 60)).toBe('2026-05-18T10:00');
});

test('a make-up workday has the hours of a Monday', () => {
  expect(later('2026-05-08T17:30', 60)).toBe('2026-05-09T09:30');
});

test('a centre that is never open is counted by the wall clock', () => {
  const closed = { ...WORK, spans: [] };
  expect(afterWorkingMinutes(at('2026-05-06T09:00'), 30, closed)).toBe(at('2026-05-06T09:30'));
});

const handoff = (reason: HandoffReason, priority: Priority): Promised => ({ kind: 'handoff', reason, priority });

test('every promise of the bot has a due time of its kind, and a reminder before it', () => {
  const made = at('2026-05-06T09:00');
  const due = (what: Promised) => promiseDue(what, made, RULES);
  expect(due({ kind: 'appointment' })).toEqual({ due: at('2026-05-06T15:00'), remindAt: at('2026-05-06T14:00') });
  expect(due({ kind: 'callback' })).toEqual({ due: at('2026-05-07T10:00'), remindAt: at('2026-05-07T09:00') });
  expect(due(handoff('threat', 'high'))).toEqual({ due: at('2026-05-06T09:30'), remindAt: made });
  expect(due(handoff('medical_question', 'normal'))?.due).toBe(at('2026-05-06T11:00'));
});

test('a danger to life does not wait for the morning, and an unanswered question is kept by its callback', () => {
  const night = at('2026-05-06T23:00');
  expect(promiseDue(handoff('emergency', 'urgent'), night, RULES)).toEqual({
    due: night + 5 * MINUTE,
    remindAt: night,
  });
  expect(promiseDue(handoff('unanswered', 'normal'), night, RULES)).toBeNull();
});

test('a handoff is promised what the clock of the inbox counts down', () => {
  for (const since of ['2026-05-06T11:50', '2026-05-06T23:00', '2026-05-09T17:59'].map(at))
    for (const priority of PRIORITIES)
      expect(promiseDue(handoff('threat', priority), since, RULES)?.due).toBe(
        slaClock(since, priority, since, RULES.sla).dueAt,
      );
});
