import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { Priority } from '../../../domain/vocabulary.ts';
import type { Database, Value } from '../database.ts';

export const RANKS: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, normal: 2 };
/** In place of the time since somebody waits: nobody does. */
export const NOBODY_WAITS = Number.MAX_SAFE_INTEGER;

/** True if the conversation has a place in the inbox. */
function concernsStaff(record: ConversationRecord): boolean {
  return record.state === 'with_staff' || record.desk !== undefined;
}

/** Since when the contact waits for a person; a handoff that nobody has touched waits since it was made. */
function waitingOf({ desk, handoff, updatedAt }: ConversationRecord): number {
  return desk === undefined ? (handoff?.since ?? updatedAt) : (desk.waitingSince ?? NOBODY_WAITS);
}

/** The inbox as it follows the turns. All but a few turns concern nobody of the staff: for them it is one look at the record. */
export class InboxRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = prepareAll(db);
  }

  /** Inside the turn's transaction. `before`: the record as it was stored. */
  write(record: ConversationRecord, before: ConversationRecord | undefined, no: number): void {
    if (concernsStaff(record)) this.put(record, before, no);
    else if (before !== undefined && concernsStaff(before)) this.drop(no);
  }

  private put(record: ConversationRecord, before: ConversationRecord | undefined, no: number): void {
    this.sql.put.run(no, ...columnsOf(record), ...deskColumnsOf(record));
    const labels = labelsOf(record);
    if (before !== undefined && labels.join('\n') === labelsOf(before).join('\n')) return;
    this.sql.dropLabels.run(no);
    for (const label of labels) this.sql.addLabel.run(label, no);
  }

  private drop(no: number): void {
    this.sql.drop.run(no);
    this.sql.dropLabels.run(no);
  }
}

function columnsOf({ state, handoff, stay, channel, updatedAt }: ConversationRecord): readonly Value[] {
  const open = state === 'with_staff' ? 1 : 0;
  const { priority, reason } = handoff ?? { priority: 'normal', reason: null };
  return [open, RANKS[priority], stay?.department ?? null, reason, channel, updatedAt];
}

function deskColumnsOf(record: ConversationRecord): readonly Value[] {
  return [record.desk?.owner ?? null, waitingOf(record), record.desk?.snoozedUntil ?? 0];
}

function labelsOf({ desk }: ConversationRecord): readonly string[] {
  return desk?.labels ?? [];
}

function prepareAll(db: Database) {
  return {
    put: db.prepare(
      `INSERT OR REPLACE INTO inbox (conversation, open, rank, department, reason, channel, updated, owner, waiting, snoozed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    drop: db.prepare('DELETE FROM inbox WHERE conversation = ?'),
    addLabel: db.prepare('INSERT OR IGNORE INTO inbox_labels VALUES (?, ?)'),
    dropLabels: db.prepare('DELETE FROM inbox_labels WHERE conversation = ?'),
  };
}
