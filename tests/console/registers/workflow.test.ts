import { expect, test } from 'vitest';
import type { DepartmentsWire, EntryView } from '../../../src/console/wire/registers.ts';
import { DAY } from '../../../src/domain/clock.ts';
import { BLANK_FORM } from '../../../src/domain/register.ts';
import { byHand, complained } from '../../contracts/store/register-entries.ts';
import { CONDUCT, ENTRY, HEAD, LEADER, OFFICER, openCounter, SUPERVISOR } from './counter.ts';

const ASSIGN = {
  step: 'assign',
  fields: { department: '心内科', coDepartments: [], categories: ['attitude'], severity: 'ordinary' },
};
const NUMBER = '2026-0001';
const KEY = { kind: 'complaint', number: NUMBER };

test('a complaint goes from the officer over the head and the conduct office to the contact, each step signed', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差', ['nurse']);
  const first = await counter.view(OFFICER, NUMBER);
  expect(first.entry).toMatchObject({
    status: 'open',
    dueOn: '2026-03-17',
    patientName: '王*明',
    phone: '138****0001',
  });
  expect(first.steps).toEqual(['take', 'assign', 'pause', 'dismiss']);
  expect(first.advice).toEqual({ category: 'nursing', department: '护理部', severity: 'ordinary' });

  expect((await counter.step(OFFICER, NUMBER, ASSIGN)).entry).toMatchObject({
    status: 'assigned',
    department: '心内科',
    handler: { account: 'officer', name: '赵敏' },
  });
  expect((await counter.view(HEAD, NUMBER)).steps).toEqual(['answer', 'return']);
  await counter.step(HEAD, NUMBER, {
    step: 'answer',
    finding: '属实，已批评教育',
    fields: { improvement: '晨会学习' },
  });
  await counter.step(LEADER, NUMBER, { step: 'instruct', fields: { instruction: '举一反三' } });
  await counter.step(CONDUCT, NUMBER, { step: 'approve', fields: { proposal: '向家属致歉' } });
  const closed = await counter.step(OFFICER, NUMBER, {
    step: 'close',
    reply: { text: '科室已向护士作了批评教育', channel: 'conversation' },
  });

  expect(closed.entry).toMatchObject({
    status: 'closed',
    closedAt: counter.now,
    findings: [{ department: '心内科', text: '属实，已批评教育', name: '周主任' }],
    improvement: '晨会学习',
    instruction: '举一反三',
    reply: { text: '科室已向护士作了批评教育', channel: 'conversation' },
  });
  expect(closed.entry.signatures.map(({ step, name }) => [step, name])).toEqual([
    ['assign', '赵敏'],
    ['answer', '周主任'],
    ['instruct', '郑院长'],
    ['approve', '吴行风'],
    ['close', '赵敏'],
  ]);
  expect(counter.told).toMatchObject([
    { account: 'officer', index: 0, number: NUMBER, text: '科室已向护士作了批评教育' },
  ]);
  expect(closed.history.filter(({ field }) => field === 'status').map(({ old, next }) => `${old}→${next}`)).toEqual([
    'open→assigned',
    'assigned→answered',
    'answered→approved',
    'approved→closed',
  ]);
});

test.each([
  ['the officer does not answer for a department', OFFICER, { step: 'answer', finding: '属实' }, 'FORBIDDEN'],
  ['the head does not approve', HEAD, { step: 'approve', fields: { proposal: '好' } }, 'REGISTER_STEP'],
  [
    'nobody closes what is not approved',
    OFFICER,
    { step: 'close', reply: { text: '好', channel: 'phone' } },
    'REGISTER_STEP',
  ],
  ['an answer needs a finding', HEAD, { step: 'answer', finding: ' ' }, 'REGISTER_INCOMPLETE'],
  ['a supervisor does not instruct', SUPERVISOR, { step: 'instruct', fields: { instruction: '查' } }, 'FORBIDDEN'],
  ['a clock that runs is not resumed', OFFICER, { step: 'resume' }, 'REGISTER_STEP'],
  ['"other" is no reason without words', OFFICER, { step: 'dismiss', dismissal: 'other' }, 'REGISTER_INCOMPLETE'],
])('%s', async (_, who, step, code) => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.step(OFFICER, NUMBER, ASSIGN);
  await expect(counter.step(who, NUMBER, step)).rejects.toMatchObject({ code });
  expect((await counter.view(OFFICER, NUMBER)).entry.status).toBe('assigned');
});

