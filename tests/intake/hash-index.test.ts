import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Column, HashIndex, hashPair } from '../../src/intake/hash-index.ts';

test('property: an index numbers texts like a Map would', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3000 }), (texts) => {
      const index = new HashIndex();
      const model = new Map<string, number>();
      for (const text of texts) {
        expect(index.find(text)).toBe(model.get(text) ?? -1);
        if (!model.has(text)) model.set(text, model.size);
        expect(index.add(text)).toBe(model.get(text));
      }
      expect(index.size).toBe(model.size);
    }),
    { numRuns: 30 },
  );
});

test('record numbers that follow each other do not collide, and growing loses none', () => {
  const index = new HashIndex();
  for (let number = 0; number < 200_000; number += 1) index.add(String(number).padStart(8, '0'));
  expect(index.size).toBe(200_000);
  for (let number = 0; number < 200_000; number += 997)
    expect(index.find(String(number).padStart(8, '0'))).toBe(number);
  const firsts = new Set(Array.from({ length: 100_000 }, (_, number) => hashPair(String(number))[0]));
  expect(firsts.size).toBeGreaterThan(99_980);
});

test('a column holds a number and marks for each key', () => {
  const column = new Column();
  column.set(5000, 7);
  column.mark(3, 4);
  expect([column.get(5000), column.get(4999), column.get(1_000_000), column.has(3, 4), column.has(3, 2)]).toEqual([
    7,
    0,
    0,
    true,
    false,
  ]);
});
