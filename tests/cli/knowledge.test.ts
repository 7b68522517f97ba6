import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/bot/knowledge/index.ts';
import { readWorkbook, writeWorkbook } from '../../src/workbook/index.ts';
import { testFolder, writeConfig } from '../app/command.ts';

const LIMIT = { timeout: 120_000 };
const DEMO = readFileSync('examples/hospital/knowledge.json', 'utf8');

/** A hospital of its own, and the command run for it. */
function hospital(text = DEMO) {
  const folder = testFolder();
  const file = join(folder, 'knowledge.json');
  writeFileSync(file, text);
  const config = writeConfig(folder, (changed) => {
    changed['knowledge'] = { file };
  });
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/knowledge.ts', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', CONFIG_FILE: config },
    });
  const backups = () => readdirSync(folder).filter((name) => name.includes('backup'));
  return { folder, file, run, backups, book: join(folder, 'kb.xlsx') };
}

/** Edits one cell of a workbook as a clerk does in Excel. */
async function edit(book: string, sheet: string, row: number, change: (row: unknown[]) => void): Promise<string> {
  const { sheets } = await readWorkbook(book);
  const edited = sheets.map((one) => ({ ...one, rows: one.rows.map((cells) => [...cells]) }));
  change(edited.find((one) => one.sheet === sheet)?.rows[row - 1] ?? []);
  const path = book.replace('.xlsx', '-edited.xlsx');
  await writeWorkbook(path, edited);
  return path;
}

test('export, edit a price, look, import: only then the file changes, and the old one is kept', LIMIT, async () => {
  const { file, run, backups, book } = hospital();
  chmodSync(file, 0o640);
  expect(run('export', book)).toMatchObject({ status: 0, stdout: expect.stringContaining('问答: 210') as string });
  const unchanged = run('import', book);
  expect([unchanged.status, unchanged.stdout, backups()]).toEqual([0, expect.stringContaining('没有变化'), []]);

  const edited = await edit(book, '价格', 2, (row) => (row[4] = '１０元'));
  const looked = run('import', edited, '--dry-run');
  expect(looked.stdout).toMatch(
    /价格：新增 0，删除 0，修改 1[^]*～ reg-general 普通门诊诊察费\n +价格 8 → 10\n试运行：没有写入/,
  );
  expect([looked.status, readFileSync(file, 'utf8')]).toEqual([0, DEMO]);

  const imported = run('import', edited);
  expect([imported.status, imported.stdout]).toEqual([0, expect.stringMatching(/价格 8 → 10\n已写入[^]*旧文件保存为/)]);
  const wanted = JSON.parse(DEMO) as { prices: { price: number }[] };
  if (wanted.prices[0] !== undefined) wanted.prices[0].price = 10;
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(wanted);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(backups().map((name) => readFileSync(join(file, '..', name), 'utf8'))).toEqual([DEMO]);
  expect(readdirSync(join(file, '..')).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('a workbook with faults changes nothing and tells all of them', LIMIT, async () => {
  const { file, run, backups, book } = hospital();
  run('export', book);
  const edited = await edit(book, '医生', 3, (row) => {
    row[4] = '心脏中心';
    row[6] = '周一早上 专家 28元';
  });
  const { status, stderr } = run('import', edited);
  expect(status).toBe(2);
  expect(stderr).toMatch(/WORKBOOK_INVALID[^]*“医生”表 第3行 E列（科室）[^]*“医生”表 第3行 G列（出诊）/);
  expect([readFileSync(file, 'utf8'), backups()]).toEqual([DEMO, []]);
});

test('a faulty knowledge base is told by check, not exported, and can be replaced by an import', LIMIT, () => {
  const sound = hospital();
  sound.run('export', sound.book);
  const { file, run, backups, book } = hospital(DEMO.replaceAll('"weekday": "周一"', '"weekday": "礼拜一"'));
  const checked = run('check');
  expect(checked.status).toBe(2);
  expect(checked.stderr).toMatch(/doctors\[0\]\.clinic\[0\]\.weekday: "礼拜一"，应为：周一、[^]*allowed: 周一, 周二/);
  expect(checked.stderr.split('\n').filter((line) => line.includes('礼拜一')).length).toBeGreaterThan(20);
  expect([run('export', book).status, existsSync(book)]).toEqual([2, false]);
  expect(run('import', sound.book)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('无法逐项比较') as string,
  });
  expect(checkKnowledge(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
  expect([run('check').status, backups().length]).toEqual([0, 1]);
});

test('an export never overwrites a workbook that somebody may have edited', LIMIT, () => {
  const { run, book } = hospital();
  writeFileSync(book, 'mine');
  expect(run('export', book)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('FILE_UNWRITABLE') as string,
  });
  expect(readFileSync(book, 'utf8')).toBe('mine');
});

test('where the file is a link, the link stays and what it leads to is replaced', LIMIT, async () => {
  const real = hospital();
  const { file, run, book } = hospital();
  rmSync(file);
  symlinkSync(real.file, file);
  run('export', book);
  const edited = await edit(book, '价格', 2, (row) => (row[4] = 11));
  expect(run('import', edited).status).toBe(0);
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readFileSync(real.file, 'utf8')).toContain('"price": 11');
});

test.each([
  [['check'], 0, /没有错误[^]*医生 doctors: 76[^]*注意 warning {2}faq\[7\]\.validUntil: hours-nationalday-2026/],
  [['check', 'no-such.json'], 2, /no-such\.json — allowed: a readable JSON file/],
  [['import', 'no-such.xlsx'], 2, /FILE_UNREADABLE/],
  [['export', 'kb.csv'], 2, /文件名须以 \.xlsx 结尾/],
  [['export', 'a.xlsx', '--dry-run'], 2, /--dry-run: no such option/],
  [['exprot', 'a.xlsx'], 2, /exprot a\.xlsx — allowed: check/],
  [[], 2, /allowed: check/],
  [['--help'], 0, /npm run knowledge -- import/],
])('knowledge %j', LIMIT, (words, status, says) => {
  const ran = hospital().run(...words);
  expect([ran.status, `${ran.stdout}${ran.stderr}`]).toEqual([status, expect.stringMatching(says)]);
});
