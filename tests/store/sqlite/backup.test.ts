import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { restoreFile } from '../../../src/store/sqlite/index.ts';
import { SCHEMA_VERSION } from '../../../src/store/sqlite/migrate.ts';
import { begin, nextTurn, T0, timer } from '../../contracts/store/turns.ts';
import { openStore, runProgram, startProgram, testFolder } from './folder.ts';

const NOW = T0 + 1000;

test('a copy made while turns go on is whole, and the turns do not wait for it', async () => {
  const folder = testFolder();
  const store = await openStore(join(folder, 'huifang.db'));
  let record = await begin(store, 1, { out: ['a'] });
  const copied = store.backup(join(folder, 'copy.db')).then(() => 'copied' as const);
  let first = 'nothing';
  for (let turns = 0; turns < 50; turns++) {
    const turn = nextTurn(record, { in: ['more'] });
    const stored = store.turns.commit(turn);
    if (turns === 0) first = await Promise.race([copied, stored]);
    await stored;
    record = turn.record;
  }
  expect(first).toBe('committed');
  await copied;
  const copy = await openStore(join(folder, 'copy.db'));
  const view = await copy.views.view('c1');
  expect(view?.messages).toHaveLength(view?.record.lastSeq ?? -1);
  expect(view?.record.version).toBeLessThanOrEqual(record.version);
});

test('a store in memory can be copied too', async () => {
  const file = join(testFolder(), 'copy.db');
  const store = await openStore(':memory:');
  const record = await begin(store, 1);
  await store.backup(file);
  expect((await (await openStore(file)).turns.load('c1'))?.record).toEqual(record);
});

