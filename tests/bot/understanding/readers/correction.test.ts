import { describe, expect, test } from 'vitest';
import { grades, kinds, read } from './ask.ts';

const S = 'satisfied';
const M = 'mostly_satisfied';
const D = 'dissatisfied';

describe('corrections', () => {
  test.each([
    ['nurse', '刚才打错了，是不满意', `doctor=${D}`],
    ['nurse', '按错了，应该是1', `doctor=${S}`],
    ['overall', '护士那个按错了，是1', `nurse=${S}`],
    ['nurse', '说错了，医生是基本满意', `doctor=${M}`],
    ['nurse', 'I pressed the wrong button, should be 1', `doctor=${S}`],
    ['nurse', '刚才选的满意按错了，是3', `doctor=${D}`],
    ['nurse', '你理解错了，我没说护士，我说的是医生满意', `doctor=${S}`],
  ])('at %s: %s', (question, text, expected) => {
    expect(grades(question, text)).toBe(expected);
    expect(read(question, text).some((f) => f.kind === 'rating' && f.correction === true)).toBe(true);
  });
  test('a slip without a new value is a correction alone', () => {
    expect(kinds('nurse', '刚才按错了')).toEqual(['correction']);
  });
  test('wrong medicine is no slip', () => {
    expect(kinds('nurse', '护士打错了针')).toContain('complaint');
    expect(kinds('nurse', '护士打错了针')).not.toContain('correction');
  });
});

describe('no opinion', () => {
  test.each([
    ['没接触过', 'explicit'],
    ['不评', 'explicit'],
    ['跳过', 'explicit'],
    ['说不上来', 'explicit'],
    ['no opinion', 'explicit'],
    ['不知道', 'unsure'],
    ['不好说', 'unsure'],
    ["I don't know", 'unsure'],
  ])('%s', (text, firmness) => {
    expect(read('nurse', text)).toMatchObject([{ kind: 'no_opinion', question: 'nurse', firmness }]);
  });
});
