import { HuifangError } from '../../../domain/errors.ts';
import type { StaffDraft, TurnCommit } from '../../store.ts';
import { type Database, number, numberOrNull, type Row, text, textOrNull } from '../database.ts';

const COLUMNS = 'd.id, c.id, d.author, d.at, d.text, d.send_at, d.refused';
const FROM = 'FROM drafts d JOIN conversations c ON c.no = d.conversation';
const WAITING = 'd.send_at IS NOT NULL AND d.refused IS NULL';

/** Words of staff that have not left. A turn that sends one takes it away in its own commit. */
export class DraftRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = prepareAll(db);
  }

  /** The guard of `takenDrafts`: all are there, and of this conversation. */
  areThere({ takenDrafts, record }: TurnCommit): boolean {
    return takenDrafts?.every((id) => this.sql.isThere.get(id, record.id) !== undefined) ?? true;
  }

  take({ takenDrafts }: TurnCommit): void {
    for (const id of takenDrafts ?? []) this.sql.take.run(id);
  }

  of(conversationId: string): readonly StaffDraft[] {
    return this.sql.of.all(conversationId).map(decode);
  }

  save({ id, conversationId, author, at, text: words, sendAt, refused }: StaffDraft): void {
    if (this.sql.save.run(id, author, at, words, sendAt, refused, conversationId) === 0)
      throw new HuifangError('NOT_FOUND', [`conversation ${conversationId}`]);
  }

  drop(id: string, author: string): void {
    this.sql.drop.run(id, author);
  }

  due(now: number, limit: number): readonly StaffDraft[] {
    return this.sql.due.all(now, limit).map(decode);
  }

  scheduled(author: string): readonly StaffDraft[] {
    return this.sql.scheduled.all(author).map(decode);
  }

  nextDue(): number | undefined {
    const row = this.sql.nextDue.get();
    return row === undefined ? undefined : number(row, 0);
  }
}

function decode(row: Row): StaffDraft {
  return {
    id: text(row, 0),
    conversationId: text(row, 1),
    author: text(row, 2),
    at: number(row, 3),
    text: text(row, 4),
    sendAt: numberOrNull(row, 5),
    refused: textOrNull(row, 6) as StaffDraft['refused'],
  };
}

function prepareAll(db: Database) {
  return {
    isThere: db.prepare(`SELECT 1 ${FROM} WHERE d.id = ? AND c.id = ?`),
    take: db.prepare('DELETE FROM drafts WHERE id = ?'),
    of: db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE c.id = ? ORDER BY d.at, d.id`),
    save: db.prepare(
      `INSERT INTO drafts (id, conversation, author, at, text, send_at, refused)
       SELECT ?1, no, ?2, ?3, ?4, ?5, ?6 FROM conversations WHERE id = ?7
       ON CONFLICT (id) DO UPDATE SET at = excluded.at, text = excluded.text, send_at = excluded.send_at, refused = excluded.refused
       WHERE author = excluded.author AND conversation = excluded.conversation`,
    ),
    drop: db.prepare('DELETE FROM drafts WHERE id = ? AND author = ?'),
    due: db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE ${WAITING} AND d.send_at <= ? ORDER BY d.send_at, d.id LIMIT ?`),
    scheduled: db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE ${WAITING} AND d.author = ? ORDER BY d.send_at, d.id`),
    nextDue: db.prepare(`SELECT d.send_at FROM drafts d WHERE ${WAITING} ORDER BY d.send_at LIMIT 1`),
  };
}
