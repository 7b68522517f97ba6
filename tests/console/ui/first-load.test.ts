import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the build has written; `npm run build`, and the set-up of the tests, keep it newer than its sources. */
const BUILT = 'dist/console/ui';
/** All that the inbox has to load, compressed with gzip. */
const LIMIT_KB = 500;
const INBOX = 'pages/inbox/page.tsx';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}
type Manifest = Readonly<Record<string, Chunk>>;

/** The files that are loaded for these chunks, each once. */
export function filesFor(manifest: Manifest, start: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the manifest has no ${key}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Manifest;
const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true)?.[0] ?? '';
const sizeOf = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + readFileSync(join(BUILT, `${file}.gz`)).length, 0) / 1000;

test(`the inbox loads at most ${String(LIMIT_KB)} kB`, () => {
  const files = filesFor(manifest, [entry, INBOX]);
  expect([...files].some((file) => file.endsWith('.js'))).toBe(true);
  expect(sizeOf(files)).toBeLessThanOrEqual(LIMIT_KB);
});

test('canary: a chunk that another one imports is counted, once', () => {
  const small: Manifest = {
    a: { file: 'a.js', imports: ['b'], css: ['a.css'] },
    b: { file: 'b.js', imports: ['a'] },
    c: { file: 'c.js' },
  };
  expect([...filesFor(small, ['a', 'b'])].sort()).toEqual(['a.css', 'a.js', 'b.js']);
});
