import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/console/api/announce.ts';
import type { SignedIn } from '../../../src/console/api/endpoint.ts';
import type { LiveSight } from '../../../src/console/api/live-sight.ts';
import { LiveHub, type LiveOptions } from '../../../src/console/server/live.ts';
import { liveStream } from '../../../src/console/server/live-stream.ts';

const OFFICER: SignedIn = { accountId: 'a1', name: '张敏', role: 'officer', department: null, staffName: null };
const HEAD: SignedIn = { ...OFFICER, accountId: 'a2', role: 'head', department: '骨科' };

function conversation(n: number): Announcement {
  const id = `c${String(n)}`;
  return {
    news: { type: 'conversation', conversationId: id, what: 'message' },
    permission: 'conversation.view',
    about: { conversation: id },
  };
}

function entry(number: string): Announcement {
  return {
    news: { type: 'register', number },
    permission: 'register.view',
    about: { entry: { kind: 'complaint', number } },
  };
}

/** Cannot be looked up. */
const BROKEN = 'broken';

/** A head sees the entry 2026-0001 alone; looking it up takes a while, for every second one longer. */
const maySee: LiveSight = async ({ role }, about) => {
  if ('conversation' in about && about.conversation === BROKEN) throw new Error('disk failure');
  const number = 'entry' in about ? about.entry.number : '';
  if (number.endsWith('1')) await new Promise((resolve) => setTimeout(resolve, 5));
  return role !== 'head' || number === '2026-0001';
};

/** A page in the browser, over real HTTP. */
class Page {
  readonly events: { id: number; type: string; conversationId?: string; number?: string }[] = [];
  lastId = '';
  ended = false;
  #text = '';
  #request: ClientRequest | undefined;
  #response: IncomingMessage | undefined;

  static async open(port: number, lastEventId?: string): Promise<Page> {
    const page = new Page();
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    await new Promise<void>((resolve, reject) => {
      page.#request = get({ port, path: '/api/events', headers }, (response) => {
        page.#response = response;
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          page.#read(text);
        });
        response.on('error', () => undefined);
        response.on('close', () => {
          page.ended = true;
        });
        resolve();
      });
      page.#request.on('error', reject);
    });
    return page;
  }

  /** The connection breaks. */
  drop(): void {
    this.#request?.destroy();
  }

  pause(): void {
    this.#response?.pause();
  }

  get conversations(): readonly (string | undefined)[] {
    return this.events.map(({ type, conversationId }) => conversationId ?? type);
  }

  async until(done: () => boolean): Promise<void> {
    await expect.poll(done, { timeout: 5_000, interval: 5 }).toBe(true);
  }

  #read(text: string): void {
    this.#text += text;
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      const lines = this.#text.slice(0, end).split('\n');
      this.#text = this.#text.slice(end + 2);
      for (const line of lines) {
        if (line.startsWith('id: ')) this.lastId = line.slice(4);
        if (line.startsWith('data: ')) this.events.push(JSON.parse(line.slice(6)) as Page['events'][number]);
      }
    }
  }
}

let app: FastifyInstance;
let hub: LiveHub;
let port: number;
let who: SignedIn = OFFICER;
let signedIn = true;
const pages: Page[] = [];

