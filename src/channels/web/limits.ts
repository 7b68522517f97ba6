import { DAY, HOUR, MINUTE } from '../../domain/clock.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { networkOf, Spans } from '../../domain/limits.ts';

/** How much one visitor, and one network address, may do. */
export interface ChatLimits {
  readonly messagesPerMinute: number;
  readonly messagesPerDay: number;
  /** All sessions of one address together: a ward's WLAN has one. */
  readonly addressMessagesPerMinute: number;
  readonly sessionsPerHour: number;
  /** Pages that are open at once. */
  readonly pagesPerSession: number;
  readonly pagesPerAddress: number;
  readonly pages: number;
}

export const CHAT_LIMITS: ChatLimits = {
  messagesPerMinute: 20,
  messagesPerDay: 300,
  addressMessagesPerMinute: 240,
  sessionsPerHour: 60,
  pagesPerSession: 8,
  pagesPerAddress: 300,
  pages: 5_000,
};

/** Why not, and after how many milliseconds it works again. */
export interface Refusal {
  readonly code: Extract<ErrorCode, `CHAT_${string}`>;
  readonly waitMs: number;
}

/** The limits of all visitors. In memory: a restart begins to count anew. */
export class Limits {
  readonly #minute: Spans;
  readonly #day: Spans;
  readonly #addressMinute: Spans;
  readonly #sessions: Spans;

  constructor(limits: ChatLimits, maxKeys?: number) {
    this.#minute = new Spans(limits.messagesPerMinute, MINUTE, maxKeys);
    this.#day = new Spans(limits.messagesPerDay, DAY, maxKeys);
    this.#addressMinute = new Spans(limits.addressMessagesPerMinute, MINUTE, maxKeys);
    this.#sessions = new Spans(limits.sessionsPerHour, HOUR, maxKeys);
  }

  /** One more session from this network address? */
  session(ip: string, now: number): Refusal | undefined {
    return takeAll([{ spans: this.#sessions, key: networkOf(ip), code: 'CHAT_TOO_MANY_VISITORS' }], now);
  }

  /** One more message? */
  message(session: string, ip: string, now: number): Refusal | undefined {
    return takeAll(
      [
        { spans: this.#day, key: session, code: 'CHAT_DAY_FULL' },
        { spans: this.#minute, key: session, code: 'CHAT_TOO_FAST' },
        { spans: this.#addressMinute, key: networkOf(ip), code: 'CHAT_TOO_FAST' },
      ],
      now,
    );
  }

  /** Counts that are kept now. */
  get size(): number {
    return this.#minute.size + this.#day.size + this.#addressMinute.size + this.#sessions.size;
  }
}

/** What is refused by one count uses up nothing of the others. */
function takeAll(
  counts: readonly { spans: Spans; key: string; code: Refusal['code'] }[],
  now: number,
): Refusal | undefined {
  for (const { spans, key, code } of counts) {
    const waitMs = spans.wait(key, now);
    if (waitMs > 0) return { code, waitMs };
  }
  for (const { spans, key } of counts) spans.take(key, now);
  return undefined;
}