test('for a department without an account of a head the conduct office answers, and nobody else', async () => {
  const counter = await openCounter();
  counter.heads = [{ department: '心内科', staffName: null }];
  await complained(counter.store, 1, '护士态度差');
  const nursing = { ...ASSIGN, fields: { ...ASSIGN.fields, department: '护理部' } };
  const assigned = await counter.step(OFFICER, NUMBER, nursing);
  expect(assigned).toMatchObject({ headless: true });
  expect(assigned.steps).not.toContain('answer');
  expect((await counter.view(CONDUCT, NUMBER)).steps).toEqual(expect.arrayContaining(['answer', 'return']));
  await expect(counter.step(SUPERVISOR, NUMBER, { step: 'answer', finding: '属实' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const answered = await counter.step(CONDUCT, NUMBER, { step: 'answer', finding: '属实' });
  expect(answered.entry).toMatchObject({ status: 'answered', findings: [{ department: '护理部', name: '吴行风' }] });
});

test('where the department has a head the conduct office does not answer for it', async () => {
  const counter = await openCounter();
  counter.heads = [{ department: '心内科', staffName: null }];
  await complained(counter.store, 1, '护士态度差');
  expect(await counter.step(OFFICER, NUMBER, ASSIGN)).toMatchObject({ headless: false });
  await expect(counter.step(CONDUCT, NUMBER, { step: 'answer', finding: '属实' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const { headed } = (await counter.call(OFFICER, 'GET', '/api/registers/departments')) as DepartmentsWire;
  expect(headed).toEqual(['心内科']);
});

test('a step back is signed with its reason, and what was signed before stays', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.step(OFFICER, NUMBER, ASSIGN);
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '不属实' });
  const back = await counter.step(CONDUCT, NUMBER, { step: 'return', reason: '请附当班记录' });
  expect(back.entry.status).toBe('assigned');
  expect(back.entry.signatures.map(({ step }) => step)).toEqual(['assign', 'answer', 'return']);
  expect(back.history.find(({ field, old }) => field === 'step' && old === 'return')?.next).toBe('请附当班记录');
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '属实' });
  expect((await counter.view(HEAD, NUMBER)).entry.findings).toMatchObject([{ text: '属实' }]);
});

test('a closed complaint that is opened again has its days anew', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.step(OFFICER, NUMBER, ASSIGN);
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '不属实' });
  await counter.step(CONDUCT, NUMBER, { step: 'approve', fields: { proposal: '向家属说明' } });
  await counter.step(OFFICER, NUMBER, { step: 'close', reply: { text: '已说明', channel: 'phone' } });
  counter.now += 30 * DAY;
  const again = await counter.step(OFFICER, NUMBER, { step: 'return', reason: '家属说没有解决' });
  expect(again.entry).toMatchObject({ status: 'assigned', overdue: false, dueOn: '2026-04-16' });
});

test('a co-handling department makes it ten days and adds its finding; the responsible one moves it on', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '收费不清，护士也不解释', ['fees']);
  const both = { ...ASSIGN, fields: { ...ASSIGN.fields, department: '财务科', coDepartments: ['心内科', '财务科'] } };
  const assigned = await counter.step(OFFICER, NUMBER, both);
  expect(assigned.entry).toMatchObject({ dueOn: '2026-03-24', coDepartments: ['心内科'] });
  expect((await counter.step(HEAD, NUMBER, { step: 'answer', finding: '护士未解释' })).entry.status).toBe('assigned');
  const money = { ...HEAD, accountId: 'head2', department: '财务科', staffName: null };
  const answered = await counter.step(money, NUMBER, { step: 'answer', finding: '收费无误' });
  expect(answered.entry.status).toBe('answered');
  expect(answered.entry.findings.map(({ department }) => department)).toEqual(['心内科', '财务科']);
});

