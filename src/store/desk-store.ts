import type { ConversationRecord } from '../domain/conversation.ts';
import type { Emergency } from '../domain/emergency.ts';
import type { MessageRow } from '../domain/message.ts';
import type { ChannelId, HandoffReason } from '../domain/vocabulary.ts';

/** The queues of the inbox; a conversation can stand in several (urgent and mine). */
export const QUEUES = ['urgent', 'mine', 'unassigned', 'waiting', 'snoozed', 'closed', 'all'] as const;
/**
 * `waiting`: for the contact. `closed`: what staff are done with, closed or given back to the bot. `all`: everything that is open with
 * staff. What is snoozed stands in `snoozed` and `all` only.
 */
export type Queue = (typeof QUEUES)[number];

export const INBOX_ORDERS = ['waiting', 'newest', 'oldest'] as const;
/** `waiting`: the highest priority first, in it who waits longest; in `closed` the same as `newest`. The others: by the last change. */
export type InboxOrder = (typeof INBOX_ORDERS)[number];

/** What somebody may see at all. */
export interface Sight {
  /** Only conversations about stays of this department; null: all. */
  readonly department: string | null;
  /** Not those that hold a complaint or suggestion in which one of these names stands: whom it is about does not see it. */
  readonly hiddenFrom: readonly string[];
}

/** What a list is narrowed to; null: not. */
export interface InboxFilters {
  readonly department: string | null;
  readonly reason: HandoffReason | null;
  readonly channel: ChannelId | null;
  readonly label: string | null;
}

export interface InboxQuery {
  readonly queue: Queue;
  /** For `mine`. */
  readonly account: string;
  readonly sight: Sight;
  readonly filters: InboxFilters;
  readonly now: number;
  readonly order: InboxOrder;
  readonly limit: number;
  /** Where the page before ended; null: the first page. BAD_REQUEST for what is no such place. */
  readonly after: string | null;
}

export interface InboxRow {
  readonly record: ConversationRecord;
  readonly lastMessage: MessageRow;
}

/** The conversations that concern staff: those that are `with_staff` or have a `desk`. Their place follows each turn in its commit. */
export interface InboxStore {
  inbox(query: InboxQuery): Promise<{ readonly rows: readonly InboxRow[]; readonly next: string | null }>;
  /** How many stand in each queue; of `closed` at most 1,000 are counted. */
  inboxCounts(query: Pick<InboxQuery, 'account' | 'sight' | 'now'>): Promise<Readonly<Record<Queue, number>>>;
  /** Departments and labels that conversations of the inbox have that may be seen, in the order of their characters. */
  inboxFacets(sight: Sight): Promise<{ readonly departments: readonly string[]; readonly labels: readonly string[] }>;
  /** False for what is not there as well. */
  maySee(conversationId: string, sight: Sight): Promise<boolean>;
  /** Urgent handoffs that nobody has answered, who waits longest first; at most 50. */
  emergencies(): Promise<readonly Emergency[]>;
}

/** What was found; `line` holds the words, null: found by name, phone or number. */
export interface SearchHit {
  readonly record: ConversationRecord;
  readonly lastMessage: MessageRow;
  readonly line: MessageRow | null;
}

export interface SearchStore {
  /**
   * By name, digits of the phone, number of an entry or of the record, and by what the contact or staff wrote; each conversation once,
   * the newest first. Two Chinese characters are enough; words apart must all be there. Lines of the bot are not looked through:
   * they are the same everywhere.
   */
  search(words: string, scope: { readonly sight: Sight; readonly limit: number }): Promise<readonly SearchHit[]>;
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

interface NoteStore {
  /** The oldest first. */
  notes(conversationId: string): Promise<readonly StaffNote[]>;
  /** NOT_FOUND: no such conversation. */
  addNote(note: StaffNote): Promise<void>;
  /** Notes that name the account and that it has not seen, the newest first. */
  mentions(account: string): Promise<readonly StaffNote[]>;
  sawMentions(account: string, noteIds: readonly string[]): Promise<void>;
}

/**
 * Words of staff that have not left: one that was refused because somebody else has the conversation by now, one for later, or one that
 * is being written. `sendAt` (epoch ms): goes out by itself then, if its author still has the conversation.
 */
export interface StaffDraft {
  readonly id: string;
  readonly conversationId: string;
  readonly author: string;
  readonly at: number;
  readonly text: string;
  readonly sendAt: number | null;
  /** Why it did not leave; null: it waits for its time or its author. */
  readonly refused: 'not_owner' | 'opted_out' | 'unreachable' | null;
}

/** Words of staff that wait. Sending one is a turn (`TurnCommit.takenDrafts`). */
interface DraftStore {
  /** The oldest first. */
  drafts(conversationId: string): Promise<readonly StaffDraft[]>;
  /** New, or in place of the one with its id. NOT_FOUND: no such conversation, or the id is somebody else's or of another one. */
  saveDraft(draft: StaffDraft): Promise<void>;
  /** Does nothing if it is not there or somebody else's. */
  dropDraft(id: string, author: string): Promise<void>;
  /** Drafts whose `sendAt` has come, oldest first. */
  dueDrafts(now: number, limit: number): Promise<readonly StaffDraft[]>;
  nextDraftDue(): Promise<number | undefined>;
  /** What an account has set for later, the next to leave first. */
  scheduled(author: string): Promise<readonly StaffDraft[]>;
}

/** A way of looking at the inbox that somebody keeps for themselves. */
export interface SavedView {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly queue: Queue;
  readonly order: InboxOrder;
  readonly filters: InboxFilters;
}

interface SavedViewStore {
  /** In the order in which they were made. */
  savedViews(account: string): Promise<readonly SavedView[]>;
  /** New, or in place of the one with its id that the account has. */
  saveView(view: SavedView): Promise<void>;
  /** Does nothing if it is not there or somebody else's. */
  dropView(id: string, account: string): Promise<void>;
}

/** What staff keep beside conversations, and how they find them. What changes a conversation itself is a turn. */
export interface DeskStore extends InboxStore, SearchStore, NoteStore, DraftStore, SavedViewStore {}
