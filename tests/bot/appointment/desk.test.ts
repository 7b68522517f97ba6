import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDesk } from '../../../src/bot/appointment/desk.ts';
import { loadKnowledge } from '../../../src/bot/knowledge/index.ts';

const KNOWLEDGE = loadKnowledge(
  JSON.parse(readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8')),
  '2026-11-01',
);
const desk = createDesk(KNOWLEDGE, 'Asia/Shanghai');
const at = (local: string) => Date.parse(`${local}:00+08:00`);
const open = (departmentId: string, local: string, within = 7) =>
  desk.openDays({ departmentId, doctorId: null }, at(local), within);
const doctor = (name: string) => KNOWLEDGE.doctors.find((one) => one.name === name)?.id ?? '';

test('a department is open on the days and half-days of the knowledge base', () => {
  expect(open('dermatology', '2026-11-18T07:00').map(({ date, halves }) => [date.slice(8), halves.join()])).toEqual([
    ['18', 'morning,afternoon,evening'],
    ['19', 'morning,afternoon,evening'],
    ['20', 'morning,afternoon,evening'],
    ['21', 'morning'],
    ['22', 'morning'],
    ['23', 'morning,afternoon,evening'],
    ['24', 'morning,afternoon,evening'],
  ]);
});

test('a session that is over today cannot be asked for', () => {
  expect(open('ophthalmology', '2026-11-18T12:30')[0]).toEqual({ date: '2026-11-18', halves: ['afternoon'] });
  expect(open('ophthalmology', '2026-11-18T20:00')[0]?.date).toBe('2026-11-19');
});

test('a doctor is open when he is there', () => {
  const days = desk.openDays({ departmentId: 'orthopaedics', doctorId: doctor('林绍强') }, at('2026-11-18T10:00'), 7);
  expect(days).toEqual([
    { date: '2026-11-19', halves: ['morning'] },
    { date: '2026-11-24', halves: ['morning'] },
  ]);
});

test('nothing can be asked for on a public holiday', () => {
  expect(desk.isHoliday('2027-01-01')).toBe(true);
  expect(desk.isHoliday('2026-11-18')).toBe(false);
  expect(open('dermatology', '2026-12-31T22:00', 3).map(({ date }) => date)).toEqual(['2027-01-02']);
});

test('what takes no appointments has no open days', () => {
  expect(desk.isBookable('lab')).toBe(false);
  expect(desk.isBookable('nowhere')).toBe(false);
  expect(desk.isBookable('dermatology')).toBe(true);
  expect(open('emergency', '2026-11-18T10:00')).toEqual([]);
  expect(desk.openDays({ departmentId: 'dermatology', doctorId: 'nobody' }, at('2026-11-18T10:00'), 7)).toEqual([]);
});
