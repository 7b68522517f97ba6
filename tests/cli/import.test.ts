import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { DISCHARGES, DISCHARGES_GBK, line, listOf, temporaryFile, temporaryFolder } from '../intake/support.ts';

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(dataDir: string, ...words: readonly string[]): Ran {
  const result = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/import.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

function freshDataDir(): string {
  return join(temporaryFolder(), 'data');
}

test('--dry-run --json prints one document and makes no file', () => {
  const dataDir = freshDataDir();
  const { status, stdout, stderr } = run(dataDir, DISCHARGES, '--dry-run', '--json');
  expect([status, stderr]).toEqual([0, '']);
  const document = JSON.parse(stdout) as { rows: unknown[]; summary: Record<string, unknown> };
  expect(document.rows).toHaveLength(300);
  expect(document.summary).toMatchObject({ dryRun: true, today: '2026-11-18', records: 300, imported: 279, due: 262 });
  expect(stdout).not.toMatch(/1[3-9]\d{9}/);
  expect(existsSync(dataDir)).toBe(false);
});

test('imports, and the second time finds everything there', () => {
  const dataDir = freshDataDir();
  const first = run(dataDir, DISCHARGES_GBK);
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toContain('第3条 病历号 00310115 已修正：联系电话 全角数字改为半角 → 138****7152');
  expect(first.stdout).toContain('第17条 病历号 00310568 拒收：联系电话 座机，收不到短信（phone_landline）');
  expect(first.stdout).toContain('导入 34 条');
  expect(first.stdout).not.toContain('第2条 ');
  const second = run(dataDir, DISCHARGES_GBK, '--lang', 'en');
  expect(second.stdout).toContain('0 imported');
  expect(second.stdout).toContain('35  duplicate');
  expect(readdirSync(dataDir)).toContain('demo.sqlite');
});

test('a row that does not fit the header is told with the numbers of columns', () => {
  const list = listOf(`${line()},x`, line().split(',').slice(0, 9).join(','));
  const { stdout } = run(freshDataDir(), list, '--dry-run');
  expect(stdout).toContain('拒收：列数与表头不符，内容可能错位：应有15列，实有16列（row_malformed）');
  expect(stdout).toContain('拒收：出院日期 列数与表头不符，内容可能错位：应有15列，实有9列（row_malformed）');
  const english = run(freshDataDir(), list, '--dry-run', '--lang', 'en').stdout;
  expect(english).toContain('REJECTED: discharge date not as many columns as the header');
  expect(english).toContain('15 expected, 9 found');
});

test('--all lists accepted records too, --today moves the day', () => {
  const { stdout } = run(freshDataDir(), DISCHARGES_GBK, '--dry-run', '--all', '--today', '2026-12-30');
  expect(stdout).toContain('第2条 病历号 00310063 已接收');
  expect(stdout).toContain('今天按 2026-12-30 计');
  expect(stdout).toContain('待随访 0 人');
});

test.each([
  [['--help'], 0, /npm run import -- FILE/, /^$/],
  [[], 2, /^$/, /no file named/],
  [['a.csv', 'b.csv'], 2, /^$/, /one file at a time/],
  [['--frobnicate', 'a.csv'], 2, /^$/, /--frobnicate/],
  [['a.csv', '--today', '2026-02-30'], 2, /^$/, /--today: 2026-02-30/],
  [
    ['none.csv'],
    1,
    /^$/,
    /^导入失败（FILE_UNREADABLE）：文件读不出来.*\nImport failed \(FILE_UNREADABLE\): [^]*no such file/,
  ],
] as const)('%j', (words, status, stdout, stderr) => {
  const ran = run(freshDataDir(), ...words);
  expect(ran.status).toBe(status);
  expect(ran.stdout).toMatch(stdout);
  expect(ran.stderr).toMatch(stderr);
  expect(ran.stderr).not.toMatch(/\bat .*:\d+/);
});

test('--json says in JSON what failed', () => {
  const { status, stdout } = run(freshDataDir(), temporaryFile('a,b\n1,2\n'), '--json', '--dry-run');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ rows: [], error: { code: 'IMPORT_COLUMNS' } });
});

test('while another process holds the data file and offers no service, it says what to do', async () => {
  const dataDir = freshDataDir();
  const store = await openSqliteStore({ file: join(dataDir, 'demo.sqlite'), zone: 'Asia/Shanghai' });
  const { status, stderr } = run(dataDir, DISCHARGES_GBK);
  await store.close();
  expect([status, stderr]).toEqual([1, expect.stringContaining('STORE_LOCKED')]);
  expect(stderr).toContain('wait until it has ended');
});
