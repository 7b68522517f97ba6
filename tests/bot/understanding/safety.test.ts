import { expect, test } from 'vitest';
import { normalise } from '../../../src/bot/understanding/normalise.ts';
import { readSafety } from '../../../src/bot/understanding/safety/index.ts';
import { casesOf, contextOf } from './cases.ts';
import { toTaiwan } from './taiwanese.ts';

const context = contextOf('doctor');
const read = (text: string, lists = context.lists) => readSafety(normalise(text), { ...context, lists });
const tierOf = (text: string, kind: string): string => {
  const found = read(text).find((finding) => finding.kind === kind);
  return found !== undefined && 'tier' in found ? found.tier : 'none';
};
const cases = casesOf('safety');
const texts = (want: string): readonly string[] => cases.filter((one) => one.want === want).map((one) => one.text);

test.each(texts('E'))('%s: call for help now', (text) => {
  expect(tierOf(text, 'emergency')).toBe('high');
});

test.each(texts('E?'))('%s: asked whether it is so now', (text) => {
  expect(tierOf(text, 'emergency')).toBe('low');
});

test.each(texts('S'))('%s: the helpline', (text) => {
  expect(tierOf(text, 'self_harm')).not.toBe('none');
});

test.each(texts('N'))('%s: no alarm', (text) => {
  expect(read(text)).toEqual([]);
});

test('a red flag sounds in every state of a conversation', () => {
  for (const question of ['opening', 'when', 'nurse', 'suggestions', 'none']) {
    const found = readSafety(normalise('我现在胸口疼得厉害'), contextOf(question, { closed: question === 'none' }));
    expect(found.map((finding) => finding.kind)).toEqual(['emergency']);
  }
});

test.each([
  // Negation never reaches over a border of clauses.
  ['不是药的事，胸口疼得厉害', 'high'],
  ['没有胸痛，也不喘', 'none'],
  ['没有胸痛、气短', 'none'],
  ['没有发烧，但是喘不上气', 'high'],
  // Past and over, past without more, going on.
  ['出院前胸痛，现在好了', 'none'],
  ['住院前胸痛', 'low'],
  ['住院前胸痛，现在又疼起来了，胸口疼', 'high'],
  // Relatives count in full, other people's past does not.
  ['我奶奶晕倒了', 'high'],
  ['邻居去年晕倒过', 'none'],
  ['隔壁床的大爷现在晕倒了，快来人', 'high'],
  // Idiom and the real thing.
  ['气得我心脏疼', 'none'],
  ['我心脏疼', 'high'],
  ['如果胸口疼怎么办', 'none'],
])('%s → %s', (text, tier) => {
  expect(tierOf(text, 'emergency')).toBe(tier);
});

test('the signs of the knowledge base count, also told in other words', () => {
  const lists = { emergencySigns: ['透析管出血止不住', '下巴脱臼合不上嘴', '有不想活的念头'] };
  expect(read('下巴脱臼了，合不上嘴', lists)[0]).toMatchObject({
    kind: 'emergency',
    tier: 'high',
    evidence: 'safety.listed_sign',
  });
  expect(read('下巴有点酸', lists)).toEqual([]);
  expect(read('没有下巴脱臼合不上嘴', lists)).toEqual([]);
  // What our own rules read is judged by them: a listed 叫不醒 is no alarm where a nurse woke somebody.
  expect(read('护士叫不醒我爸才量的体温', { emergencySigns: ['叫不醒'] })).toEqual([]);
  // A sign about self-harm leads to the helpline, not twice to an alarm.
  expect(read('他有不想活的念头', lists).map((finding) => finding.kind)).toEqual(['self_harm']);
});

test('the span is what the contact wrote', () => {
  const text = '滿意。我現在 胸口 好痛！';
  const [found] = read(text);
  expect(found && text.slice(...found.span).replaceAll(' ', '')).toBe('胸口好痛');
});

test('Taiwanese writing reads as the mainland one', () => {
  const missed = cases
    .filter(({ text }) => JSON.stringify(kinds(text)) !== JSON.stringify(kinds(toTaiwan(text))))
    .map(({ text }) => text);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(cases.length * 0.005));
});

test('punctuation, blanks and width change nothing', () => {
  for (const text of [...texts('E'), ...texts('S')]) {
    expect(kinds(`  ${text}！！`), text).toEqual(kinds(text));
    expect(kinds(text.replaceAll('，', ',')), text).toEqual(kinds(text));
  }
});

function kinds(text: string): readonly string[] {
  return read(text).map((finding) => ('tier' in finding ? `${finding.kind} ${finding.tier}` : finding.kind));
}
