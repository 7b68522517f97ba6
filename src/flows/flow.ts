import type { AppointmentBook, AskedFor, Details } from '../bot/appointment/appointment.types.ts';
import type { Choice, KnowledgeReply, Topic } from '../bot/knowledge/inquiry.types.ts';
import type { Named } from '../domain/appointment.ts';
import type { ConversationRecord, ConversationStatus, FlowId, SnapshotEnvelope } from '../domain/conversation.ts';
import type { Effect } from '../domain/effect.ts';
import type { Finding } from '../domain/finding.ts';
import type { SendingHours } from '../domain/hours.ts';
import type { FlowTimerKind } from '../domain/timer.ts';
import type { Answer, Grade, Outcome } from '../domain/vocabulary.ts';
import type { WorkCalendar, WorkSpan } from '../domain/working-days.ts';

/** What the open question accepts as an answer; picks the reader in bot/understanding. */
export type AnswerSchema =
  | 'identity_availability' // opening
  | 'time' // when may we call
  | 'yes_no' // consent after a death, confirmations of situation 22
  | 'rating'
  | 'reason'
  | 'facts' // the facts of an announced complaint
  | 'free_text' // suggestions
  | 'none';

/**
 * The question that stands open, as understanding sees it. `id`: `opening`, `when`, `consent_after_death`, a rating
 * question's id (`doctor` …), `reason`, `facts`, `confirm` (situation 22), `suggestions`, `none` (nothing asked, or closed).
 */
export interface OpenQuestion {
  readonly id: string;
  readonly schema: AnswerSchema;
  /**
   * For `reason` and `confirm`: the rating question it belongs to. For `opening` after the greeting at the agreed time:
   * the question which that greeting carried.
   */
  readonly about?: string;
}

/** What understanding should know of the conversation besides the open question. */
export interface UnderstandingHints {
  /** Rating questions without an answer that a grade without a name may answer, in the order of asking. */
  readonly openRatings: readonly string[];
  /** The rating question answered last: what a bare correction means. */
  readonly lastAnswered: string | null;
  /** Grades given so far by question ("跟医生一样"); absent where nothing is rated. */
  readonly given?: Readonly<Record<string, Grade>>;
  /** The contact has said who they are, or has answered something. */
  readonly identified: boolean;
  readonly closed: boolean;
}

/** A question of the follow-up as configured; the order of the list is the order of asking. */
export interface QuestionSpec {
  readonly id: string;
  readonly type: 'rating' | 'free_text';
  /** Canonical roles it is about (`doctor`, `nurse`); empty for the hospital as a whole. */
  readonly roles: readonly string[];
}

/** Settings of the hospital that a flow needs; from flows.config.json. */
export interface FlowSettings {
  readonly zone: string;
  readonly sendingHours: SendingHours;
  readonly questions: readonly QuestionSpec[];
  /** Milliseconds of silence after our last message until the one reminder; after the reminder until expiry. */
  readonly reminderAfter: number;
  readonly expireAfter: number;
  readonly bereavementExpireAfter: number;
  /** Staff hours, for "a colleague takes over, and when". */
  readonly staffHours: readonly WorkSpan[];
  /** Holidays and make-up workdays: on which days the staff hours hold. */
  readonly calendar: WorkCalendar;
}

/** What can happen to a conversation. One event is one turn. */
export type FlowEvent =
  /** The campaign opens it. */
  | { readonly type: 'open' }
  | {
      readonly type: 'message';
      /** The contact's text (several short ones joined by newline), as received. */
      readonly text: string;
      readonly findings: readonly Finding[];
      /** The carrier itself acted on an opt-out word and answered it. */
      readonly carrierKeyword?: 'stop' | 'start' | 'help';
      /** Best knowledge answer for a hospital question, if the knowledge base has one. */
      readonly knowledge?: { readonly id: string; readonly answer: string };
      /** What the message asks of the hospital, and what it says for an appointment; only where the flow consults. */
      readonly consulted?: Consulted;
    }
  | { readonly type: 'timer'; readonly timer: FlowTimerKind }
  /** The hospital's list says that the patient has died, or is back in hospital: the talk ends without a word. */
  | { readonly type: 'withdraw'; readonly why: 'deceased' | 'readmitted' }
  /** A person of the staff takes the talk over, gives it back, ends it, or puts an answer right (handbook sections 1 and 3). */
  | { readonly type: 'staff'; readonly act: StaffMove }
  /** A send failed for good: the carrier says the number opted out, or cannot be reached. */
  | { readonly type: 'undeliverable'; readonly why: 'opted_out' | 'unreachable' };

