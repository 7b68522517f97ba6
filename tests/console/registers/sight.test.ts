import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayDo, ROLES } from '../../../src/access/roles.ts';
import type { Download, SignedIn } from '../../../src/console/api/endpoint.ts';
import type { AttachmentWire, EntryContact, EntryList, EntryView } from '../../../src/console/wire/registers.ts';
import { complained } from '../../contracts/store/register-entries.ts';
import { CONDUCT, type Counter, ENTRY, HEAD, LEADER, OFFICER, openCounter, person, SUPERVISOR } from './counter.ts';

const KEY = { kind: 'complaint', number: '2026-0001' };
const NAMED: readonly SignedIn[] = [OFFICER, SUPERVISOR, CONDUCT, LEADER].map((who) => ({
  ...who,
  staffName: '李小琴',
}));

function fileOf(counter: Counter, bytes: string | Buffer) {
  mkdirSync(join(counter.folder, 'in'), { recursive: true });
  const path = join(counter.folder, 'in', 'upload');
  writeFileSync(path, bytes);
  return { path, bytes: Buffer.byteLength(bytes) };
}

async function attached(counter: Counter) {
  const sent = { params: KEY, query: { name: '收据.pdf' }, file: fileOf(counter, '%PDF-1.4 收据') };
  const files = await counter.call(OFFICER, 'POST', `${ENTRY}/attachments`, sent);
  return (files as readonly AttachmentWire[])[0]?.id ?? '';
}

/** What a call of each endpoint that is about one entry needs besides the entry. */
function sentTo(path: string, method: string, id: string): { readonly body?: unknown; readonly query?: unknown } {
  if (path.endsWith('/step')) return { body: { step: 'take', version: 0 } };
  if (path.endsWith('/link')) return { body: { version: 0, target: null } };
  if (path.endsWith('/attachments')) return { query: { name: 'a.txt' } };
  if (path.endsWith('/unmask') || path.endsWith('/remove') || (path.endsWith('/form') && method === 'POST'))
    return { body: { reason: '核对信息' } };
  return method === 'PUT' ? { body: { version: 0, fields: {} } } : { query: {}, body: { id } };
}

test('whom a complaint names finds it nowhere: every endpoint about an entry says that it is not there', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差', ['李小琴（护士，心内科）']);
  const id = await attached(counter);
  const aboutOne = counter.endpoints.filter(({ path }) => path.startsWith(ENTRY));
  expect(aboutOne.length).toBeGreaterThanOrEqual(9);
  for (const { method, path, permission } of aboutOne) {
    for (const who of NAMED) {
      const sent = { params: path.includes(':id') ? { ...KEY, id } : KEY, ...sentTo(path, method, id) };
      const call = counter.call(who, method, path, { ...sent, file: fileOf(counter, 'x') });
      const code = await call.then(
        () => 'shown',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect([method, path, who.role, ['NOT_FOUND', 'FORBIDDEN'].includes(String(code))]).toEqual([
        method,
        path,
        who.role,
        true,
      ]);
      if (permission === 'register.view') expect([path, code]).toEqual([path, 'NOT_FOUND']);
    }
  }
  for (const who of NAMED) {
    expect(((await counter.call(who, 'GET', '/api/registers')) as EntryList).rows).toEqual([]);
    const counts = await counter.call(who, 'GET', '/api/registers/counts');
    expect(counts).toMatchObject({ byStatus: { open: 0 } });
  }
  const list = (await counter.call(OFFICER, 'GET', '/api/registers')) as EntryList;
  expect(list.rows).toHaveLength(1);
});

test('a list for a workbook leaves out what names its reader, and masks the rest', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '李小琴态度差');
  await complained(counter.store, 2, '太吵');
  const rows = async (who: SignedIn) => {
    const file = (await counter.call(who, 'GET', '/api/registers/list-file', {
      query: { format: 'html' },
    })) as Download;
    return new TextDecoder().decode(file.bytes);
  };
  const [mine, whole] = [await rows({ ...CONDUCT, staffName: '李小琴' }), await rows(CONDUCT)];
  expect([mine.includes('李小琴'), mine.includes('太吵'), whole.includes('李小琴态度差')]).toEqual([false, true, true]);
  expect([whole.includes('王*明'), whole.includes('王小明')]).toEqual([true, false]);
});

test('a department head sees what is of the department and nothing else', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  const other = person('head', { accountId: 'other', department: '骨科' });
  await expect(counter.view(other, KEY.number)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(counter.view(person('head'), KEY.number)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await counter.view(HEAD, KEY.number)).steps).toEqual([]);
});

