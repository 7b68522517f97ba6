import { type ChatUpdate, HEARTBEAT_MS, PATHS } from '../wire.ts';
import type { Answer, Api } from './api.ts';
import { createParser } from './sse.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A stream whose first event takes longer is held back on its way (a proxy that buffers): polled from then on. */
const FIRST_EVENT_MS = 8_000;
/** Nothing heard for so long: the line is dead, whatever the browser believes. */
const SILENCE_MS = 2.5 * HEARTBEAT_MS;
const POLL_TIMEOUT_MS = 40_000;
/** Between two connections that brought nothing new, or ended at once. */
const IDLE_MS = 1_000;

export interface LinkListener {
  /** True when it brought something new. */
  update(update: ChatUpdate): boolean;
  /** `offline`: the device says that it has no network. */
  state(state: 'connected' | 'lost' | 'offline'): void;
  /** The device has a network again: whatever waits may try at once. */
  back(): void;
  /** Too many pages are open. */
  tooMany(answer: Answer): void;
  noSession(): void;
}

/**
 * Holds the line to the server: a stream of events where the browser and everything between can do that, else long polling.
 * Whatever breaks, it connects anew from the last cursor. The stream is read with fetch, not EventSource, because the session
 * of the widget's frame travels in a header, and addresses end in the logs of proxies.
 */
export class Link {
  readonly #api: Api;
  readonly #listener: LinkListener;
  #cursor = '';
  #polls = false;
  #running = false;
  #failures = 0;
  #heardAt = 0;
  #cut: () => void = () => undefined;
  #wake: () => void = () => undefined;

  constructor(api: Api, listener: LinkListener) {
    this.#api = api;
    this.#listener = listener;
  }

  start(): void {
    this.#running = true;
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#run();
  }

  stop(): void {
    this.#running = false;
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#cut();
    this.#wake();
  }

  /** Tries at once. */
  kick(): void {
    this.#failures = 0;
    this.#wake();
  }

  readonly #onOnline = () => {
    this.#cut();
    this.kick();
    this.#listener.back();
  };

  readonly #onOffline = () => {
    this.#listener.state('offline');
    this.#cut();
  };

  /** A phone that slept: its connections are often dead without knowing. */
  readonly #onVisible = () => {
    if (document.visibilityState !== 'visible') return;
    if (Date.now() - this.#heardAt > HEARTBEAT_MS + 5_000) this.#cut();
    this.kick();
  };

  async #run(): Promise<void> {
    while (this.#running) {
      const [streams, began] = [!this.#polls, Date.now()];
      const ended = streams ? await this.#stream() : await this.#poll();
      // Something on the way cuts streams off: not as fast as it can.
      if (streams && ended === 'again' && Date.now() - began < IDLE_MS) await this.#sleep(IDLE_MS);
      if (this.#stopped() || ended === 'again') continue;
      this.#failures += 1;
      this.#listener.state(navigator.onLine ? 'lost' : 'offline');
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failures - 1));
      await this.#sleep(pause * (0.5 + Math.random() / 2));
    }
  }

  #stopped(): boolean {
    return !this.#running;
  }

  /** Anything but a good answer. */
  async #refused(answer: Answer): Promise<'again' | 'broken'> {
    if (answer.status === 401) {
      this.stop();
      this.#listener.noSession();
    } else if (answer.status === 429) {
      this.#listener.tooMany(answer);
      await this.#sleep(answer.waitMs ?? LONGEST_PAUSE_MS);
      return 'again';
    }
    return 'broken';
  }

  #heard(): void {
    this.#heardAt = Date.now();
  }

  #take(update: ChatUpdate): boolean {
    this.#failures = 0;
    this.#cursor = update.cursor;
    this.#listener.state('connected');
    return this.#listener.update(update);
  }

  async #poll(): Promise<'again' | 'broken'> {
    const cutOff = new Promise<null>((resolve) => {
      this.#cut = () => {
        resolve(null);
      };
    });
    const answer = await Promise.race([cutOff, this.#api.get(this.#address(PATHS.poll), POLL_TIMEOUT_MS)]);
    if (answer === null) return 'broken';
    if (answer.status !== 200) return this.#refused(answer);
    this.#heard();
    if (!this.#take(answer.body as unknown as ChatUpdate)) await this.#sleep(IDLE_MS);
    return 'again';
  }

  #address(path: string): string {
    return `${path}?after=${encodeURIComponent(this.#cursor)}`;
  }

  async #stream(): Promise<'again' | 'broken'> {
    const abort = typeof AbortController === 'function' ? new AbortController() : undefined;
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    const line = { cut: false, events: 0 };
    const cutOff = new Promise<null>((resolve) => {
      this.#cut = () => {
        line.cut = true;
        abort?.abort();
        reader?.cancel().catch(() => undefined);
        resolve(null);
      };
    });
    const cutThis = this.#cut;
    const watch = window.setInterval(() => {
      const silent = Date.now() - this.#heardAt;
      if (line.events === 0 && silent > FIRST_EVENT_MS) this.#polls = true;
      if (silent > (line.events === 0 ? FIRST_EVENT_MS : SILENCE_MS)) cutThis();
    }, 1_000);
    this.#heard();
    try {
      const init = abort === undefined ? {} : { signal: abort.signal };
      const path = this.#address(PATHS.events);
      const called = fetch(path, { credentials: 'same-origin', headers: this.#api.headers(), ...init });
      const response = await Promise.race([cutOff, called]);
      if (response === null) return 'broken';
      if (response.status !== 200) return await this.#refused(refusalOf(response));
      // Old browsers have fetch without streams.
      reader = (response.body as ReadableStream<Uint8Array> | null | undefined)?.getReader();
      if (reader === undefined) {
        this.#polls = true;
        return 'again';
      }
      const parse = createParser((data) => {
        line.events += 1;
        if (!line.cut) this.#take(JSON.parse(data) as ChatUpdate);
      });
      await this.#readAll(reader, cutOff, parse);
      // The server ends streams after a while; that is no trouble.
      return line.cut || line.events === 0 ? 'broken' : 'again';
    } catch {
      return 'broken';
    } finally {
      window.clearInterval(watch);
    }
  }

  async #readAll(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    cutOff: Promise<null>,
    parse: (chunk: string) => void,
  ): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const piece = await Promise.race([cutOff, reader.read()]);
      if (piece === null || piece.done) return;
      this.#heard();
      parse(decoder.decode(piece.value, { stream: true }));
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, ms);
      this.#wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }
}

function refusalOf(response: Response): Answer {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { status: response.status, body: {}, waitMs: Number.isFinite(seconds) ? seconds * 1000 : undefined };
}
