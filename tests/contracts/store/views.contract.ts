import { describe, expect } from 'vitest';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { address, begin, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

/** What people look at, and settings. */
export function viewsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: views`, () => {
    test('conversations are listed by their newest line, which comes with them', async (store) => {
      expect(await store.views.list(10, 0)).toEqual([]);
      const records = [];
      for (const n of [1, 2, 3]) records.push(await begin(store, n, { out: [`line ${String(n)}`] }, { at: T0 + n }));
      const [first] = records;
      if (first === undefined) throw new Error('no record');
      await store.turns.commit(nextTurn(first, { in: ['newest'] }, { at: T0 + 9 }));
      const quiet = nextTurn(records[1] ?? first, {}, { at: T0 + 10 });
      await store.turns.commit(quiet);
      const list = await store.views.list(10, 0);
      expect(list.map(({ record, lastMessage }) => [record.id, lastMessage.text])).toEqual([
        ['c1', 'newest'],
        ['c3', 'line 3'],
        ['c2', 'line 2'],
      ]);
      expect(list[2]?.record).toEqual(quiet.record);
      expect((await store.views.list(2, 1)).map(({ record }) => record.id)).toEqual(['c3', 'c2']);
    });

    test('an unknown conversation has no view', async (store) => {
      expect(await store.views.view('c1')).toBeUndefined();
    });

    test('the transcript after a line', async (store) => {
      const first = await begin(store, 1, { in: ['一'], out: ['二'] });
      await begin(store, 2, { in: ['别人'] });
      await store.turns.commit(nextTurn(first, { in: ['三'] }));
      const after = async (id: string, seq: number) =>
        (await store.views.linesAfter(id, seq)).map((line) => [line.seq, line.text]);
      expect(await after('c1', 0)).toEqual([
        [1, '一'],
        [2, '二'],
        [3, '三'],
      ]);
      expect(await after('c1', 1)).toEqual([
        [2, '二'],
        [3, '三'],
      ]);
      expect([await after('c1', 3), await after('c1', 9), await after('c9', 0)]).toEqual([[], [], []]);
    });

    test('all conversations of an address, oldest first', async (store) => {
      const [first, second] = [newRecord(1), newRecord(2, { address: address(1), stay: stayFacts(2) })];
      await store.turns.commit(nextTurn(second));
      await store.turns.commit(nextTurn(first));
      await begin(store, 3);
      expect((await store.views.ofAddress('sms', address(1))).map(({ id }) => id)).toEqual(['c2', 'c1']);
      expect(await store.views.ofAddress('telegram', address(1))).toEqual([]);
    });

    test('counts follow every change', async (store) => {
      expect(await store.views.counts()).toEqual({ conversations: 0, 'work.open': 0 });
      await store.directory.addStays([stayRow(1)], T0);
      const record = await begin(
        store,
        1,
        {},
        { registers: [{ type: 'add', index: 0, kind: 'praise', text: '好', concerns: [] }] },
      );
      await begin(store, 2, {}, { workItems: [{ id: 'w1', kind: 'note', text: '看' }] });
      await store.turns.commit(nextTurn(record, {}, { record: { ...record, state: 'closed', outcome: 'completed' } }));
      expect(await store.views.counts()).toEqual({
        conversations: 2,
        'state.waiting': 1,
        'state.closed': 1,
        'outcome.completed': 1,
        'register.praise': 1,
        'work.open': 1,
      });
    });

    test('settings are kept, the last one wins', async (store) => {
      expect(await store.settings.get('campaign')).toBeUndefined();
      await store.settings.set('campaign', 'paused', { who: 'admin', what: 'campaign.pause', subject: 'campaign' });
      await store.settings.set('campaign', 'running');
      expect(await store.settings.get('campaign')).toBe('running');
    });

    test('a store that can be written says so, a closed one does not', async (store) => {
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow('closed');
    });
  });
}
