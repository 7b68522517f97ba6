import type { ConversationRecord } from '../domain/conversation.ts';
import type { Task, TaskEvent, TaskKind, TaskResult, TaskSource, TaskState } from '../domain/work.ts';

/** Which tasks a list shows; null: all. */
export interface WorkQuery {
  readonly kinds: readonly TaskKind[] | null;
  readonly states: readonly TaskState[];
  readonly source: TaskSource | null;
  readonly assignee: string | null;
  /** Of the appointment, or of the stay that the conversation is about. */
  readonly department: string | null;
  /** Only what is due in this span (epoch ms), `from` included, `to` not; null: also what has no due time. */
  readonly due: { readonly from: number; readonly to: number } | null;
  /** What hangs on a complaint or suggestion in which one of these names stands is left out. */
  readonly hiddenFrom: readonly string[];
  /** `due`: the longest overdue first, and what has no due time at the end · `newest`. */
  /** Only what the contact changed or called off and staff have not settled anew. */
  readonly touched: boolean;
  /** Only what this viewer should see to; null: not narrowed so. */
  readonly attention: Viewer | null;
  readonly order: 'due' | 'newest';
  readonly limit: number;
  /** Where the page before ended; null: the first page. */
  readonly after: string | null;
}

/** For whom what should be seen to is found: see `WorkCounts.attention`. */
export interface Viewer {
  readonly account: string;
  /** Also what others have broken, and what shifts left open. */
  readonly supervises: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** A task with the conversation that it is about; null where it is about none. */
export interface WorkRow {
  readonly task: Task;
  readonly record: ConversationRecord | null;
}

/** A task that staff make. Instants in epoch ms. */
export interface NewTask {
  readonly id: string;
  /** null: about no conversation. */
  readonly conversationId: string | null;
  readonly kind: 'callback' | 'note';
  readonly source: TaskSource;
  readonly priority: Task['priority'];
  readonly text: string;
  readonly details: Task['details'];
  readonly at: number;
  readonly due: number | null;
  readonly remindAt: number | null;
  readonly assignee: string | null;
}

/** What changes of a task; what is not named stays. */
export interface TaskChange {
  readonly state?: TaskState;
  readonly assignee?: string | null;
  readonly due?: number | null;
  readonly remindAt?: number | null;
  readonly text?: string;
  readonly details?: Task['details'];
  readonly result?: TaskResult | null;
  /** Staff have seen what the contact changed. */
  readonly contactChanged?: null;
}

export interface WorkCounts {
  /** Appointments and callbacks that are not settled. */
  readonly appointments: number;
  readonly callbacks: number;
  /** What a shift left open and nobody has settled. */
  readonly escalated: number;
  readonly broken: number;
  /** Their reminder has come, they are not due yet. */
  readonly soon: number;
  /** Those that the account has taken or was given. */
  readonly mine: number;
  /**
   * What the account should see to, each once: theirs or nobody's that was reminded of or is broken, what they were given and have not
   * taken, and for whom supervises also what others have broken and what shifts left open.
   */
  readonly attention: number;
}

/**
 * Work items as staff settle them. Turns make them too (`TurnCommit.workItems`, `.handoff`), change and cancel appointments: whatever a
 * contact does to a task raises its version and stands in its history.
 */
export interface WorkStore {
  list(query: WorkQuery): Promise<{ readonly rows: readonly WorkRow[]; readonly next: string | null }>;
  find(id: string): Promise<WorkRow | undefined>;
  /** Oldest first; the making of it included. */
  history(id: string): Promise<readonly TaskEvent[]>;
  add(task: NewTask, by: string): Promise<void>;
  /**
   * 'conflict': the task has another version by now, nothing was written. Settling counts `promise.kept` or `promise.late` in the
   * tallies of the day where it had a due time.
   */
  change(id: string, version: number, change: TaskChange, event: TaskEvent): Promise<'changed' | 'conflict' | 'absent'>;
  /** `kinds`: of which ones; null: all. */
  counts(
    query: Viewer & { readonly hiddenFrom: readonly string[]; readonly kinds: readonly TaskKind[] | null },
  ): Promise<WorkCounts>;
  /** Reminders that have come, each once: the ids. */
  takeReminders(now: number): Promise<readonly string[]>;
  /** Promises that have just been broken, each once; counts `promise.broken`. The ids. */
  takeBroken(now: number): Promise<readonly string[]>;
  /** When one of the two has something next; undefined: nothing is pending. */
  nextAlarm(): Promise<number | undefined>;
}
