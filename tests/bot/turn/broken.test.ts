import { expect, test } from 'vitest';
import { readHospital } from '../../../src/app/hospital.ts';
import { createStaffActions } from '../../../src/bot/handover/actions.ts';
import type { TurnKit } from '../../../src/bot/turn/kit.ts';
import { createTurnService } from '../../../src/bot/turn/service.ts';
import { quietCommit } from '../../../src/store/quiet-commit.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { StayRow, Store } from '../../../src/store/store.ts';

const { kit } = readHospital('flows.config.json');
const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const HOUR = 3_600_000;
const ADDRESS = '+8613800000001';

const STAY: StayRow = {
  facts: {
    stayId: 's1',
    patientId: 'p1',
    patientName: '王建国',
    gender: 'male',
    department: '骨科',
    dischargedOn: '2026-11-12',
    minor: false,
  },
  recordNo: '1',
  admittedOn: null,
  disposition: '医嘱离院',
  channel: 'sms',
  address: ADDRESS,
  secondPhone: null,
  relation: {},
  flags: [],
  followUpAt: NOW,
  followUp: 'planned',
  cancelReason: null,
  windowEnd: NOW + 20 * 24 * HOUR,
};

async function rig(changes: Partial<TurnKit>) {
  const store: Store = await openSqliteStore({ file: ':memory:', zone: 'Asia/Shanghai' });
  const clock = { at: NOW, now: () => clock.at };
  let ids = 0;
  const faults: string[] = [];
  const service = createTurnService({
    store,
    clock,
    ids: { next: () => `id-${String((ids += 1))}` },
    kit: () => ({ ...kit, ...changes }),
    onCommitted: () => undefined,
    onFault: (_error, conversationId) => faults.push(conversationId),
  });
  await store.directory.addStays([STAY], NOW);
  await service.open(STAY);
  const text = (words: string, id: string) =>
    service.receive({ channel: 'sms', address: ADDRESS, externalId: id, text: words, receivedAt: clock.now() });
  const view = async () => {
    const [record] = await store.views.ofAddress('sms', ADDRESS);
    return store.views.view(record?.id ?? '');
  };
  return { store, clock, service, text, view, faults };
}

const failing = (): never => {
  throw new Error('a bug');
};

test('a text that the dialogue cannot handle is kept and brought before staff, and a red flag in it is answered', async () => {
  const { text, view, faults, store } = await rig({ understand: failing, settleMs: () => 0 });
  expect(await text('我胸口疼得厉害，喘不上气', 'm1')).toBe('accepted');
  const seen = await view();
  expect(seen?.messages.map((line) => line.direction)).toEqual(['out', 'in', 'out']);
  expect(seen?.messages.at(-1)?.text).toContain('120');
  expect(seen?.workItems.map((item) => [item.kind, item.priority])).toEqual(
    expect.arrayContaining([
      ['handoff', 'urgent'],
      ['note', 'normal'],
    ]),
  );
  expect(faults).toHaveLength(1);
  expect(seen?.record).toMatchObject({ state: 'with_staff', handoff: { reason: 'emergency' } });
  expect(await urgentQueue(store)).toHaveLength(1);
  await store.close();
});

async function urgentQueue(store: Store) {
  const query = { queue: 'urgent', account: '', now: NOW, order: 'waiting', limit: 9, after: null } as const;
  const all = { sight: { department: null, hiddenFrom: [] } };
  const filters = { department: null, reason: null, channel: null, label: null };
  return (await store.desk.inbox({ ...query, ...all, filters })).rows;
}

test('a red flag in a conversation whose state cannot be read stands in the urgent queue with its words, and staff can work with it', async () => {
  const { text, view, store, service } = await rig({ settleMs: () => 0 });
  await text('是本人，方便', 'm1');
  await text('医生很好', 'm2');
  const before = (await view())?.record;
  if (before === undefined) throw new Error('no conversation');
  const broken = { ...before, version: before.version + 1, snapshot: { ...before.snapshot, value: 'nowhere' } };
  await store.turns.commit(quietCommit(broken, NOW));
  await text('我胸口疼得厉害，喘不上气', 'm3');
  expect(await urgentQueue(store)).toMatchObject([
    {
      record: { state: 'with_staff', handoff: { reason: 'emergency' }, desk: { owner: null, waitingSince: NOW } },
      lastMessage: { text: expect.stringContaining('120') as string },
    },
  ]);
  const seen = await view();
  expect(seen?.workItems).toContainEqual(
    expect.objectContaining({ kind: 'handoff', priority: 'urgent', text: '我胸口疼得厉害，喘不上气' }),
  );
  expect(seen?.record.answers).toEqual(before.answers);
  const staff = createStaffActions(service, store, () => NOW);
  expect(await staff.claim(before.id, 'lin')).toEqual({ type: 'done' });
  expect(await staff.close(before.id, 'lin', 'completed')).toEqual({ type: 'done' });
  await store.close();
});

