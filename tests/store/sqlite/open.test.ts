import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { SCHEMA_VERSION } from '../../../src/store/sqlite/migrate.ts';
import { begin } from '../../contracts/store/turns.ts';
import { openStore, startProgram, testFolder } from './folder.ts';

test('the folder is made, and what was stored is there again', async () => {
  const file = join(testFolder(), 'new', 'deeper', 'huifang.db');
  const store = await openStore(file);
  const record = await begin(store, 1);
  await store.close();
  expect((await (await openStore(file)).turns.load('c1'))?.record).toEqual(record);
});

test('a folder that cannot be made is refused by name', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore(join(folder, 'file', 'huifang.db'))).rejects.toMatchObject({
    code: 'DATA_DIR_UNWRITABLE',
    details: [join(folder, 'file')],
  });
  await expect(openStore('/proc/huifang/huifang.db')).rejects.toMatchObject({ code: 'DATA_DIR_UNWRITABLE' });
  mkdirSync(join(folder, 'taken.db'));
  await expect(openStore(join(folder, 'taken.db'))).rejects.toMatchObject({ code: 'DATA_DIR_UNWRITABLE' });
});

test('a file that is open elsewhere in this process is locked, by whatever path', async () => {
  const folder = testFolder();
  const file = join(folder, 'huifang.db');
  const store = await openStore(file);
  symlinkSync(file, join(folder, 'link.db'));
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_LOCKED', details: [file] });
  await expect(openStore(join(folder, 'link.db'))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  await store.close();
  await expect(openStore(file)).resolves.toBeDefined();
});

test('another process holds the lock until it is killed', async () => {
  const file = join(testFolder(), 'huifang.db');
  const child = startProgram('tests/store/sqlite/writing-child.ts', [file]);
  await once(child.stdout, 'data');
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  child.kill('SIGKILL');
  await once(child, 'close');
  await expect((await openStore(file)).ping()).resolves.toBeUndefined();
});

test('a file written by a newer version is refused and left as it is', async () => {
  const file = join(testFolder(), 'huifang.db');
  await (await openStore(file)).close();
  const db = openDatabase(file);
  db.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION + 1)}`);
  db.close();
  const details = [file, `file: version ${String(SCHEMA_VERSION + 1)}, this program: up to ${String(SCHEMA_VERSION)}`];
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_VERSION', details });
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_VERSION' });
});

test('what is no data file, or of another program, or cut short is refused', async () => {
  const folder = testFolder();
  const text = join(folder, 'text.db');
  writeFileSync(text, '病人名单\n'.repeat(500));
  await expect(openStore(text)).rejects.toMatchObject({ code: 'STORE_CORRUPT', details: [text] });
  expect(readFileSync(text, 'utf8')).toBe('病人名单\n'.repeat(500));

  const foreign = join(folder, 'foreign.db');
  const db = openDatabase(foreign);
  db.exec('CREATE TABLE patients (name TEXT)');
  db.close();
  await expect(openStore(foreign)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });

  const cut = join(folder, 'cut.db');
  const store = await openStore(cut);
  for (let n = 0; n < 50; n++) await begin(store, n);
  await store.close();
  truncateSync(cut, 8192);
  await expect(openStore(cut)).rejects.toMatchObject({ code: 'STORE_CORRUPT', details: [cut] });
});
