import { expect, test } from 'vitest';
import {
  addMonths,
  isWholeMonths,
  lastPeriods,
  lengthOf,
  shiftDay,
  spanBefore,
  spanOf,
  weekOf,
} from '../../src/reports/periods.ts';

test('weeks are those of ISO 8601, also round the year', () => {
  expect(['2026-01-01', '2026-01-04', '2026-01-05', '2026-12-31', '2027-01-01', '2024-12-30'].map(weekOf)).toEqual([
    '2026-W01',
    '2026-W01',
    '2026-W02',
    '2026-W53',
    '2026-W53',
    '2025-W01',
  ]);
  expect(spanOf('2026-W53', 'week')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  expect(spanOf('2026-02', 'month')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

test('the span before is as long, in whole months where it is whole months', () => {
  expect(spanBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(spanBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(spanBefore({ from: '2026-03-02', to: '2026-03-08' })).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  expect(isWholeMonths({ from: '2026-03-01', to: '2026-03-30' })).toBe(false);
});

test('the periods of a trend end with the one of the last day', () => {
  expect(lastPeriods('2026-02-10', 'month', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(lastPeriods('2026-01-07', 'week', 2)).toEqual(['2026-W01', '2026-W02']);
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect([shiftDay('2026-03-01', -1), lengthOf({ from: '2026-02-27', to: '2026-03-01' })]).toEqual(['2026-02-28', 3]);
});
