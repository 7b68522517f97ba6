import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('a reader that goes away after the first line does not break the evaluation: it ends with its table', {
  timeout: 120_000,
}, async () => {
  const file = 'examples/dialogues/followup.jsonl';
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/evaluate.ts', file]);
  const ended = once(child, 'exit');
  const table = text(child.stderr);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toEqual([0, null]);
  expect(await table).toMatch(/152/);
  expect(await table).not.toContain('EPIPE');
});
