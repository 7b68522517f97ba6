import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHAT_LIMITS } from '../../../src/channels/web/limits.ts';
import { MAX_TEXT } from '../../../src/channels/web/wire.ts';
import { type DemoService, startDemo } from '../../demo/service.ts';
import { newId, Visitor } from './visitor.ts';

/** The whole service with its real store, over HTTP; what browsers do with it is in tests/e2e. */

const OFF = { DEMO: 'off' };
let service: DemoService;

beforeAll(async () => {
  service = await startDemo(undefined, OFF);
});
afterAll(() => service.stop());

async function newVisitor(headers: Record<string, string> = {}): Promise<Visitor> {
  const visitor = new Visitor(service.url, headers);
  expect((await visitor.accept()).status).toBe(201);
  return visitor;
}

test('nothing is remembered before the notice is accepted; then a cookie that no script reads', async () => {
  const page = await fetch(`${service.url}/chat`);
  expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
  const visitor = new Visitor(service.url);
  expect((await visitor.call('GET', '/chat/api/session')).body).toEqual({ open: false });
  expect((await visitor.say('你好')).body).toMatchObject({ code: 'CHAT_NO_SESSION' });
  expect((await visitor.call('POST', '/chat/api/session', { notice: 0, keep: 'cookie' })).status).toBe(400);
  const { status, headers, body } = await visitor.accept();
  expect([status, body]).toEqual([201, { open: true }]);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^huifang_chat=[\w.-]{60,}; Path=\/chat; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
  expect((await visitor.call('GET', '/chat/api/session')).body).toEqual({ open: true });
  const first = visitor.cookie;
  expect((await visitor.accept()).headers.getSetCookie()).toEqual([]);
  expect(visitor.cookie).toBe(first);
  await visitor.call('POST', '/chat/api/session/end', {});
  expect((await visitor.call('GET', '/chat/api/session')).body).toEqual({ open: false });
});

test('the widget’s frame keeps a token and sends it in a header; it is not invented, and not taken altered', async () => {
  const visitor = new Visitor(service.url);
  const { headers, body } = await visitor.accept('token');
  expect(headers.getSetCookie()).toEqual([]);
  expect((await visitor.say('你好')).status).toBe(200);
  const token = String(body['token']);
  const [since = '', random = '', signature = ''] = token.split('.');
  const older = [(Number.parseInt(since, 36) + 1).toString(36), random, signature].join('.');
  for (const forged of [
    '',
    'x',
    older,
    `${since}.${'A'.repeat(32)}.${signature}`,
    `${token}.x`,
    `${since}.${random}.`,
  ]) {
    const other = new Visitor(service.url, { 'x-chat-session': forged });
    expect([forged, (await other.say('你好')).status]).toEqual([forged, 401]);
  }
});

test('the secret of a session is nowhere in the data', async () => {
  const visitor = new Visitor(service.url);
  const token = String((await visitor.accept('token')).body['token']);
  await visitor.say('这句话会保存');
  await visitor.lines(2);
  const files = readdirSync(service.dataDir).map((name) => readFileSync(join(service.dataDir, name)));
  expect(files.some((bytes) => bytes.includes('这句话会保存'))).toBe(true);
  for (const part of token.split('.').filter((piece) => piece.length > 20))
    expect(files.some((bytes) => bytes.includes(part))).toBe(false);
});

test('a message is answered; sent again it stays one; another visitor may have the same id', async () => {
  const [one, other] = [await newVisitor(), await newVisitor()];
  const id = newId();
  expect((await one.say('门诊几点开门', id)).body).toMatchObject({ result: 'accepted' });
  expect((await one.say('门诊几点开门', id)).body).toMatchObject({ result: 'duplicate' });
  expect((await other.say('挂什么科', id)).body).toMatchObject({ result: 'accepted' });
  const lines = await one.lines(2);
  expect(lines.map(({ key, from }) => [key, from])).toEqual([
    ['0.1', 'me'],
    ['0.2', 'bot'],
  ]);
  expect((await other.lines(2)).map(({ text }) => text)[0]).toBe('挂什么科');
  expect(lines.map(({ text }) => text)).not.toContain('挂什么科');
});

test('a page gets what came after its cursor, and all of it without one', async () => {
  const visitor = await newVisitor();
  await visitor.say('一');
  await visitor.lines(2);
  const { cursor } = await visitor.poll();
  await visitor.say('二');
  const all = await visitor.lines(3);
  const later = await visitor.poll(cursor);
  expect(cursor).toBe('2');
  expect(later.lines[0]).toMatchObject({ key: '0.3', text: '二' });
  expect(later.lines.every(({ key }) => !['0.1', '0.2'].includes(key))).toBe(true);
  expect(all.slice(0, 3).map(({ key }) => key)).toEqual(['0.1', '0.2', '0.3']);
  for (const bad of ['x', '-1', '1.', '1'.repeat(20)])
    expect((await visitor.call('GET', `/chat/api/poll?after=${bad}`)).status).toBe(400);
});

