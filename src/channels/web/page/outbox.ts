import type { Answer } from './api.ts';
import type { Storage } from './storage.ts';

const PREFIX = 'unsent.';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Something written that the server has not confirmed. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  /** Epoch ms, by this device. */
  readonly at: number;
  /** The newest line that was on the screen. */
  readonly after: string | null;
}

export interface OutboxListener {
  sending(id: string): void;
  /** `busy`: a reply is being made. */
  sent(id: string, busy: boolean): void;
  /** Did not get out; tried again by itself. `answer` says why, when the server did. */
  waiting(id: string, answer: Answer): void;
  /** The server will never take it. */
  refused(id: string, answer: Answer): void;
  /** The session is over. */
  noSession(): void;
}

/**
 * Sends one message after the other, in order, each until the server has confirmed it. It goes by the id that it got when it
 * was written, so that however often it is sent it arrives once; over a reload it is kept in the browser.
 */
export class Outbox {
  readonly #storage: Storage;
  readonly #send: (message: Unsent) => Promise<Answer>;
  readonly #listener: OutboxListener;
  readonly #queue: Unsent[] = [];
  #failures = 0;
  #timer = 0;
  #busy = false;
  #stopped = false;

  constructor(storage: Storage, send: (message: Unsent) => Promise<Answer>, listener: OutboxListener) {
    this.#storage = storage;
    this.#send = send;
    this.#listener = listener;
  }

  /** What an earlier page could not send, oldest first; it is sent now. */
  resume(): readonly Unsent[] {
    const kept = this.#storage
      .keys()
      .filter((key) => key.indexOf(PREFIX) === 0)
      .sort()
      .map((key) => readUnsent(this.#storage.get(key)))
      .filter((message): message is Unsent => message !== null);
    this.#queue.push(...kept);
    void this.#pump();
    return kept;
  }

  add(message: Unsent): void {
    this.#storage.set(PREFIX + message.id, JSON.stringify(message));
    this.#queue.push(message);
    void this.#pump();
  }

  /** Somebody asks for it, or the network is back: no more waiting. */
  retryNow(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    void this.#pump();
  }

  /** The chat was ended: what was not sent is forgotten. */
  clear(): void {
    this.#stopped = true;
    window.clearTimeout(this.#timer);
    for (const { id } of this.#queue.splice(0)) this.#storage.remove(PREFIX + id);
  }

  /** The session is over; what was not sent stays for the next one. */
  stop(): void {
    this.#stopped = true;
    window.clearTimeout(this.#timer);
  }

  async #pump(): Promise<void> {
    if (this.#busy || this.#timer !== 0) return;
    this.#busy = true;
    for (let next = this.#queue[0]; next !== undefined && !this.#stopped; next = this.#queue[0]) {
      this.#listener.sending(next.id);
      if (!this.#settle(next, await this.#send(next))) break;
    }
    this.#busy = false;
  }

  /** True: on with the next one. */
  #settle(message: Unsent, answer: Answer): boolean {
    if (this.#stopped) return false;
    const { status } = answer;
    if (status === 200) {
      this.#forget(message);
      this.#listener.sent(message.id, answer.body['busy'] === true);
      return true;
    }
    if (status === 401) {
      this.stop();
      this.#listener.noSession();
      return false;
    }
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      this.#forget(message);
      this.#listener.refused(message.id, answer);
      return true;
    }
    this.#failures += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2);
    this.#timer = window.setTimeout(() => {
      this.retryNow();
    }, answer.waitMs ?? pause);
    for (const { id } of this.#queue) this.#listener.waiting(id, answer);
    return false;
  }

  #forget(message: Unsent): void {
    this.#failures = 0;
    this.#queue.shift();
    this.#storage.remove(PREFIX + message.id);
  }
}

function readUnsent(text: string | null): Unsent | null {
  try {
    const { id, text: words, at, after } = JSON.parse(text ?? 'null') as Partial<Unsent>;
    if (typeof id !== 'string' || typeof words !== 'string') return null;
    return { id, text: words, at: Number(at), after: typeof after === 'string' ? after : null };
  } catch {
    return null;
  }
}
