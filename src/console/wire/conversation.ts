import type { Language } from '../../domain/language.ts';
import type { DeliveryState } from '../../domain/message.ts';
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
  readonly stay: StayView | null;
  /** Masked name of whoever writes, and what they are to the patient. */
  readonly contact: { readonly name: string | null; readonly relation: string | null };
  readonly messages: readonly MessageView[];
  readonly answers: readonly AnswerView[];
  readonly promises: readonly PromiseView[];
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
  | 'snooze'
  | 'label'
  | 'correct-answer'
  | 'note'
  | 'schedule'
  | 'unmask'
  | 'callback';

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
  /** What the bot understood, with the words it saw it in. */
  readonly readings: readonly string[];
  readonly options: readonly string[];
}

export interface AnswerView {
  /** Id of the question: `doctor`, `nurse`, `overall`, `suggestions` … */
  readonly question: string;
  readonly title: string;
  readonly grade: Grade;
  readonly reason: string | null;
  /** The last correction by staff. */
  readonly corrected: { readonly by: string; readonly at: number; readonly why: string } | null;
}

/** What bot or staff have promised. */
export interface PromiseView {
  readonly id: string;
  readonly text: string;
  readonly dueAt: number | null;
  readonly state: 'open' | 'kept' | 'broken';
  readonly by: string;
}

export interface NoteView {
  readonly id: string;
  readonly author: OwnerView;
  readonly at: number;
  readonly text: string;
  readonly mentions: readonly OwnerView[];
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

export interface LinkedWork {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly at: number;
  readonly dueAt: number | null;
  readonly status: string;
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
  /** null: back into the queues now. */
  readonly snooze: { readonly until: number | null };
  readonly label: { readonly labels: readonly string[] };
  readonly 'correct-answer': { readonly question: string; readonly grade: Grade; readonly reason: string };
  readonly note: { readonly text: string; readonly mentions: readonly string[] };
  /** An empty text drops the draft. */
  readonly draft: { readonly id?: string; readonly text: string };
  readonly unmask: { readonly reason: string };
  readonly callback: { readonly text: string; readonly dueAt: number; readonly phone?: string };
}

export interface ReplyBody {
  readonly text: string;
  /** Why it is sent although it holds a wording that we never use. */
  readonly override?: string;
  /** The draft it was written from. */
  readonly draftId?: string;
}

/** Answer to a reply: sent, or not and kept as a draft because somebody else has the conversation by now. */
export interface ReplyResult {
  readonly sent: boolean;
  readonly refused: 'not_owner' | 'opted_out' | 'unreachable' | null;
  readonly draft: DraftView | null;
  readonly conversation: ConversationView;
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
  readonly flags: readonly { readonly phrase: string; readonly why: string }[];
  readonly segments: number;
  /** In the currency of the hospital's SMS contract; null: no price is set, or not an SMS. */
  readonly cost: { readonly amount: number; readonly currency: string } | null;
}
