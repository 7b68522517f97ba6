import { expect, test } from 'vitest';
import { SPECIALTIES } from '../../src/bot/knowledge/triage/specialties.lists.ts';
import { measureTriage, readTriageCases } from '../../src/evaluate/triage/measure.ts';
import { readTriageCorpus } from '../../src/evaluate/triage/seeds.ts';
import { trainTriage } from '../../src/evaluate/triage/training.ts';

const corpus = readTriageCorpus('corpus');

test('every label is a specialty we know, and every specialty is learnt', () => {
  const known = new Set(SPECIALTIES.map(({ id }) => id));
  const used = new Set(
    [...corpus.authors.values(), corpus.terms].flat().flatMap(({ specialties }) => [...specialties]),
  );
  expect([...used].filter((id) => !known.has(id))).toEqual([]);
  expect([...known].filter((id) => !used.has(id))).toEqual([]);
});

test('no message of the development set trains', () => {
  const seeds = new Set([...corpus.authors.values()].flat().map(({ text }) => text));
  const shared = readTriageCases('corpus/triage/development.jsonl').filter(
    ({ text }) => seeds.has(text) && text.length > 6,
  );
  expect(shared).toEqual([]);
});

test('the same seeds give the same bytes', () => {
  const small = {
    ...corpus,
    authors: new Map([...corpus.authors].slice(0, 2)),
    harmless: corpus.harmless.slice(0, 200),
  };
  expect(trainTriage(small)).toEqual(trainTriage(small));
});

test('first, within three, told, falsely told and sure are counted', () => {
  const triage = (text: string) => ({
    asksDepartment: false,
    tellsTrouble: text !== 'none',
    sure: text === 'a',
    suggestions:
      text === 'none'
        ? []
        : [
            { department: 'x', score: 1 },
            { department: 'y', score: 0.5 },
          ],
  });
  const cases = [
    { text: 'a', departments: ['x'], also: [] },
    { text: 'b', departments: ['y'], also: [] },
    { text: 'c', departments: [], also: [] },
    { text: 'none', departments: ['x'], also: [] },
  ];
  expect(measureTriage(triage, cases)).toMatchObject({
    first: { right: 1, all: 3 },
    inThree: { right: 2, all: 3 },
    told: { right: 2, all: 3 },
    falselyTold: { right: 1, all: 1 },
    sure: { right: 1, all: 3 },
    sureRight: { right: 1, all: 1 },
    wrong: [{ text: 'b' }, { text: 'none' }, { text: 'c' }],
  });
});
