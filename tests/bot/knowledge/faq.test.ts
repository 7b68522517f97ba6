import { expect, test } from 'vitest';
import { QUESTIONS_MODEL } from '../../../src/app/model-file.ts';
import { buildFaq, rankFaq, withoutPhrasing } from '../../../src/bot/knowledge/faq/index.ts';
import { decodeIntents } from '../../../src/bot/knowledge/faq/intent-model.ts';
import { trainIntents } from '../../../src/evaluate/knowledge/training.ts';
import { KNOWLEDGE } from './asking.ts';

const TODAY = '2026-11-18';

test('of the phrasings left out, four in five find their entry first', () => {
  const entries = KNOWLEDGE.faq.filter(({ validUntil }) => validUntil === undefined || validUntil >= TODAY);
  const faq = buildFaq(entries, QUESTIONS_MODEL.read());
  const cases = entries
    .flatMap(({ askedAs }, at) => askedAs.map((text, i) => ({ at, i, text })))
    .filter((_, n) => n % 4 === 0);
  const first = cases.filter(
    ({ at, i, text }) => rankFaq(withoutPhrasing(faq, at, i), text, TODAY)[0]?.entry.id === entries[at]?.id,
  );
  expect(first.length / cases.length).toBeGreaterThan(0.78);
});

test('the same questions give the same model, and a damaged one is refused', () => {
  const questions = ['停车多少钱', '停车怎么收费', '车停一天多少', '医院在哪', '地址在哪里', '医院地址'].map(
    (text, i) => ({
      intent: i < 3 ? 'parking' : 'address',
      text,
    }),
  );
  const bytes = trainIntents(questions);
  expect(trainIntents(questions)).toEqual(bytes);
  const scores = decodeIntents(bytes).score('停车收多少');
  expect(scores[1]).toBeGreaterThan(scores[0] ?? 0);
  expect(() => decodeIntents(bytes.subarray(0, bytes.length - 1))).toThrow(/cut off/);
  expect(() => decodeIntents(new Uint8Array([1, 2, 3]))).toThrow(/not a model/);
});
