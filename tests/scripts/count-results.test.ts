import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

type File = Readonly<{ status: string; tests: readonly string[] }>;

/** The last line and the exit status for a report with these files and these steps. */
function count(files: readonly File[] | null, ...steps: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-count-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const report = join(folder, 'tests.json');
  const testResults = files?.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  }));
  if (testResults !== undefined) writeFileSync(report, JSON.stringify({ testResults }));
  const ran = spawnSync(process.execPath, ['scripts/count-results.mjs', report, ...steps], { encoding: 'utf8' });
  return [ran.stdout.trimEnd().split('\n').at(-1), ran.status];
}

const good: File = { status: 'passed', tests: ['passed', 'passed'] };

const CASES: readonly (readonly [string, readonly File[] | null, readonly string[], string])[] = [
  ['all is well', [good, good], ['format=0', 'tests=0'], '4 passed, 0 failed'],
  [
    'a test failed',
    [good, { status: 'failed', tests: ['passed', 'failed'] }],
    ['format=0', 'tests=1'],
    '3 passed, 1 failed',
  ],
  [
    'a skipped test counts as failed',
    [{ status: 'passed', tests: ['passed', 'skipped', 'pending'] }],
    ['tests=0'],
    '1 passed, 2 failed',
  ],
  ['a file that does not load', [good, { status: 'failed', tests: [] }], ['tests=1'], '2 passed, 1 failed'],
  ['coverage too low: the tests pass, the step fails', [good], ['tests=1'], '2 passed, 1 failed'],
  ['other steps that failed are added', [good], ['format=1', 'lint=2', 'tests=0'], '2 passed, 2 failed'],
  ['no report', null, ['tests=1'], '0 passed, 1 failed'],
];

test.each(CASES)('%s', (_name, files, steps, line) => {
  expect(count(files, ...steps)).toEqual([line, line.endsWith(' 0 failed') ? 0 : 1]);
});
