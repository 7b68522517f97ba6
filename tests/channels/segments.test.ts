import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSegments } from '../../src/channels/segments.ts';

test.each([
  ['', 'GSM-7', 0, 0],
  ['a'.repeat(160), 'GSM-7', 160, 1],
  ['a'.repeat(161), 'GSM-7', 161, 2],
  ['a'.repeat(306), 'GSM-7', 306, 2],
  ['a'.repeat(307), 'GSM-7', 307, 3],
  ['€'.repeat(80), 'GSM-7', 160, 1],
  ['^{}\\[]~|€\f', 'GSM-7', 20, 1],
  [`${'a'.repeat(152)}[${'a'.repeat(152)}`, 'GSM-7', 306, 3], // the escape pair does not fit the first part
  ['好'.repeat(70), 'UCS-2', 70, 1],
  ['好'.repeat(71), 'UCS-2', 71, 2],
  ['好'.repeat(134), 'UCS-2', 134, 2],
  ['好'.repeat(135), 'UCS-2', 135, 3],
  [`${'a'.repeat(69)}，`, 'UCS-2', 70, 1],
  [`${'a'.repeat(70)}“`, 'UCS-2', 71, 2],
  [`${'a'.repeat(70)}ç`, 'UCS-2', 71, 2],
  [`${'好'.repeat(66)}😊${'好'.repeat(66)}`, 'UCS-2', 134, 3], // an emoji across the border
  ['𬭚'.repeat(35), 'UCS-2', 70, 1],
] as const)('%j is %s of %i units in %i segments', (text, encoding, units, segments) => {
  expect(countSegments(text)).toEqual({ encoding, units, segments });
});

/** Cuts a text into parts in the most obvious way, as a second opinion. */
function cut(text: string, cost: (character: string) => number, part: number): number {
  const parts = [0];
  for (const character of text) {
    if ((parts.at(-1) ?? 0) + cost(character) > part) parts.push(0);
    parts[parts.length - 1] = (parts.at(-1) ?? 0) + cost(character);
  }
  return parts.length;
}

test('any text with a Chinese character is cut at 67 units and never inside a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (rest) => {
      const text = `您${rest}`;
      const { encoding, units, segments } = countSegments(text);
      expect(encoding).toBe('UCS-2');
      expect(units).toBe(text.length);
      expect(segments).toBe(text.length <= 70 ? 1 : cut(text, (character) => character.length, 67));
    }),
  );
});

test('letters, digits and brackets are cut at 153 septets and never inside an escape', () => {
  const character = fc.constantFrom(...Array.from('abcXYZ 0123,.?!@£Δ[]{}~|^€\\'));
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 500 }), (text) => {
      const cost = (one: string) => ('[]{}~|^€\\'.includes(one) ? 2 : 1);
      const units = Array.from(text).reduce((sum, one) => sum + cost(one), 0);
      const segments = units <= 160 ? 1 : cut(text, cost, 153);
      expect(countSegments(text)).toEqual({ encoding: 'GSM-7', units, segments });
    }),
  );
});

test('a longer text never needs fewer segments', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      (text, more) => {
        expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(countSegments(text).segments);
      },
    ),
  );
});
