import { expect, test } from 'vitest';
import { dialoguesOf, faultsOf } from './play-file.ts';

/** Written by people who knew the handbook alone, one file each. The number that fail may only shrink. */
const FILES = [
  { file: 'tests/dialogues/strangers.jsonl', dialogues: 150, mostFailures: 0 },
  { file: 'tests/dialogues/strangers-2.jsonl', dialogues: 70, mostFailures: 0 },
  { file: 'tests/dialogues/strangers-3.jsonl', dialogues: 50, mostFailures: 0 },
  { file: 'tests/dialogues/strangers-4.jsonl', dialogues: 60, mostFailures: 0 },
  { file: 'tests/dialogues/strangers-5.jsonl', dialogues: 60, mostFailures: 0 },
  { file: 'tests/dialogues/strangers-6.jsonl', dialogues: 50, mostFailures: 1 },
];

test.each(FILES)('dialogues of $file end as the handbook says', { timeout: 60_000 }, async (each) => {
  const { file, dialogues, mostFailures } = each;
  const failed: string[] = [];
  const list = dialoguesOf(file);
  for (const dialogue of list) if ((await faultsOf(dialogue)).length > 0) failed.push(dialogue.id);
  expect(list).toHaveLength(dialogues);
  expect(failed.length, failed.join(' ')).toBeLessThanOrEqual(mostFailures);
});
