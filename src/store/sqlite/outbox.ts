import type { DeliveryState } from '../../domain/message.ts';
import { messageId } from '../../domain/message.ts';
import { fromReceipt, movesUp } from '../delivery-rank.ts';
import type { OutboxLine, OutboxSettlement, OutboxStore } from '../store.ts';
import type { Database, Row } from './database.ts';
import { number, numberOrNull, text } from './database.ts';
import { decodeLine, LINE_COLUMNS, Phase } from './outbox-line.ts';
import { reading } from './reading.ts';
import type { ReportRows } from './reports/rows.ts';
import { asDelivery } from './rows.ts';
import type { Transcript } from './transcript.ts';
import type { Writer } from './writer.ts';

type Receipt = Parameters<OutboxStore['receipt']>[0];
type ReceiptResult = Awaited<ReturnType<OutboxStore['receipt']>>;
type Failure = { readonly code: string; readonly detail: string };

interface OutboxParts {
  readonly transcript: Transcript;
  readonly reports: ReportRows;
}

/** The port's outbox. Rows exist while a line is unsettled; its delivery state stands on the transcript line. */
export function outboxStore(db: Database, writer: Writer, parts: OutboxParts): OutboxStore {
  const rows = new OutboxRows(db, parts);
  return {
    claim: (now, limit, leaseMs) => {
      if (!writer.pending && !rows.anyDue(now)) return Promise.resolve([]);
      return writer.run(() => rows.claim(now, limit, leaseMs));
    },
    claimUncertain: (now, limit, leaseMs) => {
      if (!writer.pending && !rows.anyUncertain(now)) return Promise.resolve([]);
      return writer.run(() => rows.claimUncertain(now, limit, leaseMs));
    },
    settle: (id, settlement) =>
      writer.run(() => {
        rows.settle(id, settlement);
      }),
    receipt: (receipt) => writer.run(() => rows.receipt(receipt)),
    release: () =>
      writer.run(() => {
        rows.release();
      }),
    nextDue: () => reading(() => rows.nextDue()),
    counts: () => reading(() => rows.counts()),
  };
}

/** A transcript line that is looked at for its delivery. */
interface Line {
  /** Number of the conversation, and of the line itself in the transcript. */
  readonly no: number;
  readonly seq: number;
  readonly message: number;
  readonly conversationId: string;
  readonly delivery: DeliveryState;
}

class OutboxRows {
  private readonly sql;
  private readonly transcript: Transcript;
  private readonly reports: ReportRows;

  constructor(db: Database, { transcript, reports }: OutboxParts) {
    this.sql = prepareAll(db);
    this.transcript = transcript;
    this.reports = reports;
  }

  anyDue(now: number): boolean {
    return this.sql.urgentDue.get(now, 1) !== undefined || this.sql.ordinaryDue.get(now, 1) !== undefined;
  }

  anyUncertain(now: number): boolean {
    return this.sql.uncertainDue.get(now, now, 1) !== undefined;
  }

  claim(now: number, limit: number, leaseMs: number): readonly OutboxLine[] {
    const urgent = this.sql.urgentDue.all(now, limit);
    const due = [...urgent, ...(urgent.length < limit ? this.sql.ordinaryDue.all(now, limit - urgent.length) : [])];
    return due.map((row) => {
      const [no, seq, message] = keyOf(row);
      this.sql.claim.run(now + leaseMs, now, no, seq);
      this.sql.setDelivery.run('sending', message);
      return this.line(no, seq);
    });
  }

  claimUncertain(now: number, limit: number, leaseMs: number): readonly OutboxLine[] {
    return this.sql.uncertainDue.all(now, now, limit).map((row) => {
      const [no, seq, message] = keyOf(row);
      this.sql.setPhase.run(Phase.uncertain, now + leaseMs, no, seq);
      this.sql.setDelivery.run('uncertain', message);
      return this.line(no, seq);
    });
  }

