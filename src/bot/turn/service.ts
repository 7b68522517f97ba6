import { type Clock, HOUR } from '../../domain/clock.ts';
import type { ContactRecord } from '../../domain/conversation.ts';
import type { IdSource } from '../../domain/ids.ts';
import { type AddressReport, type InboundMessage, type Received } from '../../domain/message.ts';
import { nextAllowed } from '../../domain/sending-hours.ts';
import { FLOW_TIMER_KINDS, type FlowTimerKind, type Timer } from '../../domain/timer.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { CommitResult, LoadedConversation, StayRow, Store, TurnCommit } from '../../store/store.ts';
import { nextProactive } from '../campaign/caps.ts';
import type { Place } from '../campaign/choose.ts';
import { isPaused } from '../campaign/switch.ts';
import { brokenTurn } from './broken-turn.ts';
import { closedChat, type OpeningState, reopenedChat } from './elsewhere.ts';
import { enrolmentOutcome, enrolTurn } from './enrol.ts';
import { hashEnrolmentToken } from './enrolment-token.ts';
import type { TurnKit } from './kit.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { newContact, newRecord } from './new-record.ts';
import { OtherTalks } from './other-talks.ts';
import { dedupeKey, inboundRow, runTurn, type TurnInput, type TurnTrigger } from './run-turn.ts';
import { type SendTrouble, troubleTurn } from './send-trouble.ts';
import { textOfTap } from './tap.ts';

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

/** What staff's action comes to. */
export type Acted<R> = { readonly commit: TurnCommit } | { readonly refused: R };

