import { describe, expect, onTestFinished, test as plainTest } from 'vitest';
import type { AuditRow, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, T0 } from './turns.ts';

const row = (what: string, change: Partial<AuditRow> = {}): AuditRow => ({
  who: 'account:a',
  what,
  subject: 'c1',
  ...change,
});

const MARK = { urgent: false, proactive: false, confirmsOptOut: false, notBefore: T0, expiresAt: T0 + 1 };

async function whats(store: Store): Promise<readonly string[]> {
  return (await store.audit.page(0, 1_000)).map(({ what }) => what);
}

/** Rows of all kinds are one chain, in the transaction of what they are about. */
export function auditContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: audit`, () => {
    test('an empty audit is intact', async (store) => {
      expect(await store.audit.verify()).toEqual({ intact: true, rows: 0, head: null });
      expect(await store.audit.list({ limit: 10, before: null })).toEqual([]);
    });

    test('rows of turns, settings and views are one chain without gaps', async (store) => {
      const record = await begin(store, 1);
      await store.audit.append(row('conversation.view', { why: '家属来电核实' }));
      await store.turns.commit(nextTurn(record, {}, { audit: [row('conversation.claim'), row('conversation.reply')] }));
      await store.settings.set('key', 'value', row('settings.change'));
      const rows = await store.audit.page(0, 100);
      expect(rows.map(({ no, what }) => [no, what])).toEqual([
        [1, 'conversation.view'],
        [2, 'conversation.claim'],
        [3, 'conversation.reply'],
        [4, 'settings.change'],
      ]);
      expect(rows[0]).toMatchObject({ who: 'account:a', subject: 'c1', why: '家属来电核实' });
      expect(rows[1]).toMatchObject({ at: T0 });
      expect(rows[1] !== undefined && 'why' in rows[1]).toBe(false);
      expect(new Set(rows.map(({ hash }) => hash)).size).toBe(4);
      expect(await store.audit.verify()).toEqual({
        intact: true,
        rows: 4,
        head: { no: 4, hash: rows[3]?.hash },
      });
    });

    test('a row with what no file keeps, a zero character or half of a pair, leaves the chain whole', async (store) => {
      await store.audit.append(row('first', { subject: 'a\0b', why: '半个\ud83d' }));
      await store.audit.append(row('second'));
      expect(await store.audit.verify()).toMatchObject({ intact: true, rows: 2 });
      expect((await store.audit.page(0, 1))[0]).toMatchObject({ subject: 'a\uFFFDb', why: '半个\uFFFD' });
    });

    test('a turn that is refused leaves no row, and the chain goes on', async (store) => {
      const record = await begin(store, 1);
      await store.audit.append(row('first'));
      const turns = [1, 2].map(() => store.turns.commit(nextTurn(record, {}, { audit: [row('claim')] })));
      expect((await Promise.all(turns)).sort()).toEqual(['committed', 'conflict']);
      const broken = nextTurn({ ...record, version: 2 }, {}, { audit: [row('never')] });
      const undone = store.turns.commit({
        ...broken,
        // A line of the outbox that is not in the turn: the store gives up in the middle of writing.
        outbox: [{ seq: 99, mark: MARK }],
      });
      const beside = store.audit.append(row('beside'));
      await expect(undone).rejects.toThrow();
      await beside;
      await store.audit.append(row('after'));
      expect(await whats(store)).toEqual(['first', 'claim', 'beside', 'after']);
      expect((await store.audit.verify()).intact).toBe(true);
    });

    test('it is found by who, what, subject and time, newest first, page by page', async (store) => {
      const record = await begin(store, 1);
      const turn = nextTurn(record, {}, { at: T0 + 1_000, audit: [row('patient.unmask', { subject: 'c2' })] });
      await store.turns.commit(turn);
      const later = { at: T0 + 2_000, audit: [row('patient.view', { who: 'account:b' }), row('patience')] };
      await store.turns.commit(nextTurn(turn.record, {}, later));
      const find = async (query: object) =>
        (await store.audit.list({ limit: 10, before: null, ...query })).map(({ what }) => what);
      expect(await find({})).toEqual(['patience', 'patient.view', 'patient.unmask']);
      expect(await find({ limit: 1, before: 3 })).toEqual(['patient.view']);
      expect(await find({ what: 'patient.' })).toEqual(['patient.view', 'patient.unmask']);
      expect(await find({ who: 'account:b' })).toEqual(['patient.view']);
      expect(await find({ subject: 'c2', what: 'patient.unmask' })).toEqual(['patient.unmask']);
      expect(await find({ from: T0 + 1_000, to: T0 + 2_000 })).toEqual(['patient.unmask']);
    });

    plainTest('a store that is opened again goes on where the chain was', async () => {
      const { store, reopen, cleanup } = await factory();
      onTestFinished(cleanup);
      await store.audit.append(row('before'));
      if (reopen === undefined) return;
      const again = await reopen();
      await again.audit.append(row('after'));
      expect(await again.audit.verify()).toMatchObject({ intact: true, rows: 2 });
    });
  });
}
