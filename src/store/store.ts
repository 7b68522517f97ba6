import type { ContactRecord, ConversationRecord, RegisterEntry, WorkItem } from '../domain/conversation.ts';
import type { DeliveryState, MessageRow, OutboxMark } from '../domain/message.ts';
import type { ContactRelation, StayFacts } from '../domain/patient.ts';
import type { DueTime } from '../domain/promises.ts';
import type { Timer, TimerKind } from '../domain/timer.ts';
import type { ChannelId, HandoffReason, Priority, RegisterKind } from '../domain/vocabulary.ts';
import type { AccountStore, SessionStore } from './accounts-store.ts';
import type { AuditRow, AuditStore } from './audit-store.ts';
import type { DeskStore } from './desk-store.ts';
import type { RegisterStore } from './registers-store.ts';
import type { ReportsStore } from './reports-store.ts';
import type { SettingsHistoryStore } from './settings-history-store.ts';
import type { ShiftStore } from './shifts-store.ts';
import type { WorkStore } from './work-store.ts';

export type * from './accounts-store.ts';
export type * from './audit-store.ts';
export * from './desk-store.ts';
export type * from './registers-store.ts';
export type * from './reports-store.ts';
export type * from './settings-history-store.ts';
export type * from './shifts-store.ts';
export type * from './work-store.ts';

/**
 * The durable memory, split by aggregate. Every promise that says something is stored resolves only after it is on disk.
 * Ids, instants and numbers of lines come in; the store invents only register numbers.
 */
