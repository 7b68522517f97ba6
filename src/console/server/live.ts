import type { ServerResponse } from 'node:http';
import { mayDo } from '../../access/roles.ts';
import type { Announcement } from '../api/announce.ts';
import type { SignedIn } from '../api/endpoint.ts';
import type { LiveSight } from '../api/live-sight.ts';
import { isAlarm, type LiveEvent } from '../wire/live.ts';

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
  readonly maySee: LiveSight;
  /** The caller as they are now; undefined once they may not listen any more. */
  readonly stillSignedIn: () => Promise<SignedIn | undefined>;
}

/** A page and how far it has been told. */
interface Reader extends Listener {
  /** The last event that was told, or was not for it. */
  at: number;
  telling: boolean;
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
  readonly #listeners = new Set<Reader>();
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
    this.#kept.push({ id: this.#last, announcement });
    if (this.#kept.length > 2 * this.#options.kept) this.#kept.splice(0, this.#kept.length - this.#options.kept);
    for (const reader of this.#listeners) void this.#tell(reader);
  };

  /** Begins with what the page has missed. */
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
    const reader: Reader = { ...listener, at: this.#last, telling: false };
    this.#write(reader, `retry: ${String(RETRY_MS)}\n`);
    this.#resume(reader);
    this.#listeners.add(reader);
    this.#heartbeat ??= setInterval(() => void this.#beat(), this.#options.heartbeatMs);
    const forget = () => this.#listeners.delete(reader);
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

  #resume(reader: Reader): void {
    if (reader.lastEventId !== undefined) {
      const seen = this.#placeOf(reader.lastEventId);
      if (seen === undefined) this.#write(reader, this.#format({ id: this.#last, type: 'reset' }));
      else reader.at = seen;
    }
    this.#write(reader, this.#place(reader));
    void this.#tell(reader);
  }

  /** Where this reader is; undefined when what came after that cannot be said any more. */
  #placeOf(lastEventId: string): number | undefined {
    const [epoch, number] = lastEventId.split('.');
    const seen = Number(number);
    if (epoch !== this.#options.epoch || !Number.isSafeInteger(seen) || seen > this.#last) return undefined;
    return seen < this.#first() - 1 ? undefined : seen;
  }

  #first(): number {
    return this.#kept[0]?.id ?? this.#last + 1;
  }

  /** No event, only where the reader is: it has missed nothing up to here. */
  #place({ at }: Reader): string {
    return `id: ${this.#options.epoch}.${String(at)}\n\n`;
  }

  #format(event: LiveEvent): string {
    return `id: ${this.#options.epoch}.${String(event.id)}\ndata: ${JSON.stringify(event)}\n\n`;
  }

  /** Everything that is for the reader and that it has not heard, in order; one at a time, since what it may see has to be looked up. */
  async #tell(reader: Reader): Promise<void> {
    if (reader.telling) return;
    reader.telling = true;
    while (reader.at < this.#last && isOpen(reader)) {
      const kept = this.#kept[reader.at + 1 - this.#first()];
      if (kept === undefined) {
        // The look-ups were so slow that what comes next is not kept any more.
        reader.at = this.#last;
        this.#write(reader, this.#format({ id: reader.at, type: 'reset' }));
      } else {
        const hears = await mayHear(reader, kept.announcement);
        reader.at = kept.id;
        if (hears) this.#write(reader, this.#format({ ...kept.announcement.news, id: kept.id }));
      }
    }
    reader.telling = false;
  }

  #write(reader: Reader, text: string): void {
    const { response } = reader;
    if (!isOpen(reader)) return;
    response.write(text);
    if (response.writableLength <= this.#options.mostUnread) return;
    this.#listeners.delete(reader);
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
      this.#write(listener, `: still here\n${this.#place(listener)}`);
    }
  }
}

function isOpen({ response }: Reader): boolean {
  return !response.destroyed && !response.writableEnded;
}

/**
 * Permission, sight, and what is meant for one account alone. Where it cannot be looked up, nothing is told but an alarm to supervisors:
 * somebody has to hear of an emergency.
 */
async function mayHear({ who, maySee }: Reader, { permission, about, account, news }: Announcement): Promise<boolean> {
  if (account !== undefined && account !== who.accountId) return false;
  if (!mayDo(who.role, permission)) return false;
  const alarm = isAlarm(news);
  return about === null || maySee(who, about, alarm).catch(() => alarm && who.role === 'supervisor');
}
