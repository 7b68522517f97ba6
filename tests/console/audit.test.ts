import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AuditLine, AuditPage } from '../../src/console/wire/access.ts';
import type { FlowsView } from '../../src/console/wire/settings.ts';
import { startDemo } from '../demo/service.ts';
import { type ConsoleClient, signIn } from './client.ts';
import { crewOf, good, Patients } from './desk.ts';

/** What the audit page shows of a deed, oldest first: done or refused, and whom or what it means. */
async function told(admin: ConsoleClient, what: string): Promise<readonly string[]> {
  const { rows } = good<AuditPage>(await admin.get(`/api/audit?what=${what}`));
  const line = ({ name, refused, about }: AuditLine) =>
    [name, refused ?? 'done', ...about.map((one) => ('number' in one ? one.number : one.name))].join(' ');
  return rows.map(line).reverse();
}

test('the audit says what was done and what was refused, and of whom or what: a claim, a step of an entry, the settings', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huifang-audit-'));
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as { knowledge: { file: string } };
  const knowledge = { ...config.knowledge, file: resolve(config.knowledge.file) };
  writeFileSync(join(folder, 'flows.config.json'), JSON.stringify({ ...config, knowledge }, null, 2));
  const demo = await startDemo(undefined, { CONFIG_FILE: join(folder, 'flows.config.json') });
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  onTestFinished(() => demo.stop());
  await demo.post('campaign', { paused: true });
  const first = demo.firstAccounts.find(({ role }) => role === 'admin');
  const admin = await signIn(demo.url, 'admin', first?.password ?? '');
  await admin.post('/api/session/password', { old: first?.password, new: 'a good long one 7' });
  const { lin, zhou } = await crewOf(demo);
  const patients = new Patients(demo);
  const { address, conversationId } = await patients.next();
  await patients.write(address, '护士态度很差，我要投诉，转人工');

  good(await lin.post(`/api/conversations/${conversationId}/claim`, {}));
  expect((await zhou.post(`/api/conversations/${conversationId}/claim`, {})).status).toBe(409);
  const claims = await told(admin, 'conversation.claim');
  // The administrator sees no patient, not even a masked name.
  expect(claims).toEqual(['林晓 done', '周敏 ALREADY_TAKEN']);

  const { rows } = good<{ rows: { number: string; version: number }[] }>(
    await lin.get('/api/registers?kinds=complaint'),
  );
  const { number, version } = rows[0] ?? { number: '', version: 0 };
  const step = (person: ConsoleClient) =>
    person.post(`/api/registers/complaint/${number}/step`, { step: 'take', version });
  good(await step(lin));
  expect((await step(zhou)).status).toBe(409);
  // Written in the commit of the step: what was refused has made none.
  expect(await told(admin, 'register.take')).toEqual([`林晓 done ${number}`]);

  const { text, base } = good<FlowsView>(await admin.get('/api/settings/flows'));
  const publish = (sent: object) => admin.post('/api/settings/flows/publish', { text, base, why: '试一下', ...sent });
  expect((await publish({ text: '{}' })).status).toBe(422);
  expect((await publish({ base: 'f'.repeat(64) })).status).toBe(409);
  good(await publish({ text: `${text}\n` }));
  expect(await told(admin, 'settings.publish')).toEqual([
    '管理员 SETTINGS_INVALID',
    '管理员 SETTINGS_CONFLICT',
    '管理员 done',
  ]);

  const id = good<readonly { id: string; name: string }[]>(await admin.get('/api/accounts')).find(
    ({ name }) => name === '周敏',
  )?.id;
  good(await admin.post(`/api/accounts/${id ?? ''}/reset`, { dropTotp: false }));
  expect(await told(admin, 'account.reset')).toEqual(['管理员 done 周敏']);
  expect(good(await admin.get('/api/audit/check'))).toMatchObject({ intact: true });
});
