import type { ConversationRecord } from '../domain/conversation.ts';
import type { MessageRow } from '../domain/message.ts';

/** The queues of the inbox; a conversation can stand in several (urgent and mine). */
export const QUEUES = ['urgent', 'mine', 'unassigned', 'waiting', 'snoozed', 'closed', 'all'] as const;
/** `waiting`: for the contact. `all`: everything that is open with staff. */
export type Queue = (typeof QUEUES)[number];

export interface InboxQuery {
  readonly queue: Queue;
  /** For `mine`. */
  readonly account: string;
  /** Only conversations about stays of this department; null: all. */
  readonly department: string | null;
  readonly now: number;
  readonly order: 'waiting' | 'newest' | 'oldest';
  readonly limit: number;
  /** Where the page before ended; null: the first page. */
  readonly after: string | null;
}

export interface InboxRow {
  readonly record: ConversationRecord;
  readonly lastMessage: MessageRow;
}

/** A private note of staff on a conversation. */
export interface StaffNote {
  readonly id: string;
  readonly conversationId: string;
  /** Account. */
  readonly author: string;
  readonly at: number;
  readonly text: string;
  /** Accounts named in it. */
  readonly mentions: readonly string[];
}

/**
 * Words of staff that have not left: one that was refused because somebody else has the conversation by now, or one for later.
 * `sendAt` (epoch ms): goes out by itself then, if its author still has the conversation.
 */
export interface StaffDraft {
  readonly id: string;
  readonly conversationId: string;
  readonly author: string;
  readonly at: number;
  readonly text: string;
  readonly sendAt: number | null;
  /** Why it did not leave; null: it waits for its time. */
  readonly refused: 'not_owner' | 'opted_out' | 'unreachable' | null;
}

/** Words of staff that wait. Sending one is a turn (`TurnCommit.takenDrafts`). */
export interface DraftStore {
  /** The oldest first. */
  drafts(conversationId: string): Promise<readonly StaffDraft[]>;
  /** New, or in place of the one with its id. NOT_FOUND: no such conversation. */
  saveDraft(draft: StaffDraft): Promise<void>;
  /** Does nothing if it is not there or somebody else's. */
  dropDraft(id: string, author: string): Promise<void>;
  /** Drafts whose `sendAt` has come, oldest first. */
  dueDrafts(now: number, limit: number): Promise<readonly StaffDraft[]>;
  nextDraftDue(): Promise<number | undefined>;
}

/** What staff keep beside conversations, and how they find them. What changes a conversation itself is a turn. */
export interface DeskStore extends DraftStore {
  inbox(query: InboxQuery): Promise<{ readonly rows: readonly InboxRow[]; readonly next: string | null }>;
  counts(query: Pick<InboxQuery, 'account' | 'department' | 'now'>): Promise<Readonly<Record<Queue, number>>>;
  /** By name, phone, number of an entry or text, newest first; two Chinese characters are enough. */
  search(
    words: string,
    scope: { readonly department: string | null; readonly limit: number },
  ): Promise<readonly { readonly record: ConversationRecord; readonly line: MessageRow | null }[]>;
  notes(conversationId: string): Promise<readonly StaffNote[]>;
  addNote(note: StaffNote): Promise<void>;
  /** Notes that name the account and that it has not seen. */
  mentions(account: string): Promise<readonly StaffNote[]>;
  sawMentions(account: string, noteIds: readonly string[]): Promise<void>;
}
