import type { ServerResponse } from 'node:http';
import type { Logger } from '../../domain/logger.ts';
import type { OpenPage } from './pages.ts';
import { parseCursor } from './transcript.ts';
import type { ChatUpdate } from './wire.ts';

/** Reads what is new after a cursor. */
export type ReadUpdate = (after: readonly number[]) => Promise<ChatUpdate>;

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

/** A stream ends after this long, milliseconds, and the page comes again: so that none stays for ever. */
const LIFE_MS = 30 * 60_000;

/** Server-sent events to one page. Each look writes what is new; looks never overlap, so lines stay in order. */
export class EventStream implements OpenPage {
  readonly #response: ServerResponse;
  readonly #read: ReadUpdate;
  readonly #logger: Logger;
  readonly #heartbeatMs: number;
  #heartbeat: NodeJS.Timeout | undefined;
  #end: NodeJS.Timeout | undefined;
  #after: readonly number[];
  #looking = false;
  #again = false;
  #ended = false;

  constructor(
    response: ServerResponse,
    after: readonly number[],
    options: { read: ReadUpdate; logger: Logger; heartbeatMs: number },
  ) {
    this.#response = response;
    this.#after = after;
    this.#read = options.read;
    this.#logger = options.logger;
    this.#heartbeatMs = options.heartbeatMs;
    response.on('error', () => undefined);
  }

  /** The first event always comes, so that the page knows it is connected and has everything. */
  async open(): Promise<void> {
    if (this.#ended) return;
    this.#response.writeHead(200, STREAM_HEADERS);
    this.#heartbeat = setInterval(() => {
      this.#response.write(': still here\n\n');
      this.wake(); // whatever wake was missed costs a moment, never a message
    }, this.#heartbeatMs);
    this.#end = setTimeout(() => {
      this.close();
    }, LIFE_MS);
    await this.#look(true);
  }

  wake(): void {
    void this.#look(false);
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#end);
    this.#response.end();
  }

  async #look(always: boolean): Promise<void> {
    if (this.#ended) return;
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    try {
      do {
        this.#again = false;
        this.#write(await this.#read(this.#after), always);
      } while (this.#wanted());
    } catch (error) {
      this.#logger.error({ err: error }, 'a chat page could not be told what is new; it connects anew');
      this.close();
    } finally {
      this.#looking = false;
    }
  }

  /** Somebody asked for another look meanwhile. */
  #wanted(): boolean {
    return this.#again && !this.#ended;
  }

  #write(update: ChatUpdate, always: boolean): void {
    // Lines above an open one come with every look until that is decided; the page drops what it has.
    if (this.#ended || (!always && update.lines.length === 0)) return;
    this.#after = parseCursor(update.cursor) ?? this.#after;
    this.#response.write(`data: ${JSON.stringify(update)}\n\n`);
  }
}

/** For pages that get no stream: answers as soon as there is something, or with nothing after `waitMs`. */
export class LongPoll implements OpenPage {
  readonly #read: () => Promise<ChatUpdate>;
  readonly #waitMs: number;
  #finish: () => void = () => undefined;
  #woken = false;

  constructor(read: () => Promise<ChatUpdate>, waitMs: number) {
    this.#read = read;
    this.#waitMs = waitMs;
  }

  wake(): void {
    this.#woken = true;
    this.#finish();
  }

  close(): void {
    this.wake();
  }

  async answer(): Promise<ChatUpdate> {
    const now = await this.#read();
    if (now.lines.length > 0) return now;
    await this.#wait();
    return this.#read();
  }

  #wait(): Promise<void> {
    if (this.#woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#waitMs);
      this.#finish = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
