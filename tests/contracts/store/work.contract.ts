import { describe, expect } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import type { NewTask, Store, WorkQuery } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { appointment, by, callback, change, RESULT } from './tasks.ts';
import { begin, nextTurn, T0 } from './turns.ts';

const EVERYTHING: WorkQuery = {
  kinds: null,
  states: ['open', 'in_progress', 'done', 'cancelled'],
  source: null,
  assignee: null,
  department: null,
  due: null,
  hiddenFrom: [],
  touched: false,
  attention: null,
  order: 'due',
  limit: 50,
  after: null,
};

async function ids(store: Store, query: Partial<WorkQuery> = {}): Promise<string[]> {
  const { rows } = await store.work.list({ ...EVERYTHING, ...query });
  return rows.map(({ task }) => task.id);
}

/** Work items as people settle them. */
export function workContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: work`, () => {
    settling(test);
    contactsChanges(test);
    handoffs(test);
    lists(test);
    attention(test);
    alarms(test);
  });
}

function settling(test: ReturnType<typeof withStore>): void {
  test('a task is taken, settled with a result, and each step stands in its history', async (store) => {
    await begin(store, 1, {}, { workItems: [appointment('2026-03-12', T0 + HOUR)] });
    expect((await store.work.find('c1.a0'))?.task).toMatchObject({
      state: 'open',
      version: 1,
      source: 'contact',
      due: T0 + HOUR,
      remindAt: T0,
      assignee: null,
      result: null,
    });
    expect(await change(store, 'c1.a0', { state: 'in_progress', assignee: 'u1' }, by('taken'))).toBe('changed');
    expect((await store.work.find('c1.a0'))?.task).toMatchObject({ state: 'in_progress', assignee: 'u1', version: 2 });
    await change(store, 'c1.a0', { state: 'done', result: RESULT }, by('result'));
    const settled = await store.work.find('c1.a0');
    expect(settled?.task).toMatchObject({ state: 'done', result: RESULT });
    expect(settled?.record?.id).toBe('c1');
    const history = await store.work.history('c1.a0');
    expect(history.map(({ who, what }) => [who, what])).toEqual([
      ['contact', 'made'],
      ['u1', 'taken'],
      ['u1', 'result'],
    ]);
  });

  test('of two changes of the same version one is written', async (store) => {
    await store.work.add(callback('w1', null, null), 'u1');
    const both = await Promise.all([
      store.work.change('w1', 1, { state: 'in_progress', assignee: 'u1' }, by('taken')),
      store.work.change('w1', 1, { state: 'in_progress', assignee: 'u2' }, by('taken')),
    ]);
    expect(both).toEqual(['changed', 'conflict']);
    expect((await store.work.find('w1'))?.task.assignee).toBe('u1');
    expect((await store.work.history('w1')).length).toBe(2);
    expect(await store.work.change('nobody', 1, {}, by('taken'))).toBe('absent');
  });

  test('promises kept in time and late are counted on the day they are settled', async (store) => {
    for (const id of ['w1', 'w2', 'w3']) await store.work.add(callback(id, null, T0 + HOUR), 'u1');
    await change(store, 'w1', { state: 'done', result: RESULT }, by('result', T0 + HOUR));
    await change(store, 'w2', { state: 'done', result: RESULT }, by('result', T0 + 2 * HOUR));
    await change(store, 'w3', { state: 'cancelled' }, by('cancelled', T0));
    const counted = await store.views.tallies('2026-03-10', '2026-03-10');
    expect(counted.map(({ name, count }) => [name, count])).toEqual([
      ['promise.kept', 1],
      ['promise.late', 1],
      ['promise.made', 3],
    ]);
  });
}

function contactsChanges(test: ReturnType<typeof withStore>): void {
  test('an appointment that the contact changes is open again, with what it was before', async (store) => {
    const first = await begin(store, 1, {}, { workItems: [appointment('2026-03-12', T0 + HOUR)] });
    await change(store, 'c1.a0', { state: 'done', assignee: 'u1', result: RESULT }, by('result'));
    const moved = nextTurn(first, {}, { at: T0 + 9, workItems: [appointment('2026-03-16', T0 + 5 * HOUR)] });
    await store.turns.commit(moved);
    const found = (await store.work.find('c1.a0'))?.task;
    expect(found).toMatchObject({ state: 'open', assignee: 'u1', result: null, due: T0 + 5 * HOUR, version: 3 });
    expect(await ids(store, { touched: true })).toEqual(['c1.a0']);
    expect((await store.work.history('c1.a0')).at(-1)).toEqual({
      at: T0 + 9,
      who: 'contact',
      what: 'changed',
      details: { status: 'closed', was_date: '2026-03-12' },
    });
    await store.turns.commit(nextTurn(moved.record, {}, { at: T0 + 10, cancelledWork: ['c1.a0'] }));
    expect((await store.work.find('c1.a0'))?.task).toMatchObject({ state: 'cancelled', version: 4 });
    expect((await store.work.history('c1.a0')).at(-1)).toMatchObject({ who: 'contact', what: 'cancelled' });
  });

  test('who looks at an old version does not overwrite what the contact changed meanwhile', async (store) => {
    const first = await begin(store, 1, {}, { workItems: [appointment('2026-03-12', T0 + HOUR)] });
    await store.turns.commit(nextTurn(first, {}, { workItems: [appointment('2026-03-16', T0 + HOUR)] }));
    expect(await store.work.change('c1.a0', 1, { state: 'done', result: RESULT }, by('result'))).toBe('conflict');
    expect((await store.work.find('c1.a0'))?.task).toMatchObject({ state: 'open', details: { date: '2026-03-16' } });
  });

  test('a second reason for a handoff never gives it more time', async (store) => {
    const handoff = (due: number) =>
      ({ id: 'w1', reason: 'human_requested', priority: 'normal', text: '', promise: { due, remindAt: due } }) as const;
    const first = await begin(store, 1, {}, { handoff: handoff(T0 + HOUR) });
    const second = nextTurn(first, {}, { handoff: handoff(T0 + 2 * HOUR) });
    await store.turns.commit(second);
    expect((await store.work.find('w1'))?.task.due).toBe(T0 + HOUR);
    await store.turns.commit(nextTurn(second.record, {}, { handoff: handoff(T0 + MINUTE) }));
    expect((await store.work.find('w1'))?.task.due).toBe(T0 + MINUTE);
  });
}

function handoffs(test: ReturnType<typeof withStore>): void {
  test('a handoff is kept once staff have answered; it ends with the conversation', async (store) => {
    const promise = { due: T0 + HOUR, remindAt: T0 };
    const handoff = { id: 'w1', reason: 'human_requested', priority: 'normal', text: '', promise } as const;
    const first = await begin(store, 1, {}, { handoff });
    const desk = {
      owner: 'u1',
      ownerSince: T0,
      waitingSince: null,
      snoozedUntil: null,
      labels: [],
      answeredAt: T0 + MINUTE,
    };
    const answered = nextTurn({ ...first, desk }, {}, { at: T0 + MINUTE });
    await store.turns.commit(answered);
    expect((await store.work.find('w1'))?.task).toMatchObject({ state: 'in_progress', assignee: 'u1', due: null });
    expect(await store.work.takeBroken(T0 + 2 * HOUR)).toEqual([]);
    await store.turns.commit(nextTurn(answered.record, {}, { at: T0 + HOUR, endHandoff: true }));
    expect((await store.work.find('w1'))?.task.state).toBe('done');
    const counted = await store.views.tallies('2026-03-10', '2026-03-10');
    expect(counted.filter(({ name }) => name.startsWith('promise'))).toMatchObject([
      { name: 'promise.kept', count: 1 },
    ]);
  });
}

function lists(test: ReturnType<typeof withStore>): void {
  test('a list is narrowed by kind, state, source, assignee, department and due time, the most urgent first', async (store) => {
    await begin(store, 1, {}, { workItems: [appointment('2026-03-12', T0 + 3 * HOUR)] });
    await store.work.add(callback('late', 'c1', T0 - HOUR), 'u1');
    await store.work.add({ ...callback('some-day', null, null), kind: 'note', source: 'shift', assignee: 'u9' }, 'u1');
    await change(store, 'late', { state: 'in_progress', assignee: 'u2' }, by('taken'));
    expect(await ids(store)).toEqual(['late', 'c1.a0', 'some-day']);
    expect(await ids(store, { order: 'newest' })).toEqual(['some-day', 'late', 'c1.a0']);
    expect(await ids(store, { kinds: ['appointment', 'callback'] })).toEqual(['late', 'c1.a0']);
    expect(await ids(store, { states: ['in_progress'] })).toEqual(['late']);
    expect(await ids(store, { source: 'shift' })).toEqual(['some-day']);
    expect(await ids(store, { assignee: 'u9' })).toEqual(['some-day']);
    expect(await ids(store, { department: '骨科' })).toEqual(['c1.a0']);
    expect(await ids(store, { department: '心内科' })).toEqual(['late']);
    expect(await ids(store, { due: { from: T0, to: T0 + 4 * HOUR } })).toEqual(['c1.a0']);
    expect(await ids(store, { states: [] })).toEqual([]);
  });

  test('a list is read page by page, each task once', async (store) => {
    for (const n of [1, 2, 3, 4, 5]) await store.work.add(callback(`w${String(n)}`, null, n < 4 ? T0 + n : null), 'u1');
    for (const order of ['due', 'newest'] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<Store['work']['list']>> = await store.work.list({
          ...EVERYTHING,
          order,
          limit: 2,
          after,
        });
        seen.push(...page.rows.map(({ task }) => task.id));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(order === 'due' ? ['w1', 'w2', 'w3', 'w4', 'w5'] : ['w5', 'w4', 'w3', 'w2', 'w1']);
    }
    await expect(store.work.list({ ...EVERYTHING, after: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('who a complaint names sees no task of that conversation', async (store) => {
    const complaint = { type: 'add', index: 0, kind: 'complaint', text: '林绍强态度差', concerns: ['doctor'] } as const;
    await begin(store, 1, {}, { registers: [complaint], workItems: [appointment('2026-03-12', T0 + HOUR)] });
    await store.work.add(callback('other', null, null), 'u1');
    expect(await ids(store, { hiddenFrom: ['林绍强'] })).toEqual(['other']);
    expect(await ids(store, { hiddenFrom: ['陈立'] })).toEqual(['c1.a0', 'other']);
    const counts = await store.work.counts({
      account: 'u1',
      supervises: false,
      now: T0,
      hiddenFrom: ['林绍强'],
      kinds: null,
    });
    expect(counts.appointments).toBe(0);
  });

  test('counts say what is pending', async (store) => {
    await begin(store, 1, {}, { workItems: [appointment('2026-03-12', T0 + HOUR)] });
    await store.work.add(callback('late', null, T0 - 1), 'u1');
    await store.work.add({ ...callback('left', null, null), kind: 'note', source: 'shift', assignee: 'u1' }, 'u1');
    await store.work.add(callback('over', null, T0 - 1), 'u1');
    await change(store, 'over', { state: 'done', result: RESULT }, by('result'));
    expect(await store.work.counts({ account: 'u1', supervises: false, now: T0, hiddenFrom: [], kinds: null })).toEqual(
      {
        appointments: 1,
        callbacks: 1,
        escalated: 1,
        broken: 1,
        soon: 1,
        mine: 1,
        attention: 3,
      },
    );
  });
}

function attention(test: ReturnType<typeof withStore>): void {
  test('what somebody should see to: theirs or nobody’s whose time comes, what they were given, and for supervisors what others left', async (store) => {
    const given = (id: string, assignee: string | null, due: number | null, left: Partial<NewTask> = {}) =>
      store.work.add({ ...callback(id, null, due), assignee, ...left }, 'u9');
    await given('later', 'u1', T0 + 9 * HOUR);
    await change(store, 'later', { state: 'in_progress' }, by('taken'));
    await given('given', 'u1', null);
    await given('soon', 'u1', T0 + MINUTE);
    await given('free', null, T0 - 1);
    await given('others', 'u2', T0 - 1);
    await given('left', null, null, { kind: 'note', source: 'shift' });
    const seen = async (account: string, supervises: boolean) => {
      const viewer = { account, supervises, now: T0 };
      const found = await ids(store, { attention: viewer });
      expect((await store.work.counts({ ...viewer, hiddenFrom: [], kinds: null })).attention).toBe(found.length);
      return found.toSorted();
    };
    expect(await seen('u1', false)).toEqual(['free', 'given', 'soon']);
    expect(await seen('u2', false)).toEqual(['free', 'others']);
    expect(await seen('boss', true)).toEqual(['free', 'left', 'others']);
  });
}

function alarms(test: ReturnType<typeof withStore>): void {
  test('a reminder and a broken promise are each told once', async (store) => {
    await store.work.add(callback('w1', null, T0 + HOUR), 'u1');
    expect(await store.work.nextAlarm()).toBe(T0 + 30 * MINUTE);
    expect(await store.work.takeReminders(T0)).toEqual([]);
    expect(await store.work.takeReminders(T0 + 30 * MINUTE)).toEqual(['w1']);
    expect(await store.work.takeReminders(T0 + 30 * MINUTE)).toEqual([]);
    expect(await store.work.nextAlarm()).toBe(T0 + HOUR);
    expect(await store.work.takeBroken(T0 + HOUR)).toEqual(['w1']);
    expect(await store.work.takeBroken(T0 + HOUR)).toEqual([]);
    expect(await store.work.nextAlarm()).toBeUndefined();
    const counted = await store.views.tallies('2026-03-10', '2026-03-10');
    expect(counted.find(({ name }) => name === 'promise.broken')?.count).toBe(1);
  });

  test('what is settled rings no more; a later due time rings anew', async (store) => {
    await store.work.add(callback('w1', null, T0 + HOUR), 'u1');
    await store.work.add(callback('w2', null, T0 + HOUR), 'u1');
    await change(store, 'w1', { state: 'done', result: RESULT }, by('result'));
    await store.work.takeReminders(T0 + HOUR);
    expect(await store.work.takeBroken(T0 + HOUR)).toEqual(['w2']);
    await change(store, 'w2', { due: T0 + 9 * HOUR, remindAt: T0 + 8 * HOUR }, by('due'));
    expect(await store.work.nextAlarm()).toBe(T0 + 8 * HOUR);
  });
}
