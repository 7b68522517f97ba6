import type { EnrolmentStore, EnrolmentToken, NewEnrolmentToken, TurnCommit } from '../store.ts';
import type { AuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { reading } from './reading.ts';
import { asChannel } from './rows.ts';
import type { Writer } from './writer.ts';

/** The port's enrolments. */
export function enrolmentStore(writer: Writer, rows: EnrolmentRows, audit: AuditLog): EnrolmentStore {
  return {
    issue: (tokens, by) =>
      writer.run(() => {
        const issued = tokens.filter((token) => rows.add(token)).map(({ recordNo }) => recordNo);
        if (issued.length > 0) audit.append(by, tokens[0]?.createdAt);
        return issued;
      }),
    awaiting: () => reading(() => rows.awaiting()),
    find: (hash) => reading(() => rows.find(hash)),
  };
}

/** Tokens and what became of them. A turn that uses one calls `isOpen` among its guards and `use` among its rows. */
export class EnrolmentRows {
  private readonly sql;

  constructor(db: Database) {
    this.sql = prepareAll(db);
  }

  /** False for a record number that nobody has, or whose patient died. */
  add({ hash, recordNo, createdAt, expiresAt }: NewEnrolmentToken): boolean {
    const patient = this.sql.patient.get(recordNo);
    if (patient === undefined) return false;
    this.sql.add.run(hash, number(patient, 0), createdAt, expiresAt);
    return true;
  }

  awaiting(): readonly string[] {
    return this.sql.awaiting.all().map((row) => text(row, 0));
  }

  find(hash: string): EnrolmentToken | undefined {
    const row = this.sql.find.get(hash);
    if (row === undefined) return undefined;
    const channel = textOrNull(row, 3);
    return {
      patientId: text(row, 0),
      patientDeceased: numberOrNull(row, 1) !== null,
      expiresAt: number(row, 2),
      usedBy: channel === null ? null : { channel: asChannel(channel), address: text(row, 4) },
    };
  }

  /** A guard of the commit: may the token of this turn still be used? */
  isOpen({ enrolment, at }: TurnCommit): boolean {
    return enrolment === undefined || this.sql.open.get(enrolment.tokenHash, at) !== undefined;
  }

  use({ enrolment, record, at }: TurnCommit): void {
    if (enrolment === undefined) return;
    this.sql.use.run(at, record.channel, record.address, enrolment.tokenHash);
    this.sql.tie.run(record.channel, record.address, at, enrolment.tokenHash);
  }
}

function prepareAll(db: Database) {
  return {
    patient: db.prepare('SELECT no FROM patients WHERE record_no = ? AND id IS NOT NULL AND deceased_at IS NULL'),
    add: db.prepare('INSERT INTO enrolment_tokens (hash, patient, created_at, expires_at) VALUES (?, ?, ?, ?)'),
    awaiting: db.prepare(
      `SELECT p.record_no FROM stays s JOIN patients p ON p.no = s.patient
       WHERE s.follow_up = 'planned' AND p.record_no IS NOT NULL AND p.deceased_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.patient = p.no)
       GROUP BY p.no ORDER BY min(s.no)`,
    ),
    find: db.prepare(
      `SELECT p.id, p.deceased_at, t.expires_at, t.channel, t.address FROM enrolment_tokens t JOIN patients p ON p.no = t.patient
       WHERE t.hash = ?`,
    ),
    open: db.prepare('SELECT 1 FROM enrolment_tokens WHERE hash = ? AND used_at IS NULL AND expires_at > ?'),
    use: db.prepare('UPDATE enrolment_tokens SET used_at = ?, channel = ?, address = ? WHERE hash = ?'),
    tie: db.prepare(
      'INSERT OR REPLACE INTO enrolments (patient, channel, address, at) SELECT patient, ?, ?, ? FROM enrolment_tokens WHERE hash = ?',
    ),
  };
}
