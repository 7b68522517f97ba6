import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFonts } from '../../src/documents/pdf/fonts.ts';
import { widthOf, wrap } from '../../src/documents/pdf/wrap.ts';

const face = { fonts: await loadFonts(), size: 10, bold: false };

test('no comma begins a line and no opening bracket ends one', () => {
  expect(wrap('一二三四五，六七八', 50, face)).toEqual(['一二三四', '五，六七八']);
  expect(wrap('一二三四（五六）七', 50, face)).toEqual(['一二三四', '（五六）七']);
});

test('words and numbers stay whole unless they are wider than the line', () => {
  expect(wrap('电话 13800138000 转 8', 80, face)).toEqual(['电话', '13800138000 转', '8']);
  expect(wrap('A'.repeat(30), 60, face).join('')).toBe('A'.repeat(30));
});

test('lines fit, and hold everything that is not white space', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('满意，。（）“” ab9.\n')), maxLength: 120 });
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 120 }), (words, width) => {
      const lines = wrap(words, width, face);
      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      expect(lines.filter((line) => widthOf(line, face) > width + 0.1)).toEqual([]);
    }),
  );
});
