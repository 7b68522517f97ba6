import { expect, test } from 'vitest';
import { dialoguesOf, faultsOf } from './play-file.ts';

/** Written by somebody who knew the handbook alone. The number that fail may only shrink. */
const MOST_FAILURES = 1;

test('dialogues of a stranger end as the handbook says', { timeout: 60_000 }, async () => {
  const failed: string[] = [];
  const dialogues = dialoguesOf('tests/dialogues/strangers.jsonl');
  for (const dialogue of dialogues) if ((await faultsOf(dialogue)).length > 0) failed.push(dialogue.id);
  expect(dialogues).toHaveLength(150);
  expect(failed.length, failed.join(' ')).toBeLessThanOrEqual(MOST_FAILURES);
});
