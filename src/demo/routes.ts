import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { commandCampaign, isPaused } from '../bot/campaign/switch.ts';
import type { ChannelHost } from '../channels/channel.ts';
import { DAY } from '../domain/clock.ts';
import { HuifangError } from '../domain/errors.ts';
import type { Store } from '../store/store.ts';
import { handsetAddress } from './address.ts';
import { HANDSET_FAULTS, type HandsetFaults } from './faults.ts';
import { listHandsets } from './handsets.ts';
import type { DemoHospital } from './hospital.ts';
import type { LiveEvents } from './live-events.ts';
import { requireOwnHost } from './own-host.ts';
import { nextDue } from './time-travel.ts';
import { conversationView } from './views.ts';

/** Longest way the clock is moved at once. */
const MAX_ADVANCE = 40 * DAY;
/** What a carrier takes at most, in UTF-16 units. */
const MAX_TEXT = 1_600;
const PAGE = 60;
const MAX_PAGE = 600;
const MAX_SEARCH = 60;

export interface DemoDeps {
  readonly store: Store;
  readonly host: ChannelHost;
  readonly clock: { now(): number };
  readonly hospital: () => DemoHospital;
  readonly events: LiveEvents;
  readonly faults: HandsetFaults;
  readonly travelTo: (instant: number) => Promise<void>;
  readonly wake: () => void;
}

const textBody = z.strictObject({ text: z.string().min(1).max(MAX_TEXT), id: z.string().min(1).max(64) });
const clockBody = z.union([
  z.strictObject({ advanceMs: z.int().min(1).max(MAX_ADVANCE) }),
  z.strictObject({ to: z.int() }),
  z.strictObject({ toNext: z.literal(true) }),
]);
const faultBody = z.strictObject({ fault: z.enum(HANDSET_FAULTS).nullable() });
const campaignBody = z.strictObject({ paused: z.boolean() });
const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(PAGE),
  search: z.string().max(MAX_SEARCH).default(''),
});

function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new HuifangError(
    'BAD_REQUEST',
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(body)'}: ${message}`),
  );
}

/**
 * The body of a call that changes something. JSON only: a browser lets a page of another site post a form here unasked, but
 * not JSON.
 */
function bodyOf<T>(schema: z.ZodType<T>, request: Pick<FastifyRequest, 'headers' | 'body'>): T {
  if (/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return checked(schema, request.body);
  throw new HuifangError('BAD_REQUEST', ['content-type: not JSON — allowed: application/json']);
}

type Move = z.infer<typeof clockBody>;

/** Where a move of the clock leads; where nothing is to come, nowhere. */
async function goalOf(move: Move, { store, clock }: DemoDeps): Promise<number> {
  const now = clock.now();
  if ('advanceMs' in move) return now + move.advanceMs;
  const goal = 'to' in move ? move.to : ((await nextDue(store)) ?? now);
  if (goal > now + MAX_ADVANCE)
    throw new HuifangError('BAD_REQUEST', ['to: too far ahead — allowed: at most 40 days from now']);
  return goal;
}

/**
 * The API of the demo phones: only there with the simulated carrier. What a handset writes goes in through the same
 * `host.receive` that webhooks use.
 */
export function demoRoutes(deps: DemoDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.addHook('onRequest', requireOwnHost);
    stateRoutes(app, deps);
    handsetRoutes(app, deps);
    clockRoutes(app, deps);
    // Open pages would hold the server's end back for ever.
    app.addHook('preClose', (done) => {
      deps.events.close();
      done();
    });
  };
}

function stateRoutes(app: FastifyInstance, deps: DemoDeps): void {
  const { store, clock, events } = deps;
  app.get('/demo/api/state', async () => {
    const { name, zone, questions, grades } = deps.hospital();
    const paused = await isPaused(store);
    const [followUps, counts, next] = await Promise.all([
      store.campaign.counts(),
      store.views.counts(),
      nextDue(store),
    ]);
    return {
      now: clock.now(),
      zone,
      hospital: name,
      questions,
      grades,
      paused,
      followUps,
      counts,
      nextDue: next ?? null,
    };
  });

  app.post('/demo/api/campaign', async (request) => {
    const { paused } = bodyOf(campaignBody, request);
    await commandCampaign(store, paused ? 'pause' : 'resume', 'demo');
    deps.wake();
    events.publish({ type: 'campaign' });
    return { paused };
  });

  app.get('/demo/api/events', (request, reply) => {
    reply.hijack();
    events.attach(request.raw, reply.raw);
  });
}

function handsetRoutes(app: FastifyInstance, deps: DemoDeps): void {
  const { store, host, clock } = deps;
  const addressOf = (typed: string) => handsetAddress(typed, deps.hospital().country);

  app.get('/demo/api/handsets', (request) => {
    const { limit, search } = checked(listQuery, request.query);
    return listHandsets(store.views, limit, search);
  });

  /** A number that never wrote nor was written to is a telephone too: without conversations. */
  app.get<{ Params: { address: string } }>('/demo/api/handsets/:address', async (request) => {
    const address = addressOf(request.params.address);
    const records = await store.views.ofAddress('simulator', address);
    const views = await Promise.all(records.map((record) => store.views.view(record.id)));
    const fault = deps.faults.of(address) ?? null;
    return { address, fault, conversations: views.filter((view) => view !== undefined).map(conversationView) };
  });

  app.post<{ Params: { address: string } }>('/demo/api/handsets/:address/messages', async (request) => {
    const address = addressOf(request.params.address);
    const { text, id } = bodyOf(textBody, request);
    const result = await host.receive({
      channel: 'simulator',
      address,
      externalId: `${address}.${id}`,
      text,
      receivedAt: clock.now(),
    });
    return { result };
  });

  app.post<{ Params: { address: string } }>('/demo/api/handsets/:address/fault', (request) => {
    const address = addressOf(request.params.address);
    const { fault } = bodyOf(faultBody, request);
    deps.faults.set(address, fault);
    return { address, fault };
  });
}

function clockRoutes(app: FastifyInstance, deps: DemoDeps): void {
  const { clock, events } = deps;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: each way begins where the one before it ended. */
  function inTurn(go: () => Promise<void>): Promise<void> {
    const mine = last.then(go);
    last = mine.catch(() => undefined);
    return mine;
  }

  app.post('/demo/api/clock', async (request) => {
    const move = bodyOf(clockBody, request);
    await inTurn(async () => {
      await deps.travelTo(await goalOf(move, deps));
    });
    events.publish({ type: 'clock', now: clock.now() });
    return { now: clock.now() };
  });
}
