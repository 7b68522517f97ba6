import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Download } from '../../../src/console/api/endpoint.ts';
import type { AttachmentWire } from '../../../src/console/wire/registers.ts';
import { complained } from '../../contracts/store/register-entries.ts';
import { CONDUCT, CONDUCT_TOO, type Counter, ENTRY, HEAD, LEADER, OFFICER, openCounter, person } from './counter.ts';

/** Two pairs of eyes on a complaint, and signatures that say who stands for what as it is now. */

const NUMBER = '2026-0001';
const KEY = { kind: 'complaint', number: NUMBER };
const APPROVE = { step: 'approve', fields: { proposal: '向家属致歉' } };
const OTHER_HEAD = person('head', { accountId: 'head2', name: '钱护士长', department: '护理部' });

async function assigned(coDepartments: readonly string[] = []): Promise<Counter> {
  const counter = await openCounter();
  await complained(counter.store, 1, '护士态度差', ['nurse']);
  const fields = { department: '心内科', coDepartments, categories: ['attitude'], severity: 'ordinary' };
  await counter.step(OFFICER, NUMBER, { step: 'assign', fields });
  return counter;
}

async function printed(counter: Counter): Promise<string> {
  const sheet = await counter.call(OFFICER, 'GET', `${ENTRY}/form`, { params: KEY, query: { format: 'html' } });
  return new TextDecoder().decode((sheet as Download).bytes);
}

test('who stands in for a head does not approve the own finding; a colleague of the office does', async () => {
  const counter = await assigned();
  await counter.step(CONDUCT, NUMBER, { step: 'answer', finding: '属实' });
  const own = await counter.view(CONDUCT, NUMBER);
  expect(own.steps).not.toContain('approve');
  expect(own.approval).toBe('self');
  await expect(counter.step(CONDUCT, NUMBER, APPROVE)).rejects.toMatchObject({ code: 'REGISTER_OWN_FINDING' });
  await expect(counter.step(LEADER, NUMBER, APPROVE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { entry } = await counter.step(CONDUCT_TOO, NUMBER, APPROVE);
  expect(entry.signatures.at(-1)).toMatchObject({ step: 'approve', name: '郑行风' });
});

test('where the office has nobody else, a leader approves, and the page says so', async () => {
  const counter = await assigned();
  counter.approvers = [CONDUCT];
  await counter.step(CONDUCT, NUMBER, { step: 'answer', finding: '属实' });
  expect((await counter.view(CONDUCT, NUMBER)).approval).toBe('leader');
  await expect(counter.step(CONDUCT, NUMBER, APPROVE)).rejects.toMatchObject({ code: 'REGISTER_OWN_FINDING' });
  expect((await counter.view(LEADER, NUMBER)).steps).toContain('approve');
  expect((await counter.step(LEADER, NUMBER, APPROVE)).entry).toMatchObject({ status: 'approved' });
});

test('what was returned is signed no more on paper until it is signed anew', async () => {
  const counter = await assigned();
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '属实，已教育' });
  await counter.step(CONDUCT, NUMBER, APPROVE);
  expect(await printed(counter)).toContain('签名：吴行风');
  await counter.step(CONDUCT, NUMBER, { step: 'return', reason: '批错了' });
  expect(await printed(counter)).not.toContain('签名：吴行风');
  expect(await printed(counter)).toContain('签名：周主任');
  await counter.step(CONDUCT, NUMBER, { step: 'return', reason: '请附当班记录' });
  const returned = await printed(counter);
  expect(returned).toContain('属实，已教育');
  expect(returned).not.toContain('签名：周主任');
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '属实，记录已附' });
  expect(await printed(counter)).toContain('签名：周主任');
});

test('each of several findings has its own signature', async () => {
  const counter = await assigned(['护理部']);
  await counter.step(OTHER_HEAD, NUMBER, { step: 'answer', finding: '已排查护理记录' });
  await counter.step(HEAD, NUMBER, { step: 'answer', finding: '属实' });
  const html = await printed(counter);
  for (const words of ['护理部：已排查护理记录', '签名：钱护士长', '心内科：属实', '签名：周主任'])
    expect([words, html.includes(words)]).toEqual([words, true]);
});

test('a head attaches files to what the department handles, and to nothing else', async () => {
  const counter = await assigned();
  const path = join(counter.folder, 'sent');
  writeFileSync(path, '当班记录：22:10 呼叫，22:14 到床边\n');
  const file = { path, bytes: 60 };
  const attach = (who: typeof HEAD) =>
    counter.call(who, 'POST', `${ENTRY}/attachments`, { params: KEY, query: { name: '当班记录.txt' }, file });
  expect((await attach(HEAD)) as readonly AttachmentWire[]).toMatchObject([
    { name: '当班记录.txt', by: { name: '周主任' } },
  ]);
  writeFileSync(path, '当班记录');
  await expect(attach(OTHER_HEAD)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(attach(LEADER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
