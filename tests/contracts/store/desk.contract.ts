import { describe, expect } from 'vitest';
import type { SavedView, StaffDraft, StaffNote } from '../../../src/store/store.ts';
import { type StoreTest, withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { begin, nextTurn, T0 } from './turns.ts';

/** What staff keep beside conversations, and how they find them. */
export function deskContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: desk`, () => {
    drafts(test);
    takenDrafts(test);
    endedHandoffs(test);
    notes(test);
    savedViews(test);
  });
}

function draft(id: string, change: Partial<StaffDraft> = {}): StaffDraft {
  return {
    id,
    conversationId: 'c1',
    author: 'a1',
    at: T0,
    text: '您好，我们已经转告科室',
    sendAt: null,
    refused: 'not_owner',
    ...change,
  };
}

function drafts(test: StoreTest): void {
  test('drafts stay with their conversation, the oldest first, and take the place of what has their id', async (store) => {
    await begin(store, 1);
    await begin(store, 2);
    await store.desk.saveDraft(draft('d2', { at: T0 + 2 }));
    await store.desk.saveDraft(draft('d1', { at: T0 + 1 }));
    await store.desk.saveDraft(draft('d3', { conversationId: 'c2' }));
    const changed = draft('d2', { at: T0 + 2, text: '改过的', refused: 'unreachable' });
    await store.desk.saveDraft(changed);
    expect(await store.desk.drafts('c1')).toEqual([draft('d1', { at: T0 + 1 }), changed]);
    expect(await store.desk.drafts('c9')).toEqual([]);
  });

  test('a draft of a conversation that is not there is refused', async (store) => {
    await expect(store.desk.saveDraft(draft('d1'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('nobody writes over the draft of somebody else, or of another conversation', async (store) => {
    await begin(store, 1);
    await begin(store, 2);
    await store.desk.saveDraft(draft('d1'));
    for (const other of [draft('d1', { author: 'a2' }), draft('d1', { conversationId: 'c2' })])
      await expect(store.desk.saveDraft(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await store.desk.drafts('c1')).toEqual([draft('d1')]);
  });

  test('only its author drops a draft', async (store) => {
    await begin(store, 1);
    await store.desk.saveDraft(draft('d1'));
    await store.desk.dropDraft('d1', 'a2');
    expect(await store.desk.drafts('c1')).toHaveLength(1);
    await store.desk.dropDraft('d1', 'a1');
    expect(await store.desk.drafts('c1')).toEqual([]);
  });

  test('drafts for later are due in order; what was refused waits for a person', async (store) => {
    await begin(store, 1);
    const later = (id: string, sendAt: number) => draft(id, { sendAt, refused: null });
    expect(await store.desk.nextDraftDue()).toBeUndefined();
    await store.desk.saveDraft(later('d1', T0 + 20));
    await store.desk.saveDraft(later('d2', T0 + 10));
    await store.desk.saveDraft(draft('d3', { sendAt: T0 + 5, refused: 'unreachable' }));
    await store.desk.saveDraft(draft('d4'));
    expect(await store.desk.nextDraftDue()).toBe(T0 + 10);
    const due = async (now: number, limit = 9) => (await store.desk.dueDrafts(now, limit)).map(({ id }) => id);
    expect(await due(T0 + 9)).toEqual([]);
    expect(await due(T0 + 10)).toEqual(['d2']);
    expect(await due(T0 + 20)).toEqual(['d2', 'd1']);
    expect(await due(T0 + 20, 1)).toEqual(['d2']);
  });
}

function takenDrafts(test: StoreTest): void {
  test('a turn takes its drafts with it', async (store) => {
    const record = await begin(store, 1);
    for (const id of ['d1', 'd2', 'd3']) await store.desk.saveDraft(draft(id));
    expect(await store.turns.commit(nextTurn(record, { out: ['好的'] }, { takenDrafts: ['d1', 'd3'] }))).toBe(
      'committed',
    );
    expect((await store.desk.drafts('c1')).map(({ id }) => id)).toEqual(['d2']);
  });

  test('a draft leaves once, and a turn whose draft is gone writes nothing', async (store) => {
    const record = await begin(store, 1);
    await store.desk.saveDraft(draft('d1'));
    await store.desk.saveDraft(draft('d2'));
    const first = nextTurn(record, { out: ['好的'] }, { takenDrafts: ['d1'] });
    await store.turns.commit(first);
    const again = nextTurn(first.record, { out: ['好的'] }, { takenDrafts: ['d2', 'd1'] });
    expect(await store.turns.commit(again)).toBe('conflict');
    expect((await store.turns.load('c1'))?.record.version).toBe(first.record.version);
    expect((await store.desk.drafts('c1')).map(({ id }) => id)).toEqual(['d2']);
  });

  test("a turn cannot take another conversation's draft", async (store) => {
    const record = await begin(store, 1);
    await begin(store, 2);
    await store.desk.saveDraft(draft('d1', { conversationId: 'c2' }));
    expect(await store.turns.commit(nextTurn(record, {}, { takenDrafts: ['d1'] }))).toBe('conflict');
  });

  test('a turn that loses its race leaves its drafts', async (store) => {
    const record = await begin(store, 1);
    await store.desk.saveDraft(draft('d1'));
    const [one, other] = [nextTurn(record, { in: ['一'] }), nextTurn(record, {}, { takenDrafts: ['d1'] })];
    expect(await Promise.all([one, other].map((turn) => store.turns.commit(turn)))).toEqual(['committed', 'conflict']);
    expect(await store.desk.drafts('c1')).toHaveLength(1);
  });
}

function endedHandoffs(test: StoreTest): void {
  const handoff = { id: 'w1', reason: 'human_requested', priority: 'normal', text: '要人工' } as const;
  test('a handoff that is over is closed, and the next one is another work item', async (store) => {
    const callback = { id: 'w0', kind: 'callback', text: '回电' } as const;
    const first = await begin(store, 1, {}, { handoff, workItems: [callback] });
    const ended = nextTurn(first, {}, { endHandoff: true });
    await store.turns.commit(ended);
    const items = async () => (await store.views.view('c1'))?.workItems.map(({ id, status }) => [id, status]);
    const before = [
      ['w1', 'closed'],
      ['w0', 'open'],
    ];
    expect(await items()).toEqual(before);
    await store.turns.commit(nextTurn(ended.record, {}, { handoff: { ...handoff, id: 'w2' } }));
    expect(await items()).toEqual([...before, ['w2', 'open']]);
  });

  test('ending a handoff and making one in the same turn leaves the new one open', async (store) => {
    const first = await begin(store, 1, {}, { handoff });
    await store.turns.commit(nextTurn(first, {}, { endHandoff: true, handoff: { ...handoff, id: 'w2' } }));
    expect((await store.views.view('c1'))?.workItems.map(({ id, status }) => [id, status])).toEqual([
      ['w1', 'closed'],
      ['w2', 'open'],
    ]);
  });
}

function notes(test: StoreTest): void {
  const note = (id: string, change: Partial<StaffNote> = {}): StaffNote => ({
    id,
    conversationId: 'c1',
    author: 'a1',
    at: T0,
    text: '家属下午再来电',
    mentions: [],
    ...change,
  });

  test('notes stay with their conversation, the oldest first', async (store) => {
    await begin(store, 1);
    await store.desk.addNote(note('n2'));
    await store.desk.addNote(note('n1', { at: T0 + 1, mentions: ['a2'] }));
    expect(await store.desk.notes('c1')).toEqual([note('n2'), note('n1', { at: T0 + 1, mentions: ['a2'] })]);
    expect(await store.desk.notes('c2')).toEqual([]);
    await expect(store.desk.addNote(note('n3', { conversationId: 'c9' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('whoever is named finds the note, the newest first, until they have seen it', async (store) => {
    await begin(store, 1);
    await store.desk.addNote(note('n1', { mentions: ['a2', 'a3'] }));
    await store.desk.addNote(note('n2', { mentions: ['a2'] }));
    const named = async (account: string) => (await store.desk.mentions(account)).map(({ id }) => id);
    expect([await named('a1'), await named('a2'), await named('a3')]).toEqual([[], ['n2', 'n1'], ['n1']]);
    await store.desk.sawMentions('a2', ['n1', 'n9']);
    expect([await named('a2'), await named('a3')]).toEqual([['n2'], ['n1']]);
    expect(await store.desk.notes('c1')).toHaveLength(2);
  });
}

function savedViews(test: StoreTest): void {
  const view = (id: string, change: Partial<SavedView> = {}): SavedView => ({
    id,
    account: 'a1',
    name: '骨科的投诉',
    queue: 'all',
    order: 'newest',
    filters: { department: '骨科', reason: null, channel: null, label: '投诉' },
    ...change,
  });

  test('views belong to one account, which alone changes and drops them', async (store) => {
    await store.desk.saveView(view('v1'));
    await store.desk.saveView(view('v2', { account: 'a2' }));
    await store.desk.saveView(view('v3'));
    await store.desk.saveView(view('v1', { name: '改名' }));
    await store.desk.saveView(view('v2', { name: '不是我的' }));
    expect(await store.desk.savedViews('a1')).toEqual([view('v1', { name: '改名' }), view('v3')]);
    await store.desk.dropView('v2', 'a1');
    await store.desk.dropView('v3', 'a1');
    expect((await store.desk.savedViews('a1')).map(({ id }) => id)).toEqual(['v1']);
    expect(await store.desk.savedViews('a2')).toEqual([view('v2', { account: 'a2' })]);
  });
}
