import { nameInOneWriting } from '../../../domain/one-writing.ts';
import { type Database, number, text } from '../database.ts';

/** Stands between the parts, so that no name is found over a border. */
const BORDER = '|';
const AT_ONCE = 1_000;

/**
 * The column `named` of an entry: what it says and whom it concerns (as it is stored, JSON), in the writing in which names are compared
 * (registers/naming.ts).
 */
export function namedIn(words: string, concerns: string): string {
  return [words, concerns].map(nameInOneWriting).join(BORDER);
}

/** Fills the column in where an earlier version wrote the entry: before anybody asks whom it names. */
export function fillNamed(db: Database): void {
  const rows = db.prepare(`SELECT no, text, concerns FROM registers WHERE named IS NULL LIMIT ${String(AT_ONCE)}`);
  const put = db.prepare('UPDATE registers SET named = ? WHERE no = ?');
  for (let left = rows.all(); left.length > 0; left = rows.all()) {
    db.exec('BEGIN IMMEDIATE');
    for (const row of left) put.run(namedIn(text(row, 1), text(row, 2)), number(row, 0));
    db.exec('COMMIT');
  }
}