test('a complaint about a head is not given to the department when nobody else heads it', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '周主任收了我的红包');
  counter.heads = [{ staffName: '周建平', department: '心内科' }];
  const assign = {
    step: 'assign',
    fields: { department: '心内科', coDepartments: [], categories: ['conduct'], severity: 'serious' },
  };
  await expect(counter.step(OFFICER, KEY.number, assign)).rejects.toMatchObject({ code: 'REGISTER_NAMED' });
  const co = { ...assign, fields: { ...assign.fields, department: '行风办', coDepartments: ['心内科'] } };
  await expect(counter.step(OFFICER, KEY.number, co)).rejects.toMatchObject({ code: 'REGISTER_NAMED' });
  counter.heads = [...counter.heads, { staffName: '陈玉', department: '心内科' }];
  expect((await counter.step(OFFICER, KEY.number, assign)).entry.status).toBe('assigned');
  await expect(counter.view(HEAD, KEY.number)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('names and numbers open with a reason only, and their changes are not told in the history', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  await counter.call(OFFICER, 'PUT', ENTRY, { params: KEY, body: { version: 0, fields: { contactName: '王大明' } } });
  const view = await counter.view(OFFICER, KEY.number);
  expect(view.entry).toMatchObject({ contactName: '王*明', patientName: '王*明' });
  expect(JSON.stringify(view)).not.toContain('王大明');
  const opened = { params: KEY, body: { reason: '电话核实' } };
  const contact = (await counter.call(OFFICER, 'POST', `${ENTRY}/unmask`, opened)) as EntryContact;
  expect(contact).toMatchObject({ contactName: '王大明', patientName: '王小明' });
  await expect(counter.call(HEAD, 'POST', `${ENTRY}/unmask`, opened)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const unmask = counter.endpoints.find(({ path }) => path.endsWith('/unmask'));
  const note = unmask?.audit?.({ who: OFFICER, params: KEY, query: {}, body: opened.body, now: counter.now });
  expect(note).toEqual({ what: 'register.unmask', subject: 'complaint/2026-0001', why: '电话核实' });
});

test('the paper form says what was filled in and who signed, and leaves lines for who has not', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差', ['nurse']);
  await counter.step(OFFICER, KEY.number, {
    step: 'assign',
    fields: { department: '心内科', coDepartments: [], categories: ['attitude'], severity: 'ordinary' },
  });
  await counter.step(HEAD, KEY.number, { step: 'answer', finding: '属实，已教育' });
  const form = async (query: object) =>
    (await counter.call(OFFICER, 'GET', `${ENTRY}/form`, { params: KEY, query })) as Download;
  const html = new TextDecoder().decode((await form({ format: 'html' })).bytes);
  for (const words of [
    '投诉（意见）登记表',
    '编号：2026-0001',
    '心内科、护士',
    '属实，已教育',
    '签名：周主任',
    '王*明',
    '2026-03-17',
  ])
    expect([words, html.includes(words)]).toEqual([words, true]);
  expect(html).toContain('签名：____________');
  expect(html).not.toContain('王小明');
  const pdf = await form({});
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  const open = { params: KEY, query: { format: 'html' }, body: { reason: '存档' } };
  const whole = (await counter.call(OFFICER, 'POST', `${ENTRY}/form`, open)) as Download;
  expect(new TextDecoder().decode(whole.bytes)).toContain('王小明');
});

test('an entry holds so many files and no more; what was taken away makes room', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '多收了钱');
  const send = (bytes: string | Buffer) =>
    counter.call(OFFICER, 'POST', `${ENTRY}/attachments`, {
      params: KEY,
      query: { name: 'a.pdf' },
      file: fileOf(counter, bytes),
    });
  const kept = () => readdirSync(join(counter.folder, 'attachments'));
  for (let n = 0; n < 30; n += 1) await send('%PDF-1.4 x');
  await expect(send('%PDF-1.4 x')).rejects.toMatchObject({
    code: 'ATTACHMENT_FULL',
    details: ['allowed: at most 30 files and 100 MB'],
  });
  expect(kept()).toHaveLength(30);
  for (const id of kept().slice(0, 20))
    await counter.call(SUPERVISOR, 'POST', `${ENTRY}/attachments/:id/remove`, {
      params: { ...KEY, id },
      body: { reason: '重复' },
    });
  const large = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(10 * 1024 * 1024 - 9, 'x')]);
  for (let n = 0; n < 9; n += 1) await send(large);
  await send(large.subarray(0, 9 * 1024 * 1024));
  await expect(send(large)).rejects.toMatchObject({ code: 'ATTACHMENT_FULL' });
});

