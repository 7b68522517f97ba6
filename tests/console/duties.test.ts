import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationView } from '../../src/console/wire/conversation.ts';
import type { EmergencyView, InboxPage } from '../../src/console/wire/inbox.ts';
import { type DemoService, startDemo } from '../demo/service.ts';
import { type ConsoleClient, signIn } from './client.ts';
import { type Crew, crewOf, good, Patients, refused } from './desk.ts';

/** What the service sees to by itself: emergencies that wait, and conversations that their owner must not have. */

let demo: DemoService;
let crew: Crew;
let patients: Patients;
let admin: ConsoleClient;

beforeAll(async () => {
  demo = await startDemo();
  await demo.post('campaign', { paused: true });
  crew = await crewOf(demo);
  patients = new Patients(demo);
  const first = demo.firstAccounts.find(({ role }) => role === 'admin');
  admin = await signIn(demo.url, 'admin', first?.password ?? '');
  await admin.post('/api/session/password', { old: first?.password, new: 'a good long one 7' });
}, 90_000);
afterAll(() => demo.stop());

async function asking(text = '转人工'): Promise<{ address: string; id: string; path: string }> {
  const { address, conversationId: id } = await patients.next();
  await patients.write(address, text);
  return { address, id, path: `/api/conversations/${id}` };
}

const view = async (path: string) => good<ConversationView>(await crew.lin.get(path));
const unassigned = async () =>
  good<InboxPage>(await crew.lin.get('/api/inbox?queue=unassigned&limit=200')).rows.map(({ id }) => id);

async function accountOf(name: string): Promise<string> {
  const people = good<readonly { id: string; name: string }[]>(await crew.lin.get('/api/colleagues'));
  return people.find((one) => one.name === name)?.id ?? '';
}

/** Waits for what the service does by itself. */
const SOON = { timeout: 20_000 };

/** While the account of a colleague says under which name they stand in the roster. */
async function named(name: string, staffName: string, during: () => Promise<void>): Promise<void> {
  const facts = { name, role: 'officer', department: null, active: true };
  const id = await accountOf(name);
  good(await admin.put(`/api/accounts/${id}`, { ...facts, staffName }));
  await during();
  good(await admin.put(`/api/accounts/${id}`, { ...facts, staffName: null }));
}

test('an emergency is on everybody’s page, with who opened and claimed it, until somebody says that they reached the contact', async () => {
  const { id, path } = await asking('我现在胸口疼得厉害，喘不上气');
  const waiting = async () =>
    good<readonly EmergencyView[]>(await crew.supervisor.get('/api/emergencies')).find(
      ({ conversationId }) => conversationId === id,
    );
  expect(await waiting()).toMatchObject({ opened: null, taken: null });
  await view(path);
  expect(await waiting()).toMatchObject({ opened: { by: { name: '林晓' } }, taken: null });
  good(await crew.zhou.post(`${path}/claim`, {}));
  expect(await waiting()).toMatchObject({ opened: { by: { name: '林晓' } }, taken: { by: { name: '周敏' } } });
  expect((await crew.zhou.post(`${path}/reached`, {})).status).toBe(400);
  good(await crew.zhou.post(`${path}/reached`, { note: '已电话联系家属，120 在路上' }));
  expect(await waiting()).toBeUndefined();
  expect((await view(path)).notes).toMatchObject([{ text: '已电话联系家属，120 在路上' }]);
});

test('who is named after they took a conversation loses it: it waits for a colleague, with a note that says no reason', async () => {
  const { id, path, address } = await asking();
  good(await crew.zhou.post(`${path}/claim`, {}));
  await named('周敏', '錢 多多', async () => {
    await patients.write(address, '你们那个钱多多护士态度太差了，骂人');
    await expect.poll(unassigned, SOON).toContain(id);
    expect((await crew.zhou.get(path)).status).toBe(404);
    const { notes, owner } = await view(path);
    expect(owner).toBeNull();
    expect(notes).toMatchObject([{ author: { id: 'system' }, text: '这个会话已退回待认领队列，请其他同事认领。' }]);
    good(await crew.lin.post(`${path}/claim`, {}));
  });
});

test('nobody is given a conversation with a complaint about themselves', async () => {
  const { path } = await asking('骨科的钱多多护士态度很差，我要投诉，转人工');
  await crew.lin.post(`${path}/claim`, {});
  const id = await accountOf('周敏');
  await named('周敏', '钱多多', async () => {
    const given = await crew.supervisor.post(`${path}/assign`, { accountId: id });
    const transferred = await crew.lin.post(`${path}/transfer`, { accountId: id, note: '请接着办' });
    expect([given, transferred].map((answer) => refused(answer)[1])).toEqual(['BAD_REQUEST', 'BAD_REQUEST']);
  });
  good(await crew.supervisor.post(`${path}/assign`, { accountId: id }));
});
