import type { FindingKind } from '../../domain/finding.ts';
import type { Language } from '../../domain/language.ts';
import type { DeliveryState } from '../../domain/message.ts';
import type { TimerKind } from '../../domain/timer.ts';
import type {
  ChannelId,
  ConversationState,
  Grade,
  HandoffReason,
  Outcome,
  Priority,
  RegisterKind,
  Respondent,
} from '../../domain/vocabulary.ts';
import type { TaskKind, TaskSource, TaskState } from '../../domain/work.ts';
import type { OwnerView, SlaClock } from './inbox.ts';
import type { Colleague } from './session.ts';

/** GET /api/conversations/:id: everything of the conversation view. What identifies the patient is masked. */
export interface ConversationView {
  readonly id: string;
  /** Grows with each change. */
  readonly version: number;
  readonly channel: ChannelId;
  readonly address: string;
  readonly language: Language;
  readonly state: ConversationState;
  readonly outcome: Outcome | null;
  /** Epoch ms; only while `scheduled`. */
  readonly resumeAt: number | null;
  readonly respondent: Respondent | null;
  readonly handoff: HandoffView | null;
  readonly owner: OwnerView | null;
  /** Epoch ms since it has this owner. */
  readonly ownerSince: number | null;
  readonly waitingSince: number | null;
  readonly snoozedUntil: number | null;
  readonly labels: readonly string[];
  readonly sla: SlaClock | null;
  readonly optedOut: boolean;
  /** The carrier says so. */
  readonly unreachable: boolean;
  readonly stay: StayView | null;
  /** Masked name of whoever writes, and what they are to the patient. */
  readonly contact: { readonly name: string | null; readonly relation: string | null };
  readonly messages: readonly MessageView[];
  readonly answers: readonly AnswerView[];
  /** Oldest first. */
  readonly corrections: readonly CorrectionView[];
  readonly timers: readonly TimerView[];
  readonly notes: readonly NoteView[];
  readonly drafts: readonly DraftView[];
  readonly registers: readonly LinkedEntry[];
  readonly work: readonly LinkedWork[];
  readonly earlier: readonly EarlierConversation[];
  /** Other patients whose number this is: a warning, never their data. */
  readonly otherPatients: readonly OtherPatient[];
  /** Names of staff actions that can be done now, by whoever asked. */
  readonly actions: readonly DeskAction[];
  /** Question at which the bot would go on; null: it would not. */
  readonly handBackTo: string | null;
  /** Whom it can be given to, and who can be named in a note. */
  readonly colleagues: readonly Colleague[];
}

export type DeskAction =
  | 'claim'
  | 'release'
  | 'assign'
  | 'transfer'
  | 'reply'
  | 'hand-back'
  | 'close'
  | 'take-back'
  | 'snooze'
  | 'label'
  | 'correct-answer'
  | 'note'
  | 'schedule'
  | 'callback'
  | 'unmask';

export interface HandoffView {
  readonly reason: HandoffReason;
  readonly priority: Priority;
  readonly since: number;
  readonly history: readonly HandoffReason[];
  readonly answeredAt: number | null;
}

export interface StayView {
  /** Masked. */
  readonly patientName: string;
  readonly gender: 'male' | 'female' | 'unknown';
  readonly ageYears: number | null;
  readonly department: string;
  readonly doctor: string | null;
  readonly nurse: string | null;
  readonly dischargedOn: string;
  readonly minor: boolean;
  readonly deceased: boolean;
}

export interface MessageView {
  readonly seq: number;
  readonly author: 'contact' | 'bot' | 'staff';
  /** Of the account that wrote it, where staff did. */
  readonly authorName: string | null;
  readonly text: string;
  readonly at: number;
  readonly delivery: DeliveryState;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  /** What the bot understood, and by which rule: as it is stored. */
  readonly readings: readonly string[];
  /** The same, to be put into words. */
  readonly why: readonly WhyView[];
  readonly options: readonly string[];
}

/** One thing that the bot read in a message, and what it made of it. */
export interface WhyView {
  readonly kind: FindingKind;
  /** Of a rating. */
  readonly question: string | null;
  readonly grade: Grade | null;
  /** `acted`: the bot went by it. `asked`: it asked first. `ignored`: something else in the message ruled it out. */
  readonly certainty: 'acted' | 'asked' | 'ignored';
  /** Rule or model that saw it. */
  readonly rule: string;
  /** Whom of the staff it may mean; several names: it was not decided. */
  readonly people: readonly { readonly written: string; readonly names: readonly string[]; readonly sure: boolean }[];
}

/** An answer that staff put right: what it was before, who did it, and why. */
export interface CorrectionView {
  readonly question: string;
  readonly title: string;
  /** null: there was no answer, or there is none any more. */
  readonly from: { readonly grade: Grade; readonly reason: string | null } | null;
  readonly to: { readonly grade: Grade; readonly reason: string | null } | null;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly why: string;
}

