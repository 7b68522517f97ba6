import { expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { type WatchDeps, watchRound } from '../../src/shifts/watch.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { T0, ZONE } from '../contracts/store/turns.ts';

const SHIFT = {
  id: 's1',
  account: 'u1',
  accountName: '王敏',
  kind: 'day',
  name: '白班',
  day: '2026-03-10',
  startedAt: T0,
  endsAt: T0 + HOUR,
} as const;

async function watched() {
  const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  onTestFinished(() => store.close());
  const told: string[] = [];
  let last = 0;
  const deps: WatchDeps = {
    store,
    ids: { next: () => `n${String(++last)}` },
    waitMinutes: () => 30,
    notice: ({ task }, what) => told.push(`${task.id} ${what}`),
    escalated: (shift, task) => told.push(`${shift} ${task}`),
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
  expect(told).toEqual(['w1 reminder']);
  expect(await look(T0 + 2 * HOUR)).toBeUndefined();
  expect(told).toEqual(['w1 reminder', 'w1 broken']);
});

test('when nobody takes over in time, the supervisors get a task, once', async () => {
  const { store, told, look } = await watched();
  await store.shifts.begin(SHIFT);
  const by = { account: 'u1', name: '王敏', at: T0 };
  await store.shifts.handOver('s1', 1, { packet: { at: T0, points: [], general: '' }, by });
  expect(await look(T0 + 29 * MINUTE)).toBe(T0 + 30 * MINUTE);
  await look(T0 + 30 * MINUTE);
  await look(T0 + 31 * MINUTE);
  expect(told).toEqual(['s1 n1']);
  expect((await store.work.find('n1'))?.task).toMatchObject({
    source: 'shift',
    priority: 'high',
    text: '白班（王敏）交班已等 30 分钟，还没有人接班',
  });
  expect((await store.shifts.find('s1'))?.escalatedAt).toBe(T0 + 30 * MINUTE);
});

test('a shift that its officer never hands over is told to the supervisors once, and again when it is handed over and nobody comes', async () => {
  const { store, told, look } = await watched();
  await store.shifts.begin(SHIFT);
  expect(await look(T0 + HOUR)).toBe(T0 + HOUR + 30 * MINUTE);
  expect(told).toEqual([]);
  expect(await look(T0 + HOUR + 30 * MINUTE)).toBeUndefined();
  await look(T0 + 2 * HOUR);
  expect(told).toEqual(['s1 n1']);
  expect((await store.work.find('n1'))?.task).toMatchObject({
    source: 'shift',
    text: '白班（王敏）已过交班时间 30 分钟，还没有交班',
  });
  const by = { account: 'u1', name: '王敏', at: T0 + 3 * HOUR };
  await store.shifts.handOver('s1', 1, { packet: { at: T0, points: [], general: '' }, by });
  await look(T0 + 4 * HOUR);
  expect(told).toEqual(['s1 n1', 's1 n2']);
});
