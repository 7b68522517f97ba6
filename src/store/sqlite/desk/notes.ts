import { HuifangError } from '../../../domain/errors.ts';
import type { StaffNote } from '../../store.ts';
import { type Database, number, type Row, text, textOrNull } from '../database.ts';
import { encodeList, parseJson } from '../rows.ts';

const SELECT =
  'SELECT n.id, c.id, n.author, n.at, n.text, n.mentions FROM notes n JOIN conversations c ON c.no = n.conversation';

/** Private notes of staff, and who has not yet seen that a note names them. */
export class NoteRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = {
      of: db.prepare(`${SELECT} WHERE c.id = ? ORDER BY n.no`),
      add: db.prepare(
        `INSERT INTO notes (id, conversation, author, at, text, mentions)
         SELECT ?1, no, ?2, ?3, ?4, ?5 FROM conversations WHERE id = ?6 RETURNING no`,
      ),
      addMention: db.prepare('INSERT OR IGNORE INTO mentions VALUES (?, ?)'),
      mentions: db.prepare(`${SELECT} JOIN mentions s ON s.note = n.no WHERE s.account = ? ORDER BY n.no DESC`),
      saw: db.prepare('DELETE FROM mentions WHERE account = ? AND note = (SELECT no FROM notes WHERE id = ?)'),
    };
  }

  of(conversationId: string): readonly StaffNote[] {
    return this.sql.of.all(conversationId).map(decode);
  }

  add({ id, conversationId, author, at, text: words, mentions }: StaffNote): void {
    const added = this.sql.add.all(id, author, at, words, encodeList(mentions), conversationId)[0];
    if (added === undefined) throw new HuifangError('NOT_FOUND', [`conversation ${conversationId}`]);
    for (const account of mentions) this.sql.addMention.run(account, number(added, 0));
  }

  mentions(account: string): readonly StaffNote[] {
    return this.sql.mentions.all(account).map(decode);
  }

  saw(account: string, noteIds: readonly string[]): void {
    for (const id of noteIds) this.sql.saw.run(account, id);
  }
}

function decode(row: Row): StaffNote {
  const conversationId = text(row, 1);
  const mentions = textOrNull(row, 5);
  return {
    id: text(row, 0),
    conversationId,
    author: text(row, 2),
    at: number(row, 3),
    text: text(row, 4),
    mentions: mentions === null ? [] : (parseJson(mentions, conversationId) as readonly string[]),
  };
}
