import type { Finding } from '../../domain/finding.ts';
import type { SendingHours } from '../../domain/hours.ts';
import type { Language } from '../../domain/language.ts';
import type { OpenQuestion, QuestionSpec } from '../../flows/flow.ts';
import type { Taught } from './taught/taught.types.ts';

/** The names of staff a message may mean: ward doctor and nurse of the stay, doctors of the knowledge base. */
export interface Roster {
  readonly doctors: readonly string[];
  readonly nurses: readonly string[];
}

/** The lists that a hospital extends in flows.config.json; safety lists only add. */
export interface UnderstandingLists {
  readonly emergencySigns: readonly string[];
  /** Phrases, patterns, thresholds and words of time; absent: none, or not accepted yet. */
  readonly taught?: Taught;
}

export interface UnderstandContext {
  readonly question: OpenQuestion;
  /** The configured questions, in order of asking. */
  readonly questions: readonly QuestionSpec[];
  /** Rating questions that have no answer yet, in order. */
  readonly openRatings: readonly string[];
  /** Question whose answer a bare correction ("按错了，应该是1") means: the last one answered. */
  readonly lastAnswered: string | null;
  /** Name of the patient, for "我是王建国". */
  readonly patientName: string | null;
  /** The contact has confirmed who they are, or has answered something. */
  readonly identified: boolean;
  /** The conversation is over; what comes now is situation 32. */
  readonly closed: boolean;
  readonly language: Language;
  /** Epoch ms of the message. */
  readonly now: number;
  readonly zone: string;
  readonly sendingHours: SendingHours;
  readonly roster: Roster;
  readonly lists: UnderstandingLists;
}

/** Reads what a message means. Pure and deterministic. */
export type Understand = (text: string, context: UnderstandContext) => readonly Finding[];
