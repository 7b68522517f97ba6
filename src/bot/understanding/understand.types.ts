import type { Finding, StaffRole } from '../../domain/finding.ts';
import type { SendingHours } from '../../domain/hours.ts';
import type { Language } from '../../domain/language.ts';
import type { StayFacts } from '../../domain/patient.ts';
import type { Grade } from '../../domain/vocabulary.ts';
import type { OpenQuestion, QuestionSpec } from '../../flows/flow.ts';
import type { Taught } from './taught/taught.types.ts';

/** Somebody of the staff as a list names them. Who is listed with several departments stands there several times. */
export interface RosterEntry {
  readonly name: string;
  readonly role: StaffRole;
  /** Empty if not known. */
  readonly department: string;
}

export interface RosterDepartment {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Of its ward; empty if not known. */
  readonly building: string;
  readonly floors: readonly number[];
}

/** Whom a message may mean: the hospital's staff and departments, and first of all those of the patient's own stay. */
export interface Roster {
  readonly staff: readonly RosterEntry[];
  readonly departments: readonly RosterDepartment[];
  readonly stay?: Pick<StayFacts, 'department' | 'doctor' | 'nurse'>;
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
  /** Grades given so far by question ("跟医生一样"); absent where nothing is rated. */
  readonly given?: Readonly<Record<string, Grade>>;
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
