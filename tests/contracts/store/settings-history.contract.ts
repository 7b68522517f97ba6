import { describe, expect } from 'vitest';
import type { SettingsVersion, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, T0 } from './turns.ts';

const version = (change: Partial<SettingsVersion> = {}): Omit<SettingsVersion, 'number'> => ({
  at: T0,
  who: 'a1',
  why: '改称呼',
  source: 'console',
  restores: null,
  hash: 'h1',
  ...change,
});

async function runningIds(store: Store): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const stretch: Awaited<ReturnType<Store['settingsHistory']['running']>> =
      await store.settingsHistory.running(after);
    ids.push(...stretch.rows.map(({ id }) => id));
    after = stretch.next;
  } while (after !== null);
  return ids;
}

/** Versions of the settings, lists that were imported, and the conversations that a change touches. */
export function settingsHistoryContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: history of the settings`, () => {
    test('versions are numbered, listed newest first, and keep their text', async ({ settingsHistory: history }) => {
      expect([await history.newest(), await history.list(10, null), await history.find(1)]).toEqual([
        undefined,
        [],
        undefined,
      ]);
      expect(await history.add(version({ who: null, why: '', source: 'disk' }), '{"a":1}', 0)).toBe(1);
      expect(await history.add(version({ hash: 'h2' }), '{"a":2}', 1)).toBe(2);
      expect(await history.add(version({ hash: 'h1', restores: 1 }), '{"a":1}', 2)).toBe(3);
      expect(await history.newest()).toEqual({ ...version(), restores: 1, number: 3 });
      expect((await history.list(2, null)).map((one) => one.number)).toEqual([3, 2]);
      expect((await history.list(2, 2)).map((one) => [one.number, one.who, one.source])).toEqual([[1, null, 'disk']]);
      expect(await history.find(2)).toEqual({ version: { ...version({ hash: 'h2' }), number: 2 }, text: '{"a":2}' });
    });

    test('of two who publish on the same version one comes too late, and nothing of it is kept', async (store) => {
      const history = store.settingsHistory;
      await history.add(version(), 'one', 0);
      const both = await Promise.all([
        history.add(version({ who: 'a1' }), 'mine', 1),
        history.add(version({ who: 'a2' }), 'yours', 1),
      ]);
      expect(both).toEqual([2, 'conflict']);
      expect((await history.find(2))?.text).toBe('mine');
      expect(await history.add(version(), 'late', 0)).toBe('conflict');
      expect((await history.list(10, null)).length).toBe(2);
    });

    test('imports are listed newest first', async ({ settingsHistory: history }) => {
      for (const id of ['i1', 'i2'])
        await history.addImport({ id, at: T0, who: 'a1', hash: `of ${id}`, counts: { accept: 3, reject: 1 } });
      expect((await history.imports(5)).map(({ id }) => id)).toEqual(['i2', 'i1']);
      expect((await history.imports(1))[0]).toEqual({
        id: 'i2',
        at: T0,
        who: 'a1',
        hash: 'of i2',
        counts: { accept: 3, reject: 1 },
      });
    });

    test('running conversations are those that are not closed', async (store) => {
      expect(await runningIds(store)).toEqual([]);
      const first = await begin(store, 1);
      await begin(store, 2);
      await store.turns.commit(nextTurn(first, {}, { record: { ...first, state: 'closed', outcome: 'declined' } }));
      await begin(store, 3);
      expect(await runningIds(store)).toEqual(['c2', 'c3']);
    });
  });
}
