import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { ambiguous, builtWhile, literalsIn, nestedOpen } from './regex-scan.ts';

const FOLDER = fileURLToPath(new URL('../../../src/bot/understanding', import.meta.url));
const literals = literalsIn(FOLDER);

/** Those that are put together of lists when the rules are loaded. */
async function composed(): Promise<readonly { readonly at: string; readonly source: string }[]> {
  vi.resetModules();
  const built = await builtWhile(() => import('../../../src/bot/understanding/understand.ts'));
  return [...new Set(built)].map((source) => ({ at: 'composed', source }));
}

test('no rule repeats freely what itself repeats freely', async () => {
  const built = await composed();
  expect(literals.length).toBeGreaterThan(500);
  expect(built.length).toBeGreaterThan(100);
  const all = [...literals, ...built];
  expect(all.flatMap(({ at, source }) => nestedOpen(source).map((body) => `${at} ${body}`))).toEqual([]);
});

test('no text can be read in two ways by words that repeat freely', async () => {
  const all = [...literals, ...(await composed())];
  expect(all.flatMap(({ at, source }) => ambiguous(source).map((body) => `${at} ${body}`))).toEqual([]);
});

test.each(['(?:a+)*b', '^(?:没了*|好){2,}$', 'x(?:y(?:\\s*z)?)+', '(?:[^)]*;)*'])('the scan sees %s', (source) => {
  expect(nestedOpen(source)).toHaveLength(1);
});
test.each(['(?:a|b)*c', '(?:a+){0,4}', '[(]a+[)]*', '\\((?:a{1,3})+\\)', '(?:a*)(?:b*)'])(
  'the scan passes %s',
  (source) => {
    expect(nestedOpen(source)).toEqual([]);
  },
);
test.each([
  '(?:那|就|那就)*',
  '(?:我们?|们)+',
  '(?:嗯|嗯嗯){0,20}',
  '(?:就|人就|人|以?后)+',
  '(?:开始|开始)*',
  '(?:ab|c|a|bc)*',
])('the scan sees two readings in %s', (source) => {
  expect(ambiguous(source)).toHaveLength(1);
});
test.each(['(?:那|就|那么)*', '(?:我们?|你们?)+', '(?:嗯|嗯嗯){0,4}', '(?:a|ab|cb)*'])(
  'one reading in %s',
  (source) => {
    expect(ambiguous(source)).toEqual([]);
  },
);
