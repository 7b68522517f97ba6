import { expect, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import type { Meaning } from '../../src/bot/understanding/taught/meanings.ts';
import { knownPhrases } from '../../src/evaluate/messages/known-phrases.ts';

const { kit } = readHospital('flows.config.json');

function known(meaning: Meaning, phrase: string, at: readonly string[] = []) {
  return knownPhrases(kit, { phrases: [{ meaning, add: [phrase], block: [], at }] });
}

test.each([
  ['rating.dissatisfied', '可以', [], { now: 'rating.mostly_satisfied', sure: false }],
  ['rating.dissatisfied', '没得说', [], { now: 'rating.satisfied', sure: true }],
  ['busy', '方便', ['opening'], { now: 'available', sure: true }],
  ['complaint', '没有了', ['suggestions'], { now: 'decline', sure: true }],
] as const)('%s for %s at %j: %j', (meaning, phrase, at, wanted) => {
  expect(known(meaning, phrase, at)).toContainEqual(expect.objectContaining({ phrase, taught: meaning, ...wanted }));
});

test.each([
  ['rating.satisfied', '嘎嘎板正', []],
  ['rating.satisfied', '没得说', []],
  ['emergency', '没得说', []],
  ['busy', '没得说', ['when']],
] as const)('%s for %s at %j takes nothing away for certain', (meaning, phrase, at) => {
  expect(known(meaning, phrase, at).filter(({ sure }) => sure)).toEqual([]);
});
