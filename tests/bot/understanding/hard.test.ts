import { expect, test } from 'vitest';
import { readHard } from '../../../src/bot/understanding/hard/index.ts';
import { normalise } from '../../../src/bot/understanding/normalise.ts';
import type { FindingKind } from '../../../src/domain/finding.ts';
import { casesOf, contextOf } from './cases.ts';
import { toTaiwan } from './taiwanese.ts';

const KINDS: Readonly<Record<string, FindingKind>> = {
  D: 'deceased',
  O: 'opt_out',
  OI: 'opt_in',
  W: 'wrong_number',
  H: 'human',
  T: 'threat',
  B: 'beyond_authority',
  A: 'abuse',
  M: 'medical_question',
};
const cases = casesOf('hard');
const read = (text: string, question: string) => readHard(normalise(text), contextOf(question));

for (const { want, text, question } of cases) {
  const kind = KINDS[want.replace(/^-|\?$/g, '')];
  test(`${text} (${question}): ${want.startsWith('-') ? 'no ' : ''}${kind}`, () => {
    const found = read(text, question).find((finding) => finding.kind === kind);
    if (want.startsWith('-')) {
      expect(found).toBeUndefined();
      return;
    }
    expect(found?.kind).toBe(kind);
    if (found?.kind === 'deceased') expect(found.tier).toBe(want === 'D?' ? 'medium' : 'high');
  });
}

/** Both of a pair must be right: they differ in little and mean something else. */
test.each([
  ['opening', '我爸上周走了', '我爸走了两步', 'deceased'],
  ['opening', '他人不在了，上个月的事', '他人不在家', 'deceased'],
  ['opening', '打错了', '打错针了', 'wrong_number'],
  ['doctor', '别打了', '别打针了', 'opt_out'],
  ['doctor', '别再发了', '别再发烧就好', 'opt_out'],
  ['doctor', '我要打12345', '我花了12345元', 'threat'],
  ['doctor', '叫你们主任来', '你们主任人很好', 'human'],
  ['doctor', '把钱退给我', '押金已经退给我了', 'beyond_authority'],
  ['doctor', '你是神经病', '神经内科很好', 'abuse'],
  ['doctor', '伤口能沾水吗', '热水能不能供应久一点', 'medical_question'],
  ['doctor', '你们别再联系我了', '以后有事联系我', 'opt_out'],
  ['doctor', '我要告你们', '医生都告诉你们了', 'threat'],
] as const)('%s: %s against %s', (question, yes, no, kind) => {
  expect(read(yes, question).map((finding) => finding.kind)).toContain(kind);
  expect(read(no, question).map((finding) => finding.kind)).not.toContain(kind);
});

test('打错了 is the wrong number only until somebody has answered', () => {
  const kinds = (over: Parameters<typeof contextOf>[1]) =>
    readHard(normalise('打错了'), contextOf('opening', over)).map((finding) => finding.kind);
  expect(kinds({ identified: false })).toEqual(['wrong_number']);
  expect(kinds({ identified: true })).toEqual([]);
  expect(kinds({ identified: false, lastAnswered: 'doctor' })).toEqual([]);
});

test('who opts out by free wording for good is sure enough to act on, who asks to be left alone is asked', () => {
  expect(read('以后不要再给我发短信了', 'doctor')[0]?.confidence).toBeGreaterThanOrEqual(0.8);
  expect(read('以后不要再打扰我', 'doctor')[0]?.confidence).toBeLessThan(0.8);
});

test('several hard meanings of one message are all found', () => {
  const kinds = read('别再发了，叫你们领导跟我说话，不然我打12345', 'doctor').map((finding) => finding.kind);
  expect(kinds).toEqual(['opt_out', 'human', 'threat']);
});

test('a medical question carries the words that ask', () => {
  const found = read('挺好的。伤口拆线后有点痒，能洗澡吗', 'doctor').find(
    (finding) => finding.kind === 'medical_question',
  );
  expect(found).toMatchObject({ text: '伤口拆线后有点痒，能洗澡吗' });
});

test('Taiwanese writing reads as the mainland one', () => {
  const kinds = (text: string, question: string) =>
    read(text, question)
      .map((finding) => finding.kind)
      .join();
  const missed = cases
    .filter(({ text, question }) => kinds(text, question) !== kinds(toTaiwan(text), question))
    .map(({ text }) => text);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(cases.length * 0.005));
});
