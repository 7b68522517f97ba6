import { HuifangError } from '../../domain/errors.ts';
import type { Shift } from '../../domain/shift.ts';
import type { NewShift, ShiftQuery, ShiftStore } from '../store.ts';
import type { Database, Row } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import type { WorkRows } from './work.ts';
import type { Writer } from './writer.ts';

/** The port's shifts; `work` takes the tasks that a handover leaves. */
export function shiftStore(db: Database, writer: Writer, work: WorkRows): ShiftStore {
  const rows = new ShiftRows(db);
  return {
    begin: (shift) => writer.run(() => rows.begin(shift)),
    find: (id) => reading(() => rows.find(id)),
    current: (account) => reading(() => rows.current(account)),
    list: (query) => reading(() => rows.list(query)),
    open: () => reading(() => rows.open()),
    handOver: (id, version, { packet, by }) =>
      writer.run(() => rows.sign('handOver', [JSON.stringify(packet), JSON.stringify(by), by.at, id, version])),
    accept: (id, version, { acceptance, tasks }) =>
      writer.run(() => {
        const result = rows.sign('accept', [JSON.stringify(acceptance), id, version]);
        if (result === 'changed') for (const task of tasks) work.add(task, acceptance.account);
        return result;
      }),
    waiting: (since) => reading(() => rows.waiting(since)),
    nextWaiting: () => reading(() => rows.nextWaiting()),
    escalate: (id, at, task) =>
      writer.run(() => {
        if (rows.escalate(id, at)) work.add(task, 'system');
      }),
    late: (since) => reading(() => rows.late(since)),
    nextEnd: () => reading(() => rows.nextEnd()),
    tellLate: (id, at, task) =>
      writer.run(() => {
        if (rows.tellLate(id, at)) work.add(task, 'system');
      }),
    review: (ids, review) => writer.run(() => rows.review(ids, JSON.stringify(review))),
  };
}

const COLUMNS = `id, account, account_name, kind, name, day, started_at, ends_at, state, version, packet, signed_out, acceptance,
  escalated_at, review, no`;

class ShiftRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = prepareAll(db);
  }

  begin({ id, account, accountName, kind, name, day, startedAt, endsAt }: NewShift): 'begun' | 'running' {
    if (this.sql.current.get(account) !== undefined) return 'running';
    this.sql.begin.run(id, account, accountName, kind, name, day, startedAt, endsAt);
    return 'begun';
  }

  find(id: string): Shift | undefined {
    return one(this.sql.find.get(id));
  }

  current(account: string): Shift | undefined {
    return one(this.sql.current.get(account));
  }

  list({ states, from, to, unreviewed, limit, after }: ShiftQuery): { rows: readonly Shift[]; next: string | null } {
    const below = after === null ? Number.MAX_SAFE_INTEGER : Number(after);
    if (!Number.isSafeInteger(below)) throw new HuifangError('BAD_REQUEST', ['after: a cursor of this list']);
    const wanted = unreviewed ? ['over'] : states;
    const found = this.sql.list.all(from, to, below, JSON.stringify(wanted), Number(unreviewed), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last !== undefined ? String(number(last, 15)) : null;
    return { rows: page.map(decode), next };
  }

  open(): readonly Shift[] {
    return this.sql.open.all().map(decode);
  }

  sign(step: 'handOver' | 'accept', params: readonly (string | number)[]): 'changed' | 'conflict' {
    return this.sql[step].run(...params) > 0 ? 'changed' : 'conflict';
  }

  waiting(since: number): readonly Shift[] {
    return this.sql.waiting.all(since).map(decode);
  }

  nextWaiting(): number | undefined {
    const row = this.sql.nextWaiting.get();
    return row === undefined ? undefined : number(row, 0);
  }

  escalate(id: string, at: number): boolean {
    return this.sql.escalate.run(at, id) > 0;
  }

  late(since: number): readonly Shift[] {
    return this.sql.late.all(since).map(decode);
  }

  nextEnd(): number | undefined {
    const row = this.sql.nextEnd.get();
    return row === undefined ? undefined : number(row, 0);
  }

  tellLate(id: string, at: number): boolean {
    return this.sql.tellLate.run(at, id) > 0;
  }

  review(ids: readonly string[], review: string): number {
    return ids.reduce((count, id) => count + this.sql.review.run(review, id), 0);
  }
}