  settle(id: string, settlement: OutboxSettlement): void {
    const line = this.byId(id);
    if (line === undefined) return;
    if (settlement.type === 'done') {
      this.done(line, settlement.delivery, settlement.providerId, settlement.failure);
      return;
    }
    const open = this.sql.open.get(line.no, line.seq);
    // No row: a receipt settled it. Pending: this attempt was settled before; a new one would be claimed first.
    if (open === undefined || number(open, 0) <= Phase.pending) return;
    if (settlement.type === 'uncertain') {
      this.sql.setPhase.run(Phase.uncertain, settlement.checkAt, line.no, line.seq);
      this.sql.setState.run('uncertain', JSON.stringify(settlement.failure), line.message);
      return;
    }
    const held = settlement.tried === false;
    this.sql.retry.run(settlement.at, held ? 1 : 0, line.no, line.seq);
    if (held) this.sql.setDelivery.run('pending', line.message);
    else this.sql.setState.run('pending', JSON.stringify(settlement.failure), line.message);
  }

  receipt(receipt: Receipt): ReceiptResult {
    const line = (receipt.id === undefined ? undefined : this.byId(receipt.id)) ?? this.byProvider(receipt.providerId);
    if (line === undefined) return undefined;
    const state = fromReceipt(receipt.delivery);
    const changed = state !== undefined && this.done(line, state, receipt.providerId, receipt.failure);
    return { conversationId: line.conversationId, seq: line.seq, changed };
  }

  release(): void {
    this.sql.release.run();
  }

  nextDue(): number | undefined {
    const found = [this.sql.nextUrgent, this.sql.nextOrdinary, this.sql.nextUncertain].flatMap((statement) => {
      const due = numberOrNull(statement.get() ?? [null], 0);
      return due === null ? [] : [due];
    });
    return found.length === 0 ? undefined : Math.min(...found);
  }

  counts(): { pending: number; sending: number; uncertain: number } {
    const found = { pending: 0, sending: 0, uncertain: 0 };
    for (const row of this.sql.counts.all()) {
      const phase = number(row, 0);
      const name = phase === Phase.uncertain ? 'uncertain' : phase === Phase.sending ? 'sending' : 'pending';
      found[name] += number(row, 1);
    }
    return found;
  }

  /** The line is out or given up: it leaves the outbox, and its state moves if that is upward. */
  private done(
    line: Line,
    delivery: DeliveryState,
    providerId: string | undefined,
    failure: Failure | undefined,
  ): boolean {
    this.sql.drop.run(line.no, line.seq);
    if (providerId !== undefined) this.sql.setProvider.run(providerId, line.message);
    if (!movesUp(line.delivery, delivery)) return false;
    this.sql.setState.run(delivery, failure === undefined ? null : JSON.stringify(failure), line.message);
    this.reports.line(line, { from: line.delivery, to: delivery });
    return true;
  }

  private line(no: number, seq: number): OutboxLine {
    return decodeLine(this.sql.line.get(no, seq) ?? []);
  }

  /** By our own id, `conversation.seq`. */
  private byId(id: string): Line | undefined {
    const dot = id.lastIndexOf('.');
    const seq = Number(id.slice(dot + 1));
    const conversationId = id.slice(0, dot);
    if (messageId(conversationId, seq) !== id) return undefined;
    const last = this.sql.lastMessage.get(conversationId);
    const message = last === undefined ? undefined : this.transcript.find(number(last, 0), seq);
    return message === undefined ? undefined : lineOf(this.sql.message.get(message));
  }

  private byProvider(providerId: string): Line | undefined {
    return lineOf(this.sql.messageOfProvider.get(providerId));
  }
}

function keyOf(row: Row): [no: number, seq: number, message: number] {
  return [number(row, 0), number(row, 1), number(row, 2)];
}

function lineOf(row: Row | undefined): Line | undefined {
  if (row === undefined) return undefined;
  const [no, seq, message] = keyOf(row);
  return { no, seq, message, conversationId: text(row, 3), delivery: asDelivery(text(row, 4)) };
}

/** So much (ms) a clock may have been put back between two lines. */
const CLOCK_STEP = 60_000;
/**
 * An ordinary line waits for every earlier unsettled line of its conversation, unless that one is meant for later (the morning). An answer
 * does not wait for what we began ourselves and is held back: the gate drops that as overtaken.
 */
