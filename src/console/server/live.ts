import type { ServerResponse } from 'node:http';
import { mayDo } from '../../access/roles.ts';
import type { Announcement } from '../api/announce.ts';
import type { SignedIn } from '../api/endpoint.ts';
import type { LiveEvent, LiveNews } from '../wire/live.ts';

/** A page that was away for longer asks for everything again. */
const KEPT = 4_096;
/** A reader who is so far behind (bytes) is sent away; it comes back and gets what it missed. */
const MOST_UNREAD = 256 * 1024;
const HEARTBEAT_MS = 15_000;
/** How soon a browser tries again, ms. */
const RETRY_MS = 1_000;

interface Kept {
  readonly id: number;
  readonly announcement: Announcement;
}

/** One open page. */
export interface Listener {
  readonly response: ServerResponse;
  /** What it has seen: `Last-Event-ID`; undefined for a page that was just opened. */
  readonly lastEventId: string | undefined;
  who: SignedIn;
  /** The caller as they are now; undefined once they may not listen any more. */
  readonly stillSignedIn: () => Promise<SignedIn | undefined>;
}

export interface LiveOptions {
  /** Tells one run of the service from another. No dot in it. */
  readonly epoch: string;
  readonly kept?: number;
  readonly mostUnread?: number;
  readonly heartbeatMs?: number;
}

/** What has changed, to all open pages that may know. Events are kept for a while, so that a dropped connection misses nothing. */
export class LiveHub {
  readonly #options: Required<LiveOptions>;
  readonly #kept: Kept[] = [];
  readonly #listeners = new Set<Listener>();
  #last = 0;
  #heartbeat: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: LiveOptions) {
    this.#options = { kept: KEPT, mostUnread: MOST_UNREAD, heartbeatMs: HEARTBEAT_MS, ...options };
  }

  /** How many pages listen. */
  get size(): number {
    return this.#listeners.size;
  }

  readonly announce = (announcement: Announcement): void => {
    if (this.#closed) return;
    this.#last += 1;
    const kept = { id: this.#last, announcement };
    this.#kept.push(kept);
    if (this.#kept.length > 2 * this.#options.kept) this.#kept.splice(0, this.#kept.length - this.#options.kept);
    for (const listener of this.#listeners) if (mayHear(listener.who, announcement)) this.#tell(listener, kept);
  };

  /** Begins with what the page has missed. Everything up to the first new event happens in one go: nothing gets lost between. */
  attach(listener: Listener): void {
    const { response } = listener;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    if (this.#closed) {
      response.end();
      return;
    }
    this.#write(listener, `retry: ${String(RETRY_MS)}\n`);
    this.#catchUp(listener);
    this.#listeners.add(listener);
    this.#heartbeat ??= setInterval(() => void this.#beat(), this.#options.heartbeatMs);
    const forget = () => this.#listeners.delete(listener);
    response.on('close', forget);
    response.on('error', forget);
  }

  /** Ends all streams; the pages come back once the service is there again. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #catchUp(listener: Listener): void {
    const missed = listener.lastEventId === undefined ? [] : this.#after(listener.lastEventId);
    if (missed === undefined) this.#write(listener, this.#format({ id: this.#last, type: 'reset' }));
    else for (const kept of missed) if (mayHear(listener.who, kept.announcement)) this.#tell(listener, kept);
    this.#write(listener, this.#place());
  }

  /** Everything after this event; undefined when that cannot be said any more. */
  #after(lastEventId: string): readonly Kept[] | undefined {
    const [epoch, number] = lastEventId.split('.');
    const seen = Number(number);
    if (epoch !== this.#options.epoch || !Number.isSafeInteger(seen) || seen > this.#last) return undefined;
    const first = this.#kept[0]?.id ?? this.#last + 1;
    return seen < first - 1 ? undefined : this.#kept.slice(seen - first + 1);
  }

  /** No event, only where the reader is: it has missed nothing up to here. */
  #place(): string {
    return `id: ${this.#options.epoch}.${String(this.#last)}\n\n`;
  }

  #format(event: LiveEvent): string {
    return `id: ${this.#options.epoch}.${String(event.id)}\ndata: ${JSON.stringify(event)}\n\n`;
  }

  #tell(listener: Listener, { id, announcement }: Kept): void {
    const news: LiveNews = announcement.news;
    this.#write(listener, this.#format({ ...news, id }));
  }

  #write(listener: Listener, text: string): void {
    const { response } = listener;
    if (response.destroyed) return;
    response.write(text);
    if (response.writableLength <= this.#options.mostUnread) return;
    this.#listeners.delete(listener);
    response.destroy();
  }

  /** Keeps connections open, moves the readers on, and sends away who may not listen any more. */
  async #beat(): Promise<void> {
    for (const listener of [...this.#listeners]) {
      const who = await listener.stillSignedIn().catch(() => undefined);
      if (!this.#listeners.has(listener)) continue;
      if (who === undefined) {
        this.#listeners.delete(listener);
        listener.response.end();
        continue;
      }
      listener.who = who;
      this.#write(listener, `: still here\n${this.#place()}`);
    }
  }
}

/** Permission, department, and what is meant for one account alone. */
function mayHear(who: SignedIn, { permission, department, account }: Announcement): boolean {
  if (account !== undefined && account !== who.accountId) return false;
  if (!mayDo(who.role, permission)) return false;
  return department === null || who.department === null || department === who.department;
}