async function start(options: Partial<LiveOptions> = {}): Promise<void> {
  hub = new LiveHub({ epoch: 'run1', ...options });
  app = fastify();
  const stream = liveStream(hub, maySee);
  app.get(stream.path, (request, reply) => {
    stream.open({ who, request, reply, stillSignedIn: () => Promise.resolve(signedIn ? who : undefined) });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
}

async function open(lastEventId?: string): Promise<Page> {
  const page = await Page.open(port, lastEventId);
  pages.push(page);
  await page.until(() => page.lastId !== '');
  return page;
}

beforeEach(async () => {
  who = OFFICER;
  signedIn = true;
  await start();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.drop();
  hub.close();
  await app.close();
});

describe('live events', () => {
  test('a page hears what changes from then on, with ids that grow', async () => {
    hub.announce(conversation(0));
    const page = await open();
    for (const n of [1, 2, 3]) hub.announce(conversation(n));
    await page.until(() => page.events.length === 3);
    expect(page.conversations).toEqual(['c1', 'c2', 'c3']);
    expect(page.events.map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(page.lastId).toBe('run1.4');
  });

  test('nothing is missed while the connection breaks again and again under a steady stream', async () => {
    const TOTAL = 400;
    const heard: (string | undefined)[] = [];
    let page = await open();
    let sent = 0;
    while (heard.length < TOTAL) {
      for (let burst = 0; burst < 23 && sent < TOTAL; burst += 1) hub.announce(conversation((sent += 1)));
      const seen = page;
      await seen.until(() => seen.events.length > 0);
      seen.drop();
      heard.push(...seen.conversations);
      seen.events.length = 0;
      // Said while nobody listens.
      if (sent < TOTAL) hub.announce(conversation((sent += 1)));
      page = await open(seen.lastId);
    }
    expect(heard).toEqual(Array.from({ length: TOTAL }, (_, index) => `c${String(index + 1)}`));
  });

  test('a break before the first event loses nothing either', async () => {
    const first = await open();
    first.drop();
    hub.announce(conversation(1));
    const second = await open(first.lastId);
    await second.until(() => second.events.length === 1);
    expect(second.conversations).toEqual(['c1']);
  });

  test('who was away for too long, or during a restart, asks for everything again', async () => {
    hub.close();
    await app.close();
    await start({ kept: 4 });
    for (let n = 1; n <= 20; n += 1) hub.announce(conversation(n));
    for (const stale of ['run1.1', 'run0.20', 'nonsense', 'run1.99']) {
      const page = await open(stale);
      await page.until(() => page.events.length > 0);
      expect(page.conversations, stale).toEqual(['reset']);
      expect(page.lastId).toBe('run1.20');
    }
    const page = await open('run1.18');
    await page.until(() => page.events.length === 2);
    expect(page.conversations).toEqual(['c19', 'c20']);
  });

  test('only what the account may see: by permission, by sight, and what is meant for it alone; in order', async () => {
    const officer = await open();
    who = HEAD;
    const head = await open();
    hub.announce(conversation(1));
    hub.announce(entry('2026-0001'));
    hub.announce(entry('2026-0002'));
    const mention = { type: 'mention', conversationId: 'c9' } as const;
    const about = { conversation: 'c9' };
    hub.announce({ news: mention, permission: 'conversation.view', about, account: 'a3' });
    hub.announce({ news: mention, permission: 'conversation.view', about, account: 'a1' });
    await officer.until(() => officer.events.length === 4);
    expect(officer.events.map(({ type, number }) => number ?? type)).toEqual([
      'conversation',
      '2026-0001',
      '2026-0002',
      'mention',
    ]);
    hub.announce({ ...entry(''), about: null });
    await head.until(() => head.events.length === 2);
    expect(head.events.map(({ id }) => id)).toEqual([2, 6]);
  });

  test('where it cannot be looked up, an alarm still reaches supervisors, and nothing else is told', async () => {
    const alarm = (id: string): Announcement => ({
      news: { type: 'conversation', conversationId: id, what: 'urgent' },
      permission: 'conversation.view',
      about: { conversation: id },
    });
    who = { ...OFFICER, role: 'supervisor' };
    const supervisor = await open();
    who = OFFICER;
    const officer = await open();
    hub.announce({ ...conversation(1), about: { conversation: BROKEN } });
    hub.announce(alarm(BROKEN));
    hub.announce(conversation(2));
    await supervisor.until(() => [supervisor, officer].every(({ events }) => events.at(-1)?.id === 3));
    expect(supervisor.conversations).toEqual([BROKEN, 'c2']);
    expect(officer.conversations).toEqual(['c2']);
  });

  test('a reconnect is no way round what may not be seen', async () => {
    who = HEAD;
    const head = await open();
    head.drop();
    hub.announce(conversation(1));
    hub.announce(entry('2026-0002'));
    hub.announce(entry('2026-0001'));
    const again = await open(head.lastId);
    await again.until(() => again.events.length > 0);
    expect(again.events.map(({ number }) => number)).toEqual(['2026-0001']);
  });

  test('who does not read is sent away instead of being kept waiting for, and comes back without a loss', async () => {
    hub.close();
    await app.close();
    await start({ mostUnread: 64 * 1024, kept: 200_000 });
    const page = await open();
    page.pause();
    let sent = 0;
    while (hub.size > 0 && sent < 200_000) {
      for (let n = 0; n < 1_000; n += 1) hub.announce(conversation((sent += 1)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hub.size).toBe(0);
    expect(sent).toBeLessThan(200_000);
  });

  test('a session that ends ends the stream', async () => {
    hub.close();
    await app.close();
    await start({ heartbeatMs: 20 });
    const page = await open();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(page.ended).toBe(false);
    signedIn = false;
    await page.until(() => page.ended);
    expect(hub.size).toBe(0);
  });

  test('the heartbeat moves a reader on, for whom nothing was meant', async () => {
    hub.close();
    await app.close();
    await start({ heartbeatMs: 20 });
    who = HEAD;
    const page = await open();
    hub.announce(conversation(1));
    await page.until(() => page.lastId === 'run1.1');
    expect(page.events).toEqual([]);
  });
});
