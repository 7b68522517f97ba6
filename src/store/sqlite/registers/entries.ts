import type { RegisterHistoryRow, RegisterRecord, Signer } from '../../../domain/register.ts';
import { ESCALATION_LEVELS, REGISTER_STATUSES } from '../../../domain/register.ts';
import type { RegisterCounts, RegisterKey, RegisterQuery, RegisterStore } from '../../store.ts';
import { type Database, number, type Row, text, type Value } from '../database.ts';
import { decodeEntry, RECORD_COLUMNS, RECORD_FROM, readNumber } from './row.ts';
import { all, inScope, matches, OVERDUE, oneOf } from './where.ts';

const MOST_NEAR = 50;
/** Sorts after every day. */
const NEVER = '9999-12-31';

/** Reads entries of the registers. */
export class RegisterEntries {
  private readonly db: Database;
  private readonly sql;

  constructor(db: Database) {
    this.db = db;
    this.sql = prepareAll(db);
  }

  /** The row number of an entry. */
  noOf({ kind, number: written }: RegisterKey): number | undefined {
    const parts = readNumber(written);
    const row = parts === undefined ? undefined : this.sql.no.get(kind, parts.year, parts.number);
    return row === undefined ? undefined : number(row, 0);
  }

  byNo(no: number): RegisterRecord | undefined {
    const row = this.sql.byNo.get(no);
    return row === undefined ? undefined : decodeEntry(row);
  }

  find(key: RegisterKey): RegisterRecord | undefined {
    const no = this.noOf(key);
    return no === undefined ? undefined : this.byNo(no);
  }

  list({ scope, filter, order, limit, after }: RegisterQuery): Awaited<ReturnType<RegisterStore['list']>> {
    const due = `ifnull(r.due_on, '${NEVER}')`;
    const start =
      after === null ? [] : [order === 'due' ? afterDue(due, after) : { sql: 'r.no < ?', values: [Number(after)] }];
    const { sql, values } = all([matches(filter), inScope(scope), ...start]);
    const by = order === 'due' ? `${due}, r.no` : 'r.no DESC';
    const rows = this.read(`WHERE ${sql} ORDER BY ${by} LIMIT ?`, [...values, limit + 1]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { rows: shown.map(decodeEntry), next: last === undefined ? null : cursorOf(last, order) };
  }

  counts({ scope, kinds, today }: Parameters<RegisterStore['counts']>[0]): RegisterCounts {
    const { sql, values } = all([oneOf('r.kind', kinds), inScope(scope)]);
    const rows = this.db
      .prepare(
        `SELECT r.status, count(*), ifnull(sum(${OVERDUE}), 0), ${ESCALATION_LEVELS.map((level) => `ifnull(sum(${OVERDUE} AND r.escalated >= ${String(level)}), 0)`).join(', ')}
         FROM registers r WHERE ${sql} GROUP BY r.status`,
      )
      .all(today, ...ESCALATION_LEVELS.map(() => today), ...values);
    const count = new Map(rows.map((row) => [text(row, 0), number(row, 1)]));
    const byStatus = Object.fromEntries(REGISTER_STATUSES.map((status) => [status, count.get(status) ?? 0]));
    const total = (column: number) => rows.reduce((sum, row) => sum + number(row, column), 0);
    return {
      byStatus: byStatus as RegisterCounts['byStatus'],
      overdue: total(2),
      told: { heads: total(3), conduct: total(4), leaders: total(5) },
    };
  }

  history(key: RegisterKey): readonly RegisterHistoryRow[] {
    const no = this.noOf(key);
    return no === undefined ? [] : this.sql.history.all(no).map(historyRow);
  }

  near({
    kind,
    from,
    to,
    phone,
    patientName,
    recordNo,
  }: Parameters<RegisterStore['near']>[0]): readonly RegisterRecord[] {
    const same: [string, string][] = [
      ['c.address', phone],
      ["r.form ->> '$.phone'", phone],
      ["r.form ->> '$.recordNo'", recordNo],
      ['p.record_no', recordNo],
      ["r.form ->> '$.patientName'", patientName],
      ["c.record ->> '$.stay.patientName'", patientName],
    ];
    const asked = same.filter(([, value]) => value !== '');
    if (asked.length === 0) return [];
    const anyOf = asked.map(([column]) => `${column} = ?`).join(' OR ');
    const values = [kind, from, to, ...asked.map(([, value]) => value), MOST_NEAR];
    return this.read(`WHERE r.kind = ? AND r.at BETWEEN ? AND ? AND (${anyOf}) ORDER BY r.no DESC LIMIT ?`, values).map(
      decodeEntry,
    );
  }

  duplicatesOf({ kind, number: written }: RegisterKey): readonly RegisterRecord[] {
    return this.read('WHERE r.kind = ? AND r.duplicate_of = ? ORDER BY r.no', [kind, written]).map(decodeEntry);
  }

  ofConversation(conversationId: string): readonly RegisterRecord[] {
    return this.sql.ofConversation.all(conversationId).map(decodeEntry);
  }

  toCheck(today: string, page: { limit: number; after: string | null }): Awaited<ReturnType<RegisterStore['toCheck']>> {
    const rows = this.sql.toCheck.all(page.after === null ? 0 : Number(page.after), today, page.limit);
    const last = rows.length < page.limit ? undefined : rows.at(-1);
    return { rows: rows.map(decodeEntry), next: last === undefined ? null : String(number(last, 0)) };
  }

  private read(rest: string, values: readonly Value[]): readonly Row[] {
    return this.db.prepare(`SELECT ${RECORD_COLUMNS} ${RECORD_FROM} ${rest}`).all(...values);
  }
}

function cursorOf(row: Row, order: RegisterQuery['order']): string {
  const no = String(number(row, 0));
  const dueOn = row[13];
  return order === 'newest' ? no : `${typeof dueOn === 'string' ? dueOn : NEVER}|${no}`;
}

function afterDue(due: string, cursor: string): { sql: string; values: readonly Value[] } {
  const [day = NEVER, no = '0'] = cursor.split('|');
  return { sql: `(${due} > ? OR (${due} = ? AND r.no > ?))`, values: [day, day, Number(no)] };
}

function historyRow(row: Row): RegisterHistoryRow {
  return {
    at: number(row, 0),
    account: text(row, 1),
    name: text(row, 2),
    field: text(row, 3),
    old: text(row, 4),
    next: text(row, 5),
  };
}

/** Somebody who is no account. */
export const SYSTEM: Signer = { account: 'system', name: '' };
export const CONTACT: Signer = { account: 'contact', name: '' };

function prepareAll(db: Database) {
  const select = `SELECT ${RECORD_COLUMNS} ${RECORD_FROM}`;
  return {
    no: db.prepare('SELECT no FROM registers WHERE kind = ? AND year = ? AND number = ?'),
    byNo: db.prepare(`${select} WHERE r.no = ?`),
    history: db.prepare(
      'SELECT at, account, name, field, old, next FROM register_history WHERE register = ? ORDER BY no',
    ),
    ofConversation: db.prepare(`${select} WHERE c.id = ? ORDER BY r.idx`),
    toCheck: db.prepare(
      `${select} WHERE r.kind = 'complaint' AND r.status <> 'closed' AND r.no > ? AND (r.due_on IS NULL OR r.due_provisional = 1
         OR (r.due_on < ? AND r.paused_at IS NULL AND r.escalated < 3)) ORDER BY r.no LIMIT ?`,
    ),
  };
}
