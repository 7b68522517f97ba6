import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoState, HandsetView } from '../../src/cli/chat/client.ts';
import type { Handset } from '../../src/demo/handsets.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/clock.ts';
import { type DemoService, startDemo } from './service.ts';

let demo: DemoService;
let ids = 0;

beforeAll(async () => {
  demo = await startDemo();
  // Nobody else is written to while a test moves the clock.
  await demo.post('campaign', { paused: true });
}, 60_000);

afterAll(async () => {
  await demo.stop();
});

const state = async () => (await demo.get('state')).body as DemoState & { nextDue: number | null };
const handsets = async (query = '') =>
  (await demo.get(`handsets?${query}`)).body as { handsets: Handset[]; more: boolean };
const write = (address: string, text: string, id = `t${String((ids += 1))}`) =>
  demo.post(`handsets/${encodeURIComponent(address)}/messages`, { text, id });

/** A handset that only has its opening text, and that no other test has taken. */
const taken = new Set<string>();
async function freshHandset(): Promise<string> {
  const { handsets: all } = await handsets('limit=200');
  const free = all.find((each) => each.lastSeq === 1 && each.state === 'waiting' && !taken.has(each.address));
  if (free === undefined) throw new Error('no handset is free');
  taken.add(free.address);
  return free.address;
}

const settled = (view: HandsetView) =>
  view.conversations.every(({ timers }) => timers.every(({ kind }) => kind !== 'settle'));
const spoken = (view: HandsetView) => view.conversations.flatMap(({ messages }) => messages);
const replied = (view: HandsetView) => settled(view) && spoken(view).at(-1)?.direction === 'out';

test('the first start leaves some handsets with their opening text and says which hospital it is', async () => {
  const { followUps, hospital, questions } = await state();
  expect(hospital['zh-CN']).toBe('示范县第二人民医院');
  expect(followUps['open']).toBeGreaterThan(5);
  expect(followUps['planned']).toBeGreaterThan(100);
  expect(questions.map(({ id }) => id)).toEqual(['doctor', 'nurse', 'overall', 'suggestions']);
  const { handsets: list, more } = await handsets('limit=3');
  expect([list.length, more]).toEqual([3, true]);
  expect(list[0]?.lastText).toContain('现在方便吗');
});

test('a number that never wrote is a handset without conversations; what is no number is refused without being repeated', async () => {
  expect(await demo.get(`handsets/${encodeURIComponent('+8613900009999')}`)).toEqual({
    status: 200,
    body: { address: '+8613900009999', fault: null, conversations: [] },
  });
  for (const path of ['handsets/abc', 'handsets/77', `handsets/${encodeURIComponent('+8613900009999;ext=5')}`]) {
    const { status, body } = await demo.get(path);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain(path.slice('handsets/'.length));
  }
});

test('a number may be typed as at home', async () => {
  await write('139 0000-8888', '你好');
  const view = await demo.until('+8613900008888', replied);
  expect(view.conversations[0]?.flow).toBe('consultation');
  expect(view.conversations[0]?.stay).toBeNull();
});

test.each([
  ['an empty text', { text: '', id: 'a' }],
  ['a text longer than a carrier takes', { text: '长'.repeat(1_601), id: 'a' }],
  ['no id', { text: '好' }],
  ['an id without end', { text: '好', id: 'x'.repeat(65) }],
  ['a field that does not exist', { text: '好', id: 'a', from: 'me' }],
  ['no object', 'hello'],
])('%s is refused and nothing is stored', async (_what, body) => {
  const { status } = await demo.post(`handsets/${encodeURIComponent('+8613900007777')}/messages`, body);
  expect(status).toBe(400);
  const { body: view } = await demo.get(`handsets/${encodeURIComponent('+8613900007777')}`);
  expect((view as HandsetView).conversations).toEqual([]);
});

test.each([
  [{ advanceMs: 0 }],
  [{ advanceMs: -HOUR }],
  [{ advanceMs: 41 * DAY }],
  [{ advanceMs: 1.5 }],
  [{ advanceMs: '1h' }],
  [{}],
  [{ advanceMs: HOUR, toNext: true }],
  [{ to: 'tomorrow' }],
  [{ to: 8.64e15 }],
])('the clock does not take %j', async (body) => {
  const before = (await state()).now;
  expect((await demo.post('clock', body)).status).toBe(400);
  expect((await state()).now - before).toBeLessThan(MINUTE);
});

test('the clock never goes back', async () => {
  const before = (await state()).now;
  expect((await demo.post('clock', { to: before - DAY })).status).toBe(200);
  expect((await state()).now).toBeGreaterThanOrEqual(before);
});

test('the same message sent again is no second one', async () => {
  const address = await freshHandset();
  expect((await write(address, '方便', 'again')).body).toEqual({ result: 'accepted' });
  expect((await write(address, '方便', 'again')).body).toEqual({ result: 'duplicate' });
  const view = await demo.until(address, replied);
  expect(spoken(view).filter(({ direction }) => direction === 'in')).toHaveLength(1);
});

test('texts in quick succession are answered once', async () => {
  const address = await freshHandset();
  await write(address, '方便');
  await write(address, '医生满意');
  await write(address, '护士也满意');
  const view = await demo.until(address, replied);
  expect(spoken(view).filter(({ direction }) => direction === 'out')).toHaveLength(2);
  expect(view.conversations[0]?.answers).toEqual({ doctor: { grade: 'satisfied' }, nurse: { grade: 'satisfied' } });
});

