import { describe, expect } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { PROMISE_STATES } from '../../../src/domain/work.ts';
import type { Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { appointment, by, callback, change, RESULT } from './tasks.ts';
import { begin, nextTurn, T0 } from './turns.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31', department: null, ward: null, channel: null };

/** What became of what was promised, as the report counts and lists it. */
async function became(store: Store, now: number): Promise<readonly (readonly [task: string, state: string])[]> {
  const narrowed = { states: PROMISE_STATES, person: null, now };
  const { rows } = await store.reports.promisesBehind(MARCH, narrowed, { limit: 50, after: null });
  const counted = await store.reports.promises(MARCH, now);
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  return rows.map(({ taskId, state }) => [taskId, state] as const).toReversed();
}

/** What was promised, and what became of it. */
export function promisesContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: promises`, () => {
    test('a promise that was put off in time counts apart, one that had run out stays missed', async (store) => {
      for (const id of ['w1', 'w2', 'w3', 'w4']) await store.work.add(callback(id, null, T0 + HOUR), 'u1');
      const later = (at: number) => by('due', at, { why: '对方上课' });
      await change(store, 'w1', { due: T0 + 5 * HOUR }, later(T0 + MINUTE));
      await change(store, 'w2', { due: T0 + 5 * HOUR }, later(T0 + 2 * HOUR));
      expect(await became(store, T0 + 3 * HOUR)).toEqual([
        ['w1', 'open'],
        ['w2', 'broken'],
        ['w3', 'broken'],
        ['w4', 'broken'],
      ]);
      const done = { state: 'done', result: RESULT } as const;
      await change(store, 'w1', done, by('result', T0 + 4 * HOUR));
      await change(store, 'w2', done, by('result', T0 + 4 * HOUR));
      await change(store, 'w3', { state: 'cancelled' }, by('cancelled', T0 + 4 * HOUR));
      expect(await became(store, T0 + 9 * HOUR)).toEqual([
        ['w1', 'moved'],
        ['w2', 'late'],
        ['w3', 'late'],
        ['w4', 'broken'],
      ]);
      const { rows } = await store.reports.promisesBehind(
        MARCH,
        { states: ['moved'], person: 'u1', now: T0 + 9 * HOUR },
        { limit: 5, after: null },
      );
      expect(rows).toMatchObject([{ taskId: 'w1', firstDue: T0 + HOUR, due: T0 + 5 * HOUR, why: '对方上课' }]);
    });

    test('an attempt that failed keeps the promise and makes another; what is called off in time is none', async (store) => {
      await store.work.add(callback('w1', null, T0 + HOUR), 'u1');
      await store.work.add(callback('w2', null, T0 + HOUR), 'u1');
      const unreached = {
        state: 'in_progress',
        due: T0 + 8 * HOUR,
        result: { ...RESULT, outcome: 'unreached' },
      } as const;
      await change(store, 'w1', unreached, by('result', T0 + MINUTE));
      await change(store, 'w2', { state: 'cancelled' }, by('cancelled', T0 + MINUTE));
      expect(await became(store, T0 + 2 * HOUR)).toEqual([
        ['w1', 'kept'],
        ['w2', 'withdrawn'],
        ['w1', 'open'],
      ]);
    });

    test('what the bot promised counts for the department and whoever answered', async (store) => {
      const promise = { due: T0 + HOUR, remindAt: T0 };
      const handoff = { id: 'w1', reason: 'human_requested', priority: 'normal', text: '', promise } as const;
      const first = await begin(store, 1, {}, { handoff, workItems: [appointment('2026-03-16', T0 + HOUR)] });
      const idle = { ownerSince: T0, waitingSince: null, snoozedUntil: null, labels: [] };
      const desk = { ...idle, owner: 'u1', answeredAt: T0 + MINUTE };
      const answered = nextTurn({ ...first, desk }, {}, { at: T0 + MINUTE });
      await store.turns.commit(answered);
      await store.turns.commit(nextTurn(answered.record, {}, { at: T0 + 2 * HOUR, cancelledWork: ['c1.a0'] }));
      const department = first.stay?.department ?? '';
      const of = { day: '2026-03-10', count: 1 };
      expect(await store.reports.promises(MARCH, T0 + 2 * HOUR)).toEqual(
        expect.arrayContaining([
          { ...of, department, person: 'u1', state: 'kept' },
          { ...of, department: '骨科', person: '', state: 'late' },
        ]),
      );
      expect(await store.reports.promises({ ...MARCH, department: '骨科' }, T0)).toHaveLength(1);
    });
  });
}
