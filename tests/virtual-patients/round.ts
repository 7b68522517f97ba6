import type { TurnKit } from '../../src/bot/turn/kit.ts';
import type { Dialogue } from '../../src/evaluate/dialogue.ts';
import { Chance } from './chance.ts';
import { type Broken, Clinic } from './clinic.ts';
import { Messages } from './messages.ts';
import { patientOf } from './patient.ts';
import { shrink } from './shrink.ts';
import type { Rules } from './trace.ts';

/** A patient who saw a law broken, made as short as can be. */
export interface Failure extends Broken {
  readonly dialogue: Dialogue;
}

export interface Round {
  readonly count: number;
  readonly seed: number;
  readonly kit: TurnKit;
  /** By which the laws judge; the kit's own unless it has a planted fault. */
  readonly rules?: Rules;
  /** So many failures of one law are shrunk and shown; the others are counted. */
  readonly show?: number;
  /** Only this law is looked at, until somebody sees it broken. */
  readonly until?: string;
  readonly onPatient?: (done: number) => void;
}

export interface Findings {
  readonly played: number;
  readonly failures: readonly Failure[];
  /** How many patients saw each law broken. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A store in memory is begun anew after so many patients. */
const PATIENTS_A_STORE = 2_500;

/** Plays `count` patients. Patient I of a seed is the same in every round. */
export async function playRound(round: Round): Promise<Findings> {
  const messages = new Messages();
  const book = new FailureBook(round.show ?? 1, round.until);
  let played = 0;
  while (played < round.count) {
    const clinic = await Clinic.open(round.kit, round.rules);
    const end = Math.min(round.count, played + PATIENTS_A_STORE);
    for (; played < end; played += 1) {
      const chance = new Chance(round.seed * 1_000_003 + played);
      const dialogue = patientOf(chance, messages, `vp-${String(round.seed)}-${String(played)}`);
      await book.note(dialogue, clinic);
      round.onPatient?.(played + 1);
      if (round.until !== undefined && book.counts.size > 0) {
        await clinic.close();
        return book.findings(played + 1);
      }
    }
    await clinic.close();
  }
  return book.findings(played);
}

class FailureBook {
  readonly failures: Failure[] = [];
  readonly counts = new Map<string, number>();
  readonly #show: number;
  readonly #only: string | undefined;

  constructor(show: number, only: string | undefined) {
    this.#show = show;
    this.#only = only;
  }

  findings(played: number): Findings {
    const { failures, counts } = this;
    return { played, failures, counts };
  }

  async note(dialogue: Dialogue, clinic: Clinic): Promise<void> {
    const broken = await clinic.broken(dialogue);
    const laws = new Set(broken.map((one) => one.law));
    for (const law of laws) {
      if (this.#only !== undefined && law !== this.#only) continue;
      const count = (this.counts.get(law) ?? 0) + 1;
      this.counts.set(law, count);
      if (count <= this.#show) this.failures.push(await smallest(law, dialogue, clinic));
    }
  }
}

/** The shortest dialogue that breaks the law, with what it must expect for `npm run evaluate` to show it. */
async function smallest(law: string, dialogue: Dialogue, clinic: Clinic): Promise<Failure> {
  const breachOf = async (candidate: Dialogue) => (await clinic.broken(candidate)).find((one) => one.law === law);
  const short = await shrink(dialogue, async (candidate) => (await breachOf(candidate)) !== undefined);
  const breach = await breachOf(short);
  if (breach === undefined) throw new Error(`${dialogue.id} breaks ${law} only sometimes`);
  return { ...breach, dialogue: { ...short, expect: breach.expect ?? {} } };
}
