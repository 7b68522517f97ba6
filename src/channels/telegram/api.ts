import { Agent } from 'node:https';
import type { Telegraf } from 'telegraf';
import { SECOND } from '../../domain/clock.ts';
import type { TelegramOptions } from './options.ts';

const DEFAULT_TIMEOUT = 10 * SECOND;

type Calls = Pick<Telegraf['telegram'], 'token'> & {
  callApi(method: string, payload: object, options: { signal: AbortSignal }): Promise<unknown>;
};

/** One method of the Bot API; throws what the library throws. `timeoutMs` for calls that are meant to take long. */
export interface Api {
  call(method: string, payload: object, how?: { timeoutMs?: number; signal?: AbortSignal }): Promise<unknown>;
}

/**
 * Telegraf as an API client and nothing more (channels.md 3). It is loaded at the first call: 70 ms that a deployment without Telegram
 * does not pay. Each call has a connection of its own: one that was kept open may be closed while a message leaves on it, and nobody
 * could tell what became of it.
 */
export function telegramApi({ token, apiRoot, timeoutMs = DEFAULT_TIMEOUT }: TelegramOptions): Api {
  let client: Promise<Calls> | undefined;
  const make = async (): Promise<Calls> => {
    const { Telegraf: Client } = await import('telegraf');
    const telegram = {
      webhookReply: false,
      agent: new Agent({ keepAlive: false }),
      ...(apiRoot === undefined ? {} : { apiRoot }),
    };
    return new Client(token, { telegram }).telegram as unknown as Calls;
  };
  return {
    async call(method, payload, how = {}) {
      client ??= make();
      const limit = AbortSignal.timeout(how.timeoutMs ?? timeoutMs);
      const signal = how.signal === undefined ? limit : AbortSignal.any([limit, how.signal]);
      return (await client).callApi(method, payload, { signal });
    },
  };
}

/** The bot's user name, as links need it. */
export async function askBotName(options: TelegramOptions): Promise<string> {
  const me = await telegramApi(options).call('getMe', {});
  const name = typeof me === 'object' && me !== null && 'username' in me ? me.username : undefined;
  if (typeof name !== 'string') throw new Error('Telegram named no bot');
  return name;
}
