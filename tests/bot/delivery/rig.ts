import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { DeliveryDeps, Rate, UndeliverableReason } from '../../../src/bot/delivery/delivery.types.ts';
import { createDelivery, type Delivery } from '../../../src/bot/delivery/worker.ts';
import type { Channel, ChannelHost } from '../../../src/channels/channel.ts';
import { createTwilioChannel } from '../../../src/channels/twilio/channel.ts';
import { HOUR } from '../../../src/domain/clock.ts';
import type { ContactRecord, ConversationRecord } from '../../../src/domain/conversation.ts';
import type { SendingHours } from '../../../src/domain/hours.ts';
import { silentLogger } from '../../../src/domain/logger.ts';
import type { InboundMessage, MessageRow, OutboxMark } from '../../../src/domain/message.ts';
import type { ChannelId } from '../../../src/domain/vocabulary.ts';
import { mountWebhooks } from '../../../src/server/webhooks.ts';
import { quietCommit } from '../../../src/store/quiet-commit.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import type { Store, TurnCommit } from '../../../src/store/store.ts';
import { MovingClock, until } from '../../support/moving-clock.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in/server.ts';

const ZONE = 'Asia/Shanghai';
/** A Monday, 10:00 in the hospital's zone. */
export const MORNING = Date.UTC(2026, 10, 23, 2, 0);
const PUBLIC = 'https://followup.hospital.example/hook';

interface Report {
  readonly conversationId: string;
  readonly why: UndeliverableReason;
  readonly seq: number;
  readonly code: string;
}

export interface RigOptions {
  readonly settings?: DeliveryDeps['settings'];
  /** Instead of Twilio against the stand-in. */
  readonly channel?: Channel;
  readonly timeoutMs?: number;
  readonly startAt?: number;
  readonly crashPoint?: DeliveryDeps['crashPoint'];
  readonly onUndeliverable?: (rig: Rig, conversationId: string, why: UndeliverableReason) => Promise<void>;
  readonly messagingServiceSid?: string;
}

/** The worker on a real store, with the Twilio channel behind real HTTP in both directions. */
export class Rig {
  readonly store: Store;
  readonly clock: MovingClock;
  readonly carrier: TwilioStandIn;
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly host: ChannelHost;
  readonly reports: Report[] = [];
  /** What whoever runs the service is told: errors of the log. */
  readonly alerts: object[] = [];
  readonly received: InboundMessage[] = [];
  /** What the configuration says at the moment. */
  sendingHours: SendingHours = { from: 9 * 60, to: 21 * 60 };
  rate: Rate | undefined;
  paused = false;
  readonly #app: FastifyInstance;
  #running = false;
  readonly #records = new Map<string, ConversationRecord>();

  static async start(options: RigOptions = {}): Promise<Rig> {
    const clock = new MovingClock(options.startAt ?? MORNING);
    const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
    const carrier = await startTwilioStandIn({ now: () => clock.now() });
    const rig = new Rig(options, clock, store, carrier);
    await rig.#listen();
    return rig;
  }

  private constructor(options: RigOptions, clock: MovingClock, store: Store, carrier: TwilioStandIn) {
    this.clock = clock;
    this.store = store;
    this.carrier = carrier;
    const service = options.messagingServiceSid;
    this.channel =
      options.channel ??
      createTwilioChannel({
        accountSid: carrier.accountSid,
        authToken: carrier.authToken,
        apiBaseUrl: carrier.url,
        publicBaseUrl: PUBLIC,
        timeoutMs: options.timeoutMs ?? 400,
        now: () => clock.now(),
        ...(service === undefined ? { from: carrier.number } : { messagingServiceSid: service }),
      });
    this.delivery = createDelivery({
      store,
      channels: [this.channel],
      clock,
      sendingRules: () => ({
        sendingHours: this.sendingHours,
        zone: ZONE,
        caps: { perDay: 1, perWeek: 3 },
      }),
      isPaused: () => Promise.resolve(this.paused),
      rates: () => (this.rate === undefined ? {} : { sms: this.rate }),
      logger: { ...silentLogger, error: (fields) => void this.alerts.push(fields) },
      random: () => 0.5,
      settings: { rates: {}, maxSleepMs: 50, ...options.settings },
      onUndeliverable: async (conversationId, why, { seq, code }) => {
        this.reports.push({ conversationId, why, seq, code });
        await options.onUndeliverable?.(this, conversationId, why);
      },
      ...(options.crashPoint === undefined ? {} : { crashPoint: options.crashPoint }),
    });
    this.host = {
      receive: (message) => {
        const known = this.received.some((one) => one.externalId === message.externalId);
        if (!known) this.received.push(message);
        return Promise.resolve(known ? 'duplicate' : 'accepted');
      },
      receipt: (receipt) => this.delivery.handleReceipt(receipt),
      report: () => Promise.resolve(),
      now: () => clock.now(),
    };
    this.#app = fastify();
  }

