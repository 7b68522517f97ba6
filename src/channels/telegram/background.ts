import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND } from '../../domain/clock.ts';
import { type Logger, silentLogger } from '../../domain/logger.ts';
import type { ChannelHost } from '../channel.ts';
import type { Api } from './api.ts';
import { failureOfError } from './failure.ts';
import { ALLOWED_UPDATES, TELEGRAM_PATH, type TelegramOptions } from './options.ts';
import type { Receiver } from './receive.ts';
import { updateIdOf } from './update.ts';

const DEFAULT_RETRY = 5 * SECOND;
const LONGEST_RETRY = 10 * MINUTE;
const DEFAULT_POLL_SECONDS = 25;
/** What a long poll may take beyond what it was asked for. */
const POLL_GRACE = 10 * SECOND;

/** What runs beside the webhooks: telling Telegram where to call, or asking it for updates. */
export class Background {
  readonly #api: Api;
  readonly #options: TelegramOptions;
  readonly #logger: Logger;
  readonly #receiver: Receiver;
  readonly #ending = new AbortController();
  #task: Promise<void> = Promise.resolve();

  constructor(api: Api, options: TelegramOptions, receiver: Receiver) {
    this.#api = api;
    this.#options = options;
    this.#logger = options.logger ?? silentLogger;
    this.#receiver = receiver;
  }

  /** Returns at once: a Telegram that cannot be reached must not keep the service from starting. */
  start(host: ChannelHost): void {
    const { arrival } = this.#options;
    this.#task = (arrival.mode === 'webhook' ? this.#register(arrival) : this.#poll(host)).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'Telegram: updates are no longer received');
    });
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#task;
    await this.#receiver.settled();
  }

  async #register({ publicBaseUrl, secret }: { publicBaseUrl: string; secret: string }): Promise<void> {
    const url = `${publicBaseUrl}${TELEGRAM_PATH}`;
    const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 40 };
    await this.#untilDone(() => this.#api.call('setWebhook', payload, { signal: this.#ending.signal }));
    if (!this.#ended()) this.#logger.info({}, 'Telegram calls this service from now on');
  }

  async #poll(host: ChannelHost): Promise<void> {
    const { signal } = this.#ending;
    const { pollSeconds = DEFAULT_POLL_SECONDS } = this.#options;
    await this.#untilDone(() => this.#api.call('deleteWebhook', {}, { signal }));
    let offset: number | undefined;
    const ask = async (): Promise<void> => {
      const from = offset === undefined ? {} : { offset };
      const payload = { timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES, ...from };
      const timeoutMs = pollSeconds * SECOND + POLL_GRACE;
      const updates = await this.#api.call('getUpdates', payload, { timeoutMs, signal });
      for (const update of Array.isArray(updates) ? (updates as unknown[]) : []) {
        await this.#receiver.take(update, host);
        // Asking for the next one tells Telegram to forget this one, which is on disk now.
        const id = updateIdOf(update);
        if (id !== undefined) offset = id + 1;
      }
    };
    while (!this.#ended()) await this.#untilDone(ask);
  }

  #ended(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Repeats a step until it succeeds or the channel is stopped, with growing pauses. */
  async #untilDone(step: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#ending;
    let pause = this.#options.retryMs ?? DEFAULT_RETRY;
    while (!this.#ended()) {
      try {
        await step();
        return;
      } catch (error) {
        if (this.#ended()) return;
        const { code, retryAfterMs = 0 } = failureOfError(error);
        this.#logger.warn({ code }, 'Telegram could not be asked; it is asked again');
        await sleep(Math.max(pause, retryAfterMs), undefined, { signal }).catch(() => undefined);
        pause = Math.min(LONGEST_RETRY, pause * 2);
      }
    }
  }
}