/** What staff do that the dialogue itself has to know of. */
export type StaffMove =
  | { readonly type: 'take' }
  | { readonly type: 'handBack' }
  | { readonly type: 'close'; readonly outcome: Outcome }
  /** They had closed it as what it is not: somebody of the staff has it again, and `outcome` does not hold. */
  | { readonly type: 'takeBack'; readonly outcome: Outcome }
  /** `answer` null: there is none after all. */
  | { readonly type: 'correct'; readonly question: string; readonly answer: Answer | null };

/** A department, or a doctor in it. */
export interface RecentPlace {
  readonly department: Named;
  readonly doctor: Named | null;
}

/** A message of a consultation, read with the knowledge base. */
export interface Consulted {
  readonly reply: KnowledgeReply;
  readonly details: Details;
  /** 约他: whom the talk was about last, where the message wants an appointment. */
  readonly recent: RecentPlace | null;
  /** The message asks which department to see, not only what to do about a trouble. */
  readonly asksDepartment: boolean;
}

/** What reading a message of a consultation has to know of the talk so far. */
export interface ConsultingMemory {
  readonly topic: Topic | null;
  readonly offered: readonly Choice[];
  readonly asked: AskedFor;
  /** The trouble told so far for which a department was suggested, in the contact's words. */
  readonly trouble: string | null;
}

/** Everything outside the snapshot that a step may look at. No clock, no randomness: `now` is epoch ms. */
export interface StepEnv {
  readonly now: number;
  readonly settings: FlowSettings;
  readonly record: Pick<ConversationRecord, 'stay' | 'relation' | 'language'>;
  /**
   * The contact has opted out, in whatever conversation, or at their carrier: it holds in this one too. Without it the talk
   * goes by what was said in it.
   */
  readonly optedOut?: boolean;
  /** Number that the contact writes from, E.164; null on channels that have none. */
  readonly phone: string | null;
  readonly book: AppointmentBook;
}

/** What came of a step. `entered` tells that the machine's state changed (a new `stateEntry`). */
export interface StepResult {
  readonly snapshot: SnapshotEnvelope;
  readonly effects: readonly Effect[];
  readonly status: ConversationStatus;
  readonly entered: boolean;
}

/** A dialogue. Everything is pure. */
export interface Flow {
  readonly id: FlowId;
  readonly version: number;
  /** The first snapshot and the effects of opening (the opening message, its timers). */
  start(event: FlowEvent, env: StepEnv): StepResult;
  step(snapshot: SnapshotEnvelope, event: FlowEvent, env: StepEnv): StepResult;
  /** The open question once more, after something beside the dialogue: nothing moves. Absent where a flow asks none. */
  repeat?(snapshot: SnapshotEnvelope, env: StepEnv): StepResult;
  /** The question that stands open in this snapshot: the context of understanding. */
  openQuestion(snapshot: SnapshotEnvelope, settings: FlowSettings): OpenQuestion;
  understandingHints(snapshot: SnapshotEnvelope, settings: FlowSettings): UnderstandingHints;
  /** Only flows that answer from the knowledge base at any time; what a message is read with. */
  consulting?(snapshot: SnapshotEnvelope): ConsultingMemory;
  /** Ids under which snapshots of this flow were stored by earlier versions. */
  readonly formerIds?: readonly FlowId[];
  /** Brings a snapshot of an older version up to date, or refuses with SNAPSHOT_INVALID. */
  migrate(snapshot: SnapshotEnvelope): SnapshotEnvelope;
}
