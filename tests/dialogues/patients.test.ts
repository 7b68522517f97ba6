import { expect, test } from 'vitest';
import { dialoguesOf, faultsOf } from './play-file.ts';

/** Patients who do not keep to the script: angry, confused, bereaved, late, with three things at once. */
const dialogues = dialoguesOf('tests/dialogues/patients.jsonl');

test.each(dialogues.map((dialogue) => [dialogue.id, dialogue] as const))('%s', async (_, dialogue) => {
  expect(await faultsOf(dialogue)).toEqual([]);
});

test('every dialogue has a name of its own', () => {
  expect(new Set(dialogues.map(({ id }) => id)).size).toBe(dialogues.length);
});
