import { expect, test } from 'vitest';
import { differences } from '../../src/config/differences.ts';

test('values that changed, came and went, each by its path', () => {
  const from = { a: 1, b: { x: '一', gone: true }, list: [{ id: 'p' }, { id: 'q' }] };
  const to = { b: { x: '二', came: [1, 2] }, a: 1, list: [{ id: 'p' }] };
  expect(differences(from, to)).toEqual([
    { path: 'b.x', from: '一', to: '二' },
    { path: 'b.came', from: undefined, to: [1, 2] },
    { path: 'b.gone', from: true, to: undefined },
    { path: 'list[1]', from: { id: 'q' }, to: undefined },
  ]);
});

test('the order of keys is no difference; a list of words is shown whole', () => {
  expect(differences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  expect(differences({ days: [1, 2] }, { days: [1, 2, 3] })).toEqual([{ path: 'days', from: [1, 2], to: [1, 2, 3] }]);
  expect(differences({ days: [] }, { days: [] })).toEqual([]);
});
