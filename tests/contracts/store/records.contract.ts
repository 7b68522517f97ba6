import { describe, expect } from 'vitest';
import type { HandoffReason, Priority } from '../../../src/domain/vocabulary.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, emptyCommit, newRecord, nextTurn, stayFacts, T0 } from './turns.ts';

/** What a turn leaves besides the talk: registers, work items, facts about the patient, tallies. */
export function recordsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: records`, () => {
    staffRows(test);
    patientRows(test);
    tallies(test);
  });
}

function staffRows(test: ReturnType<typeof withStore>): void {
  test("register entries are numbered per kind and year of the hospital's zone", async (store) => {
    // 2026-12-31 23:30 and 2027-01-01 00:30 in Shanghai, both 2026 in UTC.
    const [before, after] = [Date.UTC(2026, 11, 31, 15, 30), Date.UTC(2026, 11, 31, 16, 30)];
    const add = { type: 'add', text: '等太久', concerns: ['doctor'] } as const;
    await begin(
      store,
      1,
      {},
      {
        at: before,
        registers: [
          { ...add, index: 0, kind: 'complaint' },
          { ...add, index: 1, kind: 'praise' },
        ],
      },
    );
    await begin(store, 2, {}, { at: before, registers: [{ ...add, index: 0, kind: 'complaint' }] });
    await begin(store, 3, {}, { at: after, registers: [{ ...add, index: 0, kind: 'complaint' }] });
    const entries = await Promise.all(
      ['c1', 'c2', 'c3'].map(async (id) => (await store.views.view(id))?.registers ?? []),
    );
    expect(entries.flat().map((entry) => [entry.kind, entry.number])).toEqual([
      ['complaint', '2026-0001'],
      ['praise', '2026-0001'],
      ['complaint', '2026-0002'],
      ['complaint', '2027-0001'],
    ]);
    expect(entries[0]?.[0]).toEqual({
      number: '2026-0001',
      conversationId: 'c1',
      index: 0,
      kind: 'complaint',
      text: '等太久',
      concerns: ['doctor'],
      at: before,
      status: 'open',
    });
  });

  test('a register entry takes what is added later on further lines', async (store) => {
    const record = await begin(
      store,
      1,
      {},
      { registers: [{ type: 'add', index: 0, kind: 'complaint', text: '一', concerns: ['doctor'] }] },
    );
    await store.turns.commit(
      nextTurn(record, {}, { registers: [{ type: 'append', index: 0, text: '二', concerns: ['doctor', 'nurse'] }] }),
    );
    const entry = (await store.views.view('c1'))?.registers[0];
    expect(entry).toMatchObject({ number: '2026-0001', text: '一\n二', concerns: ['doctor', 'nurse'], at: T0 });
  });

  test('adding to an entry that does not exist refuses the turn', async (store) => {
    const record = await begin(store, 1);
    const append = nextTurn(record, {}, { registers: [{ type: 'append', index: 3, text: '二', concerns: [] }] });
    await expect(store.turns.commit(append)).rejects.toThrow('c1');
    expect((await store.turns.load('c1'))?.record.version).toBe(1);
  });

  test('an appointment is one work item however often it is changed, and a cancelled one can be asked for again', async (store) => {
    const item = (date: string) => ({
      id: 'c1.a0',
      kind: 'appointment' as const,
      text: `骨科 ${date}`,
      details: { department: '骨科', date, name: '李芳', phone: '13800012301' },
    });
    const items = async () => (await store.views.view('c1'))?.workItems ?? [];
    const first = await begin(store, 1, {}, { workItems: [item('2026-11-20')] });
    const moved = nextTurn(first, {}, { workItems: [item('2026-11-23')] });
    await store.turns.commit(moved);
    expect(await items()).toMatchObject([
      { id: 'c1.a0', status: 'open', details: { date: '2026-11-23', name: '李芳' } },
    ]);
    const off = nextTurn(moved.record, {}, { cancelledWork: ['c1.a0'] });
    await store.turns.commit(off);
    expect(await items()).toMatchObject([{ status: 'cancelled', details: { date: '2026-11-23' } }]);
    await store.turns.commit(nextTurn(off.record, {}, { workItems: [item('2026-11-24')] }));
    expect(await items()).toMatchObject([{ status: 'open', details: { date: '2026-11-24' } }]);
  });

  test('a number for the person who takes over is kept with the open handoff', async (store) => {
    const handoff = { id: 'w1', reason: 'human_requested', priority: 'normal', text: '要人工' } as const;
    const first = await begin(store, 1, {}, { handoff });
    await store.turns.commit(nextTurn(first, {}, { handoffPhone: '13800012301' }));
    expect((await store.views.view('c1'))?.workItems).toMatchObject([{ id: 'w1', details: { phone: '13800012301' } }]);
  });

  test('a conversation has one open handoff, changed in place', async (store) => {
    const handoff = (id: string, reason: HandoffReason, priority: Priority, text: string) => ({
      id,
      reason,
      priority,
      text,
    });
    const first = await begin(store, 1, {}, { handoff: handoff('w1', 'human_requested', 'normal', '要人工') });
    const second = nextTurn(first, {}, { at: T0 + 9, handoff: handoff('w2', 'emergency', 'urgent', '胸痛') });
    await store.turns.commit({ ...second, workItems: [{ id: 'w3', kind: 'callback', text: '回电' }] });
    expect((await store.views.view('c1'))?.workItems).toEqual([
      {
        id: 'w1',
        conversationId: 'c1',
        kind: 'handoff',
        reason: 'emergency',
        priority: 'urgent',
        text: '胸痛',
        details: {},
        at: T0,
        status: 'open',
      },
      {
        id: 'w3',
        conversationId: 'c1',
        kind: 'callback',
        reason: null,
        priority: 'normal',
        text: '回电',
        details: {},
        at: T0 + 9,
        status: 'open',
      },
    ]);
  });
}

function patientRows(test: ReturnType<typeof withStore>): void {
  test("a death is known on the patient's other conversations", async (store) => {
    const record = await begin(store, 1);
    expect((await store.views.view('c1'))?.patientDeceased).toBe(false);
    await store.turns.commit(nextTurn(record, {}, { patientMarks: ['deceased'] }));
    await store.turns.commit(nextTurn(newRecord(2, { stay: { ...stayFacts(2), patientId: 'patient-1' } })));
    expect((await store.views.view('c1'))?.patientDeceased).toBe(true);
    expect((await store.views.view('c2'))?.patientDeceased).toBe(true);
  });

  test('marks mean nothing in a conversation without a stay', async (store) => {
    const turn = emptyCommit(
      { ...newRecord(1, { stay: null, relation: null }), version: 1 },
      { patientMarks: ['deceased', 'wrong_number'], followUp: 'done' },
    );
    expect(await store.turns.commit(turn)).toBe('committed');
    expect((await store.views.view('c1'))?.patientDeceased).toBe(false);
  });
}

function tallies(test: ReturnType<typeof withStore>): void {
  test('tallies count per local day', async (store) => {
    const late = Date.UTC(2026, 2, 10, 15, 59); // 23:59 in Shanghai
    const record = await begin(store, 1, {}, { at: late, tallies: ['turn', 'turn', 'outcome.completed'] });
    await store.turns.commit(nextTurn(record, {}, { at: late + 60_000, tallies: ['turn'] }));
    expect(await store.views.tallies('2026-03-10', '2026-03-11')).toEqual([
      { day: '2026-03-10', name: 'outcome.completed', count: 1 },
      { day: '2026-03-10', name: 'turn', count: 2 },
      { day: '2026-03-11', name: 'turn', count: 1 },
    ]);
    expect(await store.views.tallies('2026-03-11', '2026-03-11')).toHaveLength(1);
  });
}
