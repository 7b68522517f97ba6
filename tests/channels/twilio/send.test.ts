import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel, OutgoingMessage, SendFailure } from '../../../src/channels/channel.ts';
import { createTwilioChannel } from '../../../src/channels/twilio/channel.ts';
import type { TwilioOptions } from '../../../src/channels/twilio/options.ts';
import { validityPeriod } from '../../../src/channels/twilio/send.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in/server.ts';
import type { Fault } from '../../support/twilio-stand-in/types.ts';

let carrier: TwilioStandIn;

beforeEach(async () => {
  carrier = await startTwilioStandIn({ callbacks: { drop: 1 } });
});

afterEach(async () => {
  await carrier.close();
});

function channel(options: Partial<TwilioOptions> = {}): Channel {
  return createTwilioChannel({
    accountSid: carrier.accountSid,
    authToken: carrier.authToken,
    from: carrier.number,
    apiBaseUrl: carrier.url,
    publicBaseUrl: 'https://hospital.example/',
    timeoutMs: 300,
    ...options,
  });
}

function message(part: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const now = Date.now();
  return {
    id: 'c1.7',
    address: '+85261234567',
    text: '您好',
    options: [],
    expiresAt: now + HOUR,
    firstTriedAt: now,
    ...part,
  };
}

test('a send carries our id, the sender and the time for which it is worth delivering', async () => {
  const outcome = await channel().send(message());
  expect(outcome).toEqual({ kind: 'sent', providerId: carrier.accepted[0]?.sid, status: 'queued' });
  const form = Object.fromEntries(carrier.requests[0] ?? []);
  expect(form).toMatchObject({
    To: '+85261234567',
    From: carrier.number,
    Body: '您好',
    StatusCallback: 'https://hospital.example/webhooks/twilio/status?m=c1.7',
  });
  expect(Number(form['ValidityPeriod'])).toBeGreaterThan(3590);
  expect(carrier.misuse).toEqual([]);
});

test('a messaging service stands in for the number', async () => {
  await channel({ messagingServiceSid: 'MG1' }).send(message());
  expect(carrier.requests[0]?.get('MessagingServiceSid')).toBe('MG1');
  expect(carrier.requests[0]?.has('From')).toBe(false);
});

test.each([
  [-5 * SECOND, 1],
  [1500, 1],
  [90 * SECOND, 90],
  [24 * HOUR, 36_000],
])('%d ms left are %d s of validity', (left, seconds) => {
  expect(validityPeriod(1_000_000 + left, 1_000_000)).toBe(seconds);
});

test.each<[string, Fault, Partial<SendFailure>]>([
  [
    '429 with Retry-After',
    { kind: 'too_many', retryAfter: 7 },
    { class: 'retryable', retryAfterMs: 7 * SECOND, slowsChannel: true },
  ],
  ['429 without', { kind: 'too_many' }, { class: 'retryable', code: '20429' }],
  ['5xx before acceptance', { kind: 'server_error', when: 'before' }, { class: 'uncertain' }],
  ['502 after acceptance', { kind: 'server_error', when: 'after', status: 502 }, { class: 'uncertain' }],
  ['no answer', { kind: 'silence', when: 'after' }, { class: 'uncertain', code: 'timeout' }],
  ['a reset', { kind: 'reset', when: 'after' }, { class: 'uncertain', code: 'econnreset' }],
  ['queue full', { kind: 'refuse', code: 30001 }, { class: 'retryable' }],
  ['unsubscribed', { kind: 'refuse', code: 21610 }, { class: 'permanent', consequence: 'opted_out', code: '21610' }],
  ['bad number', { kind: 'refuse', code: 21211 }, { class: 'permanent', consequence: 'unreachable' }],
  ['wrong token', { kind: 'refuse', code: 20003 }, { class: 'our_fault' }],
  ['wrong sender', { kind: 'refuse', code: 21606 }, { class: 'our_fault' }],
  ['too long', { kind: 'refuse', code: 21617 }, { class: 'our_fault', scope: 'message', maxAttempts: 1 }],
  ['a new code with 400', { kind: 'refuse', code: 29999 }, { class: 'permanent', code: '29999' }],
  ['a new code with 403', { kind: 'refuse', code: 29998, status: 403 }, { class: 'our_fault' }],
  ['a new code with 500', { kind: 'refuse', code: 29997, status: 500 }, { class: 'uncertain' }],
])('%s', async (_name, fault, expected) => {
  carrier.fail(fault);
  expect(await channel().send(message())).toMatchObject({ kind: 'failed', ...expected });
});

test.each([
  ['+15005550001', '21211'],
  ['+15005550004', '21610'],
  ['+15005550009', '21614'],
])("Twilio's test number %s answers %s", async (address, code) => {
  expect(await channel().send(message({ address }))).toMatchObject({ code });
});

test('no connection means that nothing left', async () => {
  expect(await channel({ apiBaseUrl: 'http://127.0.0.1:9' }).send(message())).toMatchObject({
    class: 'retryable',
    code: 'refused',
  });
  expect(await channel({ apiBaseUrl: 'http://no-such-host.invalid' }).send(message())).toMatchObject({
    class: 'retryable',
  });
});