test('files are told by their content, kept with their digest, and taken away by a supervisor with a reason', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '多收了钱');
  const id = await attached(counter);
  const params = { ...KEY, id };
  const read = () => counter.call(OFFICER, 'GET', `${ENTRY}/attachments/:id`, { params });
  expect(await read()).toMatchObject({ name: '收据.pdf', type: 'application/pdf' });
  const program = { params: KEY, query: { name: '收据.pdf' }, file: fileOf(counter, Buffer.from([0x4d, 0x5a, 0, 1])) };
  await expect(counter.call(OFFICER, 'POST', `${ENTRY}/attachments`, program)).rejects.toMatchObject({
    code: 'ATTACHMENT_TYPE',
  });
  const remove = { params, body: { reason: '传错了人' } };
  await expect(counter.call(OFFICER, 'POST', `${ENTRY}/attachments/:id/remove`, remove)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const left = await counter.call(SUPERVISOR, 'POST', `${ENTRY}/attachments/:id/remove`, remove);
  expect(left).toMatchObject([{ id, deleted: { by: { name: '孙督导' }, reason: '传错了人' } }]);
  await expect(read()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a file whose bytes were changed behind the service is not handed out', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '多收了钱');
  const id = await attached(counter);
  writeFileSync(join(counter.folder, 'attachments', id), '%PDF-1.4 改过');
  const call = counter.call(OFFICER, 'GET', `${ENTRY}/attachments/:id`, { params: { ...KEY, id } });
  await expect(call).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
});

test('every view and change of an entry is audited', async () => {
  const counter = await openCounter();
  for (const { method, path, ...endpoint } of counter.endpoints) {
    const needs = method !== 'GET' || path !== '/api/registers/counts';
    const isPlain = path === '/api/registers/departments' || path === '/api/registers/roster';
    if (needs && !isPlain)
      expect([path, 'audit' in endpoint || endpoint.auditedInCommit === true]).toEqual([path, true]);
  }
  await complained(counter.store, 1, '多收了钱');
  const taken: EntryView = await counter.step(OFFICER, KEY.number, { step: 'take' });
  expect(taken.entry.handler?.name).toBe('赵敏');
  const [row] = await counter.store.audit.list({ what: 'register.take', limit: 9, before: null });
  expect(row).toMatchObject({
    who: 'account:officer',
    subject: expect.stringMatching(/^complaint\/2026-0001 sha256:/) as string,
  });
});

test('the appointment desk, which sees no register, opens nothing of it by number', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  const reason = { params: KEY, body: { reason: '核对信息' } };
  for (const path of [`${ENTRY}/unmask`, `${ENTRY}/form`])
    await expect(counter.call(person('desk'), 'POST', path, { ...reason, query: {} })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});

test('who may open what is masked may see it: conversations and registers', () => {
  const opening = ROLES.filter((role) => mayDo(role, 'patient.unmask'));
  expect(opening).toEqual(opening.filter((role) => mayDo(role, 'conversation.view') && mayDo(role, 'register.view')));
});

test.each([
  ['账单.hta', '账单.hta.txt'],
  ['收据\u202Efdp.txt', '收据fdp.txt'],
  ['..\\..\\a/b.CSV', '.._.._a_b.CSV'],
  ['说明.txt', '说明.txt'],
])('an attached text called %j is kept as %j', async (name, kept) => {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差');
  const sent = { params: KEY, query: { name }, file: fileOf(counter, 'new ActiveXObject("WScript.Shell")') };
  const files = await counter.call(OFFICER, 'POST', `${ENTRY}/attachments`, sent);
  expect((files as readonly AttachmentWire[])[0]?.name).toBe(kept);
});

test('whom a complaint names does not learn who complained by an entry of their own on the same conversation', async () => {
  const counter = await openCounter();
  const { id } = await complained(counter.store, 1, '李小琴态度差');
  const body = {
    kind: 'suggestion',
    text: '补记',
    receivedAt: counter.now,
    receivedThrough: 'phone',
    conversationId: id,
    fields: {},
  };
  const write = (who: SignedIn) => counter.call(who, 'POST', '/api/registers', { body });
  for (const who of NAMED.slice(0, 3)) await expect(write(who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(((await write(OFFICER)) as EntryView).entry).toMatchObject({ conversationId: id });
});

test('a name is the same in simplified and traditional characters, with and without blanks', async () => {
  const counter = await openCounter();
  await complained(counter.store, 1, '那個梁 宏偉醫生罵人');
  const key = { kind: 'complaint', number: '2026-0001' };
  for (const staffName of ['梁宏伟', '梁宏偉', ' 梁　宏伟 ']) {
    const named = person('officer', { accountId: 'u-liang', staffName });
    await expect(counter.call(named, 'GET', ENTRY, { params: key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(((await counter.call(named, 'GET', '/api/registers')) as EntryList).rows).toEqual([]);
  }
  const byTitle = person('officer', { accountId: 'u-l', staffName: '梁志明', department: '骨科' });
  await complained(counter.store, 2, '梁 醫師不理人');
  expect(((await counter.call(byTitle, 'GET', '/api/registers')) as EntryList).rows).toHaveLength(1);
});
