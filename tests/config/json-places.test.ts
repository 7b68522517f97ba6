import { expect, test } from 'vitest';
import { jsonPlaces } from '../../src/config/json-places.ts';

const TEXT = `{
  "hospital": { "zone": "Asia/Shanghai" },
  "followup": {
    "questions": [
      { "id": "doctor" },
      { "id": "nurse", "ask": { "zh-CN": "x" } }
    ]
  }
}
`;

test('a path is found where its key stands, an entry of a list where it begins', () => {
  const places = jsonPlaces(TEXT);
  expect(places.broken).toBeNull();
  expect(places.of('hospital.zone')).toEqual({ line: 2, column: 17 });
  expect(places.of('followup.questions[1]')).toEqual({ line: 6, column: 7 });
  expect(places.of('followup.questions[1].ask.zh-CN')).toEqual({ line: 6, column: 33 });
});

test('what is missing is shown where it belongs', () => {
  const places = jsonPlaces(TEXT);
  expect(places.of('followup.questions[1].ask.en')).toEqual({ line: 6, column: 24 });
  expect(places.of('followup.questions[7].id')).toEqual({ line: 4, column: 5 });
  expect(places.of('phrases.opening')).toEqual({ line: 1, column: 1 });
  expect(places.of('(file)')).toEqual({ line: 1, column: 1 });
});

test.each([
  ['a comma too many', '{\n  "a": 1,\n}', { line: 3, column: 1 }],
  ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3 }],
  ['a line break in a text', '{"a": "x\ny"}', { line: 1, column: 7 }],
  ['a curly quote', '{“a”: 1}', { line: 1, column: 2 }],
  ['the end is missing', '{"a": [1, 2', { line: 1, column: 12 }],
  ['something after the end', '{} x', { line: 1, column: 4 }],
  ['nothing', '', { line: 1, column: 1 }],
])('%s: line and column', (_what, text, place) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(jsonPlaces(text).broken).toEqual(place);
});

test('agrees with JSON.parse about what is JSON', () => {
  for (const text of [
    '1',
    '"x"',
    'null',
    '[]',
    '{}',
    '[1, -2.5e3, "\\u00e9\\n", true, {"a": [null]}]',
    ' \r\n{"a":1}\t',
  ])
    expect(jsonPlaces(text).broken).toBeNull();
  for (const text of ['01', '.5', "'x'", 'tru', '[1 2]', '{"a" 1}', '{a: 1}', '"\\x"'])
    expect(jsonPlaces(text).broken).not.toBeNull();
});
