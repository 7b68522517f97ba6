import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from '../demo/service.ts';
import { signIn } from './client.ts';
import { crewOf, Patients } from './desk.ts';

/** A loaded machine is given time. */
const SOON = { timeout: 10_000 };

interface Heard {
  readonly id: string;
  readonly type: string;
  readonly conversationId?: string;
  readonly what?: string;
}

/** Listens until told to stop; a page of the console whose connection breaks whenever the test wants. */
async function listen(url: string, cookie: string, lastEventId?: string) {
  const breaking = new AbortController();
  const heard: Heard[] = [];
  let last = lastEventId ?? '';
  const response = await fetch(`${url}/api/events`, {
    headers: { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    signal: breaking.signal,
  });
  expect(response.status).toBe(200);
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        last = lines.find((line) => line.startsWith('id: '))?.slice(4) ?? last;
        const data = lines.find((line) => line.startsWith('data: '));
        if (data !== undefined) heard.push({ ...(JSON.parse(data.slice(6)) as Heard), id: last });
      }
    }
  };
  const done = read().catch(() => undefined);
  await expect.poll(() => last, SOON).not.toBe('');
  return {
    heard,
    last: () => last,
    drop: async () => {
      breaking.abort();
      await done;
    },
  };
}

test('whom a complaint names hears nothing of the conversation, while a colleague does; nor does a new connection tell', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  await demo.post('campaign', { paused: true });
  const { lin, zhou } = await crewOf(demo);
  const first = demo.firstAccounts.find(({ role }) => role === 'admin');
  const admin = await signIn(demo.url, 'admin', first?.password ?? '');
  await admin.post('/api/session/password', { old: first?.password, new: 'a good long one 7' });
  const accounts = (await admin.get('/api/accounts')).body as readonly { id: string; name: string }[];
  const id = accounts.find(({ name }) => name === '周敏')?.id ?? '';
  const facts = { name: '周敏', role: 'officer', department: null, staffName: '钱多多', active: true };
  expect((await admin.put(`/api/accounts/${id}`, facts)).status).toBe(200);

  const [named, colleague] = [await listen(demo.url, zhou.cookie), await listen(demo.url, lin.cookie)];
  const begun = named.last();
  const patients = new Patients(demo);
  const [about, other] = [await patients.next(), await patients.next()];
  await patients.write(about.address, '骨科的钱多多护士态度很差，我要投诉，转人工');
  await patients.write(other.address, '我要找人工');
  const heardOf = (page: typeof named, conversationId: string) =>
    page.heard.some((event) => event.conversationId === conversationId);
  await expect.poll(() => heardOf(named, other.conversationId), SOON).toBe(true);
  await expect.poll(() => heardOf(colleague, about.conversationId), SOON).toBe(true);
  expect(heardOf(named, about.conversationId)).toBe(false);
  expect(named.heard.map(({ type }) => type)).not.toContain('register');
  await named.drop();
  const again = await listen(demo.url, zhou.cookie, begun);
  onTestFinished(async () => {
    await again.drop();
    await colleague.drop();
  });
  await expect.poll(() => heardOf(again, other.conversationId), SOON).toBe(true);
  expect(heardOf(again, about.conversationId)).toBe(false);
});

test('a page hears of an emergency at once, and after a break of what happened meanwhile; nobody listens unasked', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  await demo.post('campaign', { paused: true });
  const { lin, zhou } = await crewOf(demo);
  const patients = new Patients(demo);
  expect((await fetch(`${demo.url}/api/events`)).status).toBe(401);

  const page = await listen(demo.url, lin.cookie);
  const first = await patients.next();
  await patients.write(first.address, '我现在胸口疼得厉害，喘不上气');
  await expect
    .poll(() => page.heard.map(({ conversationId, what }) => `${conversationId ?? ''} ${what ?? ''}`), SOON)
    .toContain(`${first.conversationId} urgent`);
  await page.drop();

  await zhou.post(`/api/conversations/${first.conversationId}/claim`, {});
  const again = await listen(demo.url, lin.cookie, page.last());
  onTestFinished(() => again.drop());
  await expect.poll(() => again.heard.some(({ what }) => what === 'desk'), SOON).toBe(true);
  const ofDesk = again.heard.filter(({ what }) => what === 'desk');
  expect(ofDesk.every(({ conversationId }) => conversationId === first.conversationId)).toBe(true);
  // Resumed, not begun anew.
  expect(again.heard.map(({ type }) => type)).not.toContain('reset');
});
