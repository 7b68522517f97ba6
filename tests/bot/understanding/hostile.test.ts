import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { read } from './readers/ask.ts';

/**
 * The event loop belongs to everybody: no text that a stranger can send may hold it. The budget is generous, so that a
 * busy machine passes and only a rule whose time explodes fails; CPU time, not the clock, is measured.
 */
const BUDGET_MS = 250;
const LENGTH = 1600;
const FOLDER = fileURLToPath(new URL('../../../src/bot/understanding', import.meta.url));

/** One question of each answer schema. */
const QUESTIONS = ['opening', 'when', 'doctor', 'reason', 'facts', 'suggestions', 'confirm', 'none'] as const;

/** Texts that took exponential time once: what stands before, and what repeats. */
const KNOWN: readonly (readonly [before: string, unit: string])[] = [
  ...['没了', '没有了', '没有', '好的没了', '谢谢啊', '祝你好吧', '正在哎', '打答案是', '嗯嗯,', '喔喔', '哦哦,'].map(
    (unit) => ['', unit] as const,
  ),
  ['没', '得啥子'],
  ['没', '意见话说'],
  ['不', '提了'],
  ['我要投诉', '真的'],
  ['我要投诉', '那个'],
  ['我要投诉', '你们'],
  ['八点', '等我'],
  ['停止', '再往我'],
  ['嘴', '和嘴xx全'],
  ['说话', '就变得'],
  ['我爸', '前几天'],
  ['回家三天', '人就'],
  ["i don't want to get", ' more'],
  ['那', '就那就'],
  ['', '想问啥就'],
  ['', '呀嘛'],
  ['', '有空闲的'],
  ['不', '很做得'],
  ['', '这个哦'],
  ['not ', 'thinking of'],
  ['孩子', '刚刚'],
  ['', '周末。消毒,'],
  ['', '几分钟,'],
  ['', '下午三点,所以 '],
];

/** Numbers in [0, 1) from a seed: each run reads the same texts. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(random: () => number, list: readonly T[], none: T): T {
  return list[Math.floor(random() * list.length)] ?? none;
}

/** The words that our rules are made of: whatever may make one of them begin. */
function triggers(): readonly string[] {
  const words = new Set<string>();
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.data.ts')) continue;
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/^ *(?:\/\/|\/?\*).*$/gm, '');
    for (const [word] of text.matchAll(/[\u3400-\u9fff]{1,4}/g)) words.add(word);
  }
  return [...words];
}

const WORDS = triggers();

/** The CPU milliseconds that a text takes; the best of three when it looks slow, since the first reading compiles rules. */
function costOf(question: string, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && least > BUDGET_MS; round++) {
    const before = process.cpuUsage();
    read(question, text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function slow(texts: readonly string[], questions: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    questions
      .map((question) => ({ question, cost: costOf(question, text) }))
      .filter(({ cost }) => cost > BUDGET_MS)
      .map(({ question, cost }) => `${Math.round(cost)} ms at ${question}: ${text.slice(0, 60)}`),
  );
}

test.each(KNOWN)('%s%s over and over is read in time', (before, unit) => {
  const long = (before + unit.repeat(LENGTH)).slice(0, LENGTH - 1);
  // With something between, so that it is not read as one repetition.
  const broken = Array.from({ length: 40 }, (_, i) => unit + (WORDS[i * 31] ?? '').slice(0, i % 2)).join('');
  const mixed = Array.from({ length: 40 }, (_, i) => unit + unit.slice(0, (i * i) % (unit.length + 1))).join('');
  expect(slow([`${long}猫`, `${before}${broken}猫`, `${before}${mixed}猫`], QUESTIONS)).toEqual([]);
});

test('alternations of any two words of our rules are read in time', { timeout: 120_000 }, () => {
  const random = seeded(20261122);
  const texts = Array.from({ length: 300 }, () => {
    const unit = pick(random, WORDS, '') + pick(random, WORDS, '') + pick(random, ['', '', ',', '。', '不'], '');
    return `${(pick(random, WORDS, '') + unit.repeat(LENGTH)).slice(0, LENGTH - 1)}猫`;
  });
  const found = texts.flatMap((text, i) => slow([text], [QUESTIONS[i % QUESTIONS.length] ?? 'doctor']));
  expect(found).toEqual([]);
});

test('mixes of the words of our rules without any period are read in time', { timeout: 120_000 }, () => {
  const random = seeded(7);
  const known = KNOWN.flatMap(([before, unit]) => [before, unit]).filter((word) => word !== '');
  const texts = Array.from({ length: 160 }, (_, i) => {
    const few = Array.from({ length: 2 + (i % 5) }, () => pick(random, i % 4 === 0 ? known : WORDS, ''));
    const pool = i % 2 === 0 ? WORDS : few;
    let text = '';
    while (text.length < LENGTH - 1) text += pick(random, pool, '猫') + pick(random, ['', '', '', ',', '的'], '');
    return `${text.slice(0, LENGTH - 1)}猫`;
  });
  const found = texts.flatMap((text, i) => slow([text], [QUESTIONS[i % QUESTIONS.length] ?? 'doctor']));
  expect(found).toEqual([]);
});

test('the measure sees a rule whose time explodes', () => {
  const planted = /^(?:没了?|了)+$/;
  const before = process.cpuUsage();
  planted.test(`${'没了'.repeat(25)}猫`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeGreaterThan(BUDGET_MS);
});
