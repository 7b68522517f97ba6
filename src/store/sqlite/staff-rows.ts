import type { RegisterChange, TurnCommit, WorkDraft } from '../store.ts';
import type { AuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { number } from './database.ts';
import { SaidLater } from './registers/said-later.ts';
import type { Tallies } from './tallies.ts';

/** What a turn leaves for people: register entries, work items, the audit. */
export class StaffRows {
  private readonly sql;
  private readonly tallies: Tallies;
  private readonly audit: AuditLog;
  private readonly said: SaidLater;

  constructor(db: Database, tallies: Tallies, audit: AuditLog) {
    this.sql = prepareAll(db);
    this.tallies = tallies;
    this.audit = audit;
    this.said = new SaidLater(db);
  }

  write(turn: TurnCommit, no: number): void {
    for (const change of turn.registers) this.register(change, turn, no);
    if (turn.endHandoff === true) this.sql.endHandoff.run(no);
    if (turn.handoff !== null) this.handoff(turn.handoff, turn.at, no);
    if (turn.handoffPhone !== null) this.sql.handoffPhone.run(turn.handoffPhone, no);
    for (const item of turn.workItems) this.workItem(item, turn.at, no);
    for (const id of turn.cancelledWork) this.sql.cancelWork.run(id, no);
    for (const row of turn.audit) this.audit.append(row, turn.at);
  }

  private register(change: RegisterChange, turn: TurnCommit, no: number): void {
    if (change.type !== 'add') {
      this.said.write(change, { conversationId: turn.record.id, no, at: turn.at });
      return;
    }
    const year = Number(this.tallies.dayOf(turn.at).slice(0, 4));
    const last = this.sql.lastNumber.get(change.kind, year);
    const next = last === undefined ? 1 : number(last, 0) + 1;
    this.sql.addEntry.run(
      change.kind,
      year,
      next,
      no,
      change.index,
      change.text,
      JSON.stringify(change.concerns),
      turn.at,
      turn.record.stay?.department ?? '',
    );
  }

  private workItem({ id, kind, text: words, details }: WorkDraft, at: number, no: number): void {
    const facts = details === undefined ? null : JSON.stringify(details);
    if (kind === 'appointment' && this.sql.changeWork.run(words, facts, id, no) > 0) return;
    this.sql.addWork.run(id, no, kind, null, 'normal', words, at, facts);
  }

  /** One open handoff per conversation: it keeps its id and its time, and takes the newest reason. */
  private handoff(handoff: NonNullable<TurnCommit['handoff']>, at: number, no: number): void {
    const { id, reason, priority, text: words } = handoff;
    if (this.sql.changeHandoff.run(reason, priority, words, no) > 0) return;
    this.sql.addWork.run(id, no, 'handoff', reason, priority, words, at, null);
  }
}

function prepareAll(db: Database) {
  return {
    lastNumber: db.prepare('SELECT number FROM registers WHERE kind = ? AND year = ? ORDER BY number DESC LIMIT 1'),
    addEntry: db.prepare(
      `INSERT INTO registers (kind, year, number, conversation, idx, text, concerns, at, concerned, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    ),
    changeHandoff: db.prepare(
      `UPDATE work_items SET reason = ?, priority = ?, text = ? WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
    endHandoff: db.prepare(
      "UPDATE work_items SET status = 'closed' WHERE conversation = ? AND kind = 'handoff' AND status = 'open'",
    ),
    addWork: db.prepare(
      `INSERT INTO work_items (id, conversation, kind, reason, priority, text, at, status, details)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    ),
    changeWork: db.prepare(
      "UPDATE work_items SET text = ?, details = ?, status = 'open' WHERE id = ? AND conversation = ? AND kind = 'appointment'",
    ),
    cancelWork: db.prepare(
      "UPDATE work_items SET status = 'cancelled' WHERE id = ? AND conversation = ? AND kind = 'appointment'",
    ),
    handoffPhone: db.prepare(
      `UPDATE work_items SET details = json_set(ifnull(details, '{}'), '$.phone', ?)
       WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
  };
}