test('where nothing of the dialogue works at all, the red flag stands in the urgent queue all the same', async () => {
  const broken = { ...kit.flows.followup, step: failing };
  const flows = { ...kit.flows, followup: broken };
  const { text, view, store } = await rig({ flows, settleMs: () => 0 });
  await text('我胸口疼得厉害，喘不上气', 'm1');
  expect((await view())?.messages.at(-1)?.text).toContain('120');
  expect(await urgentQueue(store)).toMatchObject([
    { record: { handoff: { reason: 'emergency', priority: 'urgent' } } },
  ]);
  await store.close();
});

/** A red flag while nothing of the dialogue works, which then works again. */
async function healed() {
  let broken = false;
  const { followup } = kit.flows;
  const step: typeof followup.step = (...given) => (broken ? failing() : followup.step(...given));
  const flows = { ...kit.flows, followup: { ...followup, step } };
  const all = await rig({ flows, settleMs: () => 0 });
  await all.text('是本人，方便', 'm1');
  broken = true;
  await all.text('我胸口疼得厉害，喘不上气', 'm2');
  broken = false;
  const lines = async () => (await all.view())?.messages.filter(({ direction }) => direction === 'out').length;
  const id = (await all.view())?.record.id ?? '';
  return { ...all, lines, id, staff: createStaffActions(all.service, all.store, all.clock.now) };
}

test('the dialogue does not take a red flag back from staff: neither by a reminder nor when the contact writes', async () => {
  const { clock, store, service, text, view, lines } = await healed();
  const before = await lines();
  expect((await view())?.timers).toEqual([]);
  clock.at += 5 * 24 * HOUR;
  for (const timer of await store.timers.due(clock.now(), 10)) await service.fire(timer);
  await text('医生很好', 'm3');
  expect(await lines()).toBe(before);
  const seen = await view();
  expect(seen?.record).toMatchObject({ state: 'with_staff', handoff: { reason: 'emergency', priority: 'urgent' } });
  expect(seen?.messages.at(-1)?.text).toBe('医生很好');
  await text('退订', 'm4');
  expect((await view())?.record).toMatchObject({ state: 'closed', outcome: 'opted_out' });
  await store.close();
});

test('staff give such a talk back or end it like any other', async () => {
  const first = await healed();
  await first.staff.claim(first.id, 'lin');
  await first.staff.close(first.id, 'lin', 'completed');
  expect((await first.view())?.record).toMatchObject({ state: 'closed', outcome: 'completed' });
  await first.store.close();
  const second = await healed();
  const before = (await second.lines()) ?? 0;
  await second.staff.claim(second.id, 'lin');
  await second.staff.handBack(second.id, 'lin');
  expect((await second.view())?.record.state).toBe('waiting');
  expect(await second.lines()).toBe(before + 1);
  await second.store.close();
});

test('one bad text of a burst does not keep the emergency beside it unread', async () => {
  const understand: TurnKit['understand'] = (words, context) =>
    words.includes('X') ? failing() : kit.understand(words, context);
  const { text, view, clock, service, store } = await rig({ understand, settleMs: () => 2_000 });
  await text('X', 'm1');
  await text('我胸口疼得厉害，喘不上气', 'm2');
  clock.at += 10_000;
  for (const timer of await store.timers.due(clock.now(), 10)) await service.fire(timer);
  const seen = await view();
  expect(seen?.messages.at(-1)?.text).toContain('120');
  expect(seen?.record.readSeq).toBe(seen?.record.lastSeq);
  await store.close();
});

test('a knowledge base that fails does not cost the reply', async () => {
  const { text, view, store } = await rig({ consult: failing, settleMs: () => 0 });
  await text('方便', 'm1');
  await text('病历怎么复印', 'm2');
  expect((await view())?.messages.at(-1)?.text).toContain('医生');
  await store.close();
});

test('after a pause of the service the reply is not followed by a reminder that it has overtaken', async () => {
  const { text, view, clock, service, store } = await rig({ settleMs: () => 2_000 });
  await text('在的，什么事？', 'm1');
  clock.at += 30 * HOUR;
  const due = await store.timers.due(clock.now(), 10);
  expect(due.map((timer) => timer.kind).sort()).toEqual(['reminder', 'settle']);
  for (const timer of due) await service.fire(timer);
  expect((await view())?.messages.filter((line) => line.direction === 'out')).toHaveLength(2);
  await store.close();
});

test('the reminder does not come while an unread answer waits', async () => {
  const { text, view, clock, service, store } = await rig({ settleMs: () => 2_000 });
  await text('方便', 'm1');
  clock.at += 30 * HOUR;
  const reminder = (await store.timers.due(clock.now(), 10)).find((timer) => timer.kind === 'reminder');
  if (reminder === undefined) throw new Error('no reminder is due');
  await service.fire(reminder);
  const seen = await view();
  expect(seen?.messages.map((line) => line.direction)).toEqual(['out', 'in', 'out']);
  expect(seen?.messages.at(-1)?.text).toContain('医生');
  await store.close();
});
