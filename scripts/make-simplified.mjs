// Writes src/domain/simplified.data.ts: traditional → simplified, one code unit each, from the
// dictionaries of opencc-js. Run it again after an update of that package: node scripts/make-simplified.mjs
import { writeFileSync } from 'node:fs';
import HKVariantsRev from 'opencc-js/dict/HKVariantsRev';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TWVariantsRev from 'opencc-js/dict/TWVariantsRev';

const pairs = (dict) => dict.split('|').map((entry) => entry.split(' '));
const map = new Map();
for (const [from, to] of pairs(TSCharacters)) map.set(from, to);
// Taiwan and Hong Kong write some characters in another form than the dictionary's standard one.
for (const [from, standard] of [...pairs(TWVariantsRev), ...pairs(HKVariantsRev)]) {
  const to = map.get(standard);
  if (!map.has(from) && to !== undefined && to !== from) map.set(from, to);
}
// 著 is 着 nearly always in messages (the words that keep it are exceptions in simplified.ts); opencc leaves it to phrases.
const extra = [
  ['著', '着'],
  ['痠', '酸'],
  ['妳', '你'],
  ['牠', '它'],
  ['祂', '它'],
  ['喫', '吃'],
  ['麼', '么'],
  ['麽', '么'],
  ['週', '周'],
  ['裡', '里'],
  ['裏', '里'],
  ['菸', '烟'],
  ['噁', '恶'],
  ['啟', '启'],
  ['擡', '抬'],
  ['癒', '愈'],
];
for (const [from, to] of extra) map.set(from, to);

const single = [...map].filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to);
single.sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
const text = single.map(([from, to]) => from + to).join('');
const lines = text.match(/.{1,100}/gsu) ?? [];
const body = lines.map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  new URL('../src/domain/simplified.data.ts', import.meta.url),
  `// Made by scripts/make-simplified.mjs from opencc-js (MIT AND Apache-2.0). Do not edit by hand.\n` +
    `/** Pairs of code units, traditional then simplified: ${single.length} characters. */\n` +
    `export const SIMPLIFIED_PAIRS =\n${body};\n`,
);
