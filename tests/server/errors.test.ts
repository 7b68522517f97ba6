import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS, type ErrorCode, HuifangError } from '../../src/domain/errors.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

test('the catalogue: so many codes, each with a status that HTTP knows and a sentence', () => {
  expect(CODES).toHaveLength(66);
  for (const code of CODES) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect([400, 401, 403, 404, 409, 413, 415, 422, 429, 500]).toContain(ERRORS[code].status);
    expect(ERRORS[code].message).toMatch(/^[a-z].*[a-z]$/);
  }
  expect(new Set(CODES.map((code) => ERRORS[code].message)).size).toBe(CODES.length);
});

test('an error carries its own code and tells its details line by line', () => {
  for (const code of CODES) {
    const error = new HuifangError(code, ['first', 'second']);
    expect([error.code, error.message]).toEqual([code, `${ERRORS[code].message}\n  first\n  second`]);
  }
});

test('docs/errors.md explains every code, in the order of the catalogue, and no other', () => {
  const rows = readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm);
  const documented = [...rows].map(([, code, status]) => [code, Number(status)]);
  expect(documented).toEqual(CODES.map((code) => [code, ERRORS[code].status]));
});
