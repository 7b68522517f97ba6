import { expect, test } from 'vitest';
import { instantOf, localTextOf } from '../../../src/console/ui/parts/local-time.ts';

const SHANGHAI = 'Asia/Shanghai';
/** 2026-11-22 21:05 in Shanghai. */
const EVENING = Date.UTC(2026, 10, 22, 13, 5);

test('a moment stands in the field as the clock of the hospital shows it, wherever the browser is', () => {
  expect(localTextOf(EVENING, SHANGHAI)).toBe('2026-11-22T21:05');
  expect(localTextOf(EVENING, 'America/New_York')).toBe('2026-11-22T08:05');
});

test('what is typed there is read by the same clock', () => {
  expect(instantOf('2026-11-22T21:05', SHANGHAI)).toBe(EVENING);
  expect(instantOf('2026-11-22T21:05:00', SHANGHAI)).toBe(EVENING);
});

test('an empty, unfinished or impossible moment is none', () => {
  for (const text of ['', '2026-11-22', '2026-11-22T', '2026-13-40T10:00'])
    expect(instantOf(text, SHANGHAI), text).toBeNull();
});
