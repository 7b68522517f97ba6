import type { Clock } from '../../domain/clock.ts';
import type { ContactRecord, ConversationRecord } from '../../domain/conversation.ts';
import type { IdSource } from '../../domain/ids.ts';
import type { InboundMessage } from '../../domain/message.ts';
import { nextAllowed } from '../../domain/sending-hours.ts';
import { FLOW_TIMER_KINDS, type FlowTimerKind, type Timer } from '../../domain/timer.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { CommitResult, LoadedConversation, StayRow, Store, TurnCommit } from '../../store/store.ts';
import { nextProactive } from '../campaign/caps.ts';
import { brokenTurn } from './broken-turn.ts';
import type { TurnKit } from './kit.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { newContact, newRecord } from './new-record.ts';
import { dedupeKey, inboundRow, runTurn, type TurnTrigger } from './run-turn.ts';

/** How often a turn that lost a race is repeated before it is given up as a bug. */
const MAX_CONFLICTS = 20;
/** A burst is read after this many settle times at the latest, however fast the contact goes on typing. */
const MAX_SETTLES = 4;

export interface TurnServiceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly kit: () => TurnKit;
  /** Called after each commit: wake the outbox and timer workers, publish to live pages. */
  readonly onCommitted: (commit: TurnCommit) => void;
  /** A text could not be handled by the dialogue; for the log (ids only). */
  readonly onFault?: (error: unknown, conversationId: string) => void;
  /** Named crash points; does nothing in production. */
  readonly crashPoint?: (name: 'before-commit' | 'after-commit') => void;
}

/** What became of a message that will not arrive. */
interface SendTrouble {
  readonly why: 'opted_out' | 'unreachable' | 'expired' | 'failed' | 'uncertain';
  readonly seq: number;
  /** A sentence for staff, with the carrier's code. */
  readonly detail: string;
}

export interface TurnService {
  /** Resolves once the message and everything it caused are on disk (design.md law 1). */
  receive(message: InboundMessage): Promise<'accepted' | 'duplicate'>;
  /** Opens the follow-up of a stay. 'busy' when the contact talks about another patient meanwhile. */
  open(stay: StayRow): Promise<'opened' | 'busy'>;
  /** A timer is due; one whose state was left is dropped. */
  fire(timer: Timer): Promise<void>;
  /** The hospital's list says that the patient died or is back in hospital. */
  withdraw(conversationId: string, why: 'deceased' | 'readmitted'): Promise<void>;
  /** A send failed for good: what that says about the number is a turn; anything else is put before staff. May be told twice. */
  undeliverable(conversationId: string, failure: SendTrouble): Promise<void>;
}

function isFlowTimer(timer: Timer): timer is Timer & { kind: FlowTimerKind } {
  return (FLOW_TIMER_KINDS as readonly string[]).includes(timer.kind);
}

/** Loads, runs and commits turns, one at a time per address; a lost race is run again on fresh state. */
export function createTurnService(deps: TurnServiceDeps): TurnService {
  return new Turns(deps);
}

