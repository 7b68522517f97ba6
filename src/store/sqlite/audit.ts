import type { Clock } from '../../domain/clock.ts';
import { chained, GENESIS, verifyChain } from '../audit-chain.ts';
import type { AuditEntry, AuditQuery, AuditRow, AuditStore } from '../store.ts';
import type { Database, Row, Value } from './database.ts';
import { number, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

const COLUMNS = 'no, at, who, what, subject, why, hash';

/** The one place that adds to the audit, inside the transaction of what the row is about. */
export class AuditLog {
  private readonly sql;
  private readonly clock: Clock;
  /** The end of the chain; undefined: has to be read. */
  private head: { readonly no: number; readonly hash: string } | undefined;

  constructor(db: Database, clock: Clock) {
    this.clock = clock;
    this.sql = {
      add: db.prepare(`INSERT INTO audit (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`),
      show: db.prepare('INSERT OR IGNORE INTO audit_shown (id, no) VALUES (?, ?)'),
      last: db.prepare('SELECT no, hash FROM audit ORDER BY no DESC LIMIT 1'),
      all: db.prepare(`SELECT ${COLUMNS} FROM audit ORDER BY no`),
    };
  }

  /** `at`: epoch ms; without it the store's own now. */
  append(given: AuditRow, at: number = this.clock.now()): void {
    const { who, what, subject, why } = storable(given);
    const shown = new Set(given.shown);
    const before = this.head ?? this.readHead();
    const no = before.no + 1;
    const row = { no, at, who, what, subject, ...(why === undefined ? {} : { why }) };
    const hash = chained(before.hash, row);
    this.sql.add.run(no, at, who, what, subject, why ?? null, hash);
    for (const id of shown) this.sql.show.run(id, no);
    this.head = { no, hash };
  }

  /** After a transaction was undone. */
  forget(): void {
    this.head = undefined;
  }

  private readHead(): { no: number; hash: string } {
    const last = this.sql.last.get();
    if (last === undefined) return { no: 0, hash: GENESIS };
    const hash = textOrNull(last, 1);
    if (hash !== null) return { no: number(last, 0), hash };
    // Once in the life of a file: rows that are older than the chain become part of it.
    const before = this.sql.all.all().map(entryOf);
    return { no: number(last, 0), hash: before.reduce((previous, row) => chained(previous, row), GENESIS) };
  }
}

/**
 * The row as it can be read again: a text ends at a zero character in the file, and half of a pair is no character. Hashed as it was given,
 * such a row would break the chain for all that come after it, and anybody who is signed in could send one.
 */
function storable({ who, what, subject, why, shown = [] }: AuditRow): AuditRow {
  const about = shown.length === 0 ? subject : `${subject}: ${shown.join(' ')}`;
  const row = { who: readable(who), what: readable(what), subject: readable(about) };
  return why === undefined ? row : { ...row, why: readable(why) };
}

function readable(words: string): string {
  return Buffer.from(words.replaceAll('\0', '\uFFFD')).toString();
}

/** The port's audit. */
export function auditStore(db: Database, writer: Writer, log: AuditLog): AuditStore {
  const page = db.prepare(`SELECT ${COLUMNS} FROM audit WHERE no > ? ORDER BY no LIMIT ?`);
  const pageOf = (after: number, limit: number) => reading(() => page.all(after, limit).map(entryOf));
  return {
    append: (row) =>
      writer.run(() => {
        log.append(row);
      }),
    list: (query) =>
      reading(() => {
        const { where, values } = conditions(query);
        const rows = db.prepare(`SELECT ${COLUMNS} FROM audit ${where} ORDER BY no DESC LIMIT ?`);
        return rows.all(...values, query.limit).map(entryOf);
      }),
    page: pageOf,
    verify: () => verifyChain({ page: pageOf }),
  };
}

function conditions({ who, what, subject, from, to, before }: AuditQuery): { where: string; values: Value[] } {
  const parts: readonly (readonly [string, Value | undefined])[] = [
    ['who = ?', who],
    ['what >= ?', what],
    ['what < ?', what === undefined ? undefined : `${what}\u{10FFFF}`],
    [
      'no IN (SELECT a.no FROM audit a WHERE a.subject = ? UNION ALL SELECT s.no FROM audit_shown s WHERE s.id = ?)',
      subject,
    ],
    ['at >= ?', from],
    ['at < ?', to],
    ['no < ?', before ?? undefined],
  ];
  const asked = parts.filter((part): part is readonly [string, Value] => part[1] !== undefined);
  const where = asked.length === 0 ? '' : `WHERE ${asked.map(([sql]) => sql).join(' AND ')}`;
  return { where, values: asked.flatMap(([sql, value]) => Array.from(sql.matchAll(/\?/gu), () => value)) };
}

function entryOf(row: Row): AuditEntry {
  const why = textOrNull(row, 5);
  return {
    no: number(row, 0),
    at: number(row, 1),
    who: text(row, 2),
    what: text(row, 3),
    subject: text(row, 4),
    hash: textOrNull(row, 6),
    ...(why === null ? {} : { why }),
  };
}
