import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Receipt } from '../../../src/channels/channel.ts';
import { createTwilioChannel } from '../../../src/channels/twilio/channel.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { mountWebhooks } from '../../../src/server/webhooks.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in/server.ts';

const PUBLIC = 'https://hospital.example/huifang';
const FROM = '+85261234567';

let carrier: TwilioStandIn;
let app: FastifyInstance;
let appUrl: string;
let received: InboundMessage[];
let receipts: Receipt[];
let refuse: Error | undefined;

beforeEach(async () => {
  [received, receipts, refuse] = [[], [], undefined];
  carrier = await startTwilioStandIn();
  const channel = createTwilioChannel({
    accountSid: carrier.accountSid,
    authToken: 'coming-token',
    authTokenSecondary: carrier.authToken,
    from: carrier.number,
    publicBaseUrl: `${PUBLIC}/#rc=5&rp=all`,
  });
  app = fastify();
  await app.register(formbody);
  mountWebhooks(app, [channel], {
    receive: (message) => {
      if (refuse !== undefined) return Promise.reject(refuse);
      received.push(message);
      return Promise.resolve('accepted');
    },
    receipt: (receipt) => {
      receipts.push(receipt);
      return Promise.resolve();
    },
    report: () => Promise.resolve(),
    now: () => 1_000,
  });
  appUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  carrier.setApp(appUrl, PUBLIC);
});

afterEach(async () => {
  await app.close();
  await carrier.close();
});

test('a message comes in, and the answer is an empty TwiML', async () => {
  const [answer] = await carrier.inject({ from: FROM, body: '满意', sid: 'SM1' });
  expect(answer).toMatchObject({ status: 200, body: '<Response/>' });
  expect(answer?.contentType).toContain('text/xml');
  expect(received).toEqual([{ channel: 'sms', address: FROM, externalId: 'SM1', text: '满意', receivedAt: 1_000 }]);
});

test.each<[string, Parameters<TwilioStandIn['inject']>[0], Partial<InboundMessage>]>([
  ['blanks and signs are kept', { from: FROM, body: '  1 + 1 & 2 = "三"\n' }, { text: '  1 + 1 & 2 = "三"\n' }],
  [
    'fields nobody knows',
    { from: FROM, body: '好', fields: { ChannelMetadata: '{}', 'Odd Name': ' ', Ä: 'ß' } },
    { text: '好' },
  ],
  ['a picture without words', { from: FROM, mediaTypes: ['image/jpeg'] }, { text: '[图片]' }],
  ['a voice message', { from: FROM, body: ' ', mediaTypes: ['audio/amr'] }, { text: '[语音]' }],
  ['a picture with words', { from: FROM, body: '看看', mediaTypes: ['image/png'] }, { text: '看看' }],
  ['an empty text', { from: FROM, body: '' }, { text: '' }],
  ['an opt-out the carrier names', { from: FROM, body: '退订', optOutType: 'STOP' }, { carrierKeyword: 'stop' }],
  ['its word decides over the text', { from: FROM, body: 'stop', optOutType: 'HELP' }, { carrierKeyword: 'help' }],
  ['a default word of the carrier', { from: FROM, body: ' Stop ' }, { carrierKeyword: 'stop', text: ' Stop ' }],
  ['cancel unsubscribes there', { from: FROM, body: 'CANCEL' }, { carrierKeyword: 'stop' }],
  ['unstop', { from: FROM, body: 'unstop' }, { carrierKeyword: 'start' }],
  ['info', { from: FROM, body: 'INFO' }, { carrierKeyword: 'help' }],
  [
    'another account and number of ours',
    { from: FROM, body: '好', to: '+15550001111', fields: { AccountSid: 'ACother' } },
    { text: '好' },
  ],
])('%s', async (_name, text, expected) => {
  const [answer] = await carrier.inject(text);
  expect(answer?.status).toBe(200);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject(expected);
});

test.each(['YES', 'stop it', '停', '退订', 'Stop please', 'constructor'])(
  '"%s" is no word of the carrier',
  async (body) => {
    await carrier.inject({ from: FROM, body });
    expect(received[0]?.text).toBe(body);
    expect(received[0]?.carrierKeyword).toBeUndefined();
  },
);