test('an account that the library refuses is a fault of ours, not an exception', async () => {
  expect(await channel({ accountSid: 'wrong' }).send(message())).toMatchObject({ class: 'our_fault', code: 'client' });
});

test('wrong credentials are told apart', async () => {
  expect(await channel({ authToken: 'other' }).send(message())).toMatchObject({ class: 'our_fault', code: '20003' });
  expect(carrier.misuse).toEqual(['authorisation']);
});

test('what staff read never contains the number or the text', async () => {
  carrier.fail({ kind: 'refuse', code: 29999 });
  const outcome = await channel().send(message());
  expect(JSON.stringify(outcome)).not.toMatch(/61234567|您好/);
});

const free = () => Promise.resolve(false);

test('reconciliation finds a message on a later page of the list', async () => {
  const own = channel();
  await own.send(message({ text: '要找的' }));
  for (let n = 0; n < 205; n += 1)
    await carrier.inject({ from: '+85260000000', to: '+85261234567', body: String(n), times: 0 });
  const found = await own.reconcile?.(message({ text: '要找的' }), undefined, free);
  expect(found).toEqual({ kind: 'found', providerId: carrier.accepted[0]?.sid, status: 'delivered' });
});

test('reconciliation does not call absent what still waits in the queue of the carrier', async () => {
  carrier.setCallbacks({ statuses: ['queued'] });
  const sentAt = Date.now();
  await channel().send(message());
  const later = channel({ now: () => sentAt + 11 * MINUTE });
  expect(await later.reconcile?.(message({ firstTriedAt: sentAt }), undefined, free)).toMatchObject({
    kind: 'found',
    status: 'queued',
  });
});

test('absent is said only after ten minutes, of a list that was read', async () => {
  const triedAt = Date.now();
  const look = (after: number) =>
    channel({ now: () => triedAt + after }).reconcile?.(message({ firstTriedAt: triedAt }), undefined, free);
  expect(await look(9 * MINUTE)).toMatchObject({ kind: 'unknown' });
  expect(await look(10 * MINUTE)).toEqual({ kind: 'absent' });
  carrier.refuseLists(true);
  expect(await look(10 * MINUTE)).toMatchObject({ kind: 'unknown' });
});

test('how long a list is given to show a message can be set, for trials', async () => {
  const triedAt = Date.now();
  const quick = channel({ absentAfterMs: 2 * SECOND, now: () => triedAt + 3 * SECOND });
  expect(await quick.reconcile?.(message({ firstTriedAt: triedAt }), undefined, free)).toEqual({ kind: 'absent' });
});

test('another message with the same words is not taken for it: older, other number, or known', async () => {
  const own = channel();
  await own.send(message());
  await own.send(message({ address: '+85260000001' }));
  const [first] = carrier.accepted;
  const later = message({ firstTriedAt: Date.now() + 20 * MINUTE });
  expect(await own.reconcile?.(later, undefined, free)).toMatchObject({ kind: 'unknown' });
  const known = (sid: string) => Promise.resolve(sid === first?.sid);
  expect(await own.reconcile?.(message(), undefined, known)).toMatchObject({ kind: 'unknown' });
});

test('a known provider id is looked up by itself, with its failure', async () => {
  carrier.fail({ kind: 'undelivered', code: 30003 });
  const own = channel();
  await own.send(message());
  const sid = carrier.accepted[0]?.sid;
  expect(await own.reconcile?.(message(), sid, free)).toMatchObject({
    kind: 'found',
    providerId: sid,
    status: 'undelivered',
    failure: { class: 'retryable', code: '30003' },
  });
});

test('received messages are listed oldest first, with what the carrier acted on', async () => {
  await carrier.inject({ from: '+85261111111', body: '满意', sid: 'SMa', times: 0 });
  await carrier.inject({ from: '+85262222222', body: 'STOP', sid: 'SMb', times: 0 });
  await carrier.inject({ from: '+85263333333', sid: 'MMc', mediaTypes: ['image/png'], times: 0 });
  await carrier.inject({ from: '+85264444444', body: 'x', sid: 'SMd', to: '+15550009999', times: 0 });
  await channel().send(message());
  const listed = await channel().listInbound?.(Date.now() - MINUTE);
  expect(listed?.map(({ externalId, text, carrierKeyword }) => [externalId, text, carrierKeyword])).toEqual([
    ['SMa', '满意', undefined],
    ['SMb', 'STOP', 'stop'],
    ['MMc', '[图片]', undefined],
  ]);
  const withService = channel({ messagingServiceSid: 'MG1' });
  expect(await withService.listInbound?.(Date.now() - MINUTE)).toHaveLength(3);
});

test('mainland China and Taiwan hear us and cannot answer', () => {
  const own = channel();
  expect(own.capabilities('+8613800138000').twoWay).toBe(false);
  expect(own.capabilities('+886912345678').twoWay).toBe(false);
  expect(own.capabilities('+85261234567')).toEqual({
    twoWay: true,
    canInitiate: true,
    buttons: false,
    idempotent: false,
  });
});