test('delivered is what a page has acknowledged, and only its own visitor’s', async () => {
  const [visitor, other] = [await newVisitor(), await newVisitor()];
  await visitor.say('你好');
  await other.say('你好');
  expect((await visitor.lines(2))[1]).toMatchObject({ from: 'bot', seen: false });
  await other.lines(2);
  expect((await other.seen('0.1', '0.2', '0.9', '7.2')).status).toBe(200);
  expect((await visitor.lines(2))[1]).toMatchObject({ seen: false });
  expect((await other.lines(2))[1]).toMatchObject({ seen: true });
  expect((await visitor.seen('0.2')).status).toBe(200);
  expect((await visitor.lines(2))[1]).toMatchObject({ seen: true });
});

test('a stream brings what is there and what comes, on every open page', async () => {
  const visitor = await newVisitor();
  const [one, two] = [await visitor.events(), await visitor.events()];
  expect([await one.next(), await two.next()]).toEqual(Array(2).fill({ lines: [], cursor: '', busy: false }));
  await visitor.say('你好');
  for (const page of [one, two]) {
    const keys: string[] = [];
    while (!keys.includes('0.2')) keys.push(...((await page.next())?.lines ?? []).map(({ key }) => key));
    expect([...new Set(keys)]).toEqual(['0.1', '0.2']);
    page.leave();
  }
});

test('the first answer is in the language of the page', async () => {
  for (const [language, pattern] of [
    ['en', /^[^\p{Script=Han}]+$/u],
    ['zh-TW', /醫/],
    ['zh-CN', /医/],
  ] as const) {
    const visitor = await newVisitor();
    await visitor.call('POST', '/chat/api/messages', { id: newId(), text: 'OK', language });
    expect((await visitor.lines(2))[1]?.text).toMatch(pattern);
  }
});

