import { expect, onTestFinished, test } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import { TelegramStandIn } from '../../support/telegram-stand-in/server.ts';
import { CHAT, Host, PUBLIC, SECRET, startRig, until } from './rig.ts';

const POLLING = { arrival: { mode: 'polling' } } as const;

test('polling drops the webhook, has no address of its own, and takes updates in order', async () => {
  const { bot, host, channel, until } = await startRig(POLLING);
  expect(channel.webhooks).toEqual([]);
  for (const text of ['方便', '满意', '没有了']) bot.queue(bot.text(CHAT, text));
  await until(() => host.received.length === 3);
  expect(host.received.map(({ text }) => text)).toEqual(['方便', '满意', '没有了']);
  expect(bot.called('deleteWebhook')).toHaveLength(1);
  await until(() => bot.pending === 0);
});

test('the cursor moves only past what is stored: a failure in the middle repeats nothing and loses nothing', async () => {
  const { bot, host, until } = await startRig(POLLING);
  await until(() => bot.called('getUpdates').length > 0);
  const [first, second] = [bot.text(CHAT, '一'), bot.text(CHAT, '二')];
  host.failures = 1;
  bot.queue(first);
  bot.queue(second);
  await until(() => host.received.length === 2 && bot.pending === 0);
  const offsets = bot.called('getUpdates').map(({ payload }) => payload['offset']);
  // The first failed: nothing was confirmed before both were stored.
  expect(offsets.filter((offset) => offset !== undefined)[0]).toBe(second.update_id + 1);
});

test('what was not stored before a stop is there at the next start', async () => {
  const { bot, host, channel, until } = await startRig(POLLING);
  host.failures = Number.POSITIVE_INFINITY;
  bot.queue(bot.text(CHAT, '满意'));
  await until(() => bot.called('getUpdates').length > 1);
  await channel.stop?.();
  expect([host.received.length, bot.pending]).toEqual([0, 1]);
  const next = createTelegramChannel({ token: bot.token, ...POLLING, apiRoot: bot.url, pollSeconds: 1 });
  const later = new Host();
  await next.start?.(later);
  await until(() => later.received.length === 1);
  await next.stop?.();
});

test('trouble at Telegram: the service starts all the same, and asks again', async () => {
  const polling = await startRig({ ...POLLING, timeoutMs: 200 });
  polling.bot.troubles = 3;
  polling.bot.queue(polling.bot.text(CHAT, '满意'));
  await polling.until(() => polling.host.received.length === 1);
  expect(polling.bot.troubles).toBe(0);

  const hooked = await startRig({ token: '999999:wrong-wrong-wrong-wrong-wrong' });
  expect(hooked.bot.webhook).toBeUndefined();
});

test('the webhook is registered once Telegram takes it', async () => {
  const bot = await TelegramStandIn.start();
  onTestFinished(() => bot.close());
  bot.troubles = 2;
  const arrival = { mode: 'webhook', publicBaseUrl: PUBLIC, secret: SECRET } as const;
  const channel = createTelegramChannel({ token: bot.token, arrival, apiRoot: bot.url, retryMs: 10 });
  await channel.start?.(new Host());
  await until(() => bot.webhook !== undefined);
  await channel.stop?.();
  expect(bot.called('setWebhook')).toHaveLength(3);
});
