import { expect, test } from 'vitest';
import {
  gradeOfEmoji,
  gradeOfOption,
  gradeOfScoreText,
  gradesInOrder,
  leadingOption,
  optionAfter,
} from '../../../../src/bot/understanding/readers/scores.ts';

test.each([
  ['95分', 'satisfied'],
  ['九十五分', 'satisfied'],
  ['一百分', 'satisfied'],
  ['打90分', 'satisfied'],
  ['8分', 'mostly_satisfied'],
  ['六十分', 'mostly_satisfied'],
  ['给85', 'mostly_satisfied'],
  ['59分', 'dissatisfied'],
  ['0分', 'dissatisfied'],
  ['十二分', 'dissatisfied'],
  ['9/10', 'satisfied'],
  ['60/100', 'mostly_satisfied'],
  ['3 out of 5', 'mostly_satisfied'],
  ['2/5', 'dissatisfied'],
  ['五星', 'satisfied'],
  ['4 stars', 'mostly_satisfied'],
  ['three stars', 'mostly_satisfied'],
  ['zero stars', 'dissatisfied'],
  ['两颗星', 'dissatisfied'],
] as const)('%s is %s', (text, grade) => {
  expect(gradeOfScoreText(text)?.grade).toBe(grade);
});

test.each(['12/10', '十分满意', '满意', '300分', '病房12', '113', '101分', '七星', '等了90分钟'])(
  '%s is no score',
  (text) => {
    expect(gradeOfScoreText(text)).toBeNull();
  },
);

test('a few points of an unknown scale are said back before they count', () => {
  expect(gradeOfScoreText('4分')?.confidence).toBeLessThan(0.8);
  expect(gradeOfScoreText('95分')?.confidence).toBeGreaterThan(0.8);
});

test('option numbers: alone, in order, before words, after a role', () => {
  expect(['1', '选2', '第三个', '4', '3楼'].map(gradeOfOption)).toEqual([
    'satisfied',
    'mostly_satisfied',
    'dissatisfied',
    null,
    null,
  ]);
  expect(gradesInOrder('1、1、3')).toEqual(['satisfied', 'satisfied', 'dissatisfied']);
  expect(gradesInOrder('1134')).toBeNull();
  expect(leadingOption('3态度差')).toEqual({ grade: 'dissatisfied', length: 1 });
  expect(leadingOption('3天都没人来')).toBeNull();
  expect([':1', '打3', '很好'].map(optionAfter)).toEqual(['satisfied', 'dissatisfied', null]);
});

test('emoji: stars are counted, praise and blame weighed, thanks and question marks say nothing', () => {
  expect(gradeOfEmoji(['⭐', '⭐', '⭐', '⭐', '⭐'], false, false)?.grade).toBe('satisfied');
  expect(gradeOfEmoji(['⭐'], false, false)).toMatchObject({ grade: 'dissatisfied', confidence: 0.7 });
  expect(gradeOfEmoji(['😐'], false, false)?.grade).toBe('mostly_satisfied');
  expect(gradeOfEmoji(['🙏'], true, false)).toBeNull();
  expect(gradeOfEmoji(['👍'], true, false)?.grade).toBe('satisfied');
  expect(gradeOfEmoji(['👎'], false, true)?.grade).toBe('dissatisfied');
  expect(gradeOfEmoji(['👍', '👎'], true, true)).toBeNull();
});
