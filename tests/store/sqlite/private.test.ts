import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('data folder, data file, its log and backups are for their owner only', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'huifang-private-')), 'data');
  const file = join(folder, 'huifang.sqlite');
  const store = await openSqliteStore({ file, zone: 'Asia/Shanghai' });
  await store.settings.set('a', 'b');
  const backup = join(folder, 'copy.sqlite');
  await store.backup(backup);
  expect([folder, file, `${file}-wal`, backup].map(mode)).toEqual(['700', '600', '600', '600']);
  await store.close();
});
