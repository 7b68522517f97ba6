import { expect, test } from 'vitest';
import type { SettledView, TaskDetail, UnmaskedTask, WordsView, WorkPage } from '../../../../src/console/wire/work.ts';
import { HOUR } from '../../../../src/domain/clock.ts';
import { begin, newContact, nextTurn, T0 } from '../../../contracts/store/turns.ts';
import { signedIn } from '../call.ts';
import { APPOINTMENT, DESK, NAMED, OFFICER, SUPERVISOR, workRig } from './rig.ts';

const ONE = { params: { id: 'c1.a0' } };
/** 23 November 09:30 in Shanghai, seen from March. */
const WHEN = Date.parse('2026-03-16T09:30:00+08:00');
const CONFIRM = { outcome: 'confirmed', text: '', appointedAt: WHEN, tell: 'message' } as const;

test('the desk confirms an appointment, and the contact reads when and where', async () => {
  const { call, asked, said } = await workRig();
  await asked();
  const { version } = await call<TaskDetail>('POST /api/work/:id/take', DESK, { ...ONE, body: { version: 1 } });
  const body = { ...CONFIRM, version };
  const { text } = await call<WordsView>('POST /api/work/:id/words', DESK, { ...ONE, body });
  const { task, refused } = await call<SettledView>('POST /api/work/:id/settle', DESK, { ...ONE, body });
  expect(refused).toBeNull();
  expect(task).toMatchObject({ state: 'done', assignee: { name: 'desk' } });
  expect(task.result).toMatchObject({ outcome: 'confirmed', told: 'message', appointedAt: WHEN });
  expect(await said()).toEqual([text]);
  expect(text).toContain('骨科 林绍强');
  expect(text).toContain('3月16日（周一）上午9:30');
  expect(task.history.map(({ what, who }) => [what, who.name])).toEqual([
    ['made', 'contact'],
    ['taken', 'desk'],
    ['result', 'desk'],
    ['told', 'desk'],
  ]);
});

test('two clerks settling the same request: one does, the other is told, the contact hears it once', async () => {
  const { call, asked, said } = await workRig();
  await asked();
  const settle = (who: typeof DESK) =>
    call('POST /api/work/:id/settle', who, { ...ONE, body: { ...CONFIRM, version: 1 } });
  const both = await Promise.allSettled([settle(DESK), settle(OFFICER)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'WORK_CHANGED' } });
  expect(await said()).toHaveLength(1);
});

test('whoever opted out is told by telephone, and that is marked by hand', async () => {
  const { call, rig, asked, said } = await workRig();
  const record = await asked();
  const contact = newContact(record, { version: 2, optedOutAt: T0 });
  await rig.store.turns.commit(nextTurn(record, {}, { contact }));
  const settled = await call<SettledView>('POST /api/work/:id/settle', DESK, {
    ...ONE,
    body: { ...CONFIRM, version: 1 },
  });
  expect(settled.refused).toBe('opted_out');
  expect(settled.task.result?.told).toBe('no');
  expect(await said()).toEqual([]);
  const { version } = settled.task;
  const told = await call<SettledView>('POST /api/work/:id/tell', DESK, { ...ONE, body: { version, way: 'phone' } });
  expect(told.task.result?.told).toBe('phone');
});

test('another day is proposed: the task goes on and is promised anew', async () => {
  const { call, rig, asked, said } = await workRig();
  await asked();
  rig.now = T0 + HOUR;
  const body = { version: 1, outcome: 'moved', text: '', appointedAt: WHEN, tell: 'message' };
  const { task } = await call<SettledView>('POST /api/work/:id/settle', DESK, { ...ONE, body });
  expect(task).toMatchObject({ state: 'in_progress', due: rig.now + 4 * HOUR });
  expect((await said())[0]).toContain('约不上');
});

test('a due time is moved for a reason only, which stands in the history beside what was promised first', async () => {
  const { call, rig, asked } = await workRig();
  await asked();
  const move = (body: object) =>
    call<TaskDetail>('POST /api/work/:id/change', DESK, { ...ONE, body: { version: 1, ...body } });
  await expect(move({ due: rig.now + 9 * HOUR })).rejects.toThrow('why');
  await expect(move({ due: null, why: '…' })).rejects.toThrow('due');
  const moved = await move({ due: rig.now + 9 * HOUR, why: '患者下午才有空' });
  expect(moved).toMatchObject({ due: rig.now + 9 * HOUR, firstDue: rig.now + 4 * HOUR });
  expect(moved.history.at(-1)).toMatchObject({ what: 'due', details: { why: '患者下午才有空' } });
});