export interface Store {
  readonly turns: TurnStore;
  readonly outbox: OutboxStore;
  readonly timers: TimerStore;
  readonly directory: DirectoryStore;
  readonly campaign: CampaignStore;
  readonly enrolments: EnrolmentStore;
  readonly views: ViewStore;
  readonly settings: SettingsStore;
  readonly settingsHistory: SettingsHistoryStore;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly audit: AuditStore;
  readonly desk: DeskStore;
  readonly registers: RegisterStore;
  readonly work: WorkStore;
  readonly shifts: ShiftStore;
  readonly reports: ReportsStore;
  /** Resolves if the store can be written right now; rejects with the reason. */
  ping(): Promise<void>;
  /** Writes a consistent copy to `file` while the service runs. Refuses an existing file. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Something for a person to do, as a turn leaves it. */
export interface WorkDraft {
  readonly id: string;
  readonly kind: 'callback' | 'note' | 'appointment';
  readonly text: string;
  /** 'normal' unless it says so. */
  readonly priority?: Priority;
  readonly details?: WorkItem['details'];
  /** Until when it was promised. */
  readonly promise?: DueTime;
}

/** What a turn starts from. */
export interface LoadedConversation {
  readonly record: ConversationRecord;
  readonly contact: ContactRecord;
  /** Inbound lines that no turn has read, in order. */
  readonly unread: readonly MessageRow[];
}

/** A line that leaves, with its marks. `fence` is the record's. */
export interface OutboxDraft {
  readonly seq: number;
  readonly mark: OutboxMark;
}

export type RegisterChange =
  | {
      readonly type: 'add';
      readonly index: number;
      readonly kind: RegisterKind;
      readonly text: string;
      readonly concerns: readonly string[];
    }
  | { readonly type: 'append'; readonly index: number; readonly text: string; readonly concerns: readonly string[] }
  /** What the contact says to the result they were told: is it settled, in their words. */
  | { readonly type: 'settled'; readonly index: number; readonly settled: boolean; readonly words: string };

/**
 * All that one turn writes, in one transaction. Guards: the stored conversation has `record.version - 1` (absent when
 * that is 0), the stored contact has `contact.version - 1`, and no `dedupe` key exists yet.
 */
export interface TurnCommit {
  readonly at: number;
  readonly record: ConversationRecord;
  /** Only when the contact changes. */
  readonly contact: ContactRecord | null;
  /** De-duplication keys `channel:externalId` of the inbound lines in `messages`. */
  readonly dedupe: readonly string[];
  /** New transcript lines, inbound and outbound, `seq` following the stored `lastSeq`. */
  readonly messages: readonly MessageRow[];
  /** Findings of inbound lines that were stored unread earlier. */
  readonly readings: readonly { readonly seq: number; readonly readings: readonly string[] }[];
  readonly outbox: readonly OutboxDraft[];
  /** Unsent, unclaimed, non-urgent lines of the bot in this conversation become `cancelled`; what a person wrote leaves. */
  readonly cancelUnsent: boolean;
  readonly timers: readonly Timer[];
  /** Kinds to delete first; setting follows. */
  readonly cancelTimers: readonly TimerKind[];
  readonly registers: readonly RegisterChange[];
  /** The conversation's one open handoff is made or changed to this. */
  readonly handoff: {
    readonly id: string;
    readonly reason: HandoffReason;
    readonly priority: Priority;
    readonly text: string;
    /** Until when somebody was promised; the earlier one holds. */
    readonly promise?: DueTime;
  } | null;
  /** A number for the open handoff, when the contact gave one. */
  readonly handoffPhone: string | null;
  /** New ones; an appointment with an id that is known takes the place of what was asked for before and is open again. */
  readonly workItems: readonly WorkDraft[];
  /** Ids of appointments that the contact called off. */
  readonly cancelledWork: readonly string[];
  /** Facts about the patient of this stay; `readmitted` takes the place of the stay's new state. */
  readonly patientMarks: readonly ('deceased' | 'wrong_number' | 'readmitted')[];
  /** Staff had ended it at that instant (epoch ms) as what it was not: what that wrote of patient and number is undone. */
  readonly takenBack?: number;
  /** New state of the stay's follow-up, when it changes. */
  readonly followUp: FollowUpState | null;
  /** With `followUp: 'planned'`: nothing speaks against the channel, it may be opened there again. */
  readonly keepsChannel?: boolean;
  /** Names counted up by one for the local day of `at`, e.g. `turn`, `outcome.completed`. */
  readonly tallies: readonly string[];
  readonly audit: readonly AuditRow[];
  /**
   * Uses up this token (its hash) and ties the record's address to the token's patient. One more guard: the token is known, not
   * used and not expired at `at`, else 'conflict'.
   */
  readonly enrolment?: { readonly tokenHash: string };
  /** The conversation's open handoff is over: its work item is closed. A `handoff` of the same turn is a new one. */
  readonly endHandoff?: boolean;
  /** With `endHandoff`: the contact ended it. Nobody of the staff has kept what was promised with it. */
  readonly endedByContact?: boolean;
  /** Drafts of staff that this turn sends or gives up. One more guard: they are all still there, else 'conflict'. */
  readonly takenDrafts?: readonly string[];
}

export type CommitResult = 'committed' | 'duplicate' | 'conflict' | 'stale';

export interface TurnStore {
  load(conversationId: string): Promise<LoadedConversation | undefined>;
  /** The conversation that a message of this address belongs to; the contact alone if it has none. */
  loadByAddress(
    channel: ChannelId,
    address: string,
  ): Promise<{ contact: ContactRecord; loaded: LoadedConversation | undefined } | undefined>;
  /** True if this inbound message is stored already. */
  seen(dedupeKey: string): Promise<boolean>;
  /**
   * Forgets some of the de-duplication keys of turns on days before `before` (epoch ms), so few that no turn waits for it. True once
   * all keys were looked at since the last true; call it again and again.
   */
  forget(before: number): Promise<boolean>;
  /**
   * Stores the whole turn or nothing. Turns that arrive together share one transaction (group commit).
   * 'duplicate': a dedupe key is known. 'conflict': a guard failed; load again and repeat. 'stale': a new conversation would
   * open (`followUp: 'open'`) a stay that is no longer planned or whose patient is known to have died; do not repeat. None of
   * them writes anything. A stay that no import has brought is opened unless its patient is known to have died.
   */
  commit(turn: TurnCommit): Promise<CommitResult>;
}

/** An outbox line as a worker sees it. */
export interface OutboxLine {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly channel: ChannelId;
  readonly address: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly mark: OutboxMark;
  /** Words of a person: said while they had the conversation, they leave whoever has it now. */
  readonly byStaff: boolean;
  /** Fence under which it was written, and the conversation's fence now. */
  readonly fence: number;
  readonly currentFence: number;
  /** The contact has opted out since. */
  readonly optedOut: boolean;
  /** Something was said or heard in the conversation after it. */
  readonly overtaken: boolean;
  /** Attempts so far, this claim included; claims that ended with `tried: false` do not count. */
  readonly attempts: number;
  /**
   * When the first attempt was claimed whose fate is still open: what a `claim` sets and a `retry` settlement clears,
   * because a message is only tried again when it is known not to be out.
   */
  readonly firstTriedAt: number | null;
  readonly providerId: string | null;
  readonly createdAt: number;
}

/** How an attempt ended. */
export type OutboxSettlement =
  | {
      readonly type: 'done';
      readonly delivery: DeliveryState;
      readonly providerId?: string;
      readonly failure?: { code: string; detail: string };
    }
  /** Back to `pending` until `at`. `tried: false`: it was held (quiet hours, pace) and this was no attempt; no failure is kept. */
  | {
      readonly type: 'retry';
      readonly at: number;
      readonly failure: { code: string; detail: string };
      readonly tried?: false;
    }
  | { readonly type: 'uncertain'; readonly checkAt: number; readonly failure: { code: string; detail: string } };

export interface OutboxStore {
  /**
   * Claims up to `limit` lines that are due at `now`: oldest unsettled line of each conversation only, so that lines leave
   * in order. They become `sending` under a lease until `now + leaseMs`; after that they may be claimed by `claimUncertain`.
   */
  claim(now: number, limit: number, leaseMs: number): Promise<readonly OutboxLine[]>;
  /** Lines whose fate is unknown and whose check is due: `uncertain`, or `sending` with a lease that ran out. */
  claimUncertain(now: number, limit: number, leaseMs: number): Promise<readonly OutboxLine[]>;
  /** Records how an attempt ended. A line that was settled meanwhile (a receipt came first) keeps the higher rank. */
  settle(id: string, settlement: OutboxSettlement, now: number): Promise<void>;
  /**
   * Applies a receipt: state moves only upward in rank, and it settles a line that is `sending` or `uncertain`.
   * Found by our id, else by the provider's id. Returns the line's conversation, or undefined if unknown.
   */
  receipt(
    receipt: { id?: string; providerId: string; delivery: DeliveryState; failure?: { code: string; detail: string } },
    now: number,
  ): Promise<{ conversationId: string; seq: number; changed: boolean } | undefined>;
  /** Proactive lines that were put off (for the morning, for a pause) may be claimed at once: the gate is to look at them anew. */
  release(): Promise<void>;
  /** Instant at which the next line can be claimed (either way), for the worker's sleep; undefined if none waits. */
  nextDue(): Promise<number | undefined>;
  counts(): Promise<{ pending: number; sending: number; uncertain: number }>;
}

export interface TimerStore {
  /** Due timers, oldest first. They stay until a turn deletes or replaces them. */
  due(now: number, limit: number): Promise<readonly Timer[]>;
  nextDue(): Promise<number | undefined>;
  /** The timers that a conversation has now. */
  of(conversationId: string): Promise<readonly Timer[]>;
  /** Deletes a timer that no longer applies (its state was left). Does nothing if it was moved meanwhile. */
  drop(timer: Timer): Promise<void>;
}

/**
 * `planned` waits for its day (a turn that sets it puts an open follow-up back: where it was opened it cannot be continued, and it is
 * due at once on another channel); `open` has its conversation; `withdrawing`: the list says meanwhile that the patient died or is
 * back, and a turn has to end the talk; the rest is final.
 */
export type FollowUpState = 'planned' | 'open' | 'withdrawing' | 'done' | 'cancelled';

/** Why a follow-up will not happen. */
export type FollowUpCancelReason =
  | 'deceased'
  | 'readmitted'
  | 'transferred'
  | 'opted_out'
  | 'wrong_number'
  | 'unreachable'
  | 'window_passed'
  | 'superseded';

/** One admission to discharge, as imported. */
export interface StayRow {
  readonly facts: StayFacts;
  readonly recordNo: string;
  readonly admittedOn: string | null;
  readonly disposition: string;
  /** Whom to write to. */
  readonly channel: ChannelId;
  readonly address: string;
  readonly secondPhone: string | null;
  readonly relation: ContactRelation;
  /** Staff should look at it once: `department_unknown`, `name_damaged` … */
  readonly flags: readonly string[];
  /** Epoch ms of the planned follow-up; null when there is none. */
  readonly followUpAt: number | null;
  readonly followUp: FollowUpState;
  readonly cancelReason: FollowUpCancelReason | null;
  /** The planned moment may not move past this (epoch ms): 30 days after discharge. */
  readonly windowEnd: number;
}

/** Somebody of the staff as the discharge lists name them. */
export interface StaffRow {
  readonly name: string;
  readonly role: 'doctor' | 'nurse';
  /** As the stay names it; empty when it does not. */
  readonly department: string;
}

export interface DirectoryStore {
  /**
   * Stores stays with their patients in one transaction. An existing stay (same recordNo and discharge date) is left as it is.
   * An earlier planned stay of the same patient is cancelled as `readmitted`, an open one becomes `withdrawing`. Returns how
   * many were new.
   */
  addStays(rows: readonly StayRow[], at: number): Promise<{ added: number }>;
  /** What is known of these record numbers, for duplicates and name conflicts. */
  findPatients(
    recordNos: readonly string[],
  ): Promise<
    ReadonlyMap<string, { patientId: string; name: string; deceased: boolean; dischargedOn: readonly string[] }>
  >;
  /**
   * Marks patients deceased by record number; cancels what is planned; what is open becomes `withdrawing` where the death is
   * news. Unknown numbers are remembered too.
   */
  markDeceased(recordNos: readonly string[], at: number): Promise<void>;
  /** Ward doctors and nurses of all stays, each with a department once, by name. Cheap however many stays there are. */
  staff(): Promise<readonly StaffRow[]>;
  /** A stay that an import has brought; undefined for one known only from its conversation. */
  stay(stayId: string): Promise<StayRow | undefined>;
  /** Stays whose messages go to this address, the latest discharge first. */
  staysOf(channel: ChannelId, address: string): Promise<readonly StayRow[]>;
}

/** A messenger that is tied to a patient, as the campaign looks at it. */
export interface EnrolledContact {
  readonly channel: ChannelId;
  readonly address: string;
  readonly contact: ContactRecord | null;
  readonly busy: boolean;
  /** False once the opening of this stay failed on the channel, or somebody there said that the patient is not theirs. */
  readonly usable: boolean;
}

/** A planned follow-up that is due. */
export interface DueFollowUp {
  readonly stay: StayRow;
  readonly contact: ContactRecord | null;
  /** A follow-up or a person of the staff has them: no room for the next patient on the phone. A question they asked is no obstacle. */
  readonly contactBusy: boolean;
  readonly patientDeceased: boolean;
  /** The number was said to be wrong for this patient. */
  readonly wrongNumber: boolean;
  /** Messengers tied to the patient, the newest first. */
  readonly enrolled: readonly EnrolledContact[];
}

export interface CampaignStore {
  due(now: number, limit: number): Promise<readonly DueFollowUp[]>;
  nextDue(): Promise<number | undefined>;
  postpone(stayId: string, until: number): Promise<void>;
  cancel(stayId: string, reason: FollowUpCancelReason): Promise<void>;
  /** Conversations of stays that are `withdrawing`. */
  toWithdraw(
    limit: number,
  ): Promise<readonly { readonly conversationId: string; readonly why: 'deceased' | 'readmitted' }[]>;
  /** Follow-ups by state, final ones with their reason: `planned`, `cancelled.deceased` … */
  counts(): Promise<Readonly<Record<string, number>>>;
}

/** A one-time token as it is kept: by its hash. Instants in epoch ms. */
export interface NewEnrolmentToken {
  readonly hash: string;
  readonly recordNo: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** What is known of a token. */
export interface EnrolmentToken {
  readonly patientId: string;
  readonly patientDeceased: boolean;
  readonly expiresAt: number;
  /** The address it was used by. */
  readonly usedBy: { readonly channel: ChannelId; readonly address: string } | null;
}

/** Which messengers are tied to which patients. Tying itself is part of a turn (`TurnCommit.enrolment`). */
export interface EnrolmentStore {
  /** Stores tokens with their audit row; the record numbers of patients that are known and alive. Others get none. */
  issue(tokens: readonly NewEnrolmentToken[], audit: AuditRow): Promise<readonly string[]>;
  /** Record numbers of patients who have a planned follow-up and no messenger, in the order of the list. */
  awaiting(): Promise<readonly string[]>;
  find(hash: string): Promise<EnrolmentToken | undefined>;
}

export interface SettingsStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, audit?: AuditRow): Promise<void>;
}

/** One line of a list of conversations. */
export interface ConversationSummary {
  readonly record: ConversationRecord;
  readonly lastMessage: MessageRow;
}

/** Everything that is recorded about one conversation. */
export interface ConversationView {
  readonly record: ConversationRecord;
  readonly contact: ContactRecord;
  readonly messages: readonly MessageRow[];
  readonly registers: readonly RegisterEntry[];
  readonly workItems: readonly WorkItem[];
  readonly timers: readonly Timer[];
  readonly patientDeceased: boolean;
}

export interface ViewStore {
  /** Those with the newest messages first. */
  list(limit: number, offset: number): Promise<readonly ConversationSummary[]>;
  view(conversationId: string): Promise<ConversationView | undefined>;
  /** The transcript after line `seq`, in order; empty for a conversation that is not there. */
  linesAfter(conversationId: string, seq: number): Promise<readonly MessageRow[]>;
  /** All conversations of one address, oldest first. */
  ofAddress(channel: ChannelId, address: string): Promise<readonly ConversationRecord[]>;
  tallies(fromDay: string, toDay: string): Promise<readonly { day: string; name: string; count: number }[]>;
  counts(): Promise<Readonly<Record<string, number>>>;
}