  async #listen(): Promise<void> {
    await this.#app.register(formbody);
    mountWebhooks(this.#app, [this.channel], this.host);
    this.carrier.setApp(await this.#app.listen({ host: '127.0.0.1', port: 0 }), PUBLIC);
    await this.channel.start?.(this.host);
  }

  /** Writes one outbound line, as a turn does. Returns its outbox id. */
  async say(
    conversationId: string,
    text: string,
    mark: Partial<OutboxMark> & { address?: string } = {},
  ): Promise<string> {
    const { address, ...marks } = mark;
    const record = this.#next(conversationId, address);
    const seq = record.lastSeq + 1;
    const now = this.clock.now();
    const row: MessageRow = {
      conversationId,
      seq,
      direction: 'out',
      author: 'bot',
      text,
      at: now,
      delivery: 'pending',
      phrases: [],
      options: [],
      readings: [],
    };
    const full: OutboxMark = {
      urgent: false,
      proactive: false,
      confirmsOptOut: false,
      notBefore: now,
      expiresAt: now + 12 * HOUR,
      ...marks,
    };
    await this.#commit({ ...record, lastSeq: seq }, { messages: [row], outbox: [{ seq, mark: full }] });
    this.delivery.wake();
    return `${conversationId}.${String(seq)}`;
  }

  /** The contact writes. */
  async hear(conversationId: string, text: string, address?: string): Promise<void> {
    const record = this.#next(conversationId, address);
    const seq = record.lastSeq + 1;
    const at = this.clock.now();
    const blank = { phrases: [], options: [], readings: [] };
    const row = {
      conversationId,
      seq,
      direction: 'in',
      author: 'contact',
      text,
      at,
      delivery: 'none',
      ...blank,
    } as const;
    await this.#commit({ ...record, lastSeq: seq, readSeq: seq }, { messages: [row] });
  }

  /** A person of the staff takes the conversation over. */
  async takeOver(conversationId: string): Promise<void> {
    const record = this.#next(conversationId);
    await this.#commit({ ...record, fence: record.fence + 1 }, {});
  }

  optOut(conversationId: string): Promise<void> {
    return this.#know(conversationId, { optedOutAt: this.clock.now() });
  }

  /** We began a talk with them at these instants. */
  began(conversationId: string, ...proactiveAt: readonly number[]): Promise<void> {
    return this.#know(conversationId, { proactiveAt });
  }

  async proactiveAt(conversationId: string): Promise<readonly number[]> {
    return (await this.store.views.view(conversationId))?.contact.proactiveAt ?? [];
  }

  async #know(conversationId: string, change: Partial<ContactRecord>): Promise<void> {
    const record = this.#next(conversationId);
    const { channel, address } = record;
    const known = await this.store.turns.loadByAddress(channel, address);
    const version = (known?.contact.version ?? 0) + 1;
    await this.#commit(record, {
      contact: {
        channel,
        address,
        conversationId,
        optedOutAt: null,
        unreachable: null,
        proactiveAt: [],
        ...change,
        version,
      },
    });
  }

  async line(id: string): Promise<MessageRow> {
    const dot = id.lastIndexOf('.');
    const view = await this.store.views.view(id.slice(0, dot));
    const found = view?.messages.find((one) => one.seq === Number(id.slice(dot + 1)));
    if (found === undefined) throw new Error(`no line ${id}`);
    return found;
  }

  async reaches(id: string, delivery: MessageRow['delivery']): Promise<void> {
    try {
      await until('', async () => (await this.line(id)).delivery === delivery);
    } catch {
      throw new Error(`${id} is ${(await this.line(id)).delivery}, not ${delivery}`);
    }
  }

  /** Lets the worker begin. */
  run(): void {
    this.#running = true;
    this.delivery.start();
  }

  /** Moves the clock between two sends, never in the middle of one. */
  async pass(span: number): Promise<void> {
    await this.delivery.stop();
    this.clock.advance(span);
    if (this.#running) this.delivery.start();
  }

  async stop(): Promise<void> {
    await this.delivery.stop();
    await this.carrier.settled();
    await this.channel.stop?.();
    await this.#app.close();
    await this.carrier.close();
    await this.store.close();
  }

  #next(conversationId: string, address = '+85261234567'): ConversationRecord {
    const known = this.#records.get(conversationId);
    const now = this.clock.now();
    if (known !== undefined) return { ...known, version: known.version + 1, updatedAt: now };
    return {
      id: conversationId,
      flow: 'followup',
      channel: this.channel.id satisfies ChannelId,
      address,
      language: 'zh-CN',
      version: 1,
      lastSeq: 0,
      readSeq: 0,
      fence: 0,
      stateEntry: 0,
      entryCount: 0,
      snapshot: { format: 1, flow: 'followup', flowVersion: 1, value: 'opening', context: {} },
      stay: null,
      relation: null,
      createdAt: now,
      updatedAt: now,
      state: 'waiting',
      outcome: null,
      resumeAt: null,
      respondent: null,
      answers: {},
      handoff: null,
    };
  }

  async #commit(record: ConversationRecord, part: Partial<TurnCommit>): Promise<void> {
    const result = await this.store.turns.commit({
      ...quietCommit(record, this.clock.now()),
      record,
      ...part,
    });
    if (result !== 'committed') throw new Error(`commit: ${result}`);
    this.#records.set(record.id, record);
  }
}
