import type { Database } from './database.ts';
import { number } from './database.ts';

/**
 * Row numbers of one table, given before the row is written. The process is the file's only writer, so it can count by itself. A transaction that
 * is undone leaves a gap.
 */
export class Sequence {
  private readonly read;
  private last: number | undefined;

  constructor(db: Database, table: 'conversations' | 'messages') {
    this.read = db.prepare(`SELECT ifnull(max(no), 0) FROM ${table}`);
  }

  next(): number {
    this.last = (this.last ?? number(this.read.get() ?? [], 0)) + 1;
    return this.last;
  }
}
