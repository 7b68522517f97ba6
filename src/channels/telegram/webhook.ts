import { createHash, timingSafeEqual } from 'node:crypto';
import { type Logger, silentLogger } from '../../domain/logger.ts';
import type { Webhook, WebhookResponse } from '../channel.ts';
import { TELEGRAM_PATH } from './options.ts';
import type { Receiver } from './receive.ts';

const FORBIDDEN: WebhookResponse = { status: 403, body: '' };
const TAKEN: WebhookResponse = { status: 200, body: '' };
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The address that Telegram calls. The secret is compared by hashes of one length, in constant time. 200 is given after the durable
 * commit, also for what we leave alone: anything else and Telegram sends it again and again.
 */
export function telegramWebhook(secret: string, receiver: Receiver, logger: Logger = silentLogger): Webhook {
  const expected = digest(secret);
  return {
    path: TELEGRAM_PATH,
    async handle(request, host) {
      const given = request.headers[SECRET_HEADER];
      if (given === undefined || !timingSafeEqual(digest(given), expected)) {
        logger.warn({ signed: given !== undefined }, 'a webhook call with a wrong secret was refused');
        return FORBIDDEN;
      }
      await receiver.take(request.body, host);
      return TAKEN;
    },
  };
}
