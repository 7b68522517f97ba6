import type { Capabilities, Channel } from '../channel.ts';
import { telegramApi } from './api.ts';
import { Background } from './background.ts';
import { botIdOf, type TelegramOptions } from './options.ts';
import { Receiver } from './receive.ts';
import { ChatPace, sendMessage } from './send.ts';
import { telegramWebhook } from './webhook.ts';

/** A bot writes only to who pressed Start; what it sent cannot be listed, and sending twice is two messages. */
const CAPABILITIES: Capabilities = { twoWay: true, canInitiate: false, buttons: true, idempotent: false };

/** A Telegram bot: updates in by webhook or long polling, messages out by the Bot API. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, arrival, logger, chatGapMs } = options;
  const api = telegramApi(options);
  const pace = new ChatPace(chatGapMs);
  const receiver = new Receiver(api, botIdOf(token), logger);
  let background: Background | undefined;
  return {
    id: 'telegram',
    webhooks: arrival.mode === 'webhook' ? [telegramWebhook(arrival.secret, receiver, logger)] : [],
    capabilities: () => CAPABILITIES,
    send: (message) => sendMessage(api, pace, message),
    start(host) {
      background = new Background(api, options, receiver);
      background.start(host);
      return Promise.resolve();
    },
    async stop() {
      await background?.stop();
      await receiver.settled();
    },
  };
}
