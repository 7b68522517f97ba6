import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function run(words: readonly string[], input = '') {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/understand.ts', ...words], {
    encoding: 'utf8',
    input,
  });
}

test('plain lines at a question come out as one JSON line each, with instants as people write them', {
  timeout: 60_000,
}, () => {
  const { stdout, status } = run(['--question', 'opening'], '方便\n明天下午三点吧\n');
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; findings: object[] });
  expect(first).toMatchObject({ id: '1', findings: [{ kind: 'available', span: [0, 2] }] });
  expect(second?.findings[0]).toMatchObject({ kind: 'contact_time', at: '2026-11-19T15:00:00+08:00' });
  expect(status).toBe(0);
});

test('--check tells what passed, and its exit status whether all did', { timeout: 60_000 }, () => {
  const file = join(mkdtempSync(join(tmpdir(), 'huifang-')), 'messages.jsonl');
  const right = '{"id":"1","text":"退订","question":"doctor","want":["opt_out"]}';
  writeFileSync(file, `${right}\n`);
  expect(run(['--check', file])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('passed 1 / 1') as string,
  });
  writeFileSync(file, `${right}\n{"id":"2","text":"满意","question":"doctor","want":["threat"]}\n`);
  expect(run(['--check', '--json', file])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('"passed":1') as string,
  });
});

test.each([
  [['--question', 'food'], '--question: food'],
  [['--nonsense'], '--nonsense: no such option'],
  [['--check'], 'no file named'],
  [['/no/such/file.jsonl'], '/no/such/file.jsonl: 没有这个文件 / there is no such file'],
  [['src'], 'src: 这是文件夹'],
])('%j is refused with the reason', { timeout: 60_000 }, (words, reason) => {
  const { status, stderr } = run(words);
  expect(status).toBe(2);
  expect(stderr).toContain(reason);
});
