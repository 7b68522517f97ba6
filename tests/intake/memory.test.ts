import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * Imports 100,000 records with a heap of 40 MB: far less than the rows would fill, enough for an import that streams. (What
 * the process takes from the system in all depends on when the collector runs, so only its upper limit is looked at.)
 */
function importGenerated(mode: 'stream' | 'hold') {
  const child = ['--max-old-space-size=40', '--import', 'tsx', 'tests/intake/memory-child.ts', '100000', mode];
  return spawnSync(process.execPath, child, { encoding: 'utf8' });
}

test('100,000 records are streamed through a heap that could not hold them', { timeout: 180_000 }, () => {
  const { stdout, stderr } = importGenerated('stream');
  expect(stderr).toBe('');
  const result = JSON.parse(stdout) as { peak: number };
  expect(result).toMatchObject({ imported: 98_969, deceased: 1_031, rows: 100_000 });
  expect(result.peak).toBeLessThan(300);
});

test('canary: an import that keeps its rows does not get through', { timeout: 180_000 }, () => {
  const { stdout, stderr } = importGenerated('hold');
  expect(stdout).toBe('');
  expect(stderr).toContain('heap out of memory');
});