test('a pause stops the clock and moves the deadline by the working days it took', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.step(OFFICER, NUMBER, ASSIGN);
  const paused = await counter.step(OFFICER, NUMBER, { step: 'pause', reason: '家属要求等复印病历' });
  expect(paused.steps).toEqual(['take', 'resume']);
  counter.now += 10 * 86_400_000;
  expect((await counter.view(OFFICER, NUMBER)).entry.overdue).toBe(false);
  const running = await counter.step(OFFICER, NUMBER, { step: 'resume' });
  expect(running.entry).toMatchObject({ dueOn: '2026-03-27', pausedDays: 8, overdue: false });
});

test('who cannot be told in the conversation is told by telephone, and only then it is closed', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.step(OFFICER, NUMBER, ASSIGN);
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '属实' });
  await counter.step(CONDUCT, NUMBER, { step: 'approve', fields: { proposal: '致歉' } });
  counter.telling = 'opted_out';
  const close = (channel: string) =>
    counter.step(OFFICER, NUMBER, { step: 'close', reply: { text: '已处理', channel } });
  await expect(close('conversation')).rejects.toMatchObject({ code: 'REGISTER_UNTOLD', details: ['opted_out'] });
  expect((await counter.view(OFFICER, NUMBER)).entry.status).toBe('approved');
  expect((await close('phone')).entry).toMatchObject({ status: 'closed', reply: { channel: 'phone' } });
  const said = { settled: true, words: '电话里说可以了' };
  const { version } = (await counter.view(OFFICER, NUMBER)).entry;
  const edited = await counter.call(OFFICER, 'PUT', ENTRY, {
    params: KEY,
    body: { version, fields: {}, settled: said },
  });
  expect((edited as EntryView).entry).toMatchObject({ settled: true, settledWords: '电话里说可以了' });
});

test('two people with the same form open: the second is told and loses nothing of the first', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  const put = (version: number, remarks: string) =>
    counter.call(OFFICER, 'PUT', ENTRY, { params: KEY, body: { version, fields: { remarks } } });
  await put(0, '第一位');
  await expect(put(0, '第二位')).rejects.toMatchObject({ code: 'REGISTER_CONFLICT' });
  expect((await counter.view(OFFICER, NUMBER)).entry.remarks).toBe('第一位');
});

test('columns are filled in by those they belong to, and hardly any once it is closed', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  const put = async (fields: object) =>
    counter.call(OFFICER, 'PUT', ENTRY, {
      params: KEY,
      body: { version: (await counter.view(OFFICER, NUMBER)).entry.version, fields },
    });
  await expect(put({ proposal: '我来定' })).rejects.toMatchObject({ code: 'FORBIDDEN', details: ['proposal'] });
  await put({ facts: '已向当班护士核实', severity: 'serious' });
  await counter.step(OFFICER, NUMBER, { step: 'dismiss', dismissal: 'police' });
  await expect(put({ facts: '改口' })).rejects.toMatchObject({ code: 'REGISTER_STEP' });
  await put({ remarks: '派出所已立案' });
  expect((await counter.view(OFFICER, NUMBER)).entry).toMatchObject({
    status: 'closed',
    dismissed: 'police',
    facts: '已向当班护士核实',
    remarks: '派出所已立案',
  });
});

test('praise and suggestions have one step', async () => {
  const counter = await openCounter();
  const body = {
    kind: 'praise',
    text: '谢谢李小琴护士',
    receivedAt: counter.now,
    receivedThrough: 'letter',
    conversationId: null,
    fields: { concerns: ['李小琴'], concernedDepartment: '心内科' },
  };
  const made = (await counter.call(OFFICER, 'POST', '/api/registers', { body })) as EntryView;
  expect(made.entry).toMatchObject({ number: NUMBER, handler: { name: '赵敏' }, dueOn: null });
  expect(made.steps).toEqual(['take', 'conclude', 'join']);
  const done = await counter.step(OFFICER, NUMBER, {
    kind: 'praise',
    step: 'conclude',
    fields: { handled: '晨会表扬' },
  });
  expect(done.entry).toMatchObject({ status: 'closed', handled: '晨会表扬' });
  const month = await counter.call(HEAD, 'GET', '/api/praise', { query: { month: '2026-03' } });
  expect(month).toMatchObject({
    persons: [{ name: '李小琴', department: '心内科', count: 1, numbers: [NUMBER] }],
    departments: [{ department: '心内科', count: 1 }],
  });
});