test('a nurse whom only the imported list names is known by name and ward', async () => {
  const address = await freshHandset();
  await write(address, '方便');
  await demo.until(address, replied);
  await write(address, '表扬神经外科的谭小玉，半夜一直陪着我');
  const written = ({ conversations: [talk] }: HandsetView) => (talk?.registers.length ?? 0) > 0;
  const { conversations } = await demo.until(address, written);
  expect(conversations[0]?.registers[0]?.concerns).toContain('谭小玉（护士，神经外科）');
});

test('handsets are found by name, number and department', async () => {
  const [first] = (await handsets('limit=1')).handsets;
  if (first?.owner == null || first.department == null) throw new Error('no handset');
  for (const word of [first.owner, first.address.slice(-6), first.department]) {
    const found = await handsets(`limit=200&search=${encodeURIComponent(word)}`);
    expect(found.handsets.map(({ address }) => address)).toContain(first.address);
  }
  expect(await handsets(`search=${encodeURIComponent('没有这个人')}`)).toEqual({ handsets: [], more: false });
  expect((await demo.get('handsets?limit=0')).status).toBe(400);
  expect((await demo.get(`handsets?search=${'x'.repeat(61)}`)).status).toBe(400);
});

test('an agreed time is kept to the minute when the clock is moved past it', async () => {
  const address = await freshHandset();
  await write(address, '现在没空，晚上八点吧');
  const { conversations } = await demo.until(address, ({ conversations: all }) => all[0]?.state === 'scheduled');
  const due = conversations[0]?.timers.find(({ kind }) => kind === 'resume')?.due ?? 0;
  await demo.post('clock', { advanceMs: 10 * HOUR });
  const greeting = spoken(await demo.until(address, replied)).at(-1);
  expect(greeting?.text).toContain('按约好的时间');
  expect(Math.floor((greeting?.at ?? 0) / MINUTE)).toBe(Math.floor(due / MINUTE));
}, 60_000);

test('the next event is where the clock stops when asked for it', async () => {
  const { nextDue } = await state();
  await demo.post('clock', { toNext: true });
  expect((await state()).now - (nextDue ?? 0)).toBeLessThan(MINUTE);
});

test('a paused campaign opens nothing new; resumed, it goes on', async () => {
  const before = await state();
  expect(before.paused).toBe(true);
  await demo.post('clock', { advanceMs: 3 * HOUR });
  expect((await state()).followUps['planned']).toBe(before.followUps['planned']);
  expect((await demo.post('campaign', { paused: 'yes' })).status).toBe(400);
  expect((await demo.post('campaign', { paused: false })).body).toEqual({ paused: false });
  await demo.post('clock', { advanceMs: HOUR });
  expect((await state()).followUps['planned']).toBeLessThan(before.followUps['planned'] ?? 0);
  await demo.post('campaign', { paused: true });
}, 60_000);

test('silence brings a reminder at its time, and nothing happens before', async () => {
  const address = await freshHandset();
  const due =
    (await demo.until(address, replied)).conversations[0]?.timers.find(({ kind }) => kind === 'reminder')?.due ?? 0;
  await demo.post('clock', { to: due - MINUTE });
  expect(spoken(await demo.until(address, settled))).toHaveLength(1);
  // A paused campaign sends no reminders either.
  await demo.post('campaign', { paused: false });
  await demo.post('clock', { to: due });
  const view = await demo.until(address, (each) => spoken(each).length === 2);
  await demo.post('campaign', { paused: true });
  expect(spoken(view)[1]?.text).toContain('之前给您发过消息');
}, 60_000);

test('a number that does not exist fails in plain words, and works again when it is repaired', async () => {
  const address = '+8613900006666';
  const faultPath = `handsets/${encodeURIComponent(address)}/fault`;
  expect((await demo.post(faultPath, { fault: 'on fire' })).status).toBe(400);
  expect((await demo.post(faultPath, { fault: 'unreachable' })).status).toBe(200);
  await write(address, '你好');
  const view = await demo.until(address, (each) => spoken(each).some(({ failure }) => failure !== undefined));
  expect(spoken(view).at(-1)).toMatchObject({ delivery: 'failed', failure: { code: 'unreachable' } });
  expect((view as HandsetView & { fault: string }).fault).toBe('unreachable');
  await demo.post(faultPath, { fault: null });
  await write(address, '你好');
  await demo.until(address, (each) => spoken(each).at(-1)?.delivery === 'delivered');
});

test('a form that a page of another site posts changes nothing', async () => {
  const address = '+8613900005555';
  const post = (path: string, body: string, type: string) =>
    fetch(`${demo.url}/demo/api/${path}`, { method: 'POST', body, headers: { 'content-type': type } });
  const handset = `handsets/${encodeURIComponent(address)}`;
  const form = 'application/x-www-form-urlencoded';
  expect((await post(`${handset}/messages`, 'text=STOP&id=x', form)).status).toBe(400);
  expect((await post(`${handset}/fault`, 'fault=lost', form)).status).toBe(400);
  expect((await post('campaign', '{"paused":true}', 'text/plain')).status).toBe(400);
  const { body } = await demo.get(handset);
  expect(body).toEqual({ address, fault: null, conversations: [] });
});

test('a page of another domain that was made to point at this machine learns nothing', async () => {
  const { request } = await import('node:http');
  const ask = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const outgoing = request(
        { port: demo.port, host: '127.0.0.1', path: '/demo/api/handsets', headers: { host } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    });
  expect(
    await Promise.all(['evil.example', 'evil.example:3000', 'localhost:3000', '127.0.0.1', '[::1]:3000'].map(ask)),
  ).toEqual([403, 403, 200, 200, 200]);
});
