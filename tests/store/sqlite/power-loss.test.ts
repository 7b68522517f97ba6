import type * as FileSystem from 'node:fs';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { begin, ZONE } from '../../contracts/store/turns.ts';

/** How the disk behaves: called at each sync; resolves when it is done, or rejects. */
const disk = vi.hoisted(() => ({ sync: (): Promise<void> => Promise.resolve() }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const fdatasync: typeof fs.fdatasync = ((descriptor: number, done: (error: Error | null) => void) => {
    disk.sync().then(
      () => {
        fs.fdatasync(descriptor, done);
      },
      (error: unknown) => {
        done(error as Error);
      },
    );
  }) as typeof fs.fdatasync;
  return { ...fs, fdatasync };
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A data file on a disk that keeps only what had been written when a sync that has ended was asked for. */
function looseDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-power-'));
  const file = join(folder, 'x.sqlite');
  let images = 0;
  let safe = '';
  disk.sync = async () => {
    images += 1;
    const image = join(folder, `image-${String(images)}`);
    mkdirSync(image);
    for (const name of ['x.sqlite', 'x.sqlite-wal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(image, name));
    await wait(images % 7);
    safe = image;
  };
  /** The file as it is found after the power failed now. */
  return { file, afterPowerLoss: () => join(safe, 'x.sqlite') };
}

async function stored(file: string, ids: readonly string[]): Promise<readonly string[]> {
  const store = await openSqliteStore({ file, zone: ZONE });
  const found = await Promise.all(ids.map((id) => store.turns.load(id)));
  await store.close();
  return ids.filter((_, index) => found[index] !== undefined);
}

test('the power fails at any time: whatever was acknowledged is there', async () => {
  const { file, afterPowerLoss } = looseDisk();
  const store = await openSqliteStore({ file, zone: ZONE });
  const acknowledged: string[] = [];
  const losses: { readonly file: string; readonly acknowledged: readonly string[] }[] = [];
  const writing: Promise<unknown>[] = [];
  for (let n = 0; n < 200; n += 1) {
    writing.push(begin(store, n).then(({ id }) => acknowledged.push(id)));
    if (n % 3 === 0) await wait(1);
    if (n % 20 === 19) losses.push({ file: afterPowerLoss(), acknowledged: [...acknowledged] });
  }
  await Promise.all(writing);
  losses.push({ file: afterPowerLoss(), acknowledged: [...acknowledged] });
  await store.close();
  const partial = losses.filter((loss) => loss.acknowledged.length > 0 && loss.acknowledged.length < 200);
  expect(partial.length).toBeGreaterThan(2);
  for (const loss of losses)
    if (loss.acknowledged.length > 0) expect(await stored(loss.file, loss.acknowledged)).toEqual(loss.acknowledged);
  // The disk of this test does lose something: an early image lacks the later turns.
  expect((await stored(partial[0]?.file ?? '', acknowledged)).length).toBeLessThan(200);
});

/** SQLite numbers the log anew each time it starts over at its beginning. */
const logOf = (file: string): string => readFileSync(`${file}-wal`).subarray(16, 20).toString('hex');

test('the power fails while checkpoints move the log into the file and the log starts over: nothing is lost', {
  timeout: 60_000,
}, async () => {
  const { file, afterPowerLoss } = looseDisk();
  const store = await openSqliteStore({ file, zone: ZONE });
  const acknowledged: string[] = [];
  const losses: { readonly file: string; readonly acknowledged: readonly string[] }[] = [];
  const logs = new Set<string>();
  for (let n = 0; logs.size < 3; n += 1) {
    const { id } = await begin(store, n);
    acknowledged.push(id);
    const started = !logs.has(logOf(file));
    logs.add(logOf(file));
    // Now and then, and at the first turns of each log: what it overwrites has to be in the file by then.
    if (started || n % 50 === 0) losses.push({ file: afterPowerLoss(), acknowledged: [...acknowledged] });
  }
  losses.push({ file: afterPowerLoss(), acknowledged: [...acknowledged] });
  await store.close();
  for (const loss of losses) expect(await stored(loss.file, loss.acknowledged)).toEqual(loss.acknowledged);
});

test('a message that is stored but not yet on disk is not said to be stored', async () => {
  looseDisk();
  const store = await openSqliteStore({
    file: join(mkdtempSync(join(tmpdir(), 'huifang-power-')), 'x.sqlite'),
    zone: ZONE,
  });
  let release = (): void => undefined;
  disk.sync = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  const order: string[] = [];
  const first = begin(store, 1, { in: ['你好'] }, { dedupe: ['sms:1'] }).then(() => order.push('committed'));
  await wait(5);
  const again = store.turns.seen('sms:1').then((seen) => order.push(`seen ${String(seen)}`));
  await wait(5);
  expect(order).toEqual([]);
  release();
  await Promise.all([first, again]);
  expect(order).toEqual(['committed', 'seen true']);
  disk.sync = () => Promise.resolve();
  await store.close();
});

test('a disk that cannot keep what it was given: the write is refused, and so is everything after it', async () => {
  const store = await openSqliteStore({
    file: join(mkdtempSync(join(tmpdir(), 'huifang-power-')), 'x.sqlite'),
    zone: ZONE,
  });
  disk.sync = () => Promise.reject(new Error('EIO: i/o error, fdatasync'));
  await expect(begin(store, 1)).rejects.toThrow('EIO');
  disk.sync = () => Promise.resolve();
  await expect(begin(store, 2)).rejects.toThrow('EIO');
  await expect(store.ping()).rejects.toThrow('EIO');
  await store.close();
});
