import type { Channel, Receipt } from '../../channels/channel.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import type { OutboxLine } from '../../store/store.ts';
import { attempt } from './attempt.ts';
import { check } from './check.ts';
import type { ChannelHealth, DeliveryDeps, DeliverySettings } from './delivery.types.ts';
import { ChannelPace } from './pace.ts';
import { applyReceipt } from './receipts.ts';
import { DELIVERY_DEFAULTS } from './settings.ts';

/** The worker that empties the outbox. */
export interface Delivery {
  start(): void;
  /** Claims nothing more and resolves when the sends under way have ended. */
  stop(): Promise<void>;
  /** Something was written to the outbox, or the clock was moved. */
  wake(): void;
  /** What a carrier reports about a message, in any order and any number of times. */
  handleReceipt(receipt: Receipt): Promise<void>;
  health(): readonly ChannelHealth[];
}

/** A line that may leave, or one whose fate has to be found out. */
type Work = 'attempt' | 'check';

/** Wait after the store failed, before the next look at the outbox. Milliseconds. */
const STORE_TROUBLE_WAIT = 1_000;

/** Keeps the loop from spinning when something is due that cannot be claimed yet. Milliseconds. */
const SHORTEST_SLEEP = 10;

/** Builds the worker; nothing runs before `start`. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  return new DeliveryWorker(deps);
}

class DeliveryWorker implements Delivery {
  readonly #deps: DeliveryDeps;
  readonly #settings: DeliverySettings;
  readonly #channels: ReadonlyMap<ChannelId, Channel>;
  readonly #paces: ReadonlyMap<ChannelId, ChannelPace>;
  readonly #busy = new Set<Promise<void>>();
  readonly #inHand = new Map<string, Promise<void>>();
  #running = false;
  #loop: Promise<void> = Promise.resolve();
  #wakeUp: (() => void) | undefined;
  #awake = false;

  constructor(deps: DeliveryDeps) {
    this.#deps = deps;
    this.#settings = { ...DELIVERY_DEFAULTS, ...deps.settings };
    this.#channels = new Map(deps.channels.map((channel) => [channel.id, channel]));
    const now = deps.clock.now();
    this.#paces = new Map(
      deps.channels.map(({ id }) => {
        const rate = () => deps.rates?.()[id] ?? this.#settings.rates[id];
        return [id, new ChannelPace(rate, this.#settings, now)];
      }),
    );
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.wake();
    await this.#loop;
    await Promise.all(this.#busy);
  }

  wake(): void {
    this.#awake = true;
    this.#wakeUp?.();
  }

  async handleReceipt(receipt: Receipt): Promise<void> {
    await applyReceipt(this.#deps, receipt);
    this.wake(); // an uncertain line may be settled now, and the next one of its conversation free
  }

  health(): readonly ChannelHealth[] {
    return [...this.#paces].map(([channel, pace]) =>
      pace.faultCode === undefined
        ? { channel, ok: true }
        : { channel, ok: false, pausedUntil: pace.heldUntil, code: pace.faultCode },
    );
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#awake = false;
      let wait: number;
      try {
        wait = await this.#cycle();
      } catch (error) {
        this.#deps.logger.error({ err: error }, 'the outbox cannot be read');
        wait = STORE_TROUBLE_WAIT;
      }
      if (wait > 0) await this.#sleep(wait);
    }
  }

  /** Claims what can leave now. Returns the milliseconds to sleep; 0 to look again at once. */
  async #cycle(): Promise<number> {
    const { outbox } = this.#deps.store;
    const { leaseMs, concurrency } = this.#settings;
    const now = this.#deps.clock.now();
    const room = Math.min(concurrency - this.#busy.size, this.#tokens(now));
    let claimed = 0;
    if (room > 0) {
      const lines = await outbox.claim(now, room, leaseMs);
      if (lines.length > 0) this.#deps.crashPoint?.('after-claim');
      for (const line of lines) this.#take(line, 'attempt');
      claimed += lines.length;
    }
    // Lines claimed by a process that died count here too, once their lease is over.
    if (concurrency > this.#busy.size) {
      const doubtful = await outbox.claimUncertain(now, concurrency - this.#busy.size, leaseMs);
      for (const line of doubtful) this.#take(line, 'check');
      claimed += doubtful.length;
    }
    if (claimed > 0) return 0;
    return this.#untilNext();
  }

  async #untilNext(): Promise<number> {
    const { maxSleepMs, concurrency } = this.#settings;
    if (this.#busy.size >= concurrency) return maxSleepMs; // the end of a send wakes us
    const due = await this.#deps.store.outbox.nextDue();
    if (due === undefined) return maxSleepMs;
    const now = this.#deps.clock.now();
    // Due, yet not claimed: the channels rest.
    const at = Math.max(due, this.#nextToken(now));
    return Math.max(SHORTEST_SLEEP, Math.min(at - now, maxSleepMs));
  }

  #tokens(now: number): number {
    let sum = 0;
    for (const pace of this.#paces.values()) sum += pace.available(now);
    return sum;
  }

  #nextToken(now: number): number {
    let first = Number.POSITIVE_INFINITY;
    for (const pace of this.#paces.values()) first = Math.min(first, pace.nextAt(now));
    return first;
  }

  #take(line: OutboxLine, work: Work): void {
    // Its lease ran out while the carrier still thinks about it: the call under way will settle it. (A line that can be
    // claimed for sending has been settled, even if that task has not quite ended.)
    if (work === 'check' && this.#inHand.has(line.id)) return;
    const task = this.#work(line, work)
      .catch((error: unknown) => {
        // The line keeps its lease and is looked at again when that ends: it may have been sent.
        this.#deps.logger.error({ id: line.id, err: error }, 'a message could not be settled');
      })
      .finally(() => {
        this.#busy.delete(task);
        if (this.#inHand.get(line.id) === task) this.#inHand.delete(line.id);
        this.wake();
      });
    this.#busy.add(task);
    this.#inHand.set(line.id, task);
  }

  async #work(line: OutboxLine, work: Work): Promise<void> {
    const channel = this.#channels.get(line.channel);
    const pace = this.#paces.get(line.channel);
    if (channel === undefined || pace === undefined) return this.#noChannel(line, work);
    const ctx = { deps: this.#deps, settings: this.#settings, random: this.#deps.random ?? Math.random, channel, pace };
    await (work === 'attempt' ? attempt(ctx, line) : check(ctx, line));
  }

  /** The channel is switched off in this deployment: the line waits for it until it expires. */
  async #noChannel(line: OutboxLine, work: Work): Promise<void> {
    const { clock, logger, store, onUndeliverable } = this.#deps;
    const now = clock.now();
    const failure = { code: 'no_channel', detail: '该渠道未启用，消息未发送。' };
    logger.error({ id: line.id, channel: line.channel }, 'a message waits for a channel that is not configured');
    if (now < line.mark.expiresAt) {
      const at = Math.min(now + this.#settings.pauseMaxMs, line.mark.expiresAt);
      if (work === 'check') return store.outbox.settle(line.id, { type: 'uncertain', checkAt: at, failure }, now);
      return store.outbox.settle(line.id, { type: 'retry', at, failure, tried: false }, now);
    }
    const delivery = work === 'check' ? 'uncertain' : 'expired';
    await onUndeliverable(line.conversationId, delivery, { seq: line.seq, ...failure });
    return store.outbox.settle(line.id, { type: 'done', delivery, failure }, now);
  }

  async #sleep(span: number): Promise<void> {
    if (this.#awake || !this.#running) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, span);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = undefined;
  }
}
