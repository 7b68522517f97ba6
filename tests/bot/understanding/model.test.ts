import { describe, expect, test } from 'vitest';
import { decodeModel, encodeModel } from '../../../src/bot/understanding/model/model.ts';
import { parseMessage } from '../../../src/evaluate/messages/message.ts';
import { trainModel } from '../../../src/evaluate/messages/training.ts';

const PHRASES: readonly (readonly [kind: string, texts: readonly string[]])[] = [
  ['thanks', ['谢谢你们', '多谢关心', '太感谢了', '谢谢啊', '感谢各位', '谢了谢了']],
  ['refuse', ['没兴趣', '不想回答', '别烦我', '懒得说', '不愿意说', '不想理你们']],
  ['hospital_question', ['门诊几点开门', '停车场在哪', '怎么复印病历', '病历在哪拿', '食堂几点开', '复印室在哪']],
];
const messages = PHRASES.flatMap(([kind, texts]) =>
  texts.map((text, i) =>
    parseMessage(JSON.stringify({ id: `${kind}${String(i)}`, text, question: 'doctor', want: [kind] }), 'test'),
  ),
);

describe('the trained model', () => {
  const model = decodeModel(trainModel(messages));

  test('the same messages give the same bytes', () => {
    expect(Buffer.compare(trainModel(messages), trainModel(messages))).toBe(0);
  });

  test.each([
    ['谢谢你们啊', 'thanks'],
    ['真不想回答', 'refuse'],
    ['病历复印在哪', 'hospital_question'],
  ])('%s sounds most like %s', (text, kind) => {
    const scores = model.score(text, 'rating', []);
    expect(Object.entries(scores).sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(kind);
  });

  test('text that it has never seen sounds less like a meaning than a phrase of that meaning', () => {
    const unseen = model.score('xyzzy', 'rating', []);
    for (const [kind, texts] of PHRASES)
      for (const text of texts)
        expect(unseen[kind], text).toBeLessThan(model.score(text, 'rating', [])[kind] ?? Number.NaN);
  });

  test('bytes of something else are refused, and so are cut ones', () => {
    expect(() => decodeModel(new TextEncoder().encode('hello, this is no model'))).toThrow('not a model');
    const bytes = encodeModel({ buckets: [3, 9], classes: new Map([['a', new Float32Array(3).fill(0.5)]]) });
    expect(() => decodeModel(bytes.slice(0, -1))).toThrow('weights instead of');
  });
});
