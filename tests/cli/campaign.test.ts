import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readServiceFile } from '../../src/app/service-file.ts';
import { CAMPAIGN_PATH } from '../../src/server/internal.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { stayRow, T0, ZONE } from '../contracts/store/turns.ts';
import { startDemo } from '../demo/service.ts';
import { temporaryFolder } from '../intake/support.ts';
import { runProgram } from '../store/sqlite/folder.ts';

const campaign = (dataDir: string, ...words: readonly string[]) =>
  runProgram('src/cli/campaign.ts', words, { DATA_DIR: dataDir, DEMO: 'on' });

/** What the audit says, oldest first. */
function audited(dataDir: string): readonly string[] {
  const db = openDatabase(join(dataDir, 'demo.sqlite'));
  const rows = db.prepare('SELECT who, what FROM audit ORDER BY rowid').all();
  const lines = rows.map((row) => row.join(' '));
  db.close();
  return lines;
}

test('without a service it pauses and resumes in the data file, and each change is audited once', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  expect((await campaign(dataDir, 'status')).out).toContain('no follow-ups yet');
  expect(existsSync(dataDir)).toBe(false);

  const store = await openSqliteStore({ file: join(dataDir, 'demo.sqlite'), zone: ZONE });
  await store.directory.addStays([stayRow(1), stayRow(2)], T0);
  await store.close();

  const paused = await campaign(dataDir, 'pause');
  expect([paused.status, paused.err]).toEqual([0, '']);
  expect(paused.out).toMatch(/^Paused: .*\n {2}2 {2}planned\n$/);
  await campaign(dataDir, 'pause');
  const told = await campaign(dataDir, 'status', '--json');
  expect(JSON.parse(told.out)).toEqual({ paused: true, followUps: { planned: 2 } });
  expect((await campaign(dataDir, 'resume')).out).toMatch(/^Running/);
  expect(audited(dataDir)).toEqual([
    expect.stringMatching(/^cli:.+ campaign\.pause$/),
    expect.stringMatching(/^cli:.+ campaign\.resume$/),
  ]);
});

test('while the service runs, it is the service that pauses', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  const state = async () => (await demo.get('state')).body as { paused: boolean };
  expect((await campaign(demo.dataDir, 'status')).out).toMatch(/^Running/);
  expect((await campaign(demo.dataDir, 'pause')).status).toBe(0);
  expect((await state()).paused).toBe(true);
  expect((await campaign(demo.dataDir, 'resume')).status).toBe(0);
  expect((await state()).paused).toBe(false);

  const refused = await fetch(`${demo.url}${CAMPAIGN_PATH}?command=pause`, { method: 'POST' });
  expect(refused.status).toBe(404);
  const token = readServiceFile(demo.dataDir)?.token ?? '';
  for (const [query, given, status] of [
    ['command=pause', `${token}x`, 404],
    ['command=stop', token, 400],
    ['', token, 400],
  ] as const) {
    const headers = { 'x-huifang-token': given };
    expect((await fetch(`${demo.url}${CAMPAIGN_PATH}?${query}`, { method: 'POST', headers })).status).toBe(status);
  }
  expect((await state()).paused).toBe(false);
}, 60_000);

test('while something else holds the data file, it says what to do', async () => {
  const dataDir = temporaryFolder();
  const store = await openSqliteStore({ file: join(dataDir, 'demo.sqlite'), zone: ZONE });
  const { status, err } = await campaign(dataDir, 'pause');
  await store.close();
  expect([status, err]).toEqual([1, expect.stringContaining('STORE_LOCKED')]);
  expect(err).toContain('wait until it has ended');
});

test.each([[[]], [['stop']], [['pause', 'resume']]])('%j: wrong arguments', async (words) => {
  const { status, out, err } = await campaign(temporaryFolder(), ...words);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('pause|resume|status');
});
