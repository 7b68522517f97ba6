import type { ConversationRecord } from '../../../domain/conversation.ts';
import type { Priority } from '../../../domain/vocabulary.ts';
import type { Database } from '../database.ts';

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
    const { state, desk, handoff, stay, channel, updatedAt } = record;
    this.sql.put.run(
      ...[no, state === 'with_staff' ? 1 : 0, desk?.owner ?? null, RANKS[handoff?.priority ?? 'normal']],
      ...[waitingOf(record), desk?.snoozedUntil ?? 0, stay?.department ?? null, handoff?.reason ?? null],
      ...[channel, updatedAt],
    );
    const labels = desk?.labels ?? [];
    if (labels.join('\n') === (before?.desk?.labels ?? []).join('\n')) return;
    this.sql.dropLabels.run(no);
    for (const label of labels) this.sql.addLabel.run(label, no);
  }

  private drop(no: number): void {
    this.sql.drop.run(no);
    this.sql.dropLabels.run(no);
  }
}

function prepareAll(db: Database) {
  return {
    put: db.prepare('INSERT OR REPLACE INTO inbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    drop: db.prepare('DELETE FROM inbox WHERE conversation = ?'),
    addLabel: db.prepare('INSERT OR IGNORE INTO inbox_labels VALUES (?, ?)'),
    dropLabels: db.prepare('DELETE FROM inbox_labels WHERE conversation = ?'),
  };
}
