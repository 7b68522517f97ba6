import type { Database } from './database.ts';

/** How a promise ended: it was done, or nobody wants it any more. */
export type PromiseEnd = 'done' | 'withdrawn';

/** What was promised with a task, and what became of it; written in the commit that changes the task. Tasks are named by their id. */
export class PromiseRows {
  private readonly sql;
  private readonly dayOf: (at: number) => string;

  constructor(db: Database, dayOf: (at: number) => string) {
    this.sql = prepareAll(db);
    this.dayOf = dayOf;
  }

  made(item: string, at: number, due: number | null): void {
    if (due !== null) this.sql.made.run(at, due, due, this.dayOf(due), item);
  }

  /** Another time. Once the time has run out it stays missed, whatever is agreed afterwards. */
  moved(item: string, at: number, due: number): void {
    if (this.sql.moved.run(due, item, at) === 0 && !this.isOpen(item)) this.made(item, at, due);
  }

  /** An earlier time: what counts from now on. */
  hastened(item: string, due: number): void {
    this.sql.hastened.run(due, due, this.dayOf(due), item);
  }

  ended(item: string, at: number, end: PromiseEnd, who: string | null): void {
    this.sql.ended.run(at, Number(end === 'withdrawn'), who, item);
  }

  private isOpen(item: string): boolean {
    return this.sql.open.get(item) !== undefined;
  }
}

const OPEN_OF = 'item = (SELECT no FROM work_items WHERE id = ?) AND settled_at IS NULL';

function prepareAll(db: Database) {
  return {
    made: db.prepare(
      `INSERT INTO promises (item, made_at, first_due, due, day, department, ward, channel)
       SELECT w.no, ?, ?, ?, ?, ifnull(w.details ->> '$.department', ifnull(c.record ->> '$.stay.department', '')),
         ifnull(c.record ->> '$.stay.ward', ''), ifnull(c.channel, '')
       FROM work_items w LEFT JOIN conversations c ON c.no = w.conversation WHERE w.id = ?`,
    ),
    moved: db.prepare(`UPDATE promises SET due = ? WHERE ${OPEN_OF} AND due >= ?`),
    hastened: db.prepare(`UPDATE promises SET first_due = ?, due = ?, day = ? WHERE ${OPEN_OF}`),
    ended: db.prepare(`UPDATE promises SET settled_at = ?, withdrawn = ?, who = ? WHERE ${OPEN_OF}`),
    open: db.prepare(`SELECT 1 FROM promises WHERE ${OPEN_OF}`),
  };
}