function one(row: Row | undefined): Shift | undefined {
  return row === undefined ? undefined : decode(row);
}

/** Reads COLUMNS. */
function decode(row: Row): Shift {
  return {
    id: text(row, 0),
    account: text(row, 1),
    accountName: text(row, 2),
    kind: text(row, 3),
    name: text(row, 4),
    day: text(row, 5),
    startedAt: number(row, 6),
    endsAt: number(row, 7),
    state: text(row, 8) as Shift['state'],
    version: number(row, 9),
    packet: json(row, 10) as Shift['packet'],
    signedOut: json(row, 11) as Shift['signedOut'],
    acceptance: json(row, 12) as Shift['acceptance'],
    escalatedAt: numberOrNull(row, 13),
    review: json(row, 14) as Shift['review'],
  };
}

function json(row: Row, index: number): unknown {
  const stored = textOrNull(row, index);
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as unknown;
  } catch {
    throw new HuifangError('STORE_CORRUPT', [`shift ${text(row, 0)}`]);
  }
}

function prepareAll(db: Database) {
  return {
    begin: db.prepare(
      `INSERT INTO shifts (id, account, account_name, kind, name, day, started_at, ends_at, state, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running', 1)`,
    ),
    find: db.prepare(`SELECT ${COLUMNS} FROM shifts WHERE id = ?`),
    current: db.prepare(`SELECT ${COLUMNS} FROM shifts WHERE account = ? AND state <> 'over'`),
    list: db.prepare(
      `SELECT ${COLUMNS} FROM shifts WHERE day BETWEEN ? AND ? AND no < ? AND state IN (SELECT value FROM json_each(?))
         AND (? = 0 OR review IS NULL) ORDER BY no DESC LIMIT ?`,
    ),
    open: db.prepare(`SELECT ${COLUMNS} FROM shifts WHERE state <> 'over' ORDER BY no`),
    handOver: db.prepare(
      `UPDATE shifts SET state = 'handing_over', packet = ?, signed_out = ?, signed_out_at = ?, version = version + 1
       WHERE id = ? AND version = ? AND state = 'running'`,
    ),
    accept: db.prepare(
      `UPDATE shifts SET state = 'over', acceptance = ?, version = version + 1
       WHERE id = ? AND version = ? AND state = 'handing_over'`,
    ),
    waiting: db.prepare(
      `SELECT ${COLUMNS} FROM shifts WHERE state = 'handing_over' AND escalated_at IS NULL AND signed_out_at <= ? ORDER BY no`,
    ),
    nextWaiting: db.prepare(
      "SELECT signed_out_at FROM shifts WHERE state = 'handing_over' AND escalated_at IS NULL ORDER BY signed_out_at LIMIT 1",
    ),
    escalate: db.prepare(
      "UPDATE shifts SET escalated_at = ? WHERE id = ? AND state = 'handing_over' AND escalated_at IS NULL",
    ),
    late: db.prepare(
      `SELECT ${COLUMNS} FROM shifts WHERE state = 'running' AND late_told_at IS NULL AND ends_at <= ? ORDER BY no`,
    ),
    nextEnd: db.prepare(
      "SELECT ends_at FROM shifts WHERE state = 'running' AND late_told_at IS NULL ORDER BY ends_at LIMIT 1",
    ),
    tellLate: db.prepare(
      "UPDATE shifts SET late_told_at = ? WHERE id = ? AND state = 'running' AND late_told_at IS NULL",
    ),
    review: db.prepare("UPDATE shifts SET review = ? WHERE id = ? AND state = 'over' AND review IS NULL"),
  };
}
