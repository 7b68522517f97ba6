import type { RegisterChange } from '../../store.ts';
import type { Database } from '../database.ts';
import { number, text } from '../database.ts';
import { parseJson } from '../rows.ts';
import { CONTACT } from './entries.ts';
import { RegisterHistory } from './history.ts';
import { namedIn } from './named.ts';

/** The turn in which a contact says more about an entry. */
interface Said {
  readonly conversationId: string;
  /** Row number of the conversation. */
  readonly no: number;
  readonly at: number;
}

/** What a contact says of an entry later on: more facts, or whether it is settled. Whoever has the form open reads it anew. */
export class SaidLater {
  private readonly sql;
  private readonly history: RegisterHistory;

  constructor(db: Database) {
    this.history = new RegisterHistory(db);
    this.sql = {
      entry: db.prepare('SELECT no, text, concerns FROM registers WHERE conversation = ? AND idx = ?'),
      append: db.prepare('UPDATE registers SET text = ?, concerns = ?, named = ?, version = version + 1 WHERE no = ?'),
      settle: db.prepare(
        `UPDATE registers SET form = json_set(ifnull(form, '{}'), '$.settled', json(?), '$.settledWords', ?), version = version + 1
         WHERE no = ?`,
      ),
    };
  }

  write(change: Exclude<RegisterChange, { type: 'add' }>, said: Said): void {
    const row = this.sql.entry.get(said.no, change.index);
    if (row === undefined)
      throw new Error(`conversation ${said.conversationId} has no register entry ${String(change.index)}`);
    const no = number(row, 0);
    const noted = (field: string, next: string) =>
      this.history.write(no, [{ field, old: '', next }], { ...CONTACT, at: said.at });
    if (change.type === 'settled') {
      this.sql.settle.run(change.settled ? 'true' : 'false', change.words, no);
      noted('settled', String(change.settled));
      return;
    }
    const concerns = parseJson(text(row, 2), said.conversationId) as readonly string[];
    const all = JSON.stringify([...new Set([...concerns, ...change.concerns])]);
    const words = `${text(row, 1)}\n${change.text}`;
    this.sql.append.run(words, all, namedIn(words, all), no);
    noted('text', change.text);
  }
}
