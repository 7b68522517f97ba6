import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { simplifiedText } from '../../../src/domain/one-writing.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { holds, normaliser, piecesOf, soughtIn } from '../../../src/store/sqlite/search/words.ts';
import type { Store } from '../../../src/store/store.ts';
import { begin, nextTurn, T0, ZONE } from '../../contracts/store/turns.ts';

const ALL = { department: null, hiddenFrom: [] } as const;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-search-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'huifang.db');
}

async function lines(store: Store, words: string): Promise<readonly (string | undefined)[]> {
  return (await store.desk.search(words, { sight: ALL, limit: 50 })).map(({ line }) => line?.text);
}

/** Up to which line the index of a file reaches. */
function reached(file: string): unknown {
  const db = openDatabase(file);
  try {
    return db.prepare('SELECT line FROM search_progress').get()?.[0];
  } finally {
    db.close();
  }
}

test('texts are cut into pieces that a part of them is found by', () => {
  expect(piecesOf('护士态度差')).toEqual(['护士', '士态', '态度', '度差', '差']);
  expect(piecesOf('好')).toEqual(['好']);
  expect(piecesOf('等40分钟 13812345678 ct机')).toEqual([
    ...['等', '40', '分钟', '钟', '1381', '3812', '8123', '1234', '2345', '3456', '4567', '5678', 'ct', '机'],
  ]);
  expect(piecesOf('!? 👍')).toEqual([]);
  expect(soughtIn('态度差 13812 费').match).toBe('"态度" "度差" "1381" "3812" "费"*');
  expect(soughtIn('"* or %').match).toBe('"or"*');
  expect(holds('护士态度差', soughtIn('态度 护士'))).toBe(true);
  expect(holds('态不度', soughtIn('态度'))).toBe(false);
});

test('traditional and simplified characters, full and half width, capitals are one', () => {
  const normal = normaliser(simplifiedText);
  expect(normal('護士態度ＡＢ１')).toBe(normal('护士态度ab1'));
});

test('the index is filled after the commits, and finds the same as before', async () => {
  const file = temporary();
  let store = await openSqliteStore({ file, zone: ZONE, normal: simplifiedText });
  onTestFinished(() => store.close());
  for (let n = 1; n <= 150; n += 1)
    await begin(store, n, { in: [`第${String(n)}位：護士態度好`], out: ['谢谢'] }, { at: T0 + n });
  const before = await lines(store, '态度');
  expect(before).toHaveLength(50);
  expect(before[0]).toBe('第150位：護士態度好');
  await expect.poll(() => reached(file), { timeout: 10_000 }).toBe(300);
  expect(await lines(store, '态度')).toEqual(before);
  expect(await lines(store, '第3位')).toEqual(['第3位：護士態度好']);
  await begin(store, 151, { in: ['态度又变了'] }, { at: T0 + 151 });
  expect((await lines(store, '态度'))[0]).toBe('态度又变了');
  await store.close();
  store = await openSqliteStore({ file, zone: ZONE, normal: simplifiedText });
  expect((await lines(store, '态度'))[0]).toBe('态度又变了');
  await expect.poll(() => reached(file), { timeout: 10_000 }).toBe(301);
});

test('what was written before there was an index is put in when the service starts', async () => {
  const file = temporary();
  let store = await openSqliteStore({ file, zone: ZONE });
  onTestFinished(() => store.close());
  const record = await begin(store, 1, { in: ['床位太挤'] });
  await store.turns.commit(nextTurn(record, { in: ['饭菜凉'] }));
  await store.close();
  store = await openSqliteStore({ file, zone: ZONE });
  await expect.poll(() => reached(file), { timeout: 10_000 }).toBe(2);
  expect(await lines(store, '饭菜')).toEqual(['饭菜凉']);
  expect(await lines(store, '床位')).toEqual(['床位太挤']);
});
