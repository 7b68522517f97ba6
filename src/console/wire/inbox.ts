import type { DeliveryState } from '../../domain/message.ts';
import type { SlaClock } from '../../domain/sla.ts';
import type { ChannelId, ConversationState, HandoffReason, Outcome, Priority } from '../../domain/vocabulary.ts';

export type { SlaClock } from '../../domain/sla.ts';

/** The queues of the inbox, as the pages show them. `waiting`: for the contact. `all`: everything that is open with staff. */
export type InboxQueue = 'urgent' | 'mine' | 'unassigned' | 'waiting' | 'snoozed' | 'closed' | 'all';
export type InboxOrder = 'waiting' | 'newest' | 'oldest';

export interface OwnerView {
  readonly id: string;
  readonly name: string;
}

export interface LineView {
  readonly author: 'contact' | 'bot' | 'staff';
  readonly text: string;
  readonly at: number;
  readonly delivery: DeliveryState;
}

/** One row of the inbox. Nothing in it identifies a patient. */
export interface InboxItem {
  readonly id: string;
  /** Masked (张*); null: somebody who is not known. */
  readonly name: string | null;
  /** Masked number, or the messenger's name for it. */
  readonly address: string;
  readonly department: string | null;
  readonly channel: ChannelId;
  readonly state: ConversationState;
  readonly outcome: Outcome | null;
  readonly reason: HandoffReason | null;
  readonly priority: Priority;
  /** Epoch ms of the first reason of its handoff; null: it has none. */
  readonly handoffSince: number | null;
  readonly lastLine: LineView;
  /** Epoch ms since the contact waits for us; null: nobody waits. */
  readonly waitingSince: number | null;
  readonly sla: SlaClock | null;
  readonly owner: OwnerView | null;
  readonly labels: readonly string[];
  readonly snoozedUntil: number | null;
  readonly updatedAt: number;
}

/** GET /api/inbox?queue&order&department&reason&channel&label&after&limit */
export interface InboxPage {
  readonly rows: readonly InboxItem[];
  readonly next: string | null;
  readonly counts: Readonly<Record<InboxQueue, number>>;
  /** What can be filtered by. */
  readonly departments: readonly string[];
  readonly labels: readonly string[];
}

/** What somebody of the staff did, and when (epoch ms). */
export interface DeedView {
  readonly by: OwnerView;
  readonly at: number;
}

/** GET /api/emergencies: an urgent conversation that nobody has answered. Instants in epoch ms. */
export interface EmergencyView {
  readonly conversationId: string;
  readonly since: number;
  readonly dueAt: number;
  /** The first who opened it. */
  readonly opened: DeedView | null;
  /** The last who claimed it. */
  readonly taken: DeedView | null;
}

/** What the list is narrowed to; null: not. */
export interface InboxFilters {
  readonly department: string | null;
  readonly reason: HandoffReason | null;
  readonly channel: ChannelId | null;
  readonly label: string | null;
}

/** GET /api/search?q: newest first. */
export interface SearchPage {
  readonly rows: readonly SearchHit[];
}

interface SearchHit {
  readonly item: InboxItem;
  /** The line that holds the words; null: found by name, phone or number. */
  readonly line: LineView | null;
}

/** GET, POST /api/views, DELETE /api/views/:id: a way of looking at the inbox that somebody keeps for themselves. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly queue: InboxQueue;
  readonly order: InboxOrder;
  readonly filters: InboxFilters;
}
export type NewView = Omit<SavedView, 'id'>;
