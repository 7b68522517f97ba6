import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failureOfCode, failureOfTransport, readRetryAfter, TWILIO_CODES } from '../../src/channels/errors.ts';
import { HOUR } from '../../src/domain/clock.ts';

/** channels.md 2.7, row by row; 30007 stands with our faults, because the owner of the template is to be alerted. */
const TABLE: readonly [codes: string, kind: string, consequence?: string][] = [
  ['429 20429 14107 21611 30001 30017 30022 30410 63018 30003 30008 63010 63012 30023 30027', 'retryable'],
  ['20500 20503', 'uncertain'],
  [
    '20003 30002 21408 21606 21212 21703 21705 21712 21608 30018 30024 30032 30034 21602 21617 21655 21656 30007',
    'our_fault',
  ],
  ['21211 30005 21214 21612 21614 21635 30006', 'permanent', 'unreachable'],
  ['30004 63016 63003 63024 63032', 'permanent'],
  ['21610 63014', 'permanent', 'opted_out'],
];

test.each(TABLE)('%s: %s', (codes, kind, consequence) => {
  for (const code of codes.split(' ')) {
    const failure = failureOfCode(code);
    expect([code, failure.class, failure.consequence]).toEqual([code, kind, consequence]);
    expect(failure.detail.length).toBeGreaterThan(5);
  }
});

test('the table knows nothing else', () => {
  const listed = new Set(TABLE.flatMap(([codes]) => codes.split(' ')));
  expect(Object.keys(TWILIO_CODES).filter((code) => !listed.has(code))).toEqual([]);
});

test('what failed on the way out may be tried again, what failed on the way back may not', () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']) {
    expect(failureOfTransport(code, undefined).class).toBe('retryable');
  }
  expect(failureOfTransport('ETIMEDOUT', 'connect').class).toBe('retryable');
  for (const code of ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', undefined]) {
    expect(failureOfTransport(code, undefined).class).toBe('uncertain');
  }
});

test('Retry-After comes as seconds or as a date, and never as a century', () => {
  const now = Date.UTC(2026, 10, 23, 2, 0);
  expect(readRetryAfter('5', now)).toBe(5_000);
  expect(readRetryAfter('Mon, 23 Nov 2026 02:00:30 GMT', now)).toBe(30_000);
  expect(readRetryAfter('Mon, 23 Nov 2020 02:00:30 GMT', now)).toBe(0);
  expect(readRetryAfter('999999999', now)).toBe(HOUR);
  expect(readRetryAfter('soon', now)).toBeUndefined();
  expect(readRetryAfter(undefined, now)).toBeUndefined();
});

test('the module is a table: no clock, no network', () => {
  expect(readFileSync(new URL('../../src/channels/errors.ts', import.meta.url), 'utf8')).not.toMatch(
    /Date\.now|fetch\(/,
  );
});
