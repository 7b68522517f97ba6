import { describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/domain/vocabulary.ts';
import { grades, kinds, read } from './readers/ask.ts';

const GIVEN: Readonly<Record<string, Grade>> = { doctor: 'mostly_satisfied', nurse: 'satisfied' };

describe('a grade told by another one', () => {
  test.each(['跟医生一样', '跟醫師一樣', '和医生差不多', 'same as the doctors'])('%s', (text) => {
    expect(read('nurse', text, { given: { doctor: 'satisfied' } })).toMatchObject([
      { kind: 'rating', question: 'nurse', grade: 'satisfied' },
    ]);
  });
  test.each(['也一样', '一样的', '同上', '和刚才那个一样', 'ditto'])('%s: as the one before', (text) => {
    expect(grades('overall', text, { given: GIVEN })).toBe('overall=satisfied');
  });
  test('whoever is named counts, and their reason too', () => {
    expect(read('overall', '跟医生一样', { given: GIVEN })).toMatchObject([
      { question: 'overall', grade: 'mostly_satisfied', sameReason: true },
    ]);
  });
  test('as two who were graded differently is no grade', () => {
    expect(grades('overall', '跟前两个一样', { given: GIVEN })).toBe('');
    expect(grades('overall', '跟前两个一样', { given: { doctor: 'satisfied', nurse: 'satisfied' } })).toBe(
      'overall=satisfied',
    );
  });
  test('医生没得说，护士也是 grades both', () => {
    expect(grades('doctor', '医生没得说的 护士也是')).toBe('doctor=satisfied nurse=satisfied');
    expect(grades('doctor', '医生挺好，护士也是个姑娘')).toBe('doctor=satisfied');
  });
  test.each(['跟医生不一样', '跟别的医院一样', '一样差'])('%s is none of them', (text) => {
    expect(grades('nurse', text, { given: { doctor: 'satisfied' } })).not.toContain('nurse=satisfied');
  });
  test('也一样 where nothing is graded is no emergency', () => {
    expect(kinds('none', '也一样')).not.toContain('emergency');
  });
});

describe('a reason that was told before', () => {
  test.each(['基本满意，还是上面那个原因', '2，原因同上', '基本满意 理由跟医生一样', 'mostly satisfied, same reason'])(
    '%s',
    (text) => {
      const [rating, ...more] = read('overall', text, { given: GIVEN });
      expect(more).toEqual([]);
      expect(rating).toMatchObject({ kind: 'rating', grade: 'mostly_satisfied', sameReason: true });
      expect(rating).not.toHaveProperty('reason');
    },
  );
  test.each(['还是上面那个原因', '跟刚才说的一样', '同上'])('%s, asked what fell short', (text) => {
    expect(read('reason', text, { given: GIVEN })).toMatchObject([{ question: 'doctor', sameReason: true }]);
  });
  test.each(['3 就是前面说的排队太久', '不满意，还是那个停车的问题', '不满意 因为刚才说的那个问题没人管'])(
    '%s tells one',
    (text) => {
      for (const finding of read('overall', text, { given: GIVEN })) expect(finding).not.toHaveProperty('sameReason');
    },
  );
});
