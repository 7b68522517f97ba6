import type { ContactRecord } from '../../domain/conversation.ts';
import type { OutboxMark } from '../../domain/message.ts';
import type { CommitResult, TurnCommit } from '../store.ts';
import type { AuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { number } from './database.ts';
import { dedupeDay } from './dedupe.ts';
import type { DraftRows } from './desk/drafts.ts';
import { InboxRows } from './desk/inbox-rows.ts';
import type { EnrolmentRows } from './enrolments.ts';
import { type Exchange, exchangeOf, exchangeWriter } from './exchange.ts';
import type { Head, HotRows } from './hot.ts';
import { Proactive } from './outbox-line.ts';
import type { PatientRows } from './patients.ts';
import type { ConversationReader } from './reader.ts';
import type { ReportRows } from './reports/rows.ts';
import { encodeList } from './rows.ts';
import { Sequence } from './sequence.ts';
import { StaffRows } from './staff-rows.ts';
import type { Tallies } from './tallies.ts';
import { TimerRows } from './timers.ts';
import type { Transcript } from './transcript.ts';

const ABSENT: Omit<Head, 'record'> = { no: 0, version: 0, lastSeq: 0, readSeq: 0, lastMessage: 0, timers: null };

/** Parts of the store that a turn writes through. */
export interface TurnParts {
  readonly hot: HotRows;
  readonly reader: ConversationReader;
  readonly transcript: Transcript;
  readonly patients: PatientRows;
  readonly tallies: Tallies;
  readonly enrolments: EnrolmentRows;
  readonly drafts: DraftRows;
  readonly audit: AuditLog;
  readonly reports: ReportRows;
}

/** Writes one turn inside the open transaction: first all guards, then all rows. */
export class TurnWriter {
  private readonly sql;
  private readonly timers: TimerRows;
  private readonly staff: StaffRows;
  private readonly inbox: InboxRows;
  private readonly conversations: Sequence;
  private readonly exchange;
  private readonly parts: TurnParts;

  constructor(db: Database, parts: TurnParts) {
    this.sql = prepareAll(db);
    this.timers = new TimerRows(db, parts.hot);
    this.staff = new StaffRows(db, parts.tallies, parts.audit);
    this.inbox = new InboxRows(db);
    this.conversations = new Sequence(db, 'conversations');
    this.exchange = exchangeWriter(db);
    this.parts = parts;
  }

  write(turn: TurnCommit): CommitResult {
    const stored = this.parts.reader.readHead(turn.record.id);
    const head = stored ?? ABSENT;
    const refused = this.refusal(turn, head);
    if (refused !== undefined) return refused;
    checkNumbering(turn, head);
    const no = head.no === 0 ? this.conversations.next() : head.no;
    this.writeTalk(turn, head, no);
    this.inbox.write(turn.record, stored?.record, no);
    this.staff.write(turn, no);
    this.parts.enrolments.use(turn);
    if (turn.takenDrafts !== undefined) this.parts.drafts.take(turn);
    if (turn.patientMarks.length > 0 || turn.followUp !== null) this.parts.patients.mark(turn);
    if (turn.takenBack !== undefined) this.parts.patients.takeBack(turn.record, turn.takenBack);
    if (turn.tallies.length > 0) this.parts.tallies.add(turn.at, turn.tallies);
    this.parts.reports.turn(turn, stored?.record, no);
    return 'committed';
  }

  /** The guards, in order; the last one writes. */
  private refusal(turn: TurnCommit, head: Omit<Head, 'record'>): CommitResult | undefined {
    const { patients, enrolments, drafts } = this.parts;
    const opens = turn.record.version === 1 && turn.followUp === 'open';
    const isNext = this.isNext(turn, head);
    if (isNext && opens && patients.isStale(turn.record)) return 'stale';
    if (!isNext || !enrolments.isOpen(turn) || !drafts.areThere(turn))
      return turn.dedupe.some((key) => this.isKnown(key)) ? 'duplicate' : 'conflict';
    return this.isNews(turn) ? undefined : 'duplicate';
  }

  /** After a transaction was undone. */
  forget(): void {
    this.parts.tallies.forget();
    this.parts.audit.forget();
    this.parts.reports.forget();
    this.parts.hot.clear();
  }

  private isNext({ record, contact }: TurnCommit, head: Omit<Head, 'record'>): boolean {
    if (head.version !== record.version - 1) return false;
    if (contact === null) return true;
    const stored = this.parts.reader.readContact(contact.channel, contact.address);
    return (stored?.version ?? 0) === contact.version - 1;
  }

  private isKnown(key: string): boolean {
    return this.sql.known.get(key) !== undefined;
  }

  /** The last guard: it writes. Remembers the keys, unless one of them is known already. */
  private isNews({ dedupe: keys, at }: TurnCommit): boolean {
    const day = dedupeDay(at);
    const known = keys.findIndex((key) => this.sql.remember.run(key, day) === 0);
    if (known > 0) for (const key of keys.slice(0, known)) this.sql.unremember.run(key);
    return known < 0;
  }

  private writeTalk(turn: TurnCommit, head: Omit<Head, 'record'>, no: number): void {
    const exchange = head.no === 0 ? undefined : exchangeOf(turn);
    if (exchange === undefined) this.writeLines(turn, head, no);
    else this.writeExchange(exchange, turn, head);
    if (turn.contact !== null) this.writeContact(turn.contact);
  }

  private writeExchange(exchange: Exchange, turn: TurnCommit, head: Omit<Head, 'record'>): void {
    const timers = this.timers.apply(head.no, head.timers, turn);
    const [heard, said] = [this.parts.transcript.number(), this.parts.transcript.number()];
    this.exchange(exchange, turn, { conversation: head.no, previous: head.lastMessage, heard, said, timers });
    this.keep(turn, { no: head.no, lastMessage: said, timers });
  }

  private writeLines(turn: TurnCommit, head: Omit<Head, 'record'>, no: number): void {
    const lines = this.parts.transcript.add(no, head.lastMessage, turn.messages);
    const last = lines.at(-1) ?? head.lastMessage;
    this.writeConversation(turn, head, no, last);
    if (turn.readings.length > 0) this.writeReadings(turn, last);
    if (turn.cancelUnsent) this.cancelUnsent(no);
    this.writeOutbox(turn, head, no, lines);
  }

  private writeConversation(turn: TurnCommit, head: Omit<Head, 'record'>, no: number, lastMessage: number): void {
    const { record } = turn;
    const { id, channel, address, version, state, outcome, lastSeq, readSeq, fence } = record;
    const timers = this.timers.apply(no, head.timers, turn);
    const json = JSON.stringify(record);
    const changing = [version, state, outcome, lastSeq, readSeq, fence, lastMessage, timers, json];
    if (head.no === 0) this.sql.addConversation.run(...changing, no, id, channel, address);
    else this.sql.changeConversation.run(...changing, no);
    this.keep(turn, { no, lastMessage, timers });
  }

  private keep({ record }: TurnCommit, filed: Pick<Head, 'no' | 'lastMessage' | 'timers'>): void {
    const { id, version, lastSeq, readSeq } = record;
    this.parts.hot.heads.set(id, { ...filed, version, lastSeq, readSeq, record });
  }

  private writeContact(contact: ContactRecord): void {
    const { address, channel, version, conversationId, optedOutAt, unreachable, proactiveAt } = contact;
    const proactive = encodeList(proactiveAt);
    this.sql.putContact.run(address, channel, version, conversationId, optedOutAt, unreachable, proactive);
    this.parts.hot.keepContact(contact);
  }

  private writeReadings(turn: TurnCommit, last: number): void {
    for (const { seq, readings } of turn.readings) {
      const line = this.parts.transcript.find(last, seq);
      if (line !== undefined) this.parts.transcript.setReadings(line, readings);
    }
  }

  /** Older lines; those of this turn come after. */
  private cancelUnsent(no: number): void {
    for (const row of this.sql.unsent.all(no)) {
      this.sql.cancelLine.run(number(row, 1));
      this.sql.dropLine.run(no, number(row, 0));
    }
  }

  private writeOutbox(turn: TurnCommit, head: Omit<Head, 'record'>, no: number, lines: readonly number[]): void {
    for (const { seq, mark } of turn.outbox) {
      const line = lines[seq - head.lastSeq - 1];
      if (line === undefined)
        throw new Error(`conversation ${turn.record.id}: line ${String(seq)} of the outbox is not in the turn`);
      const { urgent, confirmsOptOut, notBefore, expiresAt } = mark;
      const flags = [Number(urgent), proactiveFlag(mark), Number(confirmsOptOut)];
      this.sql.addLine.run(no, seq, line, urgent ? 0 : 1, notBefore, ...flags, notBefore, expiresAt, turn.record.fence);
    }
  }
}

function proactiveFlag({ proactive, repeatsAnswer }: OutboxMark): number {
  if (!proactive) return Proactive.no;
  return repeatsAnswer === true ? Proactive.repeatOfAnswer : Proactive.yes;
}

/** Lines are numbered without gaps: the record, the transcript and the outbox must agree. */
function checkNumbering(turn: TurnCommit, head: Omit<Head, 'record'>): void {
  const { id, lastSeq } = turn.record;
  const inOrder = turn.messages.every((message, index) => message.seq === head.lastSeq + 1 + index);
  if (!inOrder || lastSeq !== head.lastSeq + turn.messages.length) {
    throw new Error(`conversation ${id}: lines do not follow line ${String(head.lastSeq)}`);
  }
}

function prepareAll(db: Database) {
  return {
    known: db.prepare('SELECT 1 FROM dedupe WHERE key = ?'),
    remember: db.prepare('INSERT OR IGNORE INTO dedupe VALUES (?, ?)'),
    unremember: db.prepare('DELETE FROM dedupe WHERE key = ?'),
    addConversation: db.prepare(
      `INSERT INTO conversations (version, state, outcome, last_seq, read_seq, fence, last_message, timers, record,
         no, id, channel, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    changeConversation: db.prepare(
      `UPDATE conversations SET version = ?, state = ?, outcome = ?, last_seq = ?, read_seq = ?, fence = ?, last_message = ?,
         timers = ?, record = ? WHERE no = ?`,
    ),
    putContact: db.prepare(
      `INSERT OR REPLACE INTO contacts (address, channel, version, conversation_id, opted_out_at, unreachable, proactive_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    unsent: db.prepare(
      `SELECT o.seq, o.message FROM outbox o JOIN messages m ON m.no = o.message
       WHERE o.conversation = ? AND o.phase = 1 AND m.author <> 'staff'`,
    ),
    cancelLine: db.prepare("UPDATE messages SET delivery = 'cancelled' WHERE no = ?"),
    dropLine: db.prepare('DELETE FROM outbox WHERE conversation = ? AND seq = ?'),
    addLine: db.prepare('INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)'),
  };
}
