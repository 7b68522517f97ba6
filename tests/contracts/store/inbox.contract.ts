import { describe, expect } from 'vitest';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { Desk } from '../../../src/domain/desk.ts';
import type { HandoffReason, Priority } from '../../../src/domain/vocabulary.ts';
import type { InboxQuery, Queue, Store } from '../../../src/store/store.ts';
import { type StoreTest, withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, newContact, newRecord, nextTurn, stayFacts, T0 } from './turns.ts';

/** The inbox follows the turns: who stands in which queue, in which order, and who may see it. */
export function inboxContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: inbox`, () => {
    queues(test);
    orders(test);
    narrowing(test);
  });
}

const NO_FILTERS = { department: null, reason: null, channel: null, label: null } as const;
const ALL = { department: null, hiddenFrom: [] } as const;

function query(change: Partial<InboxQuery> = {}): InboxQuery {
  return {
    queue: 'all',
    account: 'a1',
    sight: ALL,
    filters: NO_FILTERS,
    now: T0 + 1_000,
    order: 'waiting',
    limit: 50,
    after: null,
    ...change,
  };
}

const DESK: Desk = {
  owner: null,
  ownerSince: T0,
  waitingSince: T0,
  snoozedUntil: null,
  labels: [],
  answeredAt: null,
};

function withStaff(priority: Priority, since = T0, reason: HandoffReason = 'human_requested') {
  return { state: 'with_staff', handoff: { reason, priority, since, history: [] } } as const;
}

/** A first turn that leaves the conversation as `change` says. */
async function put(store: Store, n: number, change: Partial<ConversationRecord>): Promise<ConversationRecord> {
  const record = newRecord(n, change);
  const turn = nextTurn(record, { in: ['要人工'] }, { contact: newContact(record), record });
  const named = { ...turn, record: { ...turn.record, updatedAt: change.updatedAt ?? T0 } };
  expect(await store.turns.commit(named)).toBe('committed');
  return named.record;
}

async function ids(store: Store, change: Partial<InboxQuery> = {}): Promise<readonly string[]> {
  return (await store.desk.inbox(query(change))).rows.map(({ record }) => record.id);
}

function queues(test: StoreTest): void {
  test('a conversation that concerns nobody of the staff has no place in it', async (store) => {
    await begin(store, 1);
    expect(await ids(store)).toEqual([]);
    expect(await ids(store, { queue: 'closed' })).toEqual([]);
  });

  test('a handoff that nobody has touched is unassigned, with its last line', async (store) => {
    const record = await put(store, 1, withStaff('normal'));
    const page = await store.desk.inbox(query({ queue: 'unassigned' }));
    expect(page).toMatchObject({ rows: [{ record, lastMessage: { text: '要人工' } }], next: null });
  });

  test('each queue holds what belongs into it, and the counts say the same', async (store) => {
    await put(store, 1, withStaff('urgent'));
    await put(store, 2, { ...withStaff('normal'), desk: { ...DESK, owner: 'a1' } });
    await put(store, 3, { ...withStaff('normal'), desk: { ...DESK, owner: 'a2', waitingSince: null } });
    await put(store, 4, { ...withStaff('urgent'), desk: { ...DESK, owner: 'a1', snoozedUntil: T0 + 5_000 } });
    await put(store, 5, { state: 'closed', outcome: 'completed', desk: { ...DESK, owner: 'a1' } });
    await put(store, 6, { state: 'waiting', desk: DESK });
    const expected: Record<Queue, readonly string[]> = {
      urgent: ['c1'],
      mine: ['c2'],
      unassigned: ['c1'],
      waiting: ['c3'],
      snoozed: ['c4'],
      closed: ['c6', 'c5'],
      all: ['c1', 'c4', 'c2', 'c3'],
    };
    const counts = await store.desk.inboxCounts(query());
    for (const [queue, wanted] of Object.entries(expected) as [Queue, readonly string[]][]) {
      expect(await ids(store, { queue }), queue).toEqual(wanted);
      expect(counts[queue], queue).toBe(wanted.length);
    }
  });

  test('what was snoozed is back when its time has come', async (store) => {
    await put(store, 1, { ...withStaff('normal'), desk: { ...DESK, snoozedUntil: T0 + 5_000 } });
    expect(await ids(store, { queue: 'unassigned', now: T0 + 4_999 })).toEqual([]);
    expect(await ids(store, { queue: 'unassigned', now: T0 + 5_000 })).toEqual(['c1']);
  });

  test('a turn moves it in its own commit, and a handoff that ended untouched leaves no trace', async (store) => {
    const first = await put(store, 1, withStaff('normal'));
    const claimed = nextTurn(first, {}, { record: { ...first, desk: { ...DESK, owner: 'a1' } } });
    await store.turns.commit(claimed);
    expect([await ids(store, { queue: 'unassigned' }), await ids(store, { queue: 'mine' })]).toEqual([[], ['c1']]);
    const second = await put(store, 2, withStaff('normal'));
    const gone = { ...second, state: 'closed', outcome: 'opted_out', handoff: null } as const;
    await store.turns.commit(nextTurn(second, {}, { record: gone }));
    expect([await ids(store), await ids(store, { queue: 'closed' })]).toEqual([['c1'], []]);
  });

  test('a turn that loses its race moves nothing', async (store) => {
    const record = await begin(store, 1);
    const one = nextTurn(record, { in: ['一'] });
    const other = nextTurn(record, {}, { record: { ...record, ...withStaff('normal') } });
    expect(await Promise.all([one, other].map((turn) => store.turns.commit(turn)))).toEqual(['committed', 'conflict']);
    expect(await ids(store)).toEqual([]);
  });
}

function orders(test: StoreTest): void {
  const all = async (store: Store, order: InboxQuery['order'], limit: number) => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page = await store.desk.inbox(query({ order, limit, after }));
      found.push(...page.rows.map(({ record }) => record.id));
      after = page.next;
    } while (after !== null);
    return found;
  };

  test('the urgent first, then who waits longest; pages follow each other without a gap', async (store) => {
    await put(store, 1, { ...withStaff('normal', T0 + 1), updatedAt: T0 + 3 });
    await put(store, 2, { ...withStaff('urgent', T0 + 9), updatedAt: T0 + 2 });
    await put(store, 3, { ...withStaff('normal', T0 + 1), updatedAt: T0 + 5 });
    await put(store, 4, { ...withStaff('high', T0 + 4), updatedAt: T0 + 1 });
    await put(store, 5, { ...withStaff('normal', T0), updatedAt: T0 + 4 });
    await put(store, 6, { ...withStaff('normal'), desk: { ...DESK, owner: 'a1', waitingSince: null }, updatedAt: T0 });
    const wanted = {
      waiting: ['c2', 'c4', 'c5', 'c1', 'c3', 'c6'],
      newest: ['c3', 'c5', 'c1', 'c2', 'c4', 'c6'],
      oldest: ['c6', 'c4', 'c2', 'c1', 'c5', 'c3'],
    } as const;
    for (const order of ['waiting', 'newest', 'oldest'] as const) {
      expect(await all(store, order, 50)).toEqual(wanted[order]);
      expect(await all(store, order, 2)).toEqual(wanted[order]);
      expect(await all(store, order, 1)).toEqual(wanted[order]);
    }
  });

  test('a place that is none is refused', async (store) => {
    for (const after of ['x', '1.2', ''])
      await expect(store.desk.inbox(query({ after }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
}

function narrowing(test: StoreTest): void {
  test('by department, reason, channel and label; what can be narrowed to is told', async (store) => {
    const stay = { ...stayFacts(2), department: '骨科' };
    await put(store, 1, { ...withStaff('normal'), desk: { ...DESK, labels: ['费用', '家属'] } });
    const bone = await put(store, 2, { ...withStaff('high', T0, 'threat'), stay, desk: { ...DESK, labels: ['费用'] } });
    await put(store, 3, { ...withStaff('normal'), channel: 'telegram', stay: null });
    const narrowed = (filters: Partial<InboxQuery['filters']>) =>
      ids(store, { filters: { ...NO_FILTERS, ...filters } });
    expect(await narrowed({ department: '骨科' })).toEqual(['c2']);
    expect(await narrowed({ reason: 'human_requested' })).toEqual(['c1', 'c3']);
    expect(await narrowed({ channel: 'telegram' })).toEqual(['c3']);
    expect(await narrowed({ label: '费用' })).toEqual(['c2', 'c1']);
    expect(await narrowed({ label: '费用', department: '心内科' })).toEqual(['c1']);
    expect(await store.desk.inboxFacets(ALL)).toEqual({ departments: ['心内科', '骨科'], labels: ['家属', '费用'] });
    await store.turns.commit(nextTurn(bone, {}, { record: { ...bone, desk: { ...DESK, labels: [] } } }));
    expect(await narrowed({ label: '费用' })).toEqual(['c1']);
  });

  test('who sees one department only sees no other, in lists, counts and by id', async (store) => {
    await put(store, 1, withStaff('normal'));
    await put(store, 2, { ...withStaff('normal'), stay: { ...stayFacts(2), department: '骨科' } });
    const sight = { department: '骨科', hiddenFrom: [] };
    expect(await ids(store, { sight })).toEqual(['c2']);
    expect(await store.desk.inboxCounts(query({ sight }))).toMatchObject({ all: 1, unassigned: 1 });
    expect([await store.desk.maySee('c1', sight), await store.desk.maySee('c2', sight)]).toEqual([false, true]);
    expect([await store.desk.maySee('c1', ALL), await store.desk.maySee('c9', ALL)]).toEqual([true, false]);
  });

  test('whom a complaint is about, or may be about, sees nothing of it', async (store) => {
    const complaint = { type: 'add', index: 0, kind: 'complaint', text: '态度差' } as const;
    for (const [n, kind, concerns] of [
      [1, 'complaint', '梁宏伟（医生，骨科）'],
      [2, 'complaint', '李护士（可能是李小琴，待核实）'],
      [3, 'praise', '梁宏伟（医生，骨科）'],
    ] as const) {
      const record = await put(store, n, withStaff('normal'));
      await store.turns.commit(nextTurn(record, {}, { registers: [{ ...complaint, kind, concerns: [concerns] }] }));
    }
    const seen = (...hiddenFrom: string[]) => ids(store, { order: 'oldest', sight: { department: null, hiddenFrom } });
    expect(await seen('梁宏伟')).toEqual(['c2', 'c3']);
    expect(await seen('李小琴')).toEqual(['c1', 'c3']);
    expect(await seen('李小琴', '梁宏伟')).toEqual(['c3']);
    expect(await seen('态度差')).toEqual(['c3']);
    expect(await store.desk.maySee('c1', { department: null, hiddenFrom: ['梁宏伟'] })).toBe(false);
    expect(await store.desk.inboxCounts(query({ sight: { department: null, hiddenFrom: ['梁宏伟'] } }))).toMatchObject({
      all: 2,
    });
  });

  test('what can be narrowed to tells nothing of what may not be seen', async (store) => {
    const stay = { ...stayFacts(1), department: '骨科' };
    const record = await put(store, 1, { ...withStaff('normal'), stay, desk: { ...DESK, labels: ['投诉', '费用'] } });
    const complaint = { type: 'add', index: 0, kind: 'complaint', text: '梁宏伟态度差', concerns: [] } as const;
    await store.turns.commit(nextTurn(record, {}, { registers: [complaint] }));
    await put(store, 2, { ...withStaff('normal'), desk: { ...DESK, labels: ['费用'] } });
    const facets = (sight: Parameters<typeof store.desk.inboxFacets>[0]) => store.desk.inboxFacets(sight);
    expect(await facets(ALL)).toEqual({ departments: ['心内科', '骨科'], labels: ['投诉', '费用'] });
    const hidden = { departments: ['心内科'], labels: ['费用'] };
    expect(await facets({ department: null, hiddenFrom: ['梁宏伟'] })).toEqual(hidden);
    expect(await facets({ department: '心内科', hiddenFrom: [] })).toEqual(hidden);
  });
}
