import { expect, test } from 'vitest';
import type { Download, SignedIn } from '../../../../src/console/api/endpoint.ts';
import type { AcceptedView, ShiftDetail, ShiftsNow } from '../../../../src/console/wire/shifts.ts';
import { HOUR } from '../../../../src/domain/clock.ts';
import { BLANK_FORM } from '../../../../src/domain/register.ts';
import type { TurnCommit } from '../../../../src/store/store.ts';
import { byHand } from '../../../contracts/store/register-entries.ts';
import { begin, nextTurn, T0 } from '../../../contracts/store/turns.ts';
import { signedIn } from '../call.ts';
import { ANNA, BEN, CARL, PASSWORD, shiftRig } from './rig.ts';
import { accepting, marks, signedOver, started } from './steps.ts';

type Rig = Awaited<ReturnType<typeof shiftRig>>;

/** A conversation that Anna has taken over, with a callback that is due. */
async function talk({ rig, store, staff }: Rig, change: Partial<TurnCommit> = {}): Promise<void> {
  const handoff = { id: 'h1', reason: 'human_requested', priority: 'normal', text: '要人工' } as const;
  await begin(store, 1, { in: ['我是王小明，电话13800012345，要人工'] }, { handoff, ...change });
  const loaded = await rig.store.turns.load('c1');
  if (loaded === undefined) throw new Error('no conversation');
  const record = { ...loaded.record, state: 'with_staff' as const };
  await store.turns.commit(nextTurn(loaded.record, {}, { record }));
  await staff.claim('c1', ANNA.accountId);
  await store.work.add(
    {
      id: 'w1',
      conversationId: 'c1',
      kind: 'callback',
      source: 'staff',
      priority: 'normal',
      text: '给王小明回电',
      details: {},
      at: T0,
      due: T0 + HOUR,
      remindAt: null,
      assignee: ANNA.accountId,
    },
    ANNA.accountId,
  );
}

test('a shift is over only when the incoming officer has checked each point and signed', async () => {
  const rig = await shiftRig();
  const { call } = rig;
  await talk(rig);
  const shift = await signedOver(rig, { 'conversation:c1': '等病区回话' });
  expect(shift.state).toBe('handing_over');
  expect(shift.points.map(({ key, note }) => [key, note])).toEqual([
    ['conversation:c1', '等病区回话'],
    ['task:w1', ''],
    ['check:keys', ''],
    ['check:phone', ''],
  ]);
  const now = await call<ShiftsNow>('GET /api/shifts/now', ANNA);
  expect(now.mine).toMatchObject({ id: shift.id, state: 'handing_over' });
  expect((await call<ShiftsNow>('GET /api/shifts/now', BEN)).waiting).toMatchObject([{ id: shift.id }]);
  await expect(started(rig)).rejects.toMatchObject({ code: 'SHIFT_RUNNING' });
  const done = await call<AcceptedView>('POST /api/shifts/:id/accept', BEN, accepting(shift));
  expect(done.shift).toMatchObject({ state: 'over', signedOut: { name: '王敏' }, signedIn: { name: '李强' } });
  expect(done.escalated).toBe(0);
  expect((await call<ShiftsNow>('GET /api/shifts/now', ANNA)).mine).toBeNull();
});

test('what is printed names no patient and shows no number', async () => {
  const rig = await shiftRig();
  await talk(rig);
  const shift = await signedOver(rig);
  const told = JSON.stringify(shift);
  expect(told).not.toContain('王小明');
  expect(told).not.toContain('13800012345');
  expect(shift.points[0]).toMatchObject({ who: '王*明', text: '我是王*明，电话138****2345，要人工' });
});

test('a signed handover is printed; one that is not signed is not', async () => {
  const rig = await shiftRig();
  const running = await started(rig);
  const print = (id: string) => rig.call<Download>('GET /api/shifts/:id/print', ANNA, { params: { id } });
  await expect(print(running.id)).rejects.toMatchObject({ code: 'SHIFT_CHANGED' });
  const body = { version: running.version, notes: {}, general: '', password: PASSWORD };
  await rig.call('POST /api/shifts/:id/hand-over', ANNA, { params: { id: running.id }, body });
  const file = await print(running.id);
  expect(file).toMatchObject({ name: '2026-03-10-day.pdf', type: 'application/pdf' });
  expect(new TextDecoder().decode(file.bytes.slice(0, 5))).toBe('%PDF-');
  const page = await rig.call<Download>('GET /api/shifts/:id/print', ANNA, {
    params: { id: running.id },
    query: { format: 'html' },
  });
  expect(page).toMatchObject({ name: '2026-03-10-day.html', type: 'text/html; charset=utf-8' });
  expect(new TextDecoder().decode(page.bytes)).toContain('签名');
});

