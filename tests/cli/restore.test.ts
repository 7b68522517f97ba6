import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { byHand } from '../contracts/store/register-entries.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';
import { runProgram, testFolder } from '../store/sqlite/folder.ts';

const FILE = {
  name: '收据.jpg',
  type: 'image/jpeg',
  bytes: 3,
  sha256: 'x',
  by: { account: 'u1', name: '林晓' },
  at: T0,
};

/** A backup of a data file with one entry that has one file, and an empty data folder. */
async function backedUp() {
  const folder = testFolder();
  const backup = join(folder, 'backup.sqlite');
  const store = await openSqliteStore({ file: backup, zone: ZONE });
  const { kind, number } = await store.registers.add(byHand());
  await store.registers.attach({ kind, number }, { ...FILE, id: 'attachment-1' }, { files: 9, bytes: 99 });
  await store.close();
  const data = join(folder, 'data');
  mkdirSync(data);
  const restore = () => runProgram('src/cli/restore.ts', [backup], { DATA_DIR: data, DEMO: 'on' });
  return { backup, data, restore };
}

test('the files of entries come back with the data file; where they are missing, it says so', async () => {
  const { backup, data, restore } = await backedUp();
  const without = await restore();
  expect(without).toMatchObject({ status: 0, err: expect.stringContaining('登记中有 1 个附件缺失') as string });
  mkdirSync(`${backup}.attachments`);
  writeFileSync(join(`${backup}.attachments`, 'attachment-1'), 'abc');
  expect(await restore()).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(join(data, 'attachments', 'attachment-1'), 'utf8')).toBe('abc');
  expect(existsSync(join(data, 'attachments.restoring'))).toBe(false);
});

test('files that cannot be put back: the data file in use is not touched', async () => {
  const { backup, data, restore } = await backedUp();
  mkdirSync(`${backup}.attachments`);
  writeFileSync(join(`${backup}.attachments`, 'attachment-1'), 'abc');
  writeFileSync(join(data, 'attachments'), 'in the way');
  writeFileSync(join(data, 'demo.sqlite'), 'in use');
  expect(await restore()).toMatchObject({ status: 1, err: expect.stringContaining('FILE_UNWRITABLE') as string });
  expect(readFileSync(join(data, 'demo.sqlite'), 'utf8')).toBe('in use');
  expect(existsSync(join(data, 'attachments.restoring'))).toBe(false);
});
