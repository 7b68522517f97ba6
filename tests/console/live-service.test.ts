import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from '../demo/service.ts';
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
