import { type Logger, silentLogger } from '../../domain/logger.ts';
import type { ChannelHost } from '../channel.ts';
import type { Api } from './api.ts';
import { failureOfError } from './failure.ts';
import { type Incoming, readUpdate } from './update.ts';

type Tap = Extract<Incoming, { type: 'tap' }>;

/** Hands updates in, however they came, and takes the buttons off what was answered. */
export class Receiver {
  readonly #api: Api;
  readonly #botId: string;
  readonly #logger: Logger;
  readonly #courtesies = new Set<Promise<void>>();

  constructor(api: Api, botId: string, logger: Logger = silentLogger) {
    this.#api = api;
    this.#botId = botId;
    this.#logger = logger;
  }

  /** Resolves after the durable commit; rejects when there was none, and the update has to come again. */
  async take(update: unknown, host: ChannelHost): Promise<void> {
    const incoming = readUpdate(update, { botId: this.#botId, receivedAt: host.now() });
    switch (incoming.type) {
      case 'message':
        await host.receive(incoming.message);
        return;
      case 'report':
        await host.report(incoming.report);
        return;
      case 'tap':
        if (incoming.message !== undefined) await host.receive(incoming.message);
        this.#acknowledge(incoming);
        return;
      case 'ignored':
        this.#logger.info({ why: incoming.why }, 'an update that is not for us was left alone');
    }
  }

  /** Waits for what is still being said to Telegram about taps. */
  async settled(): Promise<void> {
    await Promise.all(this.#courtesies);
  }

  /** Ends the waiting sign on the button and takes the buttons away. The answer is stored: nothing depends on this. */
  #acknowledge({ queryId, on }: Tap): void {
    this.#courtesy('answerCallbackQuery', { callback_query_id: queryId });
    if (on === undefined) return;
    const reply_markup = { inline_keyboard: [] };
    this.#courtesy('editMessageReplyMarkup', { chat_id: on.chat, message_id: on.messageId, reply_markup });
  }

  #courtesy(method: string, payload: object): void {
    const task = this.#api
      .call(method, payload)
      .then(
        () => undefined,
        (error: unknown) => {
          this.#logger.info({ method, code: failureOfError(error).code }, 'a tap was not acknowledged at Telegram');
        },
      )
      .finally(() => {
        this.#courtesies.delete(task);
      });
    this.#courtesies.add(task);
  }
}
