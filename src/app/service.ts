import type { FastifyBaseLogger } from 'fastify';
import type { Reach } from '../bot/campaign/choose.ts';
import { createCampaign } from '../bot/campaign/runner.ts';
import { isPaused } from '../bot/campaign/switch.ts';
import { createInboundSweep } from '../bot/delivery/inbound-sweep.ts';
import { createDelivery, type Delivery } from '../bot/delivery/worker.ts';
import { createStaffActions, type StaffActions } from '../bot/handover/actions.ts';
import { createScheduledReplies } from '../bot/handover/scheduled.ts';
import { createLoop, type Loop } from '../bot/timers/loop.ts';
import { createTimerWorker } from '../bot/timers/worker.ts';
import type { TurnKit } from '../bot/turn/kit.ts';
import { createTurnService, type TurnService } from '../bot/turn/service.ts';
import type { Channel, ChannelHost } from '../channels/channel.ts';
import { type Clock, DAY, HOUR, MINUTE } from '../domain/clock.ts';
import type { InboundMessage, Received } from '../domain/message.ts';
import type { Metrics } from '../server/metrics.ts';
import type { Store, TurnCommit } from '../store/store.ts';
import { createIds } from './ids.ts';
import type { Tuning } from './tuning.ts';

export interface ServiceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly kit: () => TurnKit;
  readonly channels: readonly Channel[];
  readonly logger: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** Named crash points of turns and delivery; set by crash tests only. */
  readonly crashPoint?: (name: string) => void;
  /** A turn is on disk. */
  readonly onCommitted?: (commit: TurnCommit) => void;
  /** A receipt for a line of this conversation is on disk. */
  readonly onDelivered?: (conversationId: string) => void;
  /** Something about this conversation changed. */
  readonly onChange?: (conversationId: string) => void;
  /** Look at emergencies, promises and handovers whose time has come, and at who has what they must not have; each answers when to look again (epoch ms). */
  readonly watches?: (staff: StaffActions) => readonly (() => Promise<number | undefined>)[];
  /** Of the SMS sender, as it is configured now. */
  readonly ratePerSecond: () => number;
  /** Crash tests only. */
  readonly tuning?: Tuning;
}

/** The running service without its HTTP side. */
export interface Service {
  readonly turns: TurnService;
  readonly host: ChannelHost;
  start(): Promise<void>;
  /** What staff do with conversations. */
  readonly staff: StaffActions;
  /** Ends what is under way and sends nothing more. */
  stop(): Promise<void>;
  /** The plan changed (an import, pause or resume, a moved clock): look now. */
  wake(): void;
  /** Hours, rate or zone may be others: what waits for its hour is looked at anew. */
  settingsChanged(): void;
  /** Reasons why sending does not work; empty when it does. */
  trouble(): readonly string[];
}

/** Promises that staff make wake nobody: they are looked at this often. */
const WATCH_MS = 15_000;

/** How long a message is recognised when it comes again: carriers repeat within a day, our own look at their lists goes back hours. */
const KEYS_KEPT = 30 * DAY;
/** Between two looks at keys, and after all of them were looked at. */
const KEYS_PAUSE_MS = 200;
const KEYS_REST_MS = 6 * HOUR;
/** After a long time of standing still, what the carriers received meanwhile comes first. */
const KEYS_AFTER_START = 10 * MINUTE;

/** Wires turns, timers, campaign and delivery to one store and one clock. Nothing runs before `start`. */
export function createService(deps: ServiceDeps): Service {
  const { store, clock, channels, logger } = deps;
  const onError = reporting(logger);
  const turns: TurnService = turnsOf(deps, committed);
  const delivery = deliveryOf(deps, turns);
  const staff = createStaffActions(turns, store, () => clock.now());
  const scheduled = createScheduledReplies({ store, clock, send: (draft) => staff.sendDraft(draft), onError });
  const timers = createTimerWorker({ store, clock, fire: (timer) => turns.fire(timer), onError });
  const campaign = campaignOf(deps, turns, onError);
  const host = hostOf(deps, turns, delivery);
  const watches = watchLoops(deps, staff, onError);
  const loops = [timers, campaign, scheduled, ...watches, keysLoop(deps, onError)];
  const sweep = createInboundSweep({
    channels,
    store,
    receive: (message) => host.receive(message),
    clock,
    logger,
    ...deps.tuning?.sweep,
  });

  function committed(commit: TurnCommit): void {
    deps.metrics.committed(commit);
    if (commit.outbox.length > 0) delivery.wake();
    if (commit.timers.length > 0) timers.wake();
    if (commit.followUp === 'planned') campaign.wake();
    if (concernsWatches(commit)) for (const watch of watches) watch.wake();
    deps.onCommitted?.(commit);
    deps.onChange?.(commit.record.id);
  }

  function wake(): void {
    for (const loop of [...loops, delivery]) loop.wake();
  }

  return {
    turns,
    host,
    staff,
    async start() {
      for (const channel of channels) await channel.start?.(host);
      for (const loop of [delivery, ...loops, sweep]) loop.start();
    },
    async stop() {
      await sweep.stop();
      for (const loop of [...loops].reverse()) await loop.stop();
      await delivery.stop();
      for (const channel of channels) await channel.stop?.();
    },
    wake,
    settingsChanged() {
      store.outbox.release().then(wake).catch(onError);
    },
    trouble: () =>
      delivery
        .health()
        .filter(({ ok }) => !ok)
        .map(({ channel, code }) => `channel ${channel} is paused (${code ?? 'unknown'})`),
  };
}

