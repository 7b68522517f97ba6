import type {
  RegisterCategory,
  RegisterForm,
  RegisterHistoryRow,
  RegisterRecord,
  RegisterStatus,
  Signer,
} from '../domain/register.ts';
import type { RegisterKind } from '../domain/vocabulary.ts';

/** Which entry: its kind and its number of the year. */
export interface RegisterKey {
  readonly kind: RegisterKind;
  readonly number: string;
}

/**
 * Of which entries somebody may know. `department`: those it handles, helps with or is concerned by; null: all. `notNaming`:
 * complaints and suggestions in whose text or concerns one of these words stands are left out.
 */
export interface RegisterScope {
  readonly department: string | null;
  readonly notNaming: readonly string[];
}

/** Every condition that is not null must hold. */
export interface RegisterFilter {
  readonly kinds: readonly RegisterKind[];
  readonly statuses: readonly RegisterStatus[] | null;
  /** Handles it, helps, or is concerned. */
  readonly department: string | null;
  readonly category: RegisterCategory | null;
  /** Due before this day (`YYYY-MM-DD`), not closed, not paused. */
  readonly overdueOn: string | null;
  /** Stands in the text, the number, the form, the contact's address or the patient's name. */
  readonly text: string | null;
  /** Received from this instant on, and before that one. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface RegisterQuery {
  readonly scope: RegisterScope;
  readonly filter: RegisterFilter;
  /** `due`: the nearest deadline first, those without one last. */
  readonly order: 'newest' | 'due';
  readonly limit: number;
  /** Where the page before ended; null: the first page. */
  readonly after: string | null;
}

/** One change of an entry with who made it. */
export interface RegisterUpdate {
  /** As it is to be; its `version` is the one that was read. */
  readonly record: RegisterRecord;
  readonly by: Signer;
  readonly at: number;
  readonly changes: readonly { readonly field: string; readonly old: string; readonly next: string }[];
  /** `register.assign`, `register.edit` … */
  readonly what: string;
}

/** An entry that somebody writes down. */
export interface NewRegisterEntry {
  readonly kind: RegisterKind;
  readonly text: string;
  readonly form: RegisterForm;
  readonly receivedAt: number;
  readonly receivedThrough: RegisterRecord['receivedThrough'];
  readonly receivedBy: Signer;
  /** The talk it came from, where it came from one. */
  readonly conversationId: string | null;
  readonly at: number;
}

/** A deadline that was counted, or news about one that has passed. */
export interface RegisterDeadline extends RegisterKey {
  readonly dueOn: string | null;
  readonly dueProvisional: boolean;
  readonly escalated: RegisterRecord['escalated'];
}

/** A file that belongs to an entry. The bytes are kept by its id outside the store. */
export interface RegisterAttachment {
  readonly id: string;
  readonly name: string;
  /** By content: `application/pdf`, `image/png` … */
  readonly type: string;
  readonly bytes: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  readonly by: Signer;
  readonly at: number;
  /** Who took it away and why; null: it is there. */
  readonly deleted: { readonly by: Signer; readonly at: number; readonly reason: string } | null;
}

/** How many entries stand where. */
export interface RegisterCounts {
  readonly byStatus: Readonly<Record<RegisterStatus, number>>;
  readonly overdue: number;
  /** Of the overdue ones, those that each level was told of. */
  readonly told: { readonly heads: number; readonly conduct: number; readonly leaders: number };
}

/**
 * The complaint/opinion register and the praise register. Entries that a conversation makes are written by its turn (`TurnCommit`);
 * what staff do with them comes here. Each change is one transaction: the entry, a history row for each field, and an audit row with a
 * digest of those rows.
 */
export interface RegisterStore {
  list(query: RegisterQuery): Promise<{ readonly rows: readonly RegisterRecord[]; readonly next: string | null }>;
  /** `today`: `YYYY-MM-DD`, for what is overdue. */
  counts(
    query: Pick<RegisterQuery, 'scope'> & { readonly kinds: readonly RegisterKind[]; readonly today: string },
  ): Promise<RegisterCounts>;
  find(key: RegisterKey): Promise<RegisterRecord | undefined>;
  /** Oldest first. */
  history(key: RegisterKey): Promise<readonly RegisterHistoryRow[]>;
  /** Gives it the next number of its kind and year. NOT_FOUND for a conversation that is not there. */
  add(entry: NewRegisterEntry): Promise<RegisterRecord>;
  /** 'conflict': somebody changed it since this version was read; nothing is written. */
  change(update: RegisterUpdate): Promise<'changed' | 'conflict'>;
  /** Entries of the kind, received from `from` to `to`, of this contact or patient; empty words mean nobody. At most 50, newest first. */
  near(query: {
    readonly kind: RegisterKind;
    readonly from: number;
    readonly to: number;
    readonly phone: string;
    readonly patientName: string;
    readonly recordNo: string;
  }): Promise<readonly RegisterRecord[]>;
  /** Entries that name this one as what they repeat. */
  duplicatesOf(key: RegisterKey): Promise<readonly RegisterRecord[]>;
  /** Complaints that are not closed and whose deadline is not counted, is provisional, or lies before `today` with something left to tell. */
  toCheck(
    today: string,
    page: { readonly limit: number; readonly after: string | null },
  ): Promise<{ readonly rows: readonly RegisterRecord[]; readonly next: string | null }>;
  /** Writes counted deadlines and who was told; as `system`, without a new version. */
  setDeadlines(deadlines: readonly RegisterDeadline[], at: number): Promise<void>;
  /** Those that were taken away stand there as well. Oldest first. */
  attachments(key: RegisterKey): Promise<readonly RegisterAttachment[]>;
  /** NOT_FOUND for an entry that is not there. */
  /** `most`: what one entry holds; what was taken away does not count. 'full': nothing was written. */
  attach(
    key: RegisterKey,
    attachment: Omit<RegisterAttachment, 'deleted'>,
    most: { readonly files: number; readonly bytes: number },
  ): Promise<'attached' | 'full'>;
  /** False if it is gone already. */
  detach(key: RegisterKey, id: string, deleted: NonNullable<RegisterAttachment['deleted']>): Promise<boolean>;
  /** Entries of a conversation, in the order in which they were made. */
  ofConversation(conversationId: string): Promise<readonly RegisterRecord[]>;
}