export interface TurnService {
  /** Resolves once the message and everything it caused are on disk (design.md law 1). */
  receive(message: InboundMessage): Promise<Received>;
  /** A channel tells of an address without anybody having written. Resolves once that is on disk. */
  report(report: AddressReport): Promise<void>;
  /**
   * Opens the follow-up of a stay at `place`, by default the number of the list. 'busy' when the contact talks about another patient
   * meanwhile.
   */
  open(stay: StayRow, place?: Place): Promise<'opened' | 'busy'>;
  /** A timer is due; one whose state was left is dropped. */
  fire(timer: Timer): Promise<void>;
  /** The hospital's list says that the patient died or is back in hospital. */
  withdraw(conversationId: string, why: 'deceased' | 'readmitted'): Promise<void>;
  /**
   * Staff do something with a conversation: `decide` looks at it as it is now and gives the commit, or a refusal. It may be called
   * again when a race was lost. 'duplicate': it was done before.
   */
  act<R>(conversationId: string, decide: (input: TurnInput) => Acted<R>): Promise<'done' | 'duplicate' | 'missing' | R>;
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
  readonly #others: OtherTalks;

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps;
    this.#others = new OtherTalks(deps.store.turns);
  }

  receive(message: InboundMessage): Promise<Received> {
    return this.#lanes.run(`${message.channel}:${message.address}`, () => this.#receive(message));
  }

  report(report: AddressReport): Promise<void> {
    return this.#lanes.run(`${report.channel}:${report.address}`, () => this.#report(report));
  }

  open(stay: StayRow, place: Place = stay): Promise<'opened' | 'busy'> {
    return this.#lanes.run(`${place.channel}:${place.address}`, () => this.#open(stay, place));
  }

  async fire(timer: Timer): Promise<void> {
    await this.#onConversation(timer.conversationId, (loaded) => this.#fire(timer, loaded));
  }

  async undeliverable(conversationId: string, trouble: SendTrouble): Promise<void> {
    await this.#onConversation(conversationId, (loaded) => this.#trouble(loaded, trouble));
  }

  async act<R>(
    conversationId: string,
    decide: (input: TurnInput) => Acted<R>,
  ): Promise<'done' | 'duplicate' | 'missing' | R> {
    let result: 'done' | 'duplicate' | 'missing' | R = 'missing';
    await this.#onConversation(conversationId, async (loaded) => {
      const acted = decide(this.#input(loaded));
      if ('refused' in acted) {
        result = acted.refused;
        return 'done';
      }
      const committed = await this.#commit(acted.commit);
      result = committed === 'duplicate' ? 'duplicate' : 'done';
      return committed === 'conflict' ? 'again' : 'done';
    });
    return result;
  }

  async withdraw(conversationId: string, why: 'deceased' | 'readmitted'): Promise<void> {
    await this.#onConversation(conversationId, async (loaded) => {
      const commit = this.#run(loaded, { type: 'withdraw', why });
      const followUp = commit.record.state === 'closed' ? 'done' : 'open';
      return this.#done({ ...commit, followUp });
    });
  }

  async #trouble(loaded: LoadedConversation, trouble: SendTrouble): Promise<'done' | 'again'> {
    const byStaff = async () =>
      (await this.#deps.store.views.view(loaded.record.id))?.messages[trouble.seq - 1]?.author === 'staff';
    const turn = await troubleTurn(this.#input(loaded), trouble, byStaff);
    return turn === null ? 'done' : this.#done(turn);
  }

  async #receive(given: InboundMessage): Promise<Received> {
    const { store } = this.#deps;
    for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
      const found = await store.turns.loadByAddress(given.channel, given.address);
      const loaded =
        found?.loaded === undefined
          ? this.#stranger(given, found?.contact)
          : await this.#others.meant(this.#input(found.loaded), given);
      const { tap } = given;
      const text = tap === undefined ? given.text : textOfTap(await store.views.view(loaded.record.id), tap);
      if (text === undefined) return (await store.turns.seen(dedupeKey(given))) ? 'duplicate' : 'outdated';
      const result = await this.#commit(await this.#heard(loaded, { ...given, text }));
      if (result !== 'conflict') return result === 'duplicate' ? 'duplicate' : 'accepted';
    }
    throw new Error(`a message of ${given.channel} lost ${String(MAX_CONFLICTS)} races`);
  }

  /** What a message leads to: a tie, a turn, or a place among the unread ones. */
  async #heard(loaded: LoadedConversation, message: InboundMessage): Promise<TurnCommit> {
    const { enrolmentToken, carrierKeyword, tap } = message;
    if (enrolmentToken !== undefined) return this.#enrol(loaded, message, hashEnrolmentToken(enrolmentToken));
    const atOnce = loaded.record.version === 0 || carrierKeyword !== undefined || tap !== undefined;
    const settle = atOnce ? 0 : this.#deps.kit().settleMs(message.channel);
    return settle === 0 ? this.#run(loaded, { type: 'texts', message }) : this.#keep(loaded, message, settle);
  }

  async #enrol(loaded: LoadedConversation, message: InboundMessage, hash: string): Promise<TurnCommit> {
    const token = await this.#deps.store.enrolments.find(hash);
    const input = this.#input(loaded, { type: 'texts', message });
    return enrolTurn(input, message, enrolmentOutcome(token, hash, message, input.at));
  }

  async #report(report: AddressReport): Promise<void> {
    const { turns, views } = this.#deps.store;
    for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
      const loaded = (await turns.loadByAddress(report.channel, report.address))?.loaded;
      if (loaded === undefined) return;
      const [input, key] = [this.#input(loaded), dedupeKey(report)];
      const first = (await views.view(loaded.record.id))?.messages[0]?.delivery;
      const commit =
        report.state === 'open'
          ? reopenedChat(input, key)
          : closedChat(input, OPENING_STATES[first ?? ''] ?? 'out', key);
      if ((await this.#commit(commit)) !== 'conflict') return;
    }
    throw new Error(`a report of ${report.channel} lost ${String(MAX_CONFLICTS)} races`);
  }

  /** Somebody we do not know, or know only from a plan, writes first. */
  #stranger(message: InboundMessage, contact: ContactRecord | undefined): LoadedConversation {
    const { clock, ids, kit } = this.#deps;
    const flow = kit().flows.consultation;
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
  async #open(stay: StayRow, { channel, address }: Place): Promise<'opened' | 'busy'> {
    const { store, clock, ids, kit } = this.#deps;
    for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
      const found = await store.turns.loadByAddress(channel, address);
      if (found?.loaded !== undefined && (await this.#others.isBusy(found.loaded.record))) return 'busy';
      if (found !== undefined && isBarred(found.contact)) return 'busy';
      // What the list says of its number's owner says nothing of who was tied to the patient.
      const listed = channel === stay.channel && address === stay.address;
      const { language } = stay.relation;
      const relation = listed ? stay.relation : language === undefined ? {} : { language };
      const record = newRecord(
        kit().flows.followup,
        {
          id: ids.next(),
          channel,
          address,
          language: language ?? kit().defaultLanguage,
          stay: stay.facts,
          relation,
        },
        clock.now(),
      );
      const contact = found?.contact ?? newContact(channel, address);
      const commit = this.#run({ record, contact, unread: [] }, { type: 'open' });
      const result = await this.#commit({ ...commit, followUp: commit.followUp ?? 'open' });
      // The list brought a death or a readmission meanwhile: nothing was written, and nobody is contacted.
      if (result === 'stale') return 'busy';
      if (result !== 'conflict') return 'opened';
    }
    throw new Error('opening a follow-up lost too many races');
  }

  async #fire(timer: Timer, loaded: LoadedConversation): Promise<'done' | 'again'> {
    const { store, clock } = this.#deps;
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
    const allowed = await this.#allowed(timer.kind, loaded);
    if (allowed > clock.now()) return this.#move(loaded, { ...timer, due: allowed });
    return this.#turn(loaded, { type: 'timer', timer: timer.kind });
  }

  /** When a timer may speak: within the hours and the caps, and not while a person talks with the contact or the campaign rests. */
  async #allowed(kind: FlowTimerKind, loaded: LoadedConversation): Promise<number> {
    const { clock, kit, store } = this.#deps;
    const { zone, sendingHours: hours } = kit().settings;
    const now = clock.now();
    if (await this.#others.isWithStaff(loaded)) return now + HOUR;
    if (kind === 'reminder' && (await isPaused(store))) return now + HOUR;
    if (kind === 'reminder') return nextProactive(now, loaded.contact.proactiveAt, kit().caps, { hours, zone });
    return kind === 'resume' ? nextAllowed(now, hours, zone) : now;
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
    const input = this.#input(loaded, trigger);
    if (trigger.type !== 'texts') return runTurn(input);
    try {
      return runTurn(input);
    } catch (error) {
      this.#deps.onFault?.(error, loaded.record.id);
      return brokenTurn(input);
    }
  }

  #input(loaded: LoadedConversation, trigger: TurnTrigger = { type: 'texts', message: null }): TurnInput {
    const { clock, ids, kit } = this.#deps;
    return { kit: kit(), loaded, trigger, at: clock.now(), newId: () => ids.next() };
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

/** A line's delivery, as far as it tells whether an opening is out; every other state: it is. */
const OPENING_STATES: Readonly<Record<string, OpeningState>> = {
  pending: 'waits',
  sending: 'under_way',
  uncertain: 'under_way',
};

/** Opted out or found unreachable since the plan was looked at: the campaign decides anew. */
function isBarred(contact: ContactRecord): boolean {
  return contact.optedOutAt !== null || contact.unreachable !== null;
}
