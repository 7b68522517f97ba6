/** Something that was done or seen; what is written down of it. */
export interface AuditRow {
  /** `account:<id>`, `cli:<login>`, `bot` … */
  readonly who: string;
  /** `conversation.view`, `campaign.pause` … */
  readonly what: string;
  /** An id; never a name, a number or a text of a patient. */
  readonly subject: string;
  /** The reason, where one was asked for. */
  readonly why?: string;
  /** Of a list: ids of what it showed. Kept behind the subject, hence chained with it, and found by each. */
  readonly shown?: readonly string[];
}

/** A row as it is kept. `hash`: null for rows that are older than the chain. */
export interface AuditEntry extends Omit<AuditRow, 'shown'> {
  /** 1, 2, 3 … without gaps. */
  readonly no: number;
  /** Epoch ms. */
  readonly at: number;
  readonly hash: string | null;
}

export interface AuditQuery {
  readonly who?: string;
  /** Begins with this: `patient.` finds every kind of it. */
  readonly what?: string;
  /** What it was about, or one of those that it showed. */
  readonly subject?: string;
  /** Epoch ms; `from` included, `to` not. */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  /** Only rows older than this one; null: from the newest on. */
  readonly before: number | null;
}

/** What a walk over the whole chain found. `head`: the last row; null: there is none. */
export type AuditCheck =
  | {
      readonly intact: true;
      readonly rows: number;
      readonly head: { readonly no: number; readonly hash: string } | null;
    }
  | {
      readonly intact: false;
      readonly rows: number;
      readonly brokenAt: number;
      readonly why: 'changed' | 'missing' | 'unchained';
    };

/**
 * Who did and saw what. Rows are only ever added; each holds the hash of itself and its predecessor (audit-chain.ts), so that a
 * changed, inserted or removed row shows. Rows that belong to a change are written in the change's own transaction, by
 * `TurnCommit.audit` and by what takes an `AuditRow`; all of them are chained.
 */
export interface AuditStore {
  /** Writes a row that belongs to no change of the store: a view, an attempt. */
  append(row: AuditRow): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** Oldest first, for an export or a check: up to `limit` rows after number `after`. */
  page(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Walks the whole chain (audit-chain.ts). */
  verify(): Promise<AuditCheck>;
}
