import { DAY } from '../../domain/clock.ts';
import type { Database } from './database.ts';
import { text } from './database.ts';
import type { Writer } from './writer.ts';

/** Keys that are looked at in one go: well below a millisecond. */
const SLICE = 500;

/** The day that a key is filed under; `at` in epoch ms. */
export function dedupeDay(at: number): number {
  return Math.floor(at / DAY);
}

/**
 * Forgets old keys while it walks through all of them in their order, slice by slice: an index by age would cost every turn a second
 * insertion. Where it stands is not kept; after a restart it begins anew.
 */
export class DedupeWalk {
  private readonly sql;
  private readonly writer: Writer;
  private reached = '';

  constructor(db: Database, writer: Writer) {
    this.sql = prepareAll(db);
    this.writer = writer;
  }

  /** One slice. True once the last one was done; the next call begins anew. */
  async forget(before: number): Promise<boolean> {
    const from = this.reached;
    const row = this.sql.last.get(from, SLICE - 1);
    const last = row === undefined ? null : text(row, 0);
    const day = dedupeDay(before);
    if (this.sql.old.get(from, last, day) !== undefined)
      await this.writer.run(() => this.sql.drop.run(from, last, day));
    this.reached = last ?? '';
    return last === null;
  }
}

const OLD_IN_SLICE = 'key > ?1 AND (?2 IS NULL OR key <= ?2) AND day < ?3';

function prepareAll(db: Database) {
  return {
    last: db.prepare('SELECT key FROM dedupe WHERE key > ? ORDER BY key LIMIT 1 OFFSET ?'),
    old: db.prepare(`SELECT 1 FROM dedupe WHERE ${OLD_IN_SLICE} LIMIT 1`),
    drop: db.prepare(`DELETE FROM dedupe WHERE ${OLD_IN_SLICE}`),
  };
}