class Turns implements TurnService {
  readonly #deps: TurnServiceDeps;
  readonly #lanes: Lanes = createLanes();

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps;
  }

  receive(message: InboundMessage): Promise<'accepted' | 'duplicate'> {
    return this.#lanes.run(`${message.channel}:${message.address}`, () => this.#receive(message));
  }

  open(stay: StayRow): Promise<'opened' | 'busy'> {
    return this.#lanes.run(`${stay.channel}:${stay.address}`, () => this.#open(stay));
  }

  async fire(timer: Timer): Promise<void> {
    await this.#onConversation(timer.conversationId, (loaded) => this.#fire(timer, loaded));
  }

  async undeliverable(conversationId: string, trouble: SendTrouble): Promise<void> {
    await this.#onConversation(conversationId, (loaded) => this.#trouble(loaded, trouble));
  }

  async withdraw(conversationId: string, why: 'deceased' | 'readmitted'): Promise<void> {
    await this.#onConversation(conversationId, async (loaded) => {
      const commit = this.#run(loaded, { type: 'withdraw', why });
      const followUp = commit.record.state === 'closed' ? 'done' : 'open';
      return this.#done({ ...commit, followUp });
    });
  }

  async #trouble(loaded: LoadedConversation, { why, seq, detail }: SendTrouble): Promise<'done' | 'again'> {
    const { id, state } = loaded.record;
    const said = why === 'opted_out' || why === 'unreachable';
    const turn = said
      ? this.#run(loaded, { type: 'undeliverable', why })
      : quietCommit(loaded.record, this.#deps.clock.now());
    // A person has the talk (often an emergency) and must hear that our text did not arrive (standards.md 8): they call.
    if (said && state !== 'with_staff') return this.#done(turn);
    const text = said ? `消息未能送达，请打电话联系：${detail}` : detail;
    return this.#done({
      ...turn,
      dedupe: [`trouble:${id}.${String(seq)}${said ? `.${why}` : ''}`],
      workItems: [...turn.workItems, { id: this.#deps.ids.next(), kind: 'note', text }],
      tallies: [...turn.tallies, `send.${why}`],
    });
  }

  async #receive(message: InboundMessage): Promise<'accepted' | 'duplicate'> {
    const kit = this.#deps.kit();
    for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
      const found = await this.#deps.store.turns.loadByAddress(message.channel, message.address);
      const loaded = found?.loaded ?? this.#stranger(message, found?.contact);
      const atOnce = loaded.record.version === 0 || message.carrierKeyword !== undefined;
      const settle = atOnce ? 0 : kit.settleMs(message.channel);
      const commit = settle === 0 ? this.#run(loaded, { type: 'texts', message }) : this.#keep(loaded, message, settle);
      const result = await this.#commit(commit);
      if (result !== 'conflict') return result === 'duplicate' ? 'duplicate' : 'accepted';
    }
    throw new Error(`a message of ${message.channel} lost ${String(MAX_CONFLICTS)} races`);
  }

  /** Somebody we do not know, or know only from a plan, writes first. */
  #stranger(message: InboundMessage, contact: ContactRecord | undefined): LoadedConversation {
    const { clock, ids, kit } = this.#deps;
    const flow = kit().flows.inquiry;
    const record = newRecord(
      flow,
      {
        id: ids.next(),
        channel: message.channel,
        address: message.address,
        language: message.language ?? kit().defaultLanguage,
        stay: null,
        relation: null,
      },
      clock.now(),
    );
    return { record, contact: contact ?? newContact(message.channel, message.address), unread: [] };
  }

  /** Stores a text unread; the settle timer reads it together with what follows within moments. */
  #keep(loaded: LoadedConversation, message: InboundMessage, settle: number): TurnCommit {
    const { record, unread } = loaded;
    const at = this.#deps.clock.now();
    const row = inboundRow(record, message);
    const due = Math.min(at + settle, (unread[0]?.at ?? at) + MAX_SETTLES * settle);
    return {
      ...quietCommit({ ...record, lastSeq: row.seq, updatedAt: at }, at),
      dedupe: [dedupeKey(message)],
      messages: [row],
      timers: [{ conversationId: record.id, kind: 'settle', due, stateEntry: record.stateEntry }],
    };
  }

  // eslint-disable-next-line complexity -- the steps of one opening, in order
  async #open(stay: StayRow): Promise<'opened' | 'busy'> {
    const { store, clock, ids, kit } = this.#deps;
    for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
      const found = await store.turns.loadByAddress(stay.channel, stay.address);
      if (found?.loaded !== undefined && isBusy(found.loaded.record)) return 'busy';
      if (found !== undefined && isBarred(found.contact)) return 'busy';
      const { relation } = stay;
      const record = newRecord(
        kit().flows.followup,
        {
          id: ids.next(),
          channel: stay.channel,
          address: stay.address,
          language: relation.language ?? kit().defaultLanguage,
          stay: stay.facts,
          relation,
        },
        clock.now(),
      );
      const contact = found?.contact ?? newContact(stay.channel, stay.address);
      const commit = this.#run({ record, contact, unread: [] }, { type: 'open' });
      const result = await this.#commit({ ...commit, followUp: commit.followUp ?? 'open' });
      // The list brought a death or a readmission meanwhile: nothing was written, and nobody is contacted.
      if (result === 'stale') return 'busy';
      if (result !== 'conflict') return 'opened';
    }
    throw new Error('opening a follow-up lost too many races');
  }

  async #fire(timer: Timer, loaded: LoadedConversation): Promise<'done' | 'again'> {
    const { store, clock, kit } = this.#deps;
    // Another turn may have moved it since it was read as due.
    const stored = (await store.timers.of(timer.conversationId)).find(({ kind }) => kind === timer.kind);
    if (stored?.due !== timer.due) return 'done';
    // What the contact has written counts before what their silence would mean; the timer comes again if it still holds.
    if (timer.kind !== 'settle' && loaded.unread.length > 0)
      return this.#turn(loaded, { type: 'texts', message: null });
    if (timer.kind === 'settle') {
      if (loaded.unread.length > 0) return this.#turn(loaded, { type: 'texts', message: null });
      await store.timers.drop(timer);
      return 'done';
    }
    if (!isFlowTimer(timer) || timer.stateEntry !== loaded.record.stateEntry) {
      await store.timers.drop(timer);
      return 'done';
    }
    const { zone, sendingHours } = kit().settings;
    const now = clock.now();
    const allowed =
      timer.kind === 'reminder'
        ? nextProactive(now, loaded.contact.proactiveAt, kit().caps, { hours: sendingHours, zone })
        : timer.kind === 'resume'
          ? nextAllowed(now, sendingHours, zone)
          : now;
    if (allowed > now) return this.#move(loaded, { ...timer, due: allowed });
    return this.#turn(loaded, { type: 'timer', timer: timer.kind });
  }

  /** The timer fired too late (the service was down) or too early for the caps: at the next allowed minute instead. */
  async #move(loaded: LoadedConversation, timer: Timer): Promise<'done' | 'again'> {
    const idle = { ...quietCommit(loaded.record, this.#deps.clock.now()), timers: [timer] };
    return this.#done(idle);
  }

  async #onConversation(id: string, act: (loaded: LoadedConversation) => Promise<'done' | 'again'>): Promise<void> {
    const first = await this.#deps.store.turns.load(id);
    if (first === undefined) return;
    await this.#lanes.run(`${first.record.channel}:${first.record.address}`, async () => {
      for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
        const loaded = await this.#deps.store.turns.load(id);
        if (loaded === undefined || (await act(loaded)) === 'done') return;
      }
      throw new Error(`conversation ${id} lost ${String(MAX_CONFLICTS)} races`);
    });
  }

  #turn(loaded: LoadedConversation, trigger: TurnTrigger): Promise<'done' | 'again'> {
    return this.#done(this.#run(loaded, trigger));
  }

  async #done(commit: TurnCommit): Promise<'done' | 'again'> {
    return (await this.#commit(commit)) === 'conflict' ? 'again' : 'done';
  }

  /** A text whose turn fails is stored all the same and brought before staff; other turns are tried again later. */
  #run(loaded: LoadedConversation, trigger: TurnTrigger): TurnCommit {
    const { clock, ids, kit } = this.#deps;
    const input = { kit: kit(), loaded, trigger, at: clock.now(), newId: () => ids.next() };
    if (trigger.type !== 'texts') return runTurn(input);
    try {
      return runTurn(input);
    } catch (error) {
      this.#deps.onFault?.(error, loaded.record.id);
      return brokenTurn(input);
    }
  }

  async #commit(commit: TurnCommit): Promise<CommitResult> {
    this.#deps.crashPoint?.('before-commit');
    const result = await this.#deps.store.turns.commit(commit);
    if (result === 'committed') {
      this.#deps.crashPoint?.('after-commit');
      this.#deps.onCommitted(commit);
    }
    return result;
  }
}

/** Opted out or found unreachable since the plan was looked at: the campaign decides anew. */
function isBarred(contact: ContactRecord): boolean {
  return contact.optedOutAt !== null || contact.unreachable !== null;
}

/** One conversation at a time per number (standards.md 9, shared phone): the next patient waits until this one is over. */
function isBusy(record: Pick<ConversationRecord, 'flow' | 'state'>): boolean {
  return record.state === 'with_staff' || (record.flow === 'followup' && record.state !== 'closed');
}
