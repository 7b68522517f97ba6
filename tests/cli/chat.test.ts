import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDemo } from '../demo/service.ts';

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command with these lines on standard input, as in a pipe. */
function chat(env: Record<string, string>, words: readonly string[], lines: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/chat.ts', ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

const folder = () => mkdtempSync(join(tmpdir(), 'huifang-chat-'));

test('joins the running service; a whole talk through a pipe ends with what is recorded', async () => {
  const demo = await startDemo();
  try {
    const lines = [
      '/pick 1',
      '方便，我是患者的女儿',
      '医生很好，护士态度差，叫了半天没人来',
      '基本满意，排队太久',
      '没有',
      '/state',
      '/pick 99',
      '/nonsense',
      '/clock soon',
    ];
    const { status, stdout, stderr } = await chat({ DATA_DIR: demo.dataDir }, [], lines);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(demo.url);
    expect(stdout).toMatch(/医院: .*护士|医院: .*总体满意吗/);
    expect(stdout).toContain('医生的技术和服务 满意 · 护士的护理和服务 不满意');
    expect(stdout).toMatch(/状态: 已结束 已完成/);
    expect(stdout).toMatch(/答复人: 家属/);
    expect(stdout).toMatch(/投诉 2026-0001 .*叫了半天没人来/);
    expect(stdout).toContain('列表里没有第 99 部手机');
    expect(stdout).toContain('没有 /nonsense 这个命令');
    expect(stdout).toContain('时间写法');
    expect(stdout).not.toContain('\u001b');
  } finally {
    await demo.stop();
  }
}, 90_000);

test('starts a service of its own where none runs, moves its clock, and stops it at the end of input', async () => {
  const lines = ['/pick 13900004444', '今天食堂几点开饭', '/list', '/clock +30m', '/quit', 'never read'];
  const { status, stdout, stderr } = await chat({ DATA_DIR: folder() }, ['--lang', 'en'], lines);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('No service was running');
  expect(stdout).toContain('no message for this number yet');
  expect(stdout).toMatch(/hospital: .+/);
  expect(stdout.match(/simulated time/g)).toHaveLength(2);
}, 90_000);

test('says so when the running service has no demo', async () => {
  const server = createServer((_request, response) => response.writeHead(404).end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const dataDir = folder();
  const { port } = server.address() as AddressInfo;
  writeFileSync(join(dataDir, 'service.json'), JSON.stringify({ pid: 1, port, token: 'x' }));
  const { status, stdout, stderr } = await chat({ DATA_DIR: dataDir }, [], ['/list']);
  server.close();
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('no demo phones');
}, 60_000);

test.each([
  [['--help'], 0, /\/clock \+1d/, /^$/],
  [['--lang', 'fr'], 2, /^$/, /allowed: zh, en/],
  [['--loud'], 2, /^$/, /--loud/],
] as const)(
  '%j',
  async (words, status, stdout, stderr) => {
    const ran = await chat({ DATA_DIR: folder() }, words, []);
    expect(ran.status).toBe(status);
    expect(ran.stdout).toMatch(stdout);
    expect(ran.stderr).toMatch(stderr);
  },
  60_000,
);
