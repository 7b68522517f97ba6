import { onTestFinished } from 'vitest';
import { readHospital } from '../../../src/app/hospital.ts';
import { createIds } from '../../../src/app/ids.ts';
import { judge } from '../../../src/bot/delivery/judge.ts';
import { createStaffActions, type StaffActions } from '../../../src/bot/handover/actions.ts';
import { createTurnService, type TurnService } from '../../../src/bot/turn/service.ts';
import type { ConversationRecord } from '../../../src/domain/conversation.ts';
import type { MessageRow } from '../../../src/domain/message.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import type { ConversationView, Store, TurnCommit, TurnStore } from '../../../src/store/store.ts';
import { address, stayFacts, stayRow, T0, ZONE } from '../../contracts/store/turns.ts';

const { kit } = readHospital('flows.config.json');
const KIT = { ...kit, settleMs: () => 0 };

/** What one commit made of a conversation, as an observer outside the product saw it. */
export interface Observed {
  readonly record: ConversationRecord;
  readonly messages: readonly MessageRow[];
}

/** A line as the handset got it, with the state of the conversation in that moment. */
export interface Arrived {
  readonly seq: number;
  readonly author: MessageRow['author'];
  readonly text: string;
  readonly urgent: boolean;
  readonly stateThen: ConversationRecord['state'];
}

/** Turns and staff on one store in memory, as two processes would run them; delivery by hand. */
export class Desk {
  now = T0;
  readonly store: Store;
  readonly first: Side;
  readonly second: Side;
  readonly log: Observed[] = [];
  readonly arrived = new Map<string, Arrived[]>();
  #patients = 0;
  #texts = 0;

  private constructor(store: Store) {
    this.store = store;
    this.first = new Side(this, store);
    this.second = new Side(this, store);
  }

  static async start(): Promise<Desk> {
    const store = await openSqliteStore({ file: ':memory:', zone: ZONE });
    onTestFinished(() => store.close());
    return new Desk(store);
  }

  /** Somebody new is asked; the opening is out. Gives the conversation's id. */
  async open(): Promise<string> {
    this.#patients += 1;
    const n = this.#patients;
    await this.first.turns.open(stayRow(n, { facts: stayFacts(n), address: address(n) }));
    const [record] = await this.store.views.ofAddress('sms', address(n));
    if (record === undefined) throw new Error('not opened');
    await this.deliver();
    return record.id;
  }

  /** Somebody has complained and answered everything. */
  async closedTalk(): Promise<string> {
    const id = await this.open();
    for (const text of ['是本人，方便', '医生满意，护士夜里叫了三次都不来', '整体满意', '没有了'])
      await this.hear(id, text);
    const { state } = (await this.view(id)).record;
    if (state !== 'closed') throw new Error(state);
    return id;
  }

  /** Another patient on the phone of this conversation is asked. */
  async openOther(conversationId: string): Promise<string> {
    const { record } = await this.view(conversationId);
    this.#patients += 1;
    const n = this.#patients;
    const before = await this.store.views.ofAddress('sms', record.address);
    const opened = await this.first.turns.open(stayRow(n, { facts: stayFacts(n), address: record.address }));
    if (opened !== 'opened') throw new Error(opened);
    const known = new Set(before.map(({ id }) => id));
    const other = (await this.store.views.ofAddress('sms', record.address)).find(({ id }) => !known.has(id));
    if (other === undefined) throw new Error('not opened');
    await this.deliver();
    return other.id;
  }

  async hear(conversationId: string, text: string, side: Side = this.first): Promise<void> {
    const { record } = await this.view(conversationId);
    this.#texts += 1;
    const externalId = `SM${String(this.#texts)}`;
    await side.turns.receive({ channel: 'sms', address: record.address, externalId, text, receivedAt: this.now });
  }

  /** Whatever may leave arrives: the last gate of delivery is asked for each line. */
  async deliver(): Promise<void> {
    for (;;) {
      const lines = await this.store.outbox.claim(this.now, 100, 60_000);
      if (lines.length === 0) return;
      for (const line of lines) {
        const verdict = judge(line, this.now, { ...KIT.settings, paused: false });
        const view = await this.view(line.conversationId);
        const row = view.messages[line.seq - 1];
        if (verdict.kind === 'send' && row !== undefined) {
          const { seq, author, text } = row;
          const got = this.arrived.get(line.conversationId) ?? [];
          got.push({ seq, author, text, urgent: line.mark.urgent, stateThen: view.record.state });
          this.arrived.set(line.conversationId, got);
        }
        const delivery = verdict.kind === 'send' ? 'delivered' : 'cancelled';
        await this.store.outbox.settle(line.id, { type: 'done', delivery }, this.now);
      }
    }
  }

  async view(id: string): Promise<ConversationView> {
    const view = await this.store.views.view(id);
    if (view === undefined) throw new Error(`no conversation ${id}`);
    return view;
  }

  async owner(id: string): Promise<string | null> {
    return (await this.view(id)).record.desk?.owner ?? null;
  }

  /** What we said, in order. */
  async said(id: string): Promise<readonly string[]> {
    return (await this.view(id)).messages.filter(({ direction }) => direction === 'out').map(({ text }) => text);
  }

  /** All that was committed of a conversation, in order. */
  history(id: string): readonly Observed[] {
    return this.log.filter(({ record }) => record.id === id);
  }
}

/** One process: its own lanes, the shared store. Its next commit can be held back until it is let go. */
export class Side {
  readonly turns: TurnService;
  readonly staff: StaffActions;
  #gate: Gate | undefined;

  constructor(desk: Desk, store: Store) {
    const clock = { now: () => desk.now };
    const turns: TurnStore = {
      ...store.turns,
      commit: async (turn: TurnCommit) => {
        const gate = this.#gate;
        this.#gate = undefined;
        await gate?.pass();
        return store.turns.commit(turn);
      },
    };
    this.turns = createTurnService({
      store: { ...store, turns },
      clock,
      ids: createIds(clock),
      kit: () => KIT,
      onCommitted: ({ record, messages }) => {
        desk.log.push({ record, messages });
      },
    });
    this.staff = createStaffActions(this.turns, store, () => desk.now);
  }

  /** The next commit waits once it is reached: `reached` tells when, `open` lets it go. */
  holdNextCommit(): Gate {
    this.#gate = new Gate();
    return this.#gate;
  }
}

/** Where one commit waits. */
export class Gate {
  readonly reached: Promise<void>;
  open: () => void = () => undefined;
  #arrive: () => void = () => undefined;
  readonly #opened: Promise<void>;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#arrive = resolve;
    });
    this.#opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  pass(): Promise<void> {
    this.#arrive();
    return this.#opened;
  }
}
