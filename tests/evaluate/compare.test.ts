import { expect, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import { comparisonText } from '../../src/cli/teach/words.ts';
import { type Comparison, compareUnderstanding } from '../../src/evaluate/messages/compare.ts';
import { type LabelledMessage, parseMessage } from '../../src/evaluate/messages/message.ts';
import { neutralMessage } from '../../src/evaluate/messages/training.ts';
import { taughtBy } from '../support/taught.ts';

const { kit } = readHospital('flows.config.json');
const message = (id: string, text: string, question: string, want: readonly unknown[]): LabelledMessage =>
  parseMessage(JSON.stringify({ id, text, question, want }), id);
const sets = {
  labelled: [
    message('1', '谢谢', 'none', ['thanks']),
    message('2', '满意', 'doctor', [{ kind: 'rating', question: 'doctor', grade: 'satisfied' }]),
    message('3', '嘎嘎的', 'doctor', [{ kind: 'rating', question: 'doctor', grade: 'satisfied' }]),
    message('4', '胸口疼得喘不上气', 'none', ['emergency']),
  ],
  neutral: [neutralMessage('村口那条引流渠还没有水', 8)],
};

function compare(understanding: object): Comparison {
  return compareUnderstanding(kit, { ...kit, lists: taughtBy(understanding).lists }, sets);
}

test('what helps and hurts nothing is accepted', () => {
  const found = compare({ phrases: [{ meaning: 'rating.satisfied', add: ['嘎嘎的'] }] });
  expect(found).toMatchObject({ falls: [], turnedRight: 1, turnedWrong: [] });
  expect(comparisonText(found, 'x.accepted.json')).toMatch(
    /rating\.satisfied +R 0\.500 → 1\.000[^]*已采用.*x\.accepted/,
  );
});

test('a message that turns wrong is named with what was wanted and read, and the figures that fall', () => {
  const found = compare({ phrases: [{ meaning: 'thanks', block: ['谢谢'] }] });
  expect(found.turnedWrong.map((wrong) => wrong.message.id)).toEqual(['1']);
  expect(found.falls).toEqual(['messages understood: 3 → 2 of 4', 'F1 of thanks: 1.0000 → 0.0000']);
  const text = comparisonText(found, 'x.accepted.json');
  expect(text).toContain('none: 谢谢\n    wanted thanks; read thanks → nothing');
  expect(text).toContain('不予采用');
});

test('a false alarm in daily life is a fall', () => {
  const found = compare({ phrases: [{ meaning: 'emergency', add: ['那条引流渠'] }] });
  expect(found.falls).toEqual(['emergency in 100,000 sentences of daily life: 0 → 100000']);
});
