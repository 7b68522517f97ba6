import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Checkpoints } from '../../../src/store/sqlite/checkpoints.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { SideConnection } from '../../../src/store/sqlite/side-connection.ts';
import { testFolder } from './folder.ts';

const MB = 1_000_000;

test('the log is moved into the file in the background and does not grow without end', async () => {
  const file = join(testFolder(), 'data.db');
  const db = openDatabase(file);
  db.pragma('journal_mode = WAL');
  db.exec('PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)');
  const side = new SideConnection(file);
  const checkpoints = new Checkpoints(db, side, undefined, { intervalMs: 10, restartPages: 200 });
  onTestFinished(async () => {
    await checkpoints.close();
    await side.close();
    db.close();
  });
  const put = db.prepare('INSERT OR REPLACE INTO t VALUES (?, ?)');
  let written = 0;
  for (let n = 0; written < 60 * MB; n++) {
    put.run(n % 500, 'x'.repeat(40_000));
    written += 40_000;
    checkpoints.note();
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(statSync(`${file}-wal`).size).toBeLessThan(30 * MB);
  await new Promise((resolve) => setTimeout(resolve, 200));
  // Nothing is left to do once writing stops.
  expect(db.pragma('wal_checkpoint(PASSIVE)')).toEqual([0, expect.any(Number), expect.any(Number)]);
  const [, log, done] = db.pragma('wal_checkpoint(PASSIVE)') ?? [];
  expect(done).toBe(log);
  expect(statSync(file).size).toBeGreaterThan(15 * MB);
});

test('a statement that fails on the side connection rejects and the next one works', async () => {
  const side = new SideConnection(join(testFolder(), 'data.db'));
  onTestFinished(() => side.close());
  await expect(side.run('SELECT * FROM nowhere')).rejects.toThrow('nowhere');
  expect(await side.run('SELECT 42')).toEqual([[42]]);
});