test('an entry that says the same for the same phone is pointed out, and linked by hand', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '三楼的护士态度很差，叫了半天没人来');
  const body = {
    kind: 'complaint',
    text: '护士态度差，叫了半天没有人来',
    receivedAt: counter.now,
    receivedThrough: 'phone',
    conversationId: null,
    fields: { patientName: '王小明' },
    nobodyNamed: true,
  };
  const made = (await counter.call(OFFICER, 'POST', '/api/registers', { body })) as EntryView;
  expect(made.suspects.map(({ number }) => number)).toEqual([NUMBER]);
  const link = { version: made.entry.version, target: NUMBER };
  const params = { kind: 'complaint', number: made.entry.number };
  const linked = (await counter.call(OFFICER, 'POST', `${ENTRY}/link`, { params, body: link })) as EntryView;
  expect([linked.entry.duplicateOf, linked.suspects]).toEqual([NUMBER, []]);
  expect((await counter.view(OFFICER, NUMBER)).linked).toEqual([made.entry.number]);
});

test('a praise is joined to a person of the roster, signed, and counts for them', async () => {
  const counter = await openCounter();
  counter.roster = [{ name: '梁宏伟', role: 'doctor', department: '骨科' }];
  const praise = {
    kind: 'praise',
    text: '梁医生很负责',
    form: { ...BLANK_FORM, concerns: ['doctor', '梁医生'] },
  } as const;
  const { number } = await counter.store.registers.add({ ...byHand(), ...praise });
  const key = { kind: 'praise', number };
  const before = await counter.view(OFFICER, number, 'praise');
  expect(before).toMatchObject({ openNames: ['梁医生'] });
  expect(before.steps).toContain('join');
  const step = { kind: 'praise', step: 'join' };
  const person = counter.roster[0];
  await expect(
    counter.step(OFFICER, number, { ...step, joined: { written: '梁医生', person: { ...person, name: '梁山' } } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const joined = await counter.step(OFFICER, number, { ...step, joined: { written: '梁医生', person } });
  expect(joined).toMatchObject({ openNames: [], entry: { concerns: ['doctor', '梁宏伟（医生，骨科）'] } });
  expect(joined.entry.signatures).toMatchObject([{ step: 'join', name: '赵敏' }]);
  expect(joined.history.find(({ field }) => field === 'step')).toMatchObject({
    old: 'join',
    next: '梁医生 → 梁宏伟（医生，骨科）',
    name: '赵敏',
  });
  expect(joined.steps).not.toContain('join');
  const month = { query: { month: '2026-03' } };
  expect(await counter.call(OFFICER, 'GET', '/api/praise', month)).toMatchObject({
    persons: [{ name: '梁宏伟', department: '骨科', count: 1, numbers: [key.number] }],
  });
});

test('a complaint by hand says whom it is about, or that nobody was named', async () => {
  const counter = await openCounter();
  const said = { kind: 'complaint', text: '饭菜凉了', receivedAt: counter.now, receivedThrough: 'phone' };
  const body = { ...said, conversationId: null, fields: {} };
  const write = (change: object) => counter.call(OFFICER, 'POST', '/api/registers', { body: { ...body, ...change } });
  await expect(write({})).rejects.toThrow('whom it is about');
  expect(await write({ nobodyNamed: true })).toMatchObject({ entry: { concerns: [] } });
  expect(await write({ fields: { concerns: ['周建平'] } })).toMatchObject({ entry: { concerns: ['周建平'] } });
});
