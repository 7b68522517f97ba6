import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { stayRow, T0, ZONE } from '../contracts/store/turns.ts';
import { temporaryFolder } from '../intake/support.ts';
import { runProgram } from '../store/sqlite/folder.ts';

const reports = (dataDir: string, ...words: readonly string[]) =>
  runProgram('src/cli/reports.ts', words, { DATA_DIR: dataDir, DEMO: 'on' });

test('figures are counted anew: what is wrong is named, and put right with --fix', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  mkdirSync(dataDir);
  const file = join(dataDir, 'demo.sqlite');
  const store = await openSqliteStore({ file, zone: ZONE });
  await store.directory.addStays([stayRow(1)], T0);
  await store.close();
  const db = openDatabase(file);
  db.exec("UPDATE report_counts SET counts = json_set(counts, '$.completed', 5) WHERE period = '2026-03-07'");
  db.close();
  const wrong = await reports(dataDir, 'recompute');
  expect(wrong.status).toBe(1);
  expect(wrong.out).toBe('count 2026-03-07 心内科 sms completed: kept 5, counted 0\n1 stays counted: 1 differ\n');
  expect(await reports(dataDir, 'recompute', '--fix')).toMatchObject({ status: 0 });
  expect(await reports(dataDir, 'recompute')).toMatchObject({ status: 0, out: '1 stays counted: all figures agree\n' });
  expect((await reports(dataDir, 'count')).status).toBe(2);
}, 90_000);
