import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { issueEnrolments } from '../../../src/app/enrolment.ts';
import { readHospital } from '../../../src/app/hospital.ts';
import { createIds } from '../../../src/app/ids.ts';
import type { Reach } from '../../../src/bot/campaign/choose.ts';
import { createCampaign } from '../../../src/bot/campaign/runner.ts';
import { createTimerWorker } from '../../../src/bot/timers/worker.ts';
import type { TurnKit } from '../../../src/bot/turn/kit.ts';
import { createTurnService, type TurnService } from '../../../src/bot/turn/service.ts';
import type { InboundMessage, Received } from '../../../src/domain/message.ts';
import type { ChannelId } from '../../../src/domain/vocabulary.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { ConversationView, StayRow, Store, TurnCommit } from '../../../src/store/store.ts';
import { stayFacts, stayRow, T0, ZONE } from '../../contracts/store/turns.ts';

const { kit: KIT } = readHospital('flows.config.json');

/** A message that was written without being asked for: when, and to whom. */
export interface Proactive {
  readonly at: number;
  readonly address: string;
  readonly conversationId: string;
}

/** Turns, timers and the campaign on a real data file, with a clock that only the test moves. Nothing is sent on. */
export class Rig {
  now = T0;
  /** Messages that were started by us, in order. */
  readonly proactive: Proactive[] = [];
  readonly kit: TurnKit;
  /** The channels of this deployment: SMS, and a messenger that cannot write first. */
  reach: Reach = (channel) => (channel === 'web' ? undefined : { canInitiate: channel !== 'telegram' });
  store: Store;
  turns: TurnService;
  readonly #file: string;
  #texts = 0;

  private constructor(settleMs: number, file: string, store: Store) {
    this.kit = { ...KIT, settleMs: () => settleMs };
    this.#file = file;
    this.store = store;
    this.turns = this.newTurns(store);
  }

  static async start(options: { settleMs?: number } = {}): Promise<Rig> {
    const folder = mkdtempSync(join(tmpdir(), 'huifang-turns-'));
    const file = join(folder, 'turns.sqlite');
    const rig = new Rig(options.settleMs ?? 0, file, await openSqliteStore({ file, zone: ZONE }));
    onTestFinished(async () => {
      await rig.store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return rig;
  }

  /** What a stop and a new start of the service leave. */
  async restart(): Promise<void> {
    await this.store.close();
    this.store = await openSqliteStore({ file: this.#file, zone: ZONE });
    this.turns = this.newTurns(this.store);
  }

  /** A turn service of its own on the store, as another process would have it. */
  newTurns(store: Store): TurnService {
    const clock = { now: () => this.now };
    return createTurnService({
      store,
      clock,
      ids: createIds(clock),
      kit: () => this.kit,
      onCommitted: (commit) => {
        this.#note(commit);
      },
    });
  }

  #note({ at, record, outbox }: TurnCommit): void {
    for (const { mark } of outbox) {
      if (mark.proactive) this.proactive.push({ at, address: record.address, conversationId: record.id });
    }
  }

  plan(...stays: readonly StayRow[]): Promise<unknown> {
    return this.store.directory.addStays(stays, this.now);
  }

  /** A text comes in. */
  receive(address: string, text: string, externalId?: string): Promise<Received> {
    this.#texts += 1;
    const id = externalId ?? `SM${String(this.#texts)}`;
    return this.turns.receive({ channel: 'sms', address, externalId: id, text, receivedAt: this.now });
  }

  /** A message comes in from a chat: words, a tap, or Start with a token. */
  chat(address: string, message: Partial<InboundMessage> = {}): Promise<Received> {
    this.#texts += 1;
    const externalId = `TG${String(this.#texts)}`;
    return this.turns.receive({ channel: 'telegram', address, externalId, text: '', receivedAt: this.now, ...message });
  }

  /** A token of the discharge papers for a patient; `record` as in the list. */
  async token(record: string): Promise<string> {
    const issued = await issueEnrolments(this.store, { records: [record], who: 'test' }, this.now);
    return issued.issued[0]?.token ?? 'none';
  }

  /** One round of the campaign and of the timers: all that is due now is done. */
  async work(): Promise<void> {
    const clock = { now: () => this.now };
    const failed: unknown[] = [];
    const onError = (error: unknown) => failed.push(error);
    const { caps, settings } = this.kit;
    const campaign = createCampaign({
      store: this.store,
      clock,
      rules: () => ({ caps, hours: settings.sendingHours, zone: settings.zone, reach: this.reach }),
      open: (stay, place) => this.turns.open(stay, place),
      withdraw: (id, why) => this.turns.withdraw(id, why),
      onError,
    });
    const timers = createTimerWorker({ store: this.store, clock, fire: (timer) => this.turns.fire(timer), onError });
    for (const loop of [campaign, timers]) {
      loop.start();
      await loop.stop();
    }
    if (failed.length > 0) throw failed[0];
  }

  /** Lets time pass up to `at`, with all that becomes due on the way done at its moment. */
  async passTo(at: number): Promise<void> {
    for (;;) {
      await this.work();
      const due = [await this.store.timers.nextDue(), await this.store.campaign.nextDue()];
      // What is due already and still there is held back, by a pause for example; it does not stop the clock.
      const next = Math.min(...due.filter((instant) => instant !== undefined && instant > this.now).map(Number));
      if (next > at) break;
      this.now = next;
    }
    this.now = at;
    await this.work();
  }

  pass(span: number): Promise<void> {
    return this.passTo(this.now + span);
  }

  /** Conversations of a number, oldest first, with all that is recorded. */
  async talks(address: string, channel: ChannelId = 'sms'): Promise<readonly ConversationView[]> {
    const records = await this.store.views.ofAddress(channel, address);
    return Promise.all(records.map((record) => this.view(record.id)));
  }

  /** The only conversation of a number. */
  async talk(address: string): Promise<ConversationView> {
    const talks = await this.talks(address);
    const [only] = talks;
    if (only === undefined || talks.length > 1) throw new Error(`${String(talks.length)} conversations`);
    return only;
  }

  async view(id: string): Promise<ConversationView> {
    const view = await this.store.views.view(id);
    if (view === undefined) throw new Error(`no conversation ${id}`);
    return view;
  }
}

/** A planned stay of patient `n`, due now; `name` as in the list. */
export function planned(n: number, address: string, name: string, change: Partial<StayRow> = {}): StayRow {
  const facts = { ...stayFacts(n), patientName: name };
  return stayRow(n, { facts, address, followUpAt: T0, ...change });
}

export const said = (view: ConversationView, direction: 'in' | 'out'): readonly string[] =>
  view.messages.filter((message) => message.direction === direction).map(({ text }) => text);
