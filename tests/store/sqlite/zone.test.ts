import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { begin, nextTurn } from '../../contracts/store/turns.ts';

test('another time zone of the hospital holds for what is counted from then on', async () => {
  let zone = 'Asia/Shanghai';
  const store = await openSqliteStore({ file: ':memory:', zone: () => zone });
  // 06:00 of the 11th in Shanghai, 15:00 of the 10th in Los Angeles.
  const at = Date.UTC(2026, 2, 10, 22);
  const record = await begin(store, 1, {}, { at, tallies: ['turn'] });
  zone = 'America/Los_Angeles';
  await store.turns.commit(nextTurn(record, {}, { at, tallies: ['turn'] }));
  expect(await store.views.tallies('2026-03-01', '2026-03-31')).toEqual([
    { day: '2026-03-10', name: 'turn', count: 1 },
    { day: '2026-03-11', name: 'turn', count: 1 },
  ]);
  await store.close();
});