function turnsOf(
  { store, clock, kit, logger, crashPoint }: ServiceDeps,
  onCommitted: (commit: TurnCommit) => void,
): TurnService {
  return createTurnService({
    store,
    clock,
    ids: createIds(clock),
    kit,
    onCommitted,
    onFault: (error, conversationId) => {
      logger.error({ err: error, conversationId }, 'a text could not be handled; it is put before staff');
    },
    ...(crashPoint === undefined ? {} : { crashPoint }),
  });
}

/** What a background task does with what it throws. */
function reporting(logger: FastifyBaseLogger): (error: unknown) => void {
  return (error) => {
    logger.error({ err: error }, 'a background task failed; it is repeated');
  };
}

function concernsWatches({ handoff, workItems, registers }: TurnCommit): boolean {
  return handoff !== null || workItems.length > 0 || registers.length > 0;
}

/** One loop each: what fails in one keeps no other from looking. */
function watchLoops(
  { clock, watches }: ServiceDeps,
  staff: StaffActions,
  onError: (error: unknown) => void,
): readonly Loop[] {
  return (watches?.(staff) ?? []).map((round) => createLoop({ clock, round, maxSleepMs: WATCH_MS, onError }));
}

/** Forgets old de-duplication keys, a few at a time. */
function keysLoop({ store, clock }: ServiceDeps, onError: (error: unknown) => void): Loop {
  let from: number | undefined;
  const round = async () => {
    from ??= clock.now() + KEYS_AFTER_START;
    if (clock.now() < from) return from;
    return (await store.turns.forget(clock.now() - KEYS_KEPT)) ? undefined : clock.now() + KEYS_PAUSE_MS;
  };
  return createLoop({ clock, round, maxSleepMs: KEYS_REST_MS, onError });
}

/** Hours, zone and rate are asked for at each attempt, so that a configuration that is read again holds for what waits already. */
function deliveryOf(deps: ServiceDeps, turns: TurnService): Delivery {
  const { store, channels, clock, logger, metrics, kit, ratePerSecond, crashPoint } = deps;
  return createDelivery({
    store,
    channels,
    clock,
    logger,
    metrics,
    sendingRules: () => ({ ...kit().settings, caps: kit().caps }),
    isPaused: () => isPaused(store),
    onUndeliverable: (conversationId, why, { seq, code, detail }) =>
      turns.undeliverable(conversationId, { why, seq, detail: `${detail}（${code}）` }),
    rates: () => {
      const perSecond = ratePerSecond();
      return { sms: { perSecond, burst: Math.max(1, perSecond) } };
    },
    ...(deps.tuning?.delivery === undefined ? {} : { settings: deps.tuning.delivery }),
    ...(crashPoint === undefined ? {} : { crashPoint }),
  });
}

function campaignOf(deps: ServiceDeps, turns: TurnService, onError: (error: unknown) => void): Loop {
  const { store, clock, kit } = deps;
  const channels = new Map(deps.channels.map((channel) => [channel.id, channel]));
  const reach: Reach = (channel, address) => channels.get(channel)?.capabilities(address);
  return createCampaign({
    store,
    clock,
    rules: () => ({ caps: kit().caps, hours: kit().settings.sendingHours, zone: kit().settings.zone, reach }),
    open: (stay, place) => turns.open(stay, place),
    withdraw: (conversationId, why) => turns.withdraw(conversationId, why),
    onError,
  });
}

function hostOf(
  { metrics, clock, onChange, onDelivered }: ServiceDeps,
  turns: TurnService,
  delivery: Delivery,
): ChannelHost {
  return {
    receive: (message) => receive(turns, metrics, message),
    report: (report) => turns.report(report),
    receipt: async (receipt) => {
      await delivery.handleReceipt(receipt);
      const conversationId = receipt.id?.slice(0, receipt.id.lastIndexOf('.'));
      if (conversationId === undefined) return;
      onDelivered?.(conversationId);
      onChange?.(conversationId);
    },
    now: () => clock.now(),
  };
}

async function receive(turns: TurnService, metrics: Metrics, message: InboundMessage): Promise<Received> {
  const began = performance.now();
  try {
    const result = await turns.receive(message);
    metrics.inbound(message.channel, result, performance.now() - began);
    return result;
  } catch (error) {
    metrics.inbound(message.channel, 'failed', performance.now() - began);
    throw error;
  }
}
