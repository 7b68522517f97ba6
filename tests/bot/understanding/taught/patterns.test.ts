import { describe, expect, test } from 'vitest';
import { taughtBy } from '../../../support/taught.ts';
import { read } from '../readers/ask.ts';

const hospital = taughtBy({
  wordLists: { 护士: ['护士', '护理员', '值班的'], 来: ['来', '过来', '露面'] },
  patterns: [
    { meaning: 'complaint', all: ['<护士>', '没', '<来>'], none: ['麻烦'], within: 12 },
    { meaning: 'busy', all: ['在', '地里'] },
  ],
});

const taughtIn = (text: string, question = 'suggestions') =>
  read(question, text, hospital).flatMap(({ kind, evidence, span }) =>
    evidence.startsWith('taught.') ? [[kind, text.slice(...span)]] : [],
  );

describe('a pattern over word lists', () => {
  test.each([
    ['值班的一晚上没露面', [['complaint', '值班的一晚上没露面']]],
    ['昨晚上那个护理員喊了都沒过来看', [['complaint', '护理員喊了都沒过来']]],
    // In another order, too far apart, in another clause, or beside what must not stand there.
    ['没护理员来', []],
    ['值班的从早到晚忙里忙外什么都没顾上也没来', []],
    ['值班的，没来', []],
    ['值班的没来也不麻烦', []],
  ])('%s', (text, expected) => {
    expect(taughtIn(text)).toEqual(expected);
  });

  test('an answer only where it can be one', () => {
    expect(taughtIn('在老家地里', 'opening')).toEqual([['busy', '在老家地里']]);
  });
});

test('hostile texts cost no more than their length', () => {
  const many = Array.from({ length: 50 }, (_, i) => [
    `单${String(i)}`,
    ['没', '没没', '没来', '来没', '没来没', `字${String(i)}`],
  ]);
  const names = many.map(([name]) => `<${String(name)}>`);
  const big = taughtBy({
    wordLists: Object.fromEntries(many) as object,
    patterns: Array.from({ length: 100 }, (_, i) => ({
      meaning: 'complaint',
      all: [0, 1, 2, 3, 4].map((step) => names[(i + step) % 50]).concat('永远不出现'),
      within: 60,
    })),
    phrases: [
      { meaning: 'thanks', block: Array.from({ length: 200 }, (_, i) => `没来${'没来'.repeat(i % 20)}${String(i)}`) },
    ],
    timeWords: { 没来没来: '18:30' },
  });
  const text = Array.from({ length: 400 }, (_, i) => (i % 7 === 0 ? '没来没' : '没来')).join('');
  const cost = (more: object): number => {
    read('none', text, more);
    const began = performance.now();
    for (let i = 0; i < 20; i += 1) read('none', text, more);
    return (performance.now() - began) / 20;
  };
  expect(cost(big) - cost({})).toBeLessThan(60);
});
