import { expect, test } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import { cutText } from '../../../src/channels/telegram/text.ts';
import type { Fault } from '../../support/telegram-stand-in/types.ts';
import { CHAT, outgoing, startRig } from './rig.ts';

test('a message leaves as plain text, without preview of links', async () => {
  const { bot, channel } = await startRig();
  const sent = await channel.send(outgoing('*您好* <b>_王*国_</b> https://h.example'));
  expect(sent).toEqual({ kind: 'sent', providerId: `${CHAT}:${String(bot.sent[0]?.messageId)}`, status: 'sent' });
  expect(bot.called('sendMessage').map(({ payload }) => payload)).toEqual([
    { chat_id: CHAT, text: '*您好* <b>_王*国_</b> https://h.example', link_preview_options: { is_disabled: true } },
  ]);
});

test.each<[string, Fault, object]>([
  [
    'too fast',
    { kind: 'too_many', retryAfter: 7 },
    { class: 'retryable', code: '429', retryAfterMs: 7_000, slowsChannel: true },
  ],
  [
    'blocked',
    { kind: 'refuse', status: 403, description: 'Forbidden: bot was blocked by the user' },
    { class: 'permanent', consequence: 'unreachable' },
  ],
  [
    'deactivated',
    { kind: 'refuse', status: 403, description: 'Forbidden: user is deactivated' },
    { class: 'permanent', consequence: 'unreachable' },
  ],
  [
    'never pressed Start',
    { kind: 'refuse', status: 403, description: "Forbidden: bot can't initiate conversation with a user" },
    { class: 'permanent', consequence: 'unreachable' },
  ],
  [
    'no such chat',
    { kind: 'refuse', status: 400, description: 'Bad Request: chat not found' },
    { class: 'permanent', consequence: 'unreachable' },
  ],
  [
    'a bad message',
    { kind: 'refuse', status: 400, description: 'Bad Request: message text is empty' },
    { class: 'our_fault', scope: 'message' },
  ],
  ['a bad token', { kind: 'refuse', status: 401, description: 'Unauthorized' }, { class: 'our_fault' }],
  ['a bad gateway, not taken', { kind: 'server_error', when: 'before' }, { class: 'uncertain', code: 'http_502' }],
  ['a bad gateway, taken', { kind: 'server_error', when: 'after' }, { class: 'uncertain' }],
  ['no answer', { kind: 'silence', when: 'after' }, { class: 'uncertain', code: 'timeout' }],
])('%s', async (_, fault, failure) => {
  const { bot, channel } = await startRig();
  bot.fail(fault);
  const outcome = await channel.send(outgoing('您好'));
  expect(outcome).toMatchObject({ kind: 'failed', ...failure });
  // The sentence for staff never holds the chat or the token.
  expect(JSON.stringify(outcome)).not.toContain(CHAT);
  if ('class' in failure && failure.class === 'our_fault' && !('scope' in failure))
    expect(outcome).not.toHaveProperty('scope');
});

test('a machine that refuses the connection: the message never left, and may be tried again', async () => {
  const { bot } = await startRig();
  const apiRoot = bot.url.replace(/\d+$/, '1');
  const channel = createTelegramChannel({ token: bot.token, arrival: { mode: 'polling' }, apiRoot, chatGapMs: 0 });
  expect(await channel.send(outgoing('您好'))).toMatchObject({ class: 'retryable', code: 'refused' });
});

test('a long text goes in parts, in order, with the buttons at the end', async () => {
  const { bot, channel } = await startRig();
  const lines = Array.from({ length: 300 }, (_, index) => `第${String(index)}行：请按时复诊，带好病历和检查结果。`);
  const text = lines.join('\n');
  expect(await channel.send(outgoing(text, { options: ['好'] }))).toMatchObject({ kind: 'sent' });
  const parts = bot.chat(CHAT);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  for (const part of parts.slice(0, -1)) expect([part.text.endsWith('\n'), part.buttons]).toEqual([true, []]);
  expect(parts.at(-1)?.buttons).toHaveLength(1);
});

test('once a part is out, a failure is never taken for a message that did not leave', async () => {
  const { bot, channel } = await startRig();
  const text = '字'.repeat(5_000);
  bot.fail({ kind: 'none' }, { kind: 'too_many', retryAfter: 1 });
  expect(await channel.send(outgoing(text))).toMatchObject({ class: 'uncertain', code: 'part' });
  bot.fail({ kind: 'none' }, { kind: 'refuse', status: 403, description: 'Forbidden: bot was blocked by the user' });
  expect(await channel.send(outgoing(text))).toMatchObject({ class: 'permanent', consequence: 'unreachable' });
});

test('cuts: at the end of a sentence, else at a blank, never inside a sign', () => {
  expect(cutText('您好。请复诊。再见', 8)).toEqual(['您好。请复诊。', '再见']);
  expect(cutText('please come to the clinic', 12)).toEqual(['please come ', 'to the ', 'clinic']);
  expect(cutText('好好好😀好', 4)).toEqual(['好好好', '😀好']);
  expect(cutText('刚好', 2)).toEqual(['刚好']);
});

test('one chat gets one message at a time, another one does not wait for it', async () => {
  const { channel } = await startRig({ chatGapMs: 300 });
  const began = performance.now();
  const times: Record<string, number> = {};
  const send = async (name: string, address: string) => {
    await channel.send(outgoing(name, { address }));
    times[name] = performance.now() - began;
  };
  await Promise.all([send('a1', '1000'), send('a2', '1000'), send('b1', '2000')]);
  expect(times['a2']).toBeGreaterThanOrEqual(290);
  expect(times['b1']).toBeLessThan(290);
});

test('what it says of itself: a bot does not write first, has buttons, and a repeat would be a second message', async () => {
  const { channel } = await startRig();
  expect(channel.capabilities(CHAT)).toEqual({ twoWay: true, canInitiate: false, buttons: true, idempotent: false });
  expect('reconcile' in channel).toBe(false);
});
