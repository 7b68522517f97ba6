import type { Desk } from './desk.ts';
import type { Language } from './language.ts';
import type { ContactRelation, StayFacts } from './patient.ts';
import type {
  Answer,
  ChannelId,
  ConversationState,
  HandoffReason,
  Outcome,
  Priority,
  RegisterKind,
  Respondent,
} from './vocabulary.ts';

/** `inquiry` is what consultations were called at first; stored ones go on under it. */
export type FlowId = 'followup' | 'consultation' | 'inquiry';

/** Versioned envelope round every stored machine state. `value` is the XState state value, `context` plain JSON. */
export interface SnapshotEnvelope {
  readonly format: 1;
  readonly flow: FlowId;
  readonly flowVersion: number;
  readonly value: unknown;
  readonly context: unknown;
}

export interface Handoff {
  readonly reason: HandoffReason;
  readonly priority: Priority;
  /** Epoch ms of the first reason. */
  readonly since: number;
  /** Earlier names of the same handoff, oldest first. */
  readonly history: readonly HandoffReason[];
}

/** What staff and reports see of a conversation; derived from the machine's context after every step. */
export interface ConversationStatus {
  readonly state: ConversationState;
  readonly outcome: Outcome | null;
  /** Epoch ms; only while `scheduled`. */
  readonly resumeAt: number | null;
  readonly respondent: Respondent | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly handoff: Handoff | null;
}

/** An answer that staff put right. */
export interface Correction {
  readonly question: string;
  /** What the contact had answered by then; null: nothing. */
  readonly from: Answer | null;
  readonly to: Answer | null;
  /** Account. */
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly why: string;
}

/** A conversation as it is stored: one row, read and written whole by a turn. */
export interface ConversationRecord extends ConversationStatus {
  readonly id: string;
  readonly flow: FlowId;
  readonly channel: ChannelId;
  readonly address: string;
  readonly language: Language;
  /** Grows by one with each commit; the guard against lost updates. 0 = not stored yet. */
  readonly version: number;
  /** Sequence number of the last transcript line. */
  readonly lastSeq: number;
  /** Inbound lines up to this number have been read by a turn. */
  readonly readSeq: number;
  /** Grows when a person takes over or hands back; outbox lines written under an older fence do not leave. */
  readonly fence: number;
  /** Grows with each change of the machine's state; timers carry the one they were set for. */
  readonly stateEntry: number;
  /** Register entries made so far (for numbering within the conversation). */
  readonly entryCount: number;
  readonly snapshot: SnapshotEnvelope;
  /** Absent for someone who writes to us and is not known. */
  readonly stay: StayFacts | null;
  readonly relation: ContactRelation | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /**
   * The result of a complaint was told, and whether that settles it was asked: entry `index` with its number, in transcript
   * line `seq`, which leaves at `from` (epoch ms).
   */
  readonly resultTold?: {
    readonly index: number;
    readonly number: string;
    readonly seq: number;
    readonly from: number;
  };
  /**
   * Staff spoke here while the contact's messages went to this other conversation of the same address: what answers nothing here
   * belongs there, and once this one is over all of it does again.
   */
  readonly interrupts?: string;
  /** Answers that staff put right, oldest first; absent: none. */
  readonly corrections?: readonly Correction[];
  /** Absent until a person of the staff is concerned with it. */
  readonly desk?: Desk;
}

/** Whom a number belongs to, and what holds for it on every conversation. */
export interface ContactRecord {
  readonly channel: ChannelId;
  readonly address: string;
  /** Grows by one with each change. 0 = not stored yet. */
  readonly version: number;
  /** The conversation that inbound messages go to: the open one, else the last. */
  readonly conversationId: string | null;
  readonly optedOutAt: number | null;
  /** Code of a permanent send failure (number bad). */
  readonly unreachable: string | null;
  /** Instants of the proactive messages of the last seven days, oldest first. */
  readonly proactiveAt: readonly number[];
}

/** One register entry (handbook section 6); staff fields come with the console. */
export interface RegisterEntry {
  /** Number per kind and year, given by the store: `2026-0001`. */
  readonly number: string;
  readonly conversationId: string;
  /** 0, 1, 2 … within the conversation. */
  readonly index: number;
  readonly kind: RegisterKind;
  /** The contact's own words; what was added later stands on further lines. */
  readonly text: string;
  readonly concerns: readonly string[];
  readonly at: number;
  readonly status: 'open' | 'assigned' | 'answered' | 'approved' | 'closed';
}

/** A thing a person of the staff has to do. */
export interface WorkItem {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'handoff' | 'callback' | 'note' | 'appointment';
  readonly reason: HandoffReason | null;
  readonly priority: Priority;
  readonly text: string;
  /** Facts by name: `phone`; of an appointment also `department`, `doctor`, `date`, `half`, `name`. Only those that are known. */
  readonly details: Readonly<Record<string, string>>;
  readonly at: number;
  /** `cancelled`: the contact called it off. */
  readonly status: 'open' | 'closed' | 'cancelled';
}
