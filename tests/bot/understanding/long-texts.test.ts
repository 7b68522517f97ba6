import { describe, expect, test } from 'vitest';
import { normalise, spanOf } from '../../../src/bot/understanding/normalise.ts';
import { kinds, read } from './readers/ask.ts';

describe('repeated stretches', () => {
  test.each([
    ['谢谢啊'.repeat(30), '谢谢啊谢谢啊谢谢啊'],
    [`我${'真的'.repeat(9)}不满意`, '我真的真的真的不满意'],
    ['医生好，'.repeat(6), '医生好,医生好,医生好,'],
    ['谢谢谢谢啊谢谢谢谢啊', '谢谢啊谢谢啊'],
    ['没有没有没有', '没有没有没有'],
  ])('%s reads as %s', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });
  test.each(['13800138000', '111', '1111111', '12121212', '1,1,1,1,1', '1 2 1 2 1 2 1 2', '88888888'])(
    'digits stay as written: %s',
    (text) => {
      expect(normalise(text).text).toBe(text);
    },
  );
  test('words behind a repetition are found where they stand', () => {
    const text = `${'真的'.repeat(12)}护士态度差`;
    const n = normalise(text);
    const [start, end] = spanOf(n, n.text.indexOf('护士'), n.text.length);
    expect(text.slice(start, end)).toBe('护士态度差');
  });
  test('a blank that parted two clauses still parts them behind a repetition', () => {
    const n = normalise(`${'好的呀'.repeat(8)} 护士态度差 医生很好`);
    expect(n.clauses.map(({ text }) => text).slice(1)).toEqual(['护士态度差', '医生很好']);
  });
});

/** Filler that says nothing and never repeats itself. */
const filler = (length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919 + i * i) % 3000))).join('');

describe('very long messages', () => {
  test('an emergency at the end of a long text is read, where it stands', () => {
    const text = `${filler(1600)}。我爸胸口剧痛喘不上气`;
    const found = read('doctor', text).find(({ kind }) => kind === 'emergency');
    expect(found).toMatchObject({ tier: 'high' });
    expect(text.slice(...(found?.span ?? [0, 0]))).toMatch(/胸口|喘不上/);
  });
  test('an emergency in the middle of what we read for safety is read', () => {
    expect(kinds('doctor', `${filler(900)}。我爸胸口剧痛喘不上气。${filler(500)}`)).toContain('emergency');
  });
  test('an emergency at the end of a text beyond any limit is read', () => {
    expect(kinds('doctor', `${filler(9000)}。我爸胸口剧痛喘不上气`)).toContain('emergency');
  });
  test('what a message begins and ends with is read', () => {
    const both = kinds('doctor', `医生不满意。${filler(1500)}。护士态度很恶劣，骂人`);
    expect(both).toContain('rating');
    expect(both).toContain('complaint');
  });
});
