import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

function importGenerated(count: number): { imported: number; deceased: number; rows: number; peak: number } {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'tests/intake/memory-child.ts', String(count)], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as ReturnType<typeof importGenerated>;
}

test('memory hardly grows with the list: 50,000 records are streamed', { timeout: 180_000 }, () => {
  const small = importGenerated(5_000);
  const large = importGenerated(50_000);
  expect(large).toMatchObject({ imported: 49_484, deceased: 516, rows: 50_000 });
  expect(large.peak).toBeLessThan(300);
  // Holding the rows would cost about 2 KB each, 90 MB more; the ledger and the page cache cost a part of that.
  expect(large.peak - small.peak).toBeLessThan(80);
});