test('a refusal needs a reason, and what cannot be decided of a task is refused', async () => {
  const { call, rig, asked, said } = await workRig();
  await asked({
    handoff: { id: 'h1', reason: 'human_requested', priority: 'normal', text: '要人工' },
  });
  const settle = (id: string, body: object) =>
    call<SettledView>('POST /api/work/:id/settle', SUPERVISOR, {
      params: { id },
      body: { version: 1, text: '', tell: 'no', ...body },
    });
  await expect(settle('c1.a0', { outcome: 'refused' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(settle('c1.a0', { outcome: 'confirmed', appointedAt: rig.now - 1 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(settle('c1.a0', { outcome: 'answered', text: '好' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(settle('h1', { outcome: 'settled' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await settle('c1.a0', { outcome: 'refused', text: '专家停诊。', tell: 'message' });
  expect((await said())[0]).toContain('没能约上：专家停诊。想约');
  await expect(settle('c1.a0', { outcome: 'refused', text: '专家停诊' })).rejects.toMatchObject({
    code: 'WORK_SETTLED',
  });
});

test('a request that the contact changes after the confirmation comes back to the desk, with what was asked before', async () => {
  const { call, rig, asked } = await workRig();
  await asked();
  await call('POST /api/work/:id/settle', DESK, { ...ONE, body: { ...CONFIRM, version: 1 } });
  const now = (await rig.store.turns.load('c1'))?.record;
  if (now === undefined) throw new Error('no conversation');
  const details = { ...APPOINTMENT.details, date: '2026-03-20', name: '李小芳' };
  await rig.store.turns.commit(nextTurn(now, { in: ['改到20号'] }, { workItems: [{ ...APPOINTMENT, details }] }));
  const page = await call<WorkPage>('GET /api/work', DESK, { query: { touched: 'true' } });
  expect(page.rows).toMatchObject([{ id: 'c1.a0', state: 'open', contactChanged: 'changed' }]);
  const detail = await call<TaskDetail>('GET /api/work/:id', DESK, ONE);
  expect(detail.details).toMatchObject({ date: '2026-03-20', name: '李*芳', phone: '138****2301' });
  expect(detail.history.at(-1)).toMatchObject({
    what: 'changed',
    who: { id: 'contact' },
    details: { status: 'closed', was_date: '2026-03-12', was_name: '李*' },
  });
  const off = (await rig.store.turns.load('c1'))?.record;
  if (off === undefined) throw new Error('no conversation');
  await rig.store.turns.commit(nextTurn(off, { in: ['不约了'] }, { cancelledWork: ['c1.a0'] }));
  const gone = await call<WorkPage>('GET /api/work', DESK, { query: { touched: 'true', state: 'cancelled' } });
  expect(gone.rows).toMatchObject([{ state: 'cancelled', contactChanged: 'cancelled' }]);
  const { version } = await call<TaskDetail>('GET /api/work/:id', DESK, ONE);
  const seen = await call<TaskDetail>('POST /api/work/:id/cancel', DESK, { ...ONE, body: { version, why: '号已退' } });
  expect(seen.contactChanged).toBeNull();
});

test('the desk sees appointments and callbacks only, masked; names are opened with a reason', async () => {
  const { call, asked } = await workRig();
  await asked({ handoff: { id: 'h1', reason: 'threat', priority: 'high', text: '要投诉' } });
  const page = await call<WorkPage>('GET /api/work', DESK, { query: {} });
  expect(page.rows.map(({ id }) => id)).toEqual(['c1.a0']);
  expect(JSON.stringify(page)).not.toContain('李芳');
  expect(JSON.stringify(page)).not.toContain('13800012301');
  await expect(call('GET /api/work/:id', DESK, { params: { id: 'h1' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await call<WorkPage>('GET /api/work', OFFICER)).rows).toHaveLength(2);
  const open = await call<UnmaskedTask>('POST /api/work/:id/unmask', DESK, { ...ONE, body: { reason: '打电话确认' } });
  expect(open).toEqual({ name: '李芳', phone: '13800012301', patientName: '王小明' });
});

test('whoever a complaint of the conversation names sees none of its tasks', async () => {
  const { call, asked } = await workRig();
  await asked({
    registers: [{ type: 'add', index: 0, kind: 'complaint', text: '林绍强态度差', concerns: ['doctor'] }],
  });
  const named = signedIn('officer', { staffName: '林绍强' });
  expect((await call<WorkPage>('GET /api/work', named)).rows).toEqual([]);
  await expect(call('GET /api/work/:id', named, ONE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const callback = { params: { id: 'c1' }, body: { text: '回电', dueAt: T0 + HOUR } };
  await expect(call('POST /api/conversations/:id/callback', named, callback)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('also where the complaint says surname and title, to somebody of a department', async () => {
  const { call, asked } = await workRig();
  await asked({ registers: [{ type: 'add', index: 0, kind: 'complaint', text: '林医生态度差', concerns: [] }] });
  const of = (department: string | null) => signedIn('officer', { staffName: '林绍强', department });
  expect((await call<WorkPage>('GET /api/work', of('骨科'))).rows).toEqual([]);
  expect(await call('GET /api/work/counts', of('骨科'))).toMatchObject({ appointments: 0 });
  await expect(call('GET /api/work/:id', of('骨科'), ONE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await call<WorkPage>('GET /api/work', of(null))).rows).toHaveLength(1);
});

test('a callback that staff promise is theirs, is broken when its time has passed, and is answered', async () => {
  const { call, rig, said } = await workRig();
  await begin(rig.store, 1, { in: ['报告什么时候出'] });
  const promise = { params: { id: 'c1' }, body: { text: '核实报告时间', dueAt: T0 + HOUR, phone: '13900000000' } };
  const made = await call<TaskDetail>('POST /api/conversations/:id/callback', OFFICER, promise);
  expect(made).toMatchObject({ source: 'staff', assignee: { id: OFFICER.accountId }, broken: false });
  rig.now = T0 + 2 * HOUR;
  const [row] = (await call<WorkPage>('GET /api/work', OFFICER, { query: { assignee: 'me', to: String(rig.now) } }))
    .rows;
  expect(row).toMatchObject({ id: made.id, broken: true });
  const one = { params: { id: made.id } };
  const missed = { version: 1, outcome: 'unreached', text: '', tell: 'message' };
  const again = await call<SettledView>('POST /api/work/:id/settle', OFFICER, { ...one, body: missed });
  expect(again.task).toMatchObject({ state: 'in_progress', broken: false });
  const found = { version: again.task.version, outcome: 'answered', text: '周五下午可以取', tell: 'message' };
  const done = await call<SettledView>('POST /api/work/:id/settle', OFFICER, { ...one, body: found });
  expect(done.task.state).toBe('done');
  expect(await said()).toEqual([expect.stringContaining('没有接通'), expect.stringContaining('周五下午可以取')]);
});

test('a supervisor gives a task to somebody; who has not taken it can be passed over, who works on it cannot', async () => {
  const { call, asked } = await workRig();
  await asked();
  const given = await call<TaskDetail>('POST /api/work/:id/assign', SUPERVISOR, {
    ...ONE,
    body: { version: 1, account: OFFICER.accountId },
  });
  expect(given).toMatchObject({ state: 'open', assignee: { id: OFFICER.accountId } });
  const taken = await call<TaskDetail>('POST /api/work/:id/take', OFFICER, { ...ONE, body: { version: 2 } });
  await expect(
    call('POST /api/work/:id/take', DESK, { ...ONE, body: { version: taken.version } }),
  ).rejects.toMatchObject({
    code: 'WORK_TAKEN',
  });
  await expect(
    call('POST /api/work/:id/assign', SUPERVISOR, { ...ONE, body: { version: 3, account: 'nobody' } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a task is not given to somebody whom a complaint of its conversation names', async () => {
  const { call, asked } = await workRig();
  const text = '李小琴态度很差';
  await asked({ registers: [{ type: 'add', index: 0, kind: 'complaint', text, concerns: [] }] });
  const give = (account: string) =>
    call<TaskDetail>('POST /api/work/:id/assign', SUPERVISOR, { ...ONE, body: { version: 1, account } });
  await expect(give(NAMED.accountId)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect((await give(OFFICER.accountId)).assignee).toMatchObject({ id: OFFICER.accountId });
});

test('whom a task is given to is told, whoever takes one for themselves is not', async () => {
  const { call, asked, given } = await workRig();
  await asked();
  const first = await call<TaskDetail>('POST /api/work/:id/assign', SUPERVISOR, {
    ...ONE,
    body: { version: 1, account: OFFICER.accountId },
  });
  const body = { version: first.version, account: SUPERVISOR.accountId };
  await call('POST /api/work/:id/assign', SUPERVISOR, { ...ONE, body });
  expect(given).toEqual([`c1.a0 ${OFFICER.accountId}`]);
});