const IN_ORDER = `NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation = o.conversation AND e.seq < o.seq
  AND e.not_before <= o.not_before + ${String(CLOCK_STEP)} AND NOT (e.proactive <> 0 AND e.phase = ${String(Phase.pending)} AND o.proactive = 0))`;
/** An urgent one overtakes; it waits only for an earlier urgent one that has not left yet. */
const URGENT_IN_ORDER =
  'NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation = o.conversation AND e.seq < o.seq AND e.urgent = 1 AND e.phase < 3)';

const LINE = 'SELECT c.no, m.seq, m.no, c.id, m.delivery FROM messages m JOIN conversations c ON c.no = m.conversation';

function prepareAll(db: Database) {
  return {
    urgentDue: db.prepare(
      `SELECT o.conversation, o.seq, o.message FROM outbox o WHERE o.phase = 0 AND o.due <= ? AND ${URGENT_IN_ORDER} ORDER BY o.due, o.conversation LIMIT ?`,
    ),
    ordinaryDue: db.prepare(
      `SELECT o.conversation, o.seq, o.message FROM outbox o WHERE o.phase = 1 AND o.due <= ? AND ${IN_ORDER} ORDER BY o.due, o.conversation LIMIT ?`,
    ),
    uncertainDue: db.prepare(
      `SELECT conversation, seq, message FROM (SELECT * FROM outbox WHERE phase = 2 AND due <= ? UNION ALL SELECT * FROM outbox WHERE phase = 3 AND due <= ?)
       ORDER BY due, conversation, seq LIMIT ?`,
    ),
    nextUrgent: db.prepare(
      `SELECT o.due FROM outbox o WHERE o.phase = 0 AND ${URGENT_IN_ORDER} ORDER BY o.due LIMIT 1`,
    ),
    nextOrdinary: db.prepare(`SELECT o.due FROM outbox o WHERE o.phase = 1 AND ${IN_ORDER} ORDER BY o.due LIMIT 1`),
    nextUncertain: db.prepare(
      `SELECT min(due) FROM (SELECT min(due) AS due FROM outbox WHERE phase = 2 UNION ALL SELECT min(due) FROM outbox WHERE phase = 3)`,
    ),
    line: db.prepare(LINE_COLUMNS),
    claim: db.prepare(
      `UPDATE outbox SET phase = ${String(Phase.sending)}, due = ?, attempts = attempts + 1, first_tried_at = ifnull(first_tried_at, ?)
       WHERE conversation = ? AND seq = ?`,
    ),
    setPhase: db.prepare('UPDATE outbox SET phase = ?, due = ? WHERE conversation = ? AND seq = ?'),
    retry: db.prepare(
      `UPDATE outbox SET phase = 1 - urgent, due = ?, attempts = attempts - ?, first_tried_at = NULL WHERE conversation = ? AND seq = ?`,
    ),
    release: db.prepare(
      `UPDATE outbox SET due = not_before WHERE phase = ${String(Phase.pending)} AND proactive = 1 AND due > not_before`,
    ),
    open: db.prepare('SELECT phase FROM outbox WHERE conversation = ? AND seq = ?'),
    drop: db.prepare('DELETE FROM outbox WHERE conversation = ? AND seq = ?'),
    setDelivery: db.prepare('UPDATE messages SET delivery = ? WHERE no = ?'),
    setState: db.prepare('UPDATE messages SET delivery = ?, failure = ? WHERE no = ?'),
    setProvider: db.prepare('UPDATE messages SET provider_id = ? WHERE no = ?'),
    lastMessage: db.prepare('SELECT last_message FROM conversations WHERE id = ?'),
    message: db.prepare(`${LINE} WHERE m.no = ? AND m.direction = 'out'`),
    messageOfProvider: db.prepare(`${LINE} WHERE m.provider_id = ? AND m.direction = 'out' LIMIT 1`),
    counts: db.prepare('SELECT phase, count(*) FROM outbox GROUP BY phase'),
  };
}
