import { expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { type WatchDeps, watchRound } from '../../src/shifts/watch.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';

async function watched() {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  onTestFinished(() => store.close());
  const told: string[] = [];
  let last = 0;
  const deps: WatchDeps = {
    store,
    ids: { next: () => `n${String(++last)}` },
    waitMinutes: () => 30,
    workChanged: (id) => told.push(id),
    shiftChanged: (id) => told.push(id),
  };
  return { store, told, look: (now: number) => watchRound(deps, now) };
}

test('a promise is reminded of, then reported as broken, each once', async () => {
  const { store, told, look } = await watched();
  const due = { at: T0, due: T0 + 2 * HOUR, remindAt: T0 + HOUR, assignee: null, conversationId: null, details: {} };
  await store.work.add({ id: 'w1', kind: 'callback', source: 'staff', priority: 'normal', text: '回电', ...due }, 'u1');
  expect(await look(T0)).toBe(T0 + HOUR);
  expect(told).toEqual([]);
  expect(await look(T0 + HOUR)).toBe(T0 + 2 * HOUR);
  expect(told).toEqual(['w1']);
  expect(await look(T0 + 2 * HOUR)).toBeUndefined();
  expect(told).toEqual(['w1', 'w1']);
});

test('when nobody takes over in time, the supervisors get a task, once', async () => {
  const { store, told, look } = await watched();
  await store.shifts.begin({
    id: 's1',
    account: 'u1',
    accountName: '王敏',
    kind: 'day',
    name: '白班',
    day: '2026-03-10',
    startedAt: T0,
    endsAt: T0 + HOUR,
  });
  const by = { account: 'u1', name: '王敏', at: T0 };
  await store.shifts.handOver('s1', 1, { packet: { at: T0, points: [], general: '' }, by });
  expect(await look(T0 + 29 * MINUTE)).toBe(T0 + 30 * MINUTE);
  await look(T0 + 30 * MINUTE);
  await look(T0 + 31 * MINUTE);
  expect(told).toEqual(['s1', 'n1']);
  expect((await store.work.find('n1'))?.task).toMatchObject({
    source: 'shift',
    priority: 'high',
    text: '白班（王敏）交班已等 30 分钟，还没有人接班',
  });
  expect((await store.shifts.find('s1'))?.escalatedAt).toBe(T0 + 30 * MINUTE);
});
