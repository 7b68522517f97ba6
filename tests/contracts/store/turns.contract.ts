import { describe, expect } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, newContact, newRecord, nextTurn, T0, timer } from './turns.ts';

/** Loading, guards, group commit, and what one turn leaves behind. */
export function turnsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: turns`, () => {
    test('an address nobody wrote about has no contact; a contact may have no conversation', async (store) => {
      expect(await store.turns.loadByAddress('sms', '+8613800000001')).toBeUndefined();
      expect(await store.turns.load('c1')).toBeUndefined();
      const other = newRecord(2, { channel: 'simulator' });
      const contact = newContact(newRecord(1), { conversationId: null, optedOutAt: T0 });
      expect(await store.turns.commit(nextTurn(other, {}, { contact }))).toBe('committed');
      expect(await store.turns.loadByAddress('sms', contact.address)).toEqual({ contact, loaded: undefined });
      expect(await store.turns.loadByAddress('simulator', contact.address)).toBeUndefined();
    });

    test('what was committed is loaded by id and by address, exactly', async (store) => {
      const record = newRecord(1, {
        answers: { doctor: { grade: 'dissatisfied', reason: '等了很久…“没人管”' } },
        handoff: { reason: 'threat', priority: 'high', since: T0, history: ['abuse'] },
        state: 'scheduled',
        resumeAt: T0 + 5,
      });
      const contact = newContact(record, { proactiveAt: [T0 - 5, T0], unreachable: '30005' });
      const turn = nextTurn(record, { in: ['您好😀'], out: ['请问…'] }, { contact });
      expect(await store.turns.commit(turn)).toBe('committed');
      const loaded = { record: turn.record, contact, unread: [] };
      expect(await store.turns.load('c1')).toEqual(loaded);
      expect(await store.turns.loadByAddress('sms', record.address)).toEqual({ contact, loaded });
    });

    test('a conversation without a contact row has a blank contact', async (store) => {
      const record = newRecord(1);
      await store.turns.commit(nextTurn(record));
      const loaded = await store.turns.load('c1');
      expect(loaded?.contact).toEqual({ ...newContact(record), version: 0, conversationId: null });
    });

    test('lines that no turn has read are loaded in order, with what was sent between left out', async (store) => {
      const first = await begin(store, 1, { out: ['opening'] });
      const unread = { ...first, readSeq: first.readSeq };
      const turn = nextTurn(first, { in: ['在', '满意'] }, { record: unread });
      await store.turns.commit(turn);
      const between = nextTurn(turn.record, { out: ['urgent text'] }, { record: { ...turn.record, readSeq: 1 } });
      await store.turns.commit(between);
      const loaded = await store.turns.load('c1');
      expect(loaded?.unread.map((line) => [line.seq, line.text])).toEqual([
        [2, '在'],
        [3, '满意'],
      ]);
      const reading = nextTurn(
        between.record,
        {},
        {
          readings: [
            { seq: 2, readings: ['self'] },
            { seq: 3, readings: ['grade:满意'] },
          ],
        },
      );
      await store.turns.commit({ ...reading, record: { ...reading.record, readSeq: 4 } });
      expect((await store.turns.load('c1'))?.unread).toEqual([]);
      const lines = (await store.views.view('c1'))?.messages ?? [];
      expect(lines.map((line) => line.readings)).toEqual([[], ['self'], ['grade:满意'], []]);
    });

    test('a turn from an old version is a conflict and writes nothing', async (store) => {
      const record = await begin(store, 1, { in: ['一'] });
      const turn = nextTurn(
        record,
        { in: ['二'], out: ['答'] },
        { dedupe: ['sms:2'], tallies: ['turn'], timers: [timer('c1', 'reminder', T0)] },
      );
      expect(await store.turns.commit(turn)).toBe('committed');
      const late = nextTurn(
        record,
        { in: ['三'] },
        { dedupe: ['sms:3'], tallies: ['turn'], audit: [{ who: 'a', what: 'b', subject: 'c' }] },
      );
      expect(await store.turns.commit(late)).toBe('conflict');
      expect(await store.turns.seen('sms:3')).toBe(false);
      expect((await store.turns.load('c1'))?.record).toEqual(turn.record);
      expect((await store.views.view('c1'))?.messages.map((line) => line.text)).toEqual(['一', '二', '答']);
      expect(await store.views.tallies('2026-03-10', '2026-03-10')).toEqual([
        { day: '2026-03-10', name: 'turn', count: 1 },
      ]);
    });

    test('a new conversation whose id exists is a conflict, and so is an old one that does not', async (store) => {
      await begin(store, 1);
      expect(await store.turns.commit(nextTurn(newRecord(1)))).toBe('conflict');
      expect(await store.turns.commit(nextTurn(newRecord(2, { version: 3 })))).toBe('conflict');
      expect(await store.turns.load('c2')).toBeUndefined();
    });

    test('a contact changed meanwhile is a conflict', async (store) => {
      const record = await begin(store, 1);
      const stale = newContact(record, { version: 1, optedOutAt: T0 });
      expect(await store.turns.commit(nextTurn(record, { in: ['退订'] }, { contact: stale }))).toBe('conflict');
      expect((await store.turns.load('c1'))?.contact.optedOutAt).toBeNull();
      expect(await store.turns.commit(nextTurn(record, { in: ['退订'] }, { contact: { ...stale, version: 2 } }))).toBe(
        'committed',
      );
      expect((await store.turns.load('c1'))?.contact).toEqual({ ...stale, version: 2 });
    });

    test('an inbound message that is stored already is a duplicate and writes nothing', async (store) => {
      const record = await begin(store, 1, { in: ['一'] }, { dedupe: ['sms:SM1'] });
      expect(await store.turns.seen('sms:SM1')).toBe(true);
      const again = nextTurn(record, { in: ['一', '二'] }, { dedupe: ['sms:SM2', 'sms:SM1'] });
      expect(await store.turns.commit(again)).toBe('duplicate');
      expect(await store.turns.seen('sms:SM2')).toBe(false);
      expect((await store.turns.load('c1'))?.record).toEqual(record);
      // The carrier's repetition usually comes with a stale version too: it is a duplicate first of all.
      expect(
        await store.turns.commit(nextTurn({ ...record, version: 0 }, { in: ['一'] }, { dedupe: ['sms:SM1'] })),
      ).toBe('duplicate');
    });

    test('turns that arrive together do not harm each other', async (store) => {
      const one = await begin(store, 1, {}, { dedupe: ['sms:known'] });
      const results = await Promise.all([
        store.turns.commit(nextTurn(one, { in: ['甲'] }, { dedupe: ['sms:a'] })),
        store.turns.commit(nextTurn(one, { in: ['乙'] }, { dedupe: ['sms:b'] })),
        store.turns.commit(nextTurn(newRecord(2), { in: ['丙'] }, { dedupe: ['sms:known'] })),
        store.turns.commit(nextTurn(newRecord(3), { in: ['丁'] }, { dedupe: ['sms:c'] })),
        store.turns.commit(nextTurn(newRecord(4), { in: ['丁'] }, { dedupe: ['sms:c'] })),
      ]);
      expect(results).toEqual(['committed', 'conflict', 'duplicate', 'committed', 'duplicate']);
      expect(await Promise.all(['sms:a', 'sms:b', 'sms:c'].map((key) => store.turns.seen(key)))).toEqual([
        true,
        false,
        true,
      ]);
    });

    test('two turns of one conversation in one batch: the second builds on the first', async (store) => {
      const first = await begin(store, 1);
      const second = nextTurn(first, { in: ['一'] });
      const third = nextTurn(second.record, { in: ['二'] });
      expect(await Promise.all([store.turns.commit(second), store.turns.commit(third)])).toEqual([
        'committed',
        'committed',
      ]);
      expect((await store.views.view('c1'))?.messages.map((line) => line.text)).toEqual(['一', '二']);
    });

    test('a turn that cannot be stored is rejected alone', async (store) => {
      const record = await begin(store, 1, { in: ['一'] });
      const clash = nextTurn(
        { ...record, lastSeq: 0 },
        { in: ['same number'] },
        { dedupe: ['sms:bad'], tallies: ['turn'] },
      );
      const results = await Promise.allSettled([
        store.turns.commit(
          nextTurn(newRecord(2), { in: ['好'] }, { tallies: ['turn'], contact: newContact(newRecord(2)) }),
        ),
        store.turns.commit(clash),
        store.turns.commit(nextTurn(newRecord(3), { in: ['好'] }, { tallies: ['turn'] })),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await store.turns.load('c1'))?.record).toEqual(record);
      expect(await store.turns.seen('sms:bad')).toBe(false);
      expect((await store.turns.load('c2'))?.record.version).toBe(1);
      expect((await store.turns.load('c3'))?.record.version).toBe(1);
      expect(await store.views.tallies('2026-03-10', '2026-03-10')).toEqual([
        { day: '2026-03-10', name: 'turn', count: 2 },
      ]);
      const good = nextTurn(record, { in: ['二'] });
      expect(await store.turns.commit(good)).toBe('committed');
    });

    test('writes keep the order of their calls', async (store) => {
      const record = await begin(store, 1);
      const steps: string[] = [];
      await Promise.all([
        store.turns.commit(nextTurn(record, { out: ['line'] })).then(() => steps.push('turn')),
        store.settings.set('a', '1').then(() => steps.push('set')),
        store.outbox.claim(T0, 10, 1000).then((lines) => steps.push(`claim ${String(lines.length)}`)),
        store.settings.set('a', '2').then(() => steps.push('set again')),
      ]);
      expect(steps).toEqual(['turn', 'set', 'claim 1', 'set again']);
      expect(await store.settings.get('a')).toBe('2');
    });

    test('that a message was seen is forgotten after its time, a few at a time, and not before', async (store) => {
      const keys = (name: string, count: number) => Array.from({ length: count }, (_, n) => `sms:${name}${String(n)}`);
      const [old, young] = [keys('SMa', 1200), keys('SMb', 700)];
      const record = await begin(store, 1, {}, { dedupe: old });
      await store.turns.commit(nextTurn(record, {}, { at: T0 + 20 * DAY, dedupe: young }));
      const seen = async (which: readonly string[]) =>
        (await Promise.all(which.map((key) => store.turns.seen(key)))).filter(Boolean).length;
      const pass = async (before: number) => {
        for (let step = 1; !(await store.turns.forget(before)); step += 1) expect(step).toBeLessThan(1000);
      };
      await pass(T0);
      expect([await seen(old), await seen(young)]).toEqual([1200, 700]);
      await store.turns.forget(T0 + 2 * DAY);
      expect(await seen(old)).toBeGreaterThan(0);
      await pass(T0 + 2 * DAY);
      expect([await seen(old), await seen(young)]).toEqual([0, 700]);
    });
  });
}
