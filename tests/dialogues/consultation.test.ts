import { beforeAll, expect, test } from 'vitest';
import type { Dialogue } from '../../src/evaluate/dialogue.ts';
import { dialoguesOf, faultsOf } from './play-file.ts';

/** What the handbook shows of a consultation, and what strangers wrote who knew the handbook and the demo hospital alone. */
const FILES = [
  { file: 'examples/dialogues/consultation.jsonl', dialogues: 100, mostFailures: 2 },
  { file: 'tests/dialogues/consultation-strangers.jsonl', dialogues: 160, mostFailures: 15 },
  { file: 'tests/dialogues/consultation-strangers-2.jsonl', dialogues: 80, mostFailures: 1 },
  { file: 'tests/dialogues/consultation-strangers-3.jsonl', dialogues: 50, mostFailures: 5 },
  { file: 'tests/dialogues/consultation-strangers-4.jsonl', dialogues: 60, mostFailures: 9 },
  { file: 'tests/dialogues/consultation-strangers-5.jsonl', dialogues: 60, mostFailures: 9 },
  { file: 'tests/dialogues/consultation-strangers-6.jsonl', dialogues: 50, mostFailures: 15 },
];
/** Dangers to life that the shipped set holds: none may be missed. */
const NEVER_FAIL = ['redflag', 'selfharm', 'optout', 'human'];

const played = new Map<string, readonly (readonly [Dialogue, readonly string[]])[]>();

beforeAll(async () => {
  for (const { file } of FILES) {
    const list: (readonly [Dialogue, readonly string[]])[] = [];
    for (const dialogue of dialoguesOf(file)) list.push([dialogue, await faultsOf(dialogue)]);
    played.set(file, list);
  }
}, 300_000);

test.each(FILES)('dialogues of $file end as the handbook says', ({ file, dialogues, mostFailures }) => {
  const list = played.get(file) ?? [];
  expect(list).toHaveLength(dialogues);
  const failed = list.filter(([, faults]) => faults.length > 0).map(([{ id }]) => id);
  expect(failed.length, failed.join(' ')).toBeLessThanOrEqual(mostFailures);
});

test('no danger to life, opt-out or wish for a person of the shipped set is missed', () => {
  const sacred = (played.get('examples/dialogues/consultation.jsonl') ?? []).filter(([{ tags }]) =>
    tags.some((tag) => NEVER_FAIL.includes(tag)),
  );
  expect(sacred.length).toBeGreaterThanOrEqual(10);
  expect(sacred.filter(([, faults]) => faults.length > 0).map(([{ id }, faults]) => [id, ...faults])).toEqual([]);
});

test('the checker can fail: a request that was never made is reported', async () => {
  const made = dialoguesOf('examples/dialogues/consultation.jsonl').find(
    ({ expect: { requests } }) => requests?.length === 1,
  );
  if (made === undefined) throw new Error('no dialogue with a request');
  const wrong = { ...made.expect, requests: [{ kind: 'appointment', department: '不存在科' }] };
  expect((await faultsOf(made, wrong)).join()).toContain('requests');
});