export interface AnswerView {
  /** Id of the question: `doctor`, `nurse`, `overall`, `suggestions` … */
  readonly question: string;
  readonly title: string;
  readonly grade: Grade;
  readonly reason: string | null;
}

/** What happens by itself: a reminder, the end after silence, the hour that was agreed on. */
interface TimerView {
  readonly kind: TimerKind;
  readonly dueAt: number;
}

export interface NoteView {
  readonly id: string;
  readonly author: OwnerView;
  readonly at: number;
  readonly text: string;
  readonly mentions: readonly OwnerView[];
}

/** GET /api/mentions */
export interface MentionView extends NoteView {
  readonly conversationId: string;
  /** Masked. */
  readonly patientName: string | null;
}

export interface DraftView {
  readonly id: string;
  readonly author: OwnerView;
  readonly at: number;
  readonly text: string;
  /** Goes out by itself then. */
  readonly sendAt: number | null;
  readonly refused: 'not_owner' | 'opted_out' | 'unreachable' | null;
}

export interface LinkedEntry {
  readonly number: string;
  readonly kind: RegisterKind;
  readonly text: string;
  readonly at: number;
  readonly status: string;
}

/** Something that a person has to do, or has promised. Instants in epoch ms. */
export interface LinkedWork {
  readonly id: string;
  readonly kind: TaskKind;
  readonly text: string;
  readonly at: number;
  readonly state: TaskState;
  /** Who promised it, or asked for it. */
  readonly source: TaskSource;
  readonly assignee: OwnerView | null;
  /** null: nobody was promised anything. */
  readonly dueAt: number | null;
  /** `broken`: due, and not settled. */
  readonly promise: 'open' | 'kept' | 'broken' | null;
}

export interface EarlierConversation {
  readonly id: string;
  readonly at: number;
  readonly department: string | null;
  readonly state: ConversationState;
  readonly outcome: Outcome | null;
  readonly lastText: string;
}

export interface OtherPatient {
  /** Masked. */
  readonly name: string;
  readonly department: string;
  readonly dischargedOn: string;
  readonly conversationId: string | null;
}

/** POST /api/conversations/:id/unmask {reason} */
export interface UnmaskedView {
  readonly patientName: string | null;
  readonly contactName: string | null;
  readonly address: string;
  readonly recordNumber: string | null;
  readonly otherPhones: readonly string[];
}

/** Bodies of POST /api/conversations/:id/… ; those that change the conversation answer with the new ConversationView. */
export interface DeskBodies {
  readonly assign: { readonly accountId: string; readonly note?: string };
  readonly transfer: { readonly accountId: string; readonly note: string };
  readonly reply: ReplyBody;
  readonly schedule: ReplyBody & { readonly sendAt: number };
  readonly 'hand-back': { readonly note?: string };
  readonly close: { readonly outcome: Outcome; readonly note?: string };
  /** `why`: for the record. */
  readonly 'take-back': { readonly why: string };
  /** null: back into the queues now. */
  readonly snooze: { readonly until: number | null };
  readonly label: { readonly labels: readonly string[] };
  /** `grade` null: there is no answer. `why`: for the record. */
  readonly 'correct-answer': {
    readonly question: string;
    readonly grade: Grade | null;
    readonly reason?: string;
    readonly why: string;
  };
  readonly note: { readonly text: string; readonly mentions: readonly string[] };
  /** `id` made by the page. An empty text drops the draft. */
  readonly draft: { readonly id: string; readonly text: string };
  readonly unmask: { readonly reason: string };
}

/**
 * Refused (409: NOT_OWNER, OPTED_OUT, UNREACHABLE) the words are kept as a draft with this id. `WORDING_FLAGGED`: say why, or say it
 * differently.
 */
interface ReplyBody {
  /** Made by the page, at most 64 characters: the same again is not said twice. A draft that is sent keeps its own. */
  readonly id: string;
  readonly text: string;
  /** Why it is sent although it holds a wording that we never use. */
  readonly override?: string;
}

/** GET /api/standard-replies */
export interface StandardReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** `/hello` opens it. */
  readonly shortcut: string | null;
  readonly group: string;
  readonly language: Language;
}

/** POST /api/check-wording {text, conversationId} */
export interface WordingCheck {
  /** `why`: of FORBIDDEN_REASONS, to be put into words; `start`: where in the text. */
  readonly flags: readonly { readonly phrase: string; readonly why: string; readonly start: number }[];
  readonly segments: number;
  /** In the currency of the hospital's SMS contract; null: no price is set, or not an SMS. */
  readonly cost: { readonly amount: number; readonly currency: string } | null;
  /** It promises a call or an answer, until then; null: it promises none. Epoch ms. */
  readonly promisedFor: number | null;
}
