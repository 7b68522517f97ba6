import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HuifangError } from '../../domain/errors.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { ChannelHost } from '../channel.ts';
import type { Limits } from './limits.ts';
import type { OpenPage, OpenPages } from './pages.ts';
import { frameCookie, pageCookie, type Sessions } from './session.ts';
import { EventStream, LongPoll } from './stream.ts';
import { newlySeen, parseCursor, updateOf, type WebTalk, type WebTranscript } from './transcript.ts';
import { refuse, requireOwnPage, visitorOf } from './visitor.ts';
import { HEARTBEAT_MS, MAX_SEEN, MAX_TEXT, NOTICE_VERSION, PATHS } from './wire.ts';

/** How long a call without a stream waits for something new, milliseconds; below what proxies cut off. */
const POLL_MS = 25_000;
/** Once a page is refused a connection, milliseconds until it tries again. */
const PAGES_WAIT_MS = 30_000;

export interface RouteDeps {
  readonly host: ChannelHost;
  readonly transcript: WebTranscript;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly pages: OpenPages;
  /** This message was handed over for sending, though the store may not have noted it yet. */
  readonly isOut: (messageId: string) => boolean;
  readonly publicBaseUrl: string | undefined;
  readonly now: () => number;
  readonly heartbeatMs?: number;
}

const sessionBody = z.strictObject({ notice: z.literal(NOTICE_VERSION), keep: z.enum(['cookie', 'token']) });
const messageBody = z.strictObject({
  /** A ULID of the page. */
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  text: z.string().refine((text) => text.trim() !== '', 'not blank'),
  /** Of the page. */
  language: z.enum(LANGUAGES).optional(),
});
const seenBody = z.strictObject({ keys: z.array(z.string().regex(/^\d{1,3}\.\d{1,9}$/)).max(MAX_SEEN) });

/** JSON only: a page of another site can post a form unasked, but not JSON. */
function bodyOf<T>(schema: z.ZodType<T>, request: FastifyRequest): T {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new HuifangError('BAD_REQUEST', ['content-type: not JSON — allowed: application/json']);
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new HuifangError(
    'BAD_REQUEST',
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(body)'}: ${message}`),
  );
}

function cursorOf(request: FastifyRequest): readonly number[] {
  const cursor = parseCursor((request.query as Record<string, string | undefined>)['after']);
  if (cursor === undefined) throw new HuifangError('BAD_REQUEST', ['after: not a cursor of ours']);
  return cursor;
}

/** What a page calls. Everything but `session` needs a session; everything that changes something a page of ours. */
export function chatRoutes(app: FastifyInstance, deps: RouteDeps): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (request.method !== 'GET') requireOwnPage(request, deps.publicBaseUrl);
    done();
  });
  sessionRoutes(app, deps);
  messageRoutes(app, deps);
  listenRoutes(app, deps);
}

function sessionRoutes(app: FastifyInstance, { sessions, limits, now, publicBaseUrl }: RouteDeps): void {
  const secure = (request: FastifyRequest) =>
    request.protocol === 'https' || publicBaseUrl?.startsWith('https:') === true;

  app.get(PATHS.session, (request) => ({ open: sessions.of(request.headers) !== undefined }));

  app.post(PATHS.session, (request, reply) => {
    const { keep } = bodyOf(sessionBody, request);
    if (sessions.of(request.headers) !== undefined) return { open: true };
    const refusal = limits.session(request.ip, now());
    if (refusal !== undefined) refuse(reply, refusal);
    const { token } = sessions.create();
    void reply.code(201);
    if (keep === 'cookie') return reply.header('set-cookie', pageCookie(token, secure(request))).send({ open: true });
    if (secure(request)) void reply.header('set-cookie', frameCookie(token));
    return reply.send({ open: true, token });
  });

  app.post(PATHS.end, (request, reply) => {
    void reply.header('set-cookie', [pageCookie('', secure(request)), ...(secure(request) ? [frameCookie('')] : [])]);
    return reply.send({ open: false });
  });
}

function messageRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { host, transcript, sessions, limits, pages, isOut, now } = deps;

  app.post(PATHS.messages, async (request, reply) => {
    const { token, address } = visitorOf(request, sessions);
    const { id, text, language } = bodyOf(messageBody, request);
    if (text.length > MAX_TEXT)
      throw new HuifangError('CHAT_TEXT_TOO_LONG', [`text: ${text.length} — allowed: at most ${MAX_TEXT}`]);
    const refusal = limits.message(token, request.ip, now());
    if (refusal !== undefined) refuse(reply, refusal);
    const externalId = `${address}.${id}`; // a page's ids are its own: two visitors may have the same
    const result = await host.receive({
      channel: 'web',
      address,
      externalId,
      text,
      receivedAt: host.now(),
      ...(language === undefined ? {} : { language }),
    });
    pages.wake(address); // the visitor's other pages
    const { busy } = updateOf(await transcript.after(address, []), [], isOut);
    return { result, busy };
  });

  app.post(PATHS.seen, async (request) => {
    const { address } = visitorOf(request, sessions);
    const keys = new Set(bodyOf(seenBody, request).keys);
    const talks = await transcript.after(address, beforeAll(keys));
    for (const id of newlySeen(talks, keys, isOut))
      await host.receipt({ id, providerId: providerIdOf(id), status: 'delivered', at: host.now() });
    return { ok: true };
  });
}

export function providerIdOf(messageId: string): string {
  return `WEB-${messageId}`;
}

/** A cursor before every one of the keys; of talks that none of them is in, nothing is read. */
function beforeAll(keys: ReadonlySet<string>): readonly number[] {
  const first: number[] = [];
  for (const key of keys) {
    const [talk = 0, seq = 0] = key.split('.').map(Number);
    while (first.length <= talk) first.push(Number.MAX_SAFE_INTEGER);
    first[talk] = Math.max(0, Math.min(first[talk] ?? seq, seq - 1));
  }
  return first;
}

function listenRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { transcript, sessions, pages, isOut, heartbeatMs = HEARTBEAT_MS } = deps;
  const readFor = (address: string) => async (after: readonly number[]) => {
    const talks: readonly WebTalk[] = await transcript.after(address, after);
    return updateOf(talks, after, isOut);
  };

  /** Puts the page among those that are woken, until its connection ends. */
  function attach(request: FastifyRequest, reply: FastifyReply, address: string, page: OpenPage): () => void {
    const leave = pages.add(address, request.ip, page);
    if (leave === undefined) refuse(reply, { code: 'CHAT_TOO_MANY_PAGES', waitMs: PAGES_WAIT_MS });
    reply.raw.on('close', () => {
      leave();
      page.close();
    });
    return leave;
  }

  app.get(PATHS.events, async (request, reply) => {
    const { address } = visitorOf(request, sessions);
    const after = cursorOf(request);
    const stream = new EventStream(reply.raw, after, { read: readFor(address), logger: request.log, heartbeatMs });
    attach(request, reply, address, stream);
    reply.hijack();
    await stream.open();
  });

  app.get(PATHS.poll, async (request, reply) => {
    const { address } = visitorOf(request, sessions);
    const after = cursorOf(request);
    const poll = new LongPoll(() => readFor(address)(after), POLL_MS);
    const leave = attach(request, reply, address, poll);
    try {
      const update = await poll.answer();
      // Kept alive, the connection would hold back a service that stops.
      if (pages.closed) void reply.header('connection', 'close');
      return update;
    } finally {
      leave();
    }
  });
}