test.each<[string, (form: Record<string, string>, signature: string) => Record<string, string>]>([
  ['no signature', () => ({})],
  ['an empty one', () => ({ 'x-twilio-signature': '' })],
  ['one of another token', (form) => ({ 'x-twilio-signature': sign(form, 'guess') })],
  [
    'one for the address in Host',
    (form) => ({ 'x-twilio-signature': sign(form, undefined, `${appUrl}/webhooks/twilio/inbound`) }),
  ],
  [
    'forwarding headers',
    (form) => ({
      'x-twilio-signature': sign(form, undefined, 'https://evil.example/webhooks/twilio/inbound'),
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    }),
  ],
])('refused with 403 and nothing else: %s', async (_name, headersOf) => {
  const form = { MessageSid: 'SM1', From: FROM, To: '+1', Body: 'x' };
  const response = await post('/webhooks/twilio/inbound', form, headersOf(form, sign(form)));
  expect(response.status).toBe(403);
  expect(await response.text()).toBe('');
  expect(received).toEqual([]);
});

test('a changed field spoils the signature', async () => {
  const form = { MessageSid: 'SM1', From: FROM, Body: '满意 ' };
  const headers = { 'x-twilio-signature': sign(form) };
  expect((await post('/webhooks/twilio/inbound', { ...form, Body: '满意' }, headers)).status).toBe(403);
  expect((await post('/webhooks/twilio/inbound', form, headers)).status).toBe(200);
});

test('what could not be stored is not acknowledged', async () => {
  refuse = new Error('disk full');
  const [answer] = await carrier.inject({ from: FROM, body: '好' });
  expect(answer?.status).toBe(500);
});

test('a signed call without sender or id is refused', async () => {
  const form = { Body: '好' };
  const response = await post('/webhooks/twilio/inbound', form, { 'x-twilio-signature': sign(form) });
  expect(response.status).toBe(400);
  expect(received).toEqual([]);
});

test.each<[string, string | undefined, Partial<Receipt>]>([
  ['queued', undefined, { status: 'queued' }],
  ['sending', undefined, { status: 'sending' }],
  ['canceled', undefined, { status: 'cancelled' }],
  ['delivered', '', { status: 'delivered' }],
  [
    'undelivered',
    '30003',
    { status: 'undelivered', failure: expect.objectContaining({ class: 'retryable', code: '30003' }) as never },
  ],
  ['failed', '21610', { status: 'failed', failure: expect.objectContaining({ consequence: 'opted_out' }) as never }],
  [
    'failed',
    undefined,
    { status: 'failed', failure: expect.objectContaining({ class: 'permanent', code: 'unknown' }) as never },
  ],
])('status %s %s', async (status, code, expected) => {
  const form = { MessageSid: 'SM9', MessageStatus: status, ...(code === undefined ? {} : { ErrorCode: code }) };
  const path = '/webhooks/twilio/status?m=01ABC.7';
  const response = await post(path, form, { 'x-twilio-signature': sign(form, undefined, PUBLIC + path) });
  expect(response.status).toBe(200);
  expect(receipts).toHaveLength(1);
  expect(receipts[0]).toMatchObject({ id: '01ABC.7', providerId: 'SM9', at: 1_000, ...expected });
});

test('a state with an unknown name is acknowledged and not passed on; another message id is refused', async () => {
  const form = { MessageSid: 'SM9', MessageStatus: 'teleported' };
  const path = '/webhooks/twilio/status?m=01ABC.7';
  const headers = { 'x-twilio-signature': sign(form, undefined, PUBLIC + path) };
  expect((await post(path, form, headers)).status).toBe(200);
  expect((await post('/webhooks/twilio/status?m=01ABC.8', form, headers)).status).toBe(403);
  expect(receipts).toEqual([]);
});

function sign(form: Record<string, string>, token?: string, url = `${PUBLIC}/webhooks/twilio/inbound`): string {
  return twilio.getExpectedTwilioSignature(token ?? carrier.authToken, url, form);
}

function post(path: string, form: Record<string, string>, headers: Record<string, string>): Promise<Response> {
  return fetch(appUrl + path, { method: 'POST', body: new URLSearchParams(form), headers });
}
