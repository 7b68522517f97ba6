import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../../src/app/logger.ts';
import type { Channel, ChannelHost, WebhookRequest } from '../../src/channels/channel.ts';
import { HuifangError } from '../../src/domain/errors.ts';
import { buildApp } from '../../src/server/app.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { Store } from '../../src/store/store.ts';
import { ZONE } from '../contracts/store/turns.ts';

let store: Store;
let app: FastifyInstance;
let reasons: readonly string[] = [];
let warnings: readonly string[] = [];
const logged: string[] = [];
const received: WebhookRequest[] = [];

/** A carrier that keeps what it is handed, or fails as it is told. */
const echo: Pick<Channel, 'webhooks'> = {
  webhooks: [
    {
      path: '/webhooks/echo',
      handle: (request) => {
        received.push(request);
        if (request.form['fail'] === 'ours') throw new HuifangError('BAD_REQUEST', ['fail: ours — allowed: nothing']);
        if (request.form['fail'] === 'bug') throw new Error('王建国 13800010001 must not travel');
        return Promise.resolve({ status: 200, contentType: 'text/xml', body: '<Response/>' });
      },
    },
  ],
};
const host: ChannelHost = {
  receive: () => Promise.resolve('accepted'),
  receipt: () => Promise.resolve(),
  report: () => Promise.resolve(),
  now: () => 0,
};

beforeAll(async () => {
  store = await openSqliteStore({ file: ':memory:', zone: ZONE });
  const logger = createLogger({ level: 'trace', format: 'json' }, { write: (line) => logged.push(line) });
  app = await buildApp({
    logger,
    channels: [echo as Channel],
    host,
    metrics: createMetrics(store),
    notReady: () => Promise.resolve(reasons),
    warnings: () => warnings,
    routes: [],
  });
});

afterAll(async () => {
  await app.close();
  await store.close();
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('/healthz answers as long as the process does', async () => {
  reasons = ['the data file cannot be written'];
  const { statusCode, body } = await app.inject('/healthz');
  expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ok' }]);
});

test('/readyz gives the reasons while the service should get no traffic', async () => {
  reasons = [];
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready', reasons: [] });
  reasons = ['channel sms is paused (20003)', 'the data file cannot be written'];
  const answer = await app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready', reasons }]);
});

test('/readyz warns of what is not in force, and is ready all the same', async () => {
  reasons = [];
  warnings = ['understanding: what flows.config.json teaches was never checked'];
  const answer = await app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready', reasons: [], warnings }]);
  warnings = [];
});

test('/metrics is Prometheus text with every name that operations.md promises', async () => {
  const { statusCode, headers, body } = await app.inject('/metrics');
  expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
  for (const name of [
    'tally_total',
    'messages_total',
    'inbound_total',
    'settled_total',
    'receive_seconds',
    'outbox_messages',
    'follow_ups',
  ])
    expect(body).toMatch(new RegExp(`^# TYPE huifang_${name} (counter|gauge|histogram)$`, 'm'));
  expect(body).toContain('huifang_outbox_messages{state="pending"} 0');
});

test('an unknown route is a 404 with the code, and does not repeat the address', async () => {
  for (const url of ['/nothing', '/patients/13800010001?name=x']) {
    const { statusCode, body } = await app.inject(url);
    expect([statusCode, JSON.parse(body)]).toEqual([404, { error: 'not found', code: 'NOT_FOUND', details: [] }]);
  }
  expect((await app.inject({ method: 'GET', url: '/webhooks/echo' })).statusCode).toBe(404);
});

test('a body that is no form or JSON, broken or too large is refused and reaches no carrier', async () => {
  const before = received.length;
  const post = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/webhooks/echo', payload, headers: { 'content-type': type } });
  const broken = await post('{"a":', 'application/json');
  expect([broken.statusCode, broken.json()]).toEqual([400, expect.objectContaining({ code: 'BAD_REQUEST' })]);
  expect((await post('x', 'text/csv')).statusCode).toBe(415);
  expect((await post(`Body=${'x'.repeat(300_000)}`, form['content-type'])).statusCode).toBe(413);
  expect(received).toHaveLength(before);
});

test('a webhook gets the form untrimmed and the raw address; its answer goes out as it is', async () => {
  const payload = 'Body=+hi+&Empty=&A=1&A=2&N=%E7%8E%8B';
  const answer = await app.inject({ method: 'POST', url: '/webhooks/echo?m=c1.2', payload, headers: form });
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'text/xml', '<Response/>']);
  expect(received.at(-1)).toMatchObject({
    rawUrl: '/webhooks/echo?m=c1.2',
    query: { m: 'c1.2' },
    form: { Body: ' hi ', Empty: '', A: ['1', '2'], N: '王' },
  });
});

test('a refusal of ours carries its code and details; a bug says nothing of its cause, in the answer or in the log', async () => {
  const post = (payload: string) => app.inject({ method: 'POST', url: '/webhooks/echo', payload, headers: form });
  const refused = await post('fail=ours');
  expect([refused.statusCode, refused.json()]).toEqual([
    400,
    { error: 'the request is not valid', code: 'BAD_REQUEST', details: ['fail: ours — allowed: nothing'] },
  ]);
  const failed = await post('fail=bug');
  expect([failed.statusCode, failed.json()]).toEqual([500, { error: 'internal error', code: 'INTERNAL', details: [] }]);
  expect(logged.join('\n')).toContain('/webhooks/echo');
  expect(logged.join('\n')).not.toMatch(/王建国|13800010001/);
});
