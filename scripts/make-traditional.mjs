// Writes src/bot/knowledge/frames/traditional.data.ts: simplified → traditional as written in Taiwan, one code unit each,
// from the dictionaries of opencc-js. Run it again after an update of that package: node scripts/make-traditional.mjs
import { writeFileSync } from 'node:fs';
import STCharacters from 'opencc-js/dict/STCharacters';
import TWVariants from 'opencc-js/dict/TWVariants';

const pairs = (dict) => dict.split('|').map((entry) => entry.split(' '));
const variants = new Map(pairs(TWVariants));
const map = new Map();
for (const [from, to] of pairs(STCharacters)) map.set(from, variants.get(to) ?? to);
// Characters that stay in most words of a hospital; the words that change them are in to-traditional.ts.
for (const same of '里后干台只面范姜松丑斗谷郁吁卜才出冬回向家布志致佣') map.delete(same);
const single = [...map].filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to);
single.sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
const text = single.map(([from, to]) => from + to).join('');
const lines = text.match(/.{1,100}/gsu) ?? [];
writeFileSync(
  new URL('../src/bot/knowledge/frames/traditional.data.ts', import.meta.url),
  `// Made by scripts/make-traditional.mjs from opencc-js (MIT AND Apache-2.0). Do not edit by hand.\n` +
    `/** Pairs of code units, simplified then traditional: ${single.length} characters. */\n` +
    `export const TRADITIONAL_PAIRS =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
);
