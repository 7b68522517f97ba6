import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsOf, normalise } from '../../../src/bot/understanding/normalise.ts';
import { gapped } from '../../../src/bot/understanding/readers/gapped.ts';
import { allGuarded, guarded, Marks } from '../../../src/bot/understanding/sieve/guarded.ts';
import { gramOf, needsOf } from '../../../src/bot/understanding/sieve/needs.ts';
import '../../../src/bot/understanding/understand.ts';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));

function textsOf(folder: string): readonly string[] {
  return readdirSync(`${CORPUS}/${folder}`).flatMap((name) =>
    readFileSync(`${CORPUS}/${folder}/${name}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}

function gramsOf(source: string): readonly string[] | null {
  const { grams } = needsOf(new RegExp(source));
  if (grams === null) return null;
  const spelled = grams.any.map((gram) => {
    const left = Math.floor(gram / gramOf(1, 0));
    return left === 0 ? String.fromCharCode(gram) : String.fromCharCode(left, gram % gramOf(1, 0));
  });
  return [...new Set(spelled)].sort();
}

test.each([
  ['去世', ['去世']],
  ['胸(?:口|前)疼', ['前疼', '口疼']],
  ['没(?:有)?兴趣', ['兴趣']],
  ['懒得|[拒谢]绝', ['懒得', '拒绝', '谢绝']],
  ['晕(?!车|船)', ['晕']],
  ['(?<!不)喘+', ['喘']],
  ['疼(?=了)', ['疼']],
  ['吃{0,2}药?', null],
  ['(?:痛|.)', null],
  ['[^,。]+', null],
  ['1[0-2]月', ['0月', '1月', '2月']],
  ['\\bno\\b', ['no']],
  ['(?<name>没)有', null],
  ['没{有', ['{有']],
  ['\\u4e00\\.', ['一.']],
] as const)('%s needs %j', (source, grams) => {
  expect(gramsOf(source)).toEqual(grams);
});

/** Sources of small patterns with everything that rules are written with. */
const source: fc.Arbitrary<string> = fc.letrec<{ all: string; atom: string; row: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', '不', '没', '.', '[ab]', '[^a]', '[a-c不]', '\\d', '\\b', '^', '$', '\\s'),
    fc
      .tuple(
        fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=', '(?<!'),
        tie('all'),
        fc.constantFrom('', '?', '*', '{1,2}', '{0,3}'),
      )
      .map(([opener, body, many]) => `${opener}${body})${opener.startsWith('(?') && opener !== '(?:' ? '' : many}`),
    fc
      .tuple(fc.constantFrom('a', '不', '[b没]', '\\d'), fc.constantFrom('?', '+', '*', '+?', '{2}', '{0,1}'))
      .map((two) => two.join('')),
  ),
  row: fc.array(tie('atom'), { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join('')),
  all: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
})).all;

test('a pattern matches only where something of what it needs is held, and wherever that is enough', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '不', '没', '1', ' ', '\n'), maxLength: 8 });
  fc.assert(
    fc.property(source, fc.array(text, { minLength: 20, maxLength: 20 }), (body, texts) => {
      const pattern = new RegExp(body);
      const { grams, sure } = needsOf(pattern);
      for (const one of texts) {
        const held = Array.from({ length: one.length }, (_, i) => [
          one.charCodeAt(i),
          gramOf(one.charCodeAt(i), one.charCodeAt(i + 1)),
        ]).flat();
        const matches = pattern.test(one);
        if (matches && grams !== null) expect(grams.any.some((gram) => held.includes(gram))).toBe(true);
        if (!matches) expect(sure.some((gram) => held.includes(gram))).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the rules find in the corpus what they found without being guarded', { timeout: 60_000 }, () => {
  const guards = allGuarded();
  expect(guards.length).toBeGreaterThan(200);
  const lost: string[] = [];
  for (const text of [...textsOf('development'), ...textsOf('neutral')]) {
    const n = normalise(text);
    for (const guard of guards) {
      const found = guard.test(n);
      guard.pattern.lastIndex = 0;
      if (found !== guard.pattern.test(n.text)) lost.push(`${guard.pattern.source}: ${text}`);
    }
  }
  expect(lost).toEqual([]);
});

test('a text that was cut or parted has marks of its own', () => {
  const across = guarded(/头\n尾/);
  const parted = guarded(/在,说吧/);
  expect(across.test(endsOf(normalise(`头${'一二三四五六七八九十'.repeat(3)}尾`), 1, 1))).toBe(true);
  expect(parted.test(normalise('在 说吧'))).toBe(false);
  expect(parted.test(gapped(normalise('在 说吧')))).toBe(true);
});

test('a pattern that is added later is found as well', () => {
  expect(guarded(/喘/).test({ text: '喘', marks: new Marks('喘') })).toBe(true);
  expect(guarded(/喘不/).exec({ text: '喘不', marks: new Marks('喘不') })?.index).toBe(0);
  expect(guarded(/痛/g).matches({ text: '痛痛', marks: new Marks('痛痛') })).toHaveLength(2);
});
