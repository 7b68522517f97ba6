import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder, writeConfig } from '../app/command.ts';

const LIMIT = { timeout: 180_000 };

function teach(...words: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/teach.ts', ...words], { encoding: 'utf8' });
}

test('a bad change is refused with the messages that turn wrong, and nothing is noted', LIMIT, () => {
  const folder = testFolder();
  const file = writeConfig(folder, (config) => {
    config['understanding'] = { phrases: [{ meaning: 'rating.satisfied', block: ['满意'] }] };
  });
  const { status, stdout } = teach(file);
  expect(status).toBe(1);
  expect(stdout).toMatch(/turned wrong\n {2}\w+: .*满意/);
  expect(stdout).toContain('F1 of rating.satisfied');
  expect(stdout).toContain('Refused');
  expect(existsSync(join(folder, 'flows.config.accepted.json'))).toBe(false);
});

test('a good one is noted beside the configuration', LIMIT, () => {
  const folder = testFolder();
  const file = writeConfig(folder, (config) => {
    config['understanding'] = { phrases: [{ meaning: 'rating.satisfied', add: ['嘎嘎板正'] }] };
  });
  const { status, stdout } = teach(file);
  expect([status, stdout]).toEqual([0, expect.stringContaining('flows.config.accepted.json')]);
  expect(existsSync(join(folder, 'flows.config.accepted.json'))).toBe(true);
});

test('a phrase that is read otherwise so far is named, with what it means now', LIMIT, () => {
  const folder = testFolder();
  const file = writeConfig(folder, (config) => {
    config['understanding'] = { phrases: [{ meaning: 'rating.dissatisfied', add: ['可以'], at: ['rating'] }] };
  });
  const { stdout } = teach('--check', file);
  expect(stdout).toMatch(/现在另有含义[^]*“可以” → rating\.dissatisfied：现在读作 rating\.mostly_satisfied/);
});

test('one whose meaning is certain is refused', LIMIT, () => {
  const folder = testFolder();
  const file = writeConfig(folder, (config) => {
    config['understanding'] = { phrases: [{ meaning: 'rating.dissatisfied', add: ['没得挑'] }] };
  });
  const { status, stdout } = teach(file);
  expect([status, stdout]).toEqual([1, expect.stringMatching(/不能改变含义[^]*rating\.satisfied now[^]*不予采用/)]);
  expect(existsSync(join(folder, 'flows.config.accepted.json'))).toBe(false);
});

test.each([
  [['--fast'], '--fast: no such option'],
  [['/no/such/flows.config.json'], 'CONFIG_INVALID'],
])('%j is refused with the reason', LIMIT, (words, reason) => {
  const { status, stderr } = teach(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
});
