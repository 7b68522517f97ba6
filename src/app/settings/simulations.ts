import type { Simulation, SimulationWish } from '../../console/wire/settings.ts';
import { DAY, HOUR, MINUTE } from '../../domain/clock.ts';
import { HuifangError } from '../../domain/errors.ts';
import type { IdSource } from '../../domain/ids.ts';
import { fromLocal, localDate, toLocal } from '../../domain/zoned-time.ts';
import { Rehearsal } from '../../evaluate/rehearsal.ts';
import type { ConversationView, StayRow, Store } from '../../store/store.ts';
import type { Hospital } from '../hospital.ts';

/** Chats that are kept at once; the one that was used longest ago makes room. */
const KEPT = 12;
const TEN_O_CLOCK = 10 * 60;
const DAYS_SINCE_DISCHARGE = 3;
/** A made-up number of no carrier. */
const ADDRESS = '+8613900000000';

export interface SimulationsDeps {
  readonly ids: IdSource;
  readonly now: () => number;
  /** A store in memory. */
  readonly openStore: (zone: string) => Promise<Store>;
}

interface Kept {
  readonly id: string;
  readonly rehearsal: Rehearsal;
  readonly store: Store;
  /** Who began it; nobody else sees it. */
  readonly who: string;
}

/** Chats with settings that nobody uses yet. They live in memory and reach nobody. */
export class Simulations {
  readonly #deps: SimulationsDeps;
  readonly #kept = new Map<string, Kept>();

  constructor(deps: SimulationsDeps) {
    this.#deps = deps;
  }

  /** Begins a chat with checked settings, at ten o'clock of this day; a follow-up begins with its opening. */
  async start(candidate: Hospital, wish: SimulationWish, who: string): Promise<Simulation> {
    const { ids, now, openStore } = this.#deps;
    const { kit } = candidate;
    const { zone } = kit.settings;
    const store = await openStore(zone);
    const id = ids.next();
    const start = fromLocal(toLocal(now(), zone), TEN_O_CLOCK, zone);
    const channel = wish.flow === 'followup' ? 'sms' : 'web';
    const rehearsal = new Rehearsal({ kit, store, run: 1, language: wish.language, channel, address: ADDRESS, start });
    if (wish.flow === 'followup') await rehearsal.open(stayOf(candidate, wish, start));
    const kept = { id, rehearsal, store, who };
    this.#kept.set(id, kept);
    await this.#makeRoom();
    return view(kept);
  }

  /** The person at the page writes as the contact. Throws NOT_FOUND. */
  async write(id: string, text: string, who: string): Promise<Simulation> {
    const kept = this.#find(id, who);
    await kept.rehearsal.write(text);
    return view(kept);
  }

  /** Lets time pass; due timers run. Throws NOT_FOUND. */
  async wait(id: string, hours: number, who: string): Promise<Simulation> {
    const kept = this.#find(id, who);
    await kept.rehearsal.wait(hours * HOUR);
    return view(kept);
  }

  async stop(): Promise<void> {
    for (const { store } of this.#kept.values()) await store.close();
    this.#kept.clear();
  }

  /** The chat, which is now the one used last. */
  #find(id: string, who: string): Kept {
    const kept = this.#kept.get(id);
    if (kept?.who !== who) throw new HuifangError('NOT_FOUND');
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept;
  }

  async #makeRoom(): Promise<void> {
    for (const old of [...this.#kept.values()].slice(0, -KEPT)) {
      this.#kept.delete(old.id);
      await old.store.close();
    }
  }
}

/** A patient who never was. */
function stayOf({ kit, knowledge }: Hospital, { language }: SimulationWish, start: number): StayRow {
  const { zone } = kit.settings;
  return {
    facts: {
      stayId: 'simulated-stay',
      patientId: 'simulated-patient',
      patientName: language === 'en' ? 'Chen Xiaohua' : '陈晓华',
      gender: 'female',
      ageYears: 52,
      department: knowledge.departments[0]?.name ?? '',
      dischargedOn: localDate(start - DAYS_SINCE_DISCHARGE * DAY, zone),
      minor: false,
    },
    recordNo: 'simulated',
    admittedOn: null,
    disposition: '',
    channel: 'sms',
    address: ADDRESS,
    secondPhone: null,
    relation: { language },
    flags: [],
    followUpAt: start - MINUTE,
    followUp: 'planned',
    cancelReason: null,
    windowEnd: start + 30 * DAY,
  };
}

async function view({ id, rehearsal }: Kept): Promise<Simulation> {
  const found = await rehearsal.view();
  const nothing = { state: 'waiting', outcome: null, resumeAt: null, answers: {}, handoff: null };
  if (found === undefined) return { id, now: rehearsal.now(), lines: [], ...nothing, registers: [], requests: [] };
  return { id, now: rehearsal.now(), ...recorded(found) };
}

function recorded({ record, messages, registers, workItems }: ConversationView): Omit<Simulation, 'id' | 'now'> {
  const { state, outcome, resumeAt, answers, handoff } = record;
  return {
    lines: messages.map(({ direction, text, at, options, readings }) => ({
      from: direction === 'in' ? ('contact' as const) : ('bot' as const),
      text,
      at,
      options,
      readings,
    })),
    state,
    outcome,
    resumeAt,
    answers,
    handoff: handoff === null ? null : { reason: handoff.reason, priority: handoff.priority },
    registers: registers.map(({ kind, text }) => ({ kind, text })),
    requests: workItems
      .filter(({ kind, status }) => kind !== 'handoff' && status !== 'cancelled')
      .map(({ kind, text }) => ({ kind, text })),
  };
}
