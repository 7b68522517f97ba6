import type { RegisterAttachment } from '../../store.ts';
import { type Database, number, type Row, text, textOrNull } from '../database.ts';
import { parseJson } from '../rows.ts';

/** The files that belong to entries; their bytes are elsewhere. */
export class RegisterAttachments {
  private readonly sql;

  constructor(db: Database) {
    this.sql = {
      of: db.prepare(
        `SELECT id, name, type, bytes, sha256, account, account_name, at, deleted FROM register_attachments
         WHERE register = ? ORDER BY at, id`,
      ),
      add: db.prepare(
        `INSERT INTO register_attachments (id, register, name, type, bytes, sha256, account, account_name, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      remove: db.prepare(
        'UPDATE register_attachments SET deleted = ? WHERE id = ? AND register = ? AND deleted IS NULL',
      ),
    };
  }

  of(register: number): readonly RegisterAttachment[] {
    return this.sql.of.all(register).map(decode);
  }

  add(register: number, file: Omit<RegisterAttachment, 'deleted'>): void {
    const { id, name, type, bytes, sha256, by, at } = file;
    this.sql.add.run(id, register, name, type, bytes, sha256, by.account, by.name, at);
  }

  remove(register: number, id: string, deleted: NonNullable<RegisterAttachment['deleted']>): boolean {
    return this.sql.remove.run(JSON.stringify(deleted), id, register) > 0;
  }
}

function decode(row: Row): RegisterAttachment {
  const id = text(row, 0);
  const deleted = textOrNull(row, 8);
  return {
    id,
    name: text(row, 1),
    type: text(row, 2),
    bytes: number(row, 3),
    sha256: text(row, 4),
    by: { account: text(row, 5), name: text(row, 6) },
    at: number(row, 7),
    deleted:
      deleted === null ? null : (parseJson(deleted, `attachment ${id}`) as NonNullable<RegisterAttachment['deleted']>),
  };
}
