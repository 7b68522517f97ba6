import type { Logger } from '../../domain/logger.ts';

/** How updates come in: Telegram calls us, or we ask for them (a trial on a machine that cannot be reached from outside). */
type Arrival =
  | {
      readonly mode: 'webhook';
      /** The address at which Telegram reaches this service; without a slash at the end. */
      readonly publicBaseUrl: string;
      /** 1–256 of A-Za-z0-9_-; proves that a call comes from Telegram. */
      readonly secret: string;
    }
  | { readonly mode: 'polling' };

/** How this hospital's bot is reached. */
export interface TelegramOptions {
  /** `123456:AA…`, from BotFather. */
  readonly token: string;
  readonly arrival: Arrival;
  readonly logger?: Logger;
  /** Instead of https://api.telegram.org: a stand-in, for tests. */
  readonly apiRoot?: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs?: number;
  /** Seconds that Telegram keeps a request for updates open. */
  readonly pollSeconds?: number;
  /** Milliseconds before a call that sets things up, or asks for updates, is repeated; it doubles. */
  readonly retryMs?: number;
  /** Milliseconds between two messages to the same chat. */
  readonly chatGapMs?: number;
}

/** Where Telegram posts updates, below the public base address. */
export const TELEGRAM_PATH = '/webhooks/telegram';

/** What we ask for; everything else Telegram keeps to itself. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** The bot's own id stands before the colon of its token: updates are numbered per bot. */
export function botIdOf(token: string): string {
  return token.slice(0, token.indexOf(':'));
}