test('a backup never touches a file that exists, and leaves nothing half done', async () => {
  const folder = testFolder();
  const store = await openStore(join(folder, 'huifang.db'));
  const taken = join(folder, 'taken.db');
  writeFileSync(taken, 'mine');
  await expect(store.backup(taken)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(store.backup(join(folder, 'absent', 'copy.db'))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('restoring puts the old state back and keeps the new one aside', async () => {
  const folder = testFolder();
  const [file, copy] = [join(folder, 'huifang.db'), join(folder, 'copy.db')];
  const store = await openStore(file);
  const record = await begin(store, 1, {}, { timers: [timer('c1', 'reminder', T0 + 5)] });
  await store.backup(copy);
  await store.turns.commit(nextTurn(record, { in: ['later'] }));
  expect(() => restoreFile(copy, file, NOW)).toThrow(expect.objectContaining({ code: 'STORE_LOCKED' }));
  await store.close();
  writeFileSync(`${file}-shm`, 'stale');

  const { kept, uncertain } = restoreFile(copy, file, NOW);
  expect(uncertain).toBe(0);
  expect(existsSync(`${file}-wal`) || existsSync(`${file}-shm`)).toBe(false);
  const restored = await openStore(file);
  expect((await restored.turns.load('c1'))?.record).toEqual(record);
  expect(await restored.timers.nextDue()).toBe(T0 + 5);
  const aside = await openStore(kept ?? '');
  expect((await aside.turns.load('c1'))?.record.version).toBe(2);
  expect(existsSync(copy)).toBe(true);
});

test('lines that were due may have left since the backup: they are checked, never simply sent again', async () => {
  const folder = testFolder();
  const [file, copy] = [join(folder, 'huifang.db'), join(folder, 'copy.db')];
  const store = await openStore(file);
  await begin(store, 1, { out: ['due'] });
  await begin(store, 2, { out: [{ text: 'later', mark: { notBefore: NOW + 500 } }] });
  await store.backup(copy);
  await store.close();
  expect(restoreFile(copy, file, NOW).uncertain).toBe(1);
  const restored = await openStore(file);
  expect((await restored.outbox.claim(NOW + 500, 10, 100)).map(({ id }) => id)).toEqual(['c2.1']);
  const [line] = await restored.outbox.claimUncertain(NOW, 10, 100);
  expect(line).toMatchObject({ id: 'c1.1', firstTriedAt: T0, attempts: 0 });
});

test('a backup that cannot be trusted is refused, and nothing changes', async () => {
  const folder = testFolder();
  const [file, copy] = [join(folder, 'huifang.db'), join(folder, 'copy.db')];
  const store = await openStore(file);
  for (let n = 0; n < 60; n++) await begin(store, n, { in: ['x'.repeat(200)] });
  await store.backup(copy);
  await store.close();
  const before = readFileSync(file);
  const refusal = (code: string) => expect.objectContaining({ code }) as unknown as Error;
  const cut = join(folder, 'cut.db');
  writeFileSync(cut, readFileSync(copy));
  truncateSync(cut, 20_480);
  const garbled = join(folder, 'garbled.db');
  const bytes = readFileSync(copy);
  bytes.fill(0x5a, 3 * 4096, 9 * 4096);
  writeFileSync(garbled, bytes);
  const newer = join(folder, 'newer.db');
  writeFileSync(newer, readFileSync(copy));
  const db = openDatabase(newer);
  db.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION + 1)}`);
  db.close();
  const live = join(folder, 'live.db');
  writeFileSync(live, readFileSync(copy));
  writeFileSync(`${live}-wal`, 'half of it');
  writeFileSync(join(folder, 'empty.db'), '');

  expect(() => restoreFile(cut, file, NOW)).toThrow(refusal('STORE_CORRUPT'));
  expect(() => restoreFile(garbled, file, NOW)).toThrow(refusal('STORE_CORRUPT'));
  expect(() => restoreFile(newer, file, NOW)).toThrow(refusal('STORE_VERSION'));
  expect(() => restoreFile(live, file, NOW)).toThrow(refusal('BAD_REQUEST'));
  expect(() => restoreFile(join(folder, 'empty.db'), file, NOW)).toThrow(refusal('STORE_CORRUPT'));
  expect(() => restoreFile(join(folder, 'absent.db'), file, NOW)).toThrow(refusal('FILE_UNREADABLE'));
  expect(() => restoreFile(file, file, NOW)).toThrow(refusal('BAD_REQUEST'));
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => /restoring|before/.test(name))).toEqual([]);
});

test('a backup replaces a data file that cannot be read any more, or that is gone', async () => {
  const folder = testFolder();
  const [file, copy] = [join(folder, 'huifang.db'), join(folder, 'copy.db')];
  const store = await openStore(file);
  const record = await begin(store, 1);
  await store.backup(copy);
  await store.close();
  writeFileSync(file, 'ruined');
  const { kept } = restoreFile(copy, file, NOW);
  expect(readFileSync(kept ?? '', 'utf8')).toBe('ruined');
  expect(restoreFile(copy, join(folder, 'fresh', 'huifang.db'), NOW).kept).toBeNull();
  expect((await (await openStore(join(folder, 'fresh', 'huifang.db'))).turns.load('c1'))?.record).toEqual(record);
  expect((await (await openStore(file)).turns.load('c1'))?.record).toEqual(record);
});

test("the commands copy a running service's file, refuse to restore over it, and restore when it has stopped", async () => {
  const folder = testFolder();
  const env = { DATA_DIR: folder, DEMO: 'on' };
  const [file, copy] = [join(folder, 'demo.sqlite'), join(folder, 'copy.db')];
  const child = startProgram('tests/store/sqlite/writing-child.ts', [file]);
  await once(child.stdout, 'data');
  const attachments = join(folder, 'attachments');
  mkdirSync(attachments);
  writeFileSync(join(attachments, 'file-0001'), '%PDF-1.4 收据');
  expect(await runProgram('src/cli/backup.ts', [copy], env)).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(join(`${copy}.attachments`, 'file-0001'), 'utf8')).toBe('%PDF-1.4 收据');
  expect(statSync(join(`${copy}.attachments`, 'file-0001')).mode & 0o077).toBe(0);
  expect(await runProgram('src/cli/backup.ts', [copy], env)).toMatchObject({
    status: 1,
    err: expect.stringContaining('exists already') as string,
  });
  expect(await runProgram('src/cli/restore.ts', [copy], env)).toMatchObject({
    status: 1,
    err: expect.stringContaining('STORE_LOCKED') as string,
  });
  child.kill('SIGKILL');
  await once(child, 'close');
  rmSync(attachments, { recursive: true });
  const restored = await runProgram('src/cli/restore.ts', [copy], env);
  expect(restored).toMatchObject({ status: 0, err: '' });
  expect(restored.out).toContain(`${file}.before-`);
  expect(readFileSync(join(attachments, 'file-0001'), 'utf8')).toBe('%PDF-1.4 收据');
  await expect((await openStore(file)).ping()).resolves.toBeUndefined();
  expect((await runProgram('src/cli/backup.ts', [], env)).status).toBe(2);
  expect((await runProgram('src/cli/restore.ts', ['a', 'b'], env)).status).toBe(2);
}, 60_000);