test('points that are missing, an × without a remark, a wrong password and the same person are refused', async () => {
  const rig = await shiftRig();
  const shift = await signedOver(rig);
  const accept = (who: typeof BEN, change: object) =>
    rig.call('POST /api/shifts/:id/accept', who, accepting(shift, change));
  await expect(accept(BEN, { checks: [] })).rejects.toMatchObject({
    code: 'SHIFT_UNCHECKED',
    details: ['check:keys', 'check:phone'],
  });
  const bare = marks(shift, { 'check:keys': ' ' });
  await expect(accept(BEN, { checks: bare })).rejects.toMatchObject({ code: 'SHIFT_UNCHECKED' });
  await expect(accept(BEN, { password: 'wrong' })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  await expect(accept(ANNA, {})).rejects.toMatchObject({ code: 'SHIFT_SAME_PERSON' });
  expect((await rig.store.shifts.find(shift.id))?.state).toBe('handing_over');
});

test('what is not accepted becomes work of the supervisors', async () => {
  const rig = await shiftRig();
  await talk(rig);
  const shift = await signedOver(rig);
  const checks = marks(shift, { 'check:keys': '少一把', 'conversation:c1': '情况没说清' });
  const done = await rig.call<AcceptedView>('POST /api/shifts/:id/accept', BEN, accepting(shift, { checks }));
  expect(done.escalated).toBe(2);
  const { escalated } = await rig.store.work.counts({
    account: 'boss',
    supervises: true,
    now: rig.rig.now,
    hiddenFrom: [],
    kinds: null,
  });
  expect(escalated).toBe(2);
  const { rows } = await rig.store.work.list({
    kinds: ['note'],
    states: ['open'],
    source: 'shift',
    assignee: null,
    department: null,
    due: null,
    hiddenFrom: [],
    touched: false,
    attention: null,
    order: 'due',
    limit: 9,
    after: null,
  });
  expect(rows.map(({ task }) => [task.conversationId, task.text])).toEqual([
    ['c1', expect.stringContaining('原因：情况没说清')],
    [null, '白班交班未接收：钥匙。原因：少一把'],
  ]);
});

test('accepted conversations and tasks become those of the incoming officer, where they are still to be given', async () => {
  const rig = await shiftRig();
  await talk(rig);
  const shift = await signedOver(rig);
  const done = await rig.call<AcceptedView>('POST /api/shifts/:id/accept', BEN, accepting(shift, { transfer: true }));
  expect(done.transferred).toBe(2);
  expect((await rig.store.turns.load('c1'))?.record.desk?.owner).toBe('ben');
  expect((await rig.store.work.find('w1'))?.task.assignee).toBe('ben');
});

test('an urgent conversation that nobody had belongs to who has accepted it, though nothing else is taken over', async () => {
  const rig = await shiftRig();
  const handoff = { id: 'h9', reason: 'emergency', priority: 'urgent', text: '胸口疼' } as const;
  await begin(rig.store, 2, { in: ['胸口疼'] }, { handoff });
  const loaded = await rig.store.turns.load('c2');
  if (loaded === undefined) throw new Error('no conversation');
  const since = { since: T0, history: [] };
  const record = { ...loaded.record, state: 'with_staff' as const, handoff: { ...handoff, ...since } };
  await rig.store.turns.commit(nextTurn(loaded.record, {}, { record }));
  const shift = await signedOver(rig);
  expect(shift.points[0]).toMatchObject({ key: 'conversation:c2', section: 'urgent' });
  await rig.call('POST /api/shifts/:id/accept', BEN, accepting(shift));
  expect((await rig.store.turns.load('c2'))?.record.desk?.owner).toBe('ben');
  const claimed = (await rig.store.audit.list({ limit: 100, before: null })).filter(
    ({ what }) => what === 'conversation.claim',
  );
  expect(claimed).toMatchObject([{ who: 'account:ben', subject: 'c2' }]);
});

test('what hangs on one conversation stands together, and a complaint that is overdue says so', async () => {
  const rig = await shiftRig();
  await talk(rig, {
    registers: [{ type: 'add', index: 0, kind: 'complaint', text: '护士态度差', concerns: ['nurse'] }],
  });
  await rig.store.registers.setDeadlines(
    [{ kind: 'complaint', number: '2026-0001', dueOn: '2026-03-09', dueProvisional: false, escalated: 1 }],
    T0,
  );
  const other = await rig.store.registers.add(byHand());
  const due = { dueOn: '2026-03-08', dueProvisional: false, escalated: 0 } as const;
  await rig.store.registers.setDeadlines([{ kind: 'complaint', number: other.number, ...due }], T0);
  const shift = await signedOver(rig);
  expect(shift.points.map(({ key, overdue }) => [key, overdue])).toEqual([
    ['conversation:c1', false],
    ['task:w1', false],
    ['entry:complaint:2026-0001', true],
    [`entry:complaint:${other.number}`, true],
    ['check:keys', false],
    ['check:phone', false],
  ]);
});

test('two incoming officers sign at once: one has taken over, the other is told', async () => {
  const rig = await shiftRig();
  const shift = await signedOver(rig);
  const both = await Promise.allSettled(
    [BEN, CARL].map((who) => rig.call('POST /api/shifts/:id/accept', who, accepting(shift))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SHIFT_CHANGED' } });
});

test('what is settled between the two signatures is shown as such and stays in the packet', async () => {
  const rig = await shiftRig();
  await talk(rig);
  const shift = await signedOver(rig);
  await rig.store.work.change(
    'w1',
    1,
    { state: 'done' },
    { at: rig.rig.now, who: 'anna', what: 'result', details: {} },
  );
  const seen = await rig.call<ShiftDetail>('GET /api/shifts/:id', BEN, { params: { id: shift.id } });
  expect(seen.points.filter(({ resolved }) => resolved).map(({ key }) => key)).toEqual(['task:w1']);
  await rig.call('POST /api/shifts/:id/accept', BEN, accepting(shift));
  const kept = await rig.call<ShiftDetail>('GET /api/shifts/:id', ANNA, { params: { id: shift.id } });
  expect(kept.points).toHaveLength(4);
  expect(kept.points.find(({ key }) => key === 'task:w1')).toMatchObject({ resolved: true, check: { ok: true } });
});

test('a point that hangs on a complaint about the incoming officer is not theirs to see: it goes to a supervisor', async () => {
  const rig = await shiftRig();
  await talk(rig, {
    registers: [{ type: 'add', index: 0, kind: 'complaint', text: '李强说话难听', concerns: ['nurse'] }],
  });
  const shift = await signedOver(rig);
  const ben = signedIn('officer', { accountId: 'ben', name: '李强', staffName: '李强' });
  const seen = await rig.call<ShiftDetail>('GET /api/shifts/:id', ben, { params: { id: shift.id } });
  expect(seen.points.map(({ key }) => key)).toEqual(['check:keys', 'check:phone']);
  const done = await rig.call<AcceptedView>('POST /api/shifts/:id/accept', ben, accepting(seen));
  expect(done.escalated).toBe(2);
});

test('nor is one of an entry that was written by hand, nor the task that it leaves', async () => {
  const rig = await shiftRig();
  const form = { ...BLANK_FORM, concerns: ['李强（护士，心内科）'] };
  const { kind, number } = await rig.store.registers.add(byHand({ text: '护士说话难听', form }));
  await rig.store.registers.setDeadlines(
    [{ kind, number, dueOn: '2026-03-10', dueProvisional: false, escalated: 0 }],
    T0,
  );
  const shift = await signedOver(rig);
  const ben = signedIn('officer', { accountId: 'ben', name: '李强', staffName: '李强' });
  const points = async (who: SignedIn) =>
    (await rig.call<ShiftDetail>('GET /api/shifts/:id', who, { params: { id: shift.id } })).points;
  expect((await points(CARL)).map(({ key }) => key)).toContain('entry:complaint:2026-0001');
  const seen = await points(ben);
  expect(seen.map(({ key }) => key)).not.toContain('entry:complaint:2026-0001');
  await rig.call('POST /api/shifts/:id/accept', ben, accepting(shift, { checks: marks({ ...shift, points: seen }) }));
  const left = async (hiddenFrom: readonly string[]) =>
    (
      await rig.store.work.list({
        kinds: null,
        states: ['open'],
        source: 'shift',
        assignee: null,
        department: null,
        due: null,
        hiddenFrom,
        touched: false,
        attention: null,
        order: 'newest',
        limit: 10,
        after: null,
      })
    ).rows.length;
  expect([await left([]), await left(['李强'])]).toEqual([1, 0]);
});

test('a night shift belongs to the evening it began in, and runs over midnight', async () => {
  const rig = await shiftRig();
  rig.rig.now = Date.parse('2026-03-11T00:30:00+08:00');
  const shift = await rig.call<ShiftDetail>('POST /api/shifts', ANNA, { body: { kind: 'night' } });
  expect(shift).toMatchObject({ day: '2026-03-10', endsAt: Date.parse('2026-03-11T09:00:00+08:00') });
  await expect(rig.call('POST /api/shifts', BEN, { body: { kind: 'none' } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
