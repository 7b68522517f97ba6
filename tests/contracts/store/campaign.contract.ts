import { describe, expect } from 'vitest';
import type { StayFacts } from '../../../src/domain/patient.ts';
import type { CommitResult, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { address, begin, newContact, newRecord, nextTurn, stayFacts, stayRow, T0 } from './turns.ts';

async function dueIds(store: Store, now = T0, limit = 10): Promise<string[]> {
  return (await store.campaign.due(now, limit)).map(({ stay }) => stay.facts.stayId);
}

/** Opens the follow-up of a stay as the campaign does: a first turn with a line that leaves. */
function open(store: Store, n: number, stay: StayFacts): Promise<CommitResult> {
  const record = newRecord(n, { stay });
  return store.turns.commit(nextTurn(record, { out: ['您好'] }, { contact: newContact(record), followUp: 'open' }));
}

/** Planned follow-ups: what is due, for whom, and what ends them. */
export function campaignContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: campaign`, () => {
    test('planned stays are due oldest first, at most so many, and the next time is known', async (store) => {
      expect(await store.campaign.nextDue()).toBeUndefined();
      await store.directory.addStays(
        [3, 1, 2].map((n) => stayRow(n, { followUpAt: T0 + n })),
        T0,
      );
      expect(await store.campaign.nextDue()).toBe(T0 + 1);
      expect(await dueIds(store, T0)).toEqual([]);
      expect(await dueIds(store, T0 + 2)).toEqual(['stay-1', 'stay-2']);
      expect(await dueIds(store, T0 + 9, 2)).toEqual(['stay-1', 'stay-2']);
    });

    test('a due stay comes with its contact and whether they are in a conversation', async (store) => {
      await store.directory.addStays(
        [1, 2, 3].map((n) => stayRow(n)),
        T0,
      );
      const open = await begin(store, 1);
      const shut = newRecord(2, { state: 'closed', outcome: 'completed' });
      await store.turns.commit(nextTurn(shut, {}, { contact: newContact(shut, { optedOutAt: T0 }) }));
      expect(await store.campaign.due(T0, 10)).toEqual([
        {
          stay: stayRow(1),
          contact: newContact(open),
          contactBusy: true,
          patientDeceased: false,
          wrongNumber: false,
          enrolled: [],
        },
        {
          stay: stayRow(2),
          contact: newContact(shut, { optedOutAt: T0 }),
          contactBusy: false,
          patientDeceased: false,
          wrongNumber: false,
          enrolled: [],
        },
        {
          stay: stayRow(3),
          contact: null,
          contactBusy: false,
          patientDeceased: false,
          wrongNumber: false,
          enrolled: [],
        },
      ]);
    });

    test('a question that somebody asked does not keep them busy, a person of the staff does', async (store) => {
      await store.directory.addStays(
        [1, 2].map((n) => stayRow(n)),
        T0,
      );
      const asking = newRecord(1, { flow: 'consultation', stay: null });
      const staffed = newRecord(2, { flow: 'consultation', stay: null, state: 'with_staff' });
      for (const record of [asking, staffed])
        await store.turns.commit(nextTurn(record, {}, { contact: newContact(record) }));
      expect((await store.campaign.due(T0, 10)).map(({ contactBusy }) => contactBusy)).toEqual([false, true]);
    });

    test('a readmission or a death that the list reports asks to end the open conversation', async (store) => {
      const back = stayRow(1, { facts: { ...stayFacts(1), stayId: 'stay-1b', dischargedOn: '2026-03-09' } });
      await store.directory.addStays(
        [1, 2, 3].map((n) => stayRow(n)),
        T0,
      );
      const records = [];
      for (const n of [1, 2, 3]) records.push(await begin(store, n, {}, { followUp: n === 3 ? 'done' : 'open' }));
      expect(await store.campaign.toWithdraw(10)).toEqual([]);
      await store.directory.addStays([back], T0);
      await store.directory.markDeceased(['R2', 'R3', 'R9'], T0);
      expect(await store.campaign.toWithdraw(10)).toEqual([
        { conversationId: 'c1', why: 'readmitted' },
        { conversationId: 'c2', why: 'deceased' },
      ]);
      expect(await store.campaign.toWithdraw(1)).toHaveLength(1);
      for (const record of records.slice(0, 2)) await store.turns.commit(nextTurn(record, {}, { followUp: 'done' }));
      await store.directory.markDeceased(['R2'], T0 + 5);
      expect(await store.campaign.toWithdraw(10)).toEqual([]);
      expect(await store.campaign.counts()).toEqual({ planned: 1, done: 1, 'done.readmitted': 1, 'done.deceased': 1 });
    });

    test('a death or a readmission between falling due and opening: nothing is opened or written', async (store) => {
      const back = stayRow(2, {
        facts: { ...stayFacts(2), stayId: 'stay-2b', dischargedOn: '2026-03-09' },
        followUpAt: T0 + 9,
      });
      await store.directory.addStays(
        [1, 2, 3].map((n) => stayRow(n)),
        T0,
      );
      const due = await store.campaign.due(T0, 10);
      await store.directory.markDeceased(['R1'], T0);
      await store.directory.addStays([back], T0);
      const results = await Promise.all(due.map(({ stay }, index) => open(store, index + 1, stay.facts)));
      expect(results).toEqual(['stale', 'stale', 'committed']);
      expect(await store.turns.load('c1')).toBeUndefined();
      expect(await store.turns.loadByAddress('sms', address(1))).toBeUndefined();
      expect(await store.outbox.counts()).toEqual({ pending: 1, sending: 0, uncertain: 0 });
      expect(await store.campaign.counts()).toEqual({
        open: 1,
        planned: 1,
        'cancelled.deceased': 1,
        'cancelled.readmitted': 1,
      });
    });

    test('a stay is opened once; one that no import has brought is opened unless its patient died', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      expect(await open(store, 1, stayFacts(1))).toBe('committed');
      expect(await open(store, 2, stayFacts(1))).toBe('stale');
      expect(await open(store, 3, stayFacts(3))).toBe('committed');
      await store.directory.markDeceased(['R1'], T0);
      expect(await open(store, 4, { ...stayFacts(1), stayId: 'unknown' })).toBe('stale');
    });

    test('a death told in the conversation itself asks for nothing more', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      const record = await begin(store, 1, {}, { followUp: 'open' });
      await store.turns.commit(nextTurn(record, {}, { patientMarks: ['deceased'] }));
      await store.directory.markDeceased(['R1'], T0);
      expect(await store.campaign.toWithdraw(10)).toEqual([]);
    });

    test('postponing and cancelling touch only what is planned', async (store) => {
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      await store.campaign.postpone('stay-1', T0 + 50);
      expect(await dueIds(store)).toEqual(['stay-2']);
      await store.campaign.cancel('stay-2', 'window_passed');
      await store.campaign.postpone('stay-2', T0);
      await store.campaign.cancel('stay-2', 'unreachable');
      await store.campaign.cancel('stay-9', 'unreachable');
      expect(await dueIds(store, T0 + 50)).toEqual(['stay-1']);
      expect(await store.campaign.nextDue()).toBe(T0 + 50);
      expect(await store.campaign.counts()).toEqual({ planned: 1, 'cancelled.window_passed': 1 });
    });

    test('a turn opens and ends the follow-up of its stay', async (store) => {
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      const record = await begin(store, 1, {}, { followUp: 'open' });
      expect(await dueIds(store)).toEqual(['stay-2']);
      await store.campaign.cancel('stay-1', 'readmitted');
      expect(await store.campaign.counts()).toEqual({ open: 1, planned: 1 });
      await store.turns.commit(nextTurn(record, {}, { followUp: 'done' }));
      expect(await store.campaign.counts()).toEqual({ done: 1, planned: 1 });
    });

    test("a death told in a conversation cancels the patient's other stays", async (store) => {
      const other = stayRow(1, {
        facts: { ...stayFacts(1), stayId: 'stay-1b', dischargedOn: '2026-03-09' },
        address: address(7),
      });
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      const record = await begin(store, 1, {}, { followUp: 'open' });
      await store.directory.addStays([other], T0);
      await store.turns.commit(nextTurn(record, {}, { patientMarks: ['deceased'], followUp: 'done' }));
      expect(await dueIds(store)).toEqual(['stay-2']);
      expect(await store.campaign.counts()).toEqual({ 'done.readmitted': 1, planned: 1, 'cancelled.deceased': 1 });
      expect((await store.directory.findPatients(['R1'])).get('R1')?.deceased).toBe(true);
    });

    test('a wrong number holds for that patient and that number, now and later', async (store) => {
      const day = (stayId: string, dischargedOn: string, to: string) =>
        stayRow(1, { facts: { ...stayFacts(1), stayId, dischargedOn }, address: to });
      const same = day('same', '2026-03-09', address(1));
      await store.directory.addStays([stayRow(1), stayRow(5, { address: address(1) })], T0);
      const record = await begin(store, 1, {}, { followUp: 'open' });
      await store.directory.addStays([same], T0);
      await store.turns.commit(nextTurn(record, {}, { patientMarks: ['wrong_number'] }));
      expect(await store.campaign.counts()).toEqual({
        'withdrawing.readmitted': 1,
        planned: 1,
        'cancelled.wrong_number': 1,
      });
      await store.directory.addStays([day('new', '2026-03-10', address(8))], T0);
      await store.directory.addStays([day('newest', '2026-03-11', address(1))], T0);
      const due = await store.campaign.due(T0, 10);
      expect(due.map(({ stay, wrongNumber }) => [stay.facts.stayId, wrongNumber])).toEqual([
        ['stay-5', false],
        ['newest', true],
      ]);
    });
  });
}