test('a long poll waits until something comes', async () => {
  const visitor = await newVisitor();
  let answered = false;
  const waiting = visitor.poll().then((update) => {
    answered = true;
    return update;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(answered).toBe(false);
  await visitor.say('你好');
  expect((await waiting).lines[0]).toMatchObject({ text: '你好', from: 'me' });
});

test('pages of other sites can do nothing, whatever they leave out', async () => {
  const right = { notice: 1, keep: 'token' };
  const from = async (headers: Record<string, string>) => {
    const visitor = new Visitor(service.url, headers);
    if (!('origin' in headers)) delete visitor.headers['origin'];
    const { status, body, headers: sent } = await visitor.call('POST', '/chat/api/session', right);
    return [status, body['code'], sent.getSetCookie().length];
  };
  for (const foreign of ['https://evil.example', 'null', `${service.url}0`])
    expect(await from({ origin: foreign })).toEqual([403, 'CHAT_ORIGIN', 0]);
  expect(await from({})).toEqual([403, 'CHAT_ORIGIN', 0]);
  expect(await from({ referer: 'https://evil.example/chat' })).toEqual([403, 'CHAT_ORIGIN', 0]);
  expect((await from({ referer: `${service.url}/chat` }))[0]).toBe(201);
  const visitor = await newVisitor();
  visitor.headers['content-type'] = 'text/plain'; // what a form of another site may send unasked
  expect((await visitor.say('你好')).body['code']).toBe('BAD_REQUEST');
});

test('too long, blank or without a proper id is refused, and nothing of it is kept', async () => {
  const visitor = await newVisitor();
  const refused = async (text: unknown, id: unknown = newId()) => {
    const { status, body } = await visitor.call('POST', '/chat/api/messages', { id, text });
    return [status, body['code']];
  };
  expect(await refused('长'.repeat(MAX_TEXT + 1))).toEqual([413, 'CHAT_TEXT_TOO_LONG']);
  expect(await refused(' \n ')).toEqual([400, 'BAD_REQUEST']);
  expect(await refused(7)).toEqual([400, 'BAD_REQUEST']);
  expect(await refused('好', 'short')).toEqual([400, 'BAD_REQUEST']);
  expect((await visitor.say('长'.repeat(MAX_TEXT))).status).toBe(200);
  expect((await visitor.lines(1))[0]?.text).toHaveLength(MAX_TEXT);
});

test('a visitor who writes too fast is told when it works again; others are not held back', async () => {
  const [fast, other] = [await newVisitor(), await newVisitor()];
  for (let count = 0; count < CHAT_LIMITS.messagesPerMinute; count += 1)
    expect((await fast.say(`第${String(count)}条`)).status).toBe(200);
  const { status, headers, body } = await fast.say('再来一条');
  expect([status, body['code']]).toEqual([429, 'CHAT_TOO_FAST']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await other.say('你好')).status).toBe(200);
});

test('one visitor cannot hold any number of connections', async () => {
  const visitor = await newVisitor();
  const open = [];
  for (let count = 0; count < CHAT_LIMITS.pagesPerSession; count += 1) open.push(await visitor.events());
  expect(open.map(({ status }) => status)).toEqual(Array(CHAT_LIMITS.pagesPerSession).fill(200));
  expect((await visitor.events()).status).toBe(429);
  for (const { leave } of open) leave();
  await expect.poll(async () => (await visitor.events()).status).toBe(200);
});

test('connections that browsers open ahead do not hold the end back', async () => {
  const own = await startDemo(undefined, OFF);
  const ahead = connect(own.port, '127.0.0.1');
  await once(ahead, 'connect');
  const began = performance.now();
  await own.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
  ahead.destroy();
});

test('a restart in the middle loses and repeats nothing', async () => {
  let own = await startDemo(undefined, OFF);
  const visitor = new Visitor(own.url);
  await visitor.accept();
  const open = [await visitor.events(), await visitor.events()];
  const poll = visitor.poll();
  const [first, second] = [newId(), newId()];
  await visitor.say('第一句', first);
  await visitor.say('第二句', second);
  await poll;
  const waiting = visitor.poll((await visitor.poll()).cursor).catch(() => undefined);
  const began = performance.now();
  await own.halt();
  expect(performance.now() - began).toBeLessThan(5_000); // open pages do not hold the end back
  await waiting;
  for (const stream of open) {
    const next = async () => ((await stream.next().catch(() => undefined)) === undefined ? 'ended' : 'open');
    await expect.poll(next).toBe('ended');
  }
  own = await startDemo(own, OFF);
  expect((await visitor.call('GET', '/chat/api/session')).body).toEqual({ open: true });
  expect((await visitor.say('第二句', second)).body).toMatchObject({ result: 'duplicate' });
  const before = await visitor.lines(3);
  expect(before.filter(({ from }) => from === 'me').map(({ text }) => text)).toEqual(['第一句', '第二句']);
  const { cursor } = await visitor.poll();
  await visitor.say('第三句');
  expect((await visitor.poll(cursor)).lines[0]).toMatchObject({ text: '第三句' });
  const keys = (await visitor.lines(before.length + 1)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  await own.stop();
});

test('new chats are limited by network address, behind a proxy by the address that it names', async () => {
  const limited = { ...OFF, WEB_CHAT_SESSIONS_PER_HOUR: '2' };
  const open = async (url: string, forwarded: string) =>
    (await new Visitor(url, { 'x-forwarded-for': forwarded }).accept()).status;
  let own = await startDemo(undefined, limited);
  expect([await open(own.url, '10.0.0.1'), await open(own.url, '10.0.0.2')]).toEqual([201, 201]);
  const third = await new Visitor(own.url, { 'x-forwarded-for': '10.0.0.3' }).accept(); // the header alone is not believed
  expect([third.status, third.body['code']]).toEqual([429, 'CHAT_TOO_MANY_VISITORS']);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(3_000);
  await own.stop();
  own = await startDemo(undefined, { ...limited, TRUST_PROXY: '1' });
  const behind = [];
  // The proxy adds what it sees at the end; what stands in front of it the visitor may have invented.
  for (const forwarded of ['10.0.0.1', '10.0.0.2', '10.0.0.1', '10.0.0.1', '1.2.3.4, 10.0.0.1', '10.0.0.2'])
    behind.push(await open(own.url, forwarded));
  expect(behind).toEqual([201, 201, 201, 429, 429, 201]);
  await own.stop();
});

test('behind https the cookie is for https only; switched off nothing is there', async () => {
  let own = await startDemo(undefined, { ...OFF, TRUST_PROXY: '1' });
  const { headers } = await new Visitor(own.url, { 'x-forwarded-proto': 'https' }).accept();
  expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^huifang_chat=.*SameSite=Lax; Secure$/)]);
  const frame = await new Visitor(own.url, { 'x-forwarded-proto': 'https' }).accept('token');
  expect(frame.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^huifang_chat_frame=.*; HttpOnly; SameSite=None; Secure; Partitioned$/),
  ]);
  const cookie = frame.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const later = new Visitor(own.url, { cookie });
  expect((await later.call('GET', '/chat/api/session')).body).toEqual({ open: true });
  await own.stop();
  own = await startDemo(undefined, { ...OFF, WEB_CHAT: 'off' });
  for (const path of ['/chat', '/chat/widget.js', '/chat/api/session'])
    expect((await fetch(own.url + path)).status).toBe(404);
  await own.stop();
});
