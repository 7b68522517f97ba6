import { describe, expect } from 'vitest';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, T0, timer } from './turns.ts';

const HOUR = 3_600_000;
const END = T0 + 1_000 * HOUR;

/** Setting, moving, cancelling, dropping timers. */
export function timersContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: timers`, () => {
    test('due timers come oldest first, at most so many, and stay until a turn deletes them', async (store) => {
      expect(await store.timers.nextDue()).toBeUndefined();
      await begin(store, 1, {}, { timers: [timer('c1', 'expiry', T0 + 30, 4), timer('c1', 'reminder', T0 + 10, 3)] });
      await begin(store, 2, {}, { timers: [timer('c2', 'settle', T0 + 20)] });
      expect(await store.timers.nextDue()).toBe(T0 + 10);
      expect(await store.timers.due(T0 + 9, 10)).toEqual([]);
      const all = [
        timer('c1', 'reminder', T0 + 10, 3),
        timer('c2', 'settle', T0 + 20),
        timer('c1', 'expiry', T0 + 30, 4),
      ];
      expect(await store.timers.due(T0 + 30, 10)).toEqual(all);
      expect(await store.timers.due(T0 + 30, 10)).toEqual(all);
      expect(await store.timers.due(T0 + 30, 2)).toEqual(all.slice(0, 2));
    });

    test('a conversation has one timer of a kind: setting it again moves it, either way', async (store) => {
      let record = await begin(store, 1, {}, { timers: [timer('c1', 'reminder', T0 + 24 * HOUR)] });
      const move = async (due: number): Promise<void> => {
        const turn = nextTurn(record, {}, { timers: [timer('c1', 'reminder', due, record.version)] });
        await store.turns.commit(turn);
        record = turn.record;
      };
      for (const hours of [48, 2, 72, 30, 30]) {
        await move(T0 + hours * HOUR);
        expect(await store.timers.due(T0 + hours * HOUR - 1, 10)).toEqual([]);
        expect(await store.timers.due(T0 + hours * HOUR, 10)).toHaveLength(1);
        expect(await store.timers.nextDue()).toBe(T0 + hours * HOUR);
        expect((await store.views.view('c1'))?.timers).toEqual([
          timer('c1', 'reminder', T0 + hours * HOUR, record.version - 1),
        ]);
      }
      expect(await store.timers.due(END, 10)).toEqual([timer('c1', 'reminder', T0 + 30 * HOUR, record.version - 1)]);
    });

    test('cancelled kinds are gone, the others stay, and what is cancelled can be set in the same turn', async (store) => {
      const timers = [
        timer('c1', 'reminder', T0 + 5 * HOUR),
        timer('c1', 'expiry', T0 + 9 * HOUR),
        timer('c1', 'settle', T0 + 1),
      ];
      const record = await begin(store, 1, {}, { timers });
      const turn = nextTurn(
        record,
        {},
        { cancelTimers: ['reminder', 'settle', 'resume'], timers: [timer('c1', 'reminder', T0 + 7 * HOUR, 2)] },
      );
      await store.turns.commit(turn);
      const left = [timer('c1', 'reminder', T0 + 7 * HOUR, 2), timer('c1', 'expiry', T0 + 9 * HOUR)];
      expect(await store.timers.nextDue()).toBe(T0 + 7 * HOUR);
      expect(await store.timers.due(END, 10)).toEqual(left);
      expect((await store.views.view('c1'))?.timers).toEqual(left);
      await store.turns.commit(nextTurn(turn.record, {}, { cancelTimers: ['reminder', 'expiry'] }));
      expect(await store.timers.due(END, 10)).toEqual([]);
      expect(await store.timers.nextDue()).toBeUndefined();
      expect((await store.views.view('c1'))?.timers).toEqual([]);
    });

    test('many cancelled and moved timers do not hide those that are due', async (store) => {
      const kinds = ['reminder', 'expiry', 'resume'] as const;
      const records = await Promise.all(
        Array.from({ length: 150 }, (_, n) =>
          begin(
            store,
            n,
            {},
            { timers: kinds.map((kind, index) => timer(`c${String(n)}`, kind, T0 + (n + index * 200) * HOUR)) },
          ),
        ),
      );
      await Promise.all(
        records
          .slice(0, 149)
          .map((record) =>
            store.turns.commit(
              nextTurn(record, {}, { cancelTimers: ['reminder', 'resume'], timers: [timer(record.id, 'expiry', END)] }),
            ),
          ),
      );
      expect(await store.timers.nextDue()).toBe(T0 + 149 * HOUR);
      const due = await store.timers.due(END, 300);
      expect(due).toHaveLength(152);
      expect(due.slice(0, 3).map((found) => found.conversationId)).toEqual(['c149', 'c149', 'c149']);
      expect(new Set(due.slice(3).map((found) => `${found.kind} ${String(found.due)}`))).toEqual(
        new Set([`expiry ${String(END)}`]),
      );
    });

    test('dropping deletes a timer, unless it was moved meanwhile', async (store) => {
      const first = timer('c1', 'reminder', T0 + 10, 1);
      const record = await begin(store, 1, {}, { timers: [first] });
      await store.timers.drop({ ...first, due: T0 + 11 });
      await store.timers.drop({ ...first, stateEntry: 2 });
      await store.timers.drop({ ...first, kind: 'expiry' });
      await store.timers.drop({ ...first, conversationId: 'c9' });
      expect(await store.timers.due(END, 10)).toEqual([first]);
      await store.timers.drop(first);
      expect(await store.timers.due(END, 10)).toEqual([]);
      // It changed no version: a turn that was loaded before still commits.
      const plain = nextTurn(record, {}, { timers: [timer('c1', 'expiry', T0 + 30)] });
      expect(await store.turns.commit(plain)).toBe('committed');
      expect((await store.views.view('c1'))?.timers).toEqual([timer('c1', 'expiry', T0 + 30)]);
      await store.turns.commit(nextTurn(plain.record, {}, { timers: [timer('c1', 'reminder', T0 + 20)] }));
      expect(await store.timers.nextDue()).toBe(T0 + 20);
    });
  });
}
