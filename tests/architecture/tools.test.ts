import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** `npm test` needs nothing but Node and npm: what needs another tool asks for it first, and says what was not tested. */

const GUARDS = [
  { tool: 'Chromium', asks: /from '\.\/(?:browser|console|chat|day)\.ts'/, guard: 'describe.runIf(browserThere())(' },
  { tool: 'poppler', asks: /from '\.\/pdf-text\.ts'/, guard: 'describe.runIf(popplerThere())(' },
];

const FILES = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('tests', name));

test.each(GUARDS)('every test that needs $tool is left out where it is missing', ({ asks, guard }) => {
  const users = FILES.filter((file) => asks.test(readFileSync(file, 'utf8')));
  expect(users.length).toBeGreaterThan(0);
  const unguarded = users.filter((file) => {
    const text = readFileSync(file, 'utf8');
    const blocks = text.match(/^(?:describe|test)\b/gm) ?? [];
    return text.split(guard).length - 1 !== blocks.length;
  });
  expect(unguarded).toEqual([]);
});
