import type { WorkItem } from '../../domain/conversation.ts';
import type { RegisterChange, TurnCommit, WorkDraft } from '../store.ts';
import type { AuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { number, numberOrNull, text, textOrNull } from './database.ts';
import { PromiseRows } from './promises.ts';
import { namedIn } from './registers/named.ts';
import { SaidLater } from './registers/said-later.ts';
import { parseJson } from './rows.ts';
import type { Tallies } from './tallies.ts';

/** Who ended the wait for a person; the contact may no longer want one. */
interface HandoffEnd {
  readonly who: string | null;
  readonly withdrawn?: boolean;
}

/** What a turn leaves for people: register entries, work items, the audit. */
export class StaffRows {
  private readonly sql;
  private readonly tallies: Tallies;
  private readonly audit: AuditLog;
  private readonly said: SaidLater;
  private readonly promises: PromiseRows;

  constructor(db: Database, tallies: Tallies, audit: AuditLog) {
    this.sql = prepareAll(db);
    this.tallies = tallies;
    this.audit = audit;
    this.said = new SaidLater(db);
    this.promises = new PromiseRows(db, (at) => tallies.dayOf(at));
  }

  write(turn: TurnCommit, no: number): void {
    for (const change of turn.registers) this.register(change, turn, no);
    if (turn.record.desk?.answeredAt === turn.at) this.keepHandoff(turn, no);
    if (turn.endHandoff === true) this.endHandoff(turn, no);
    if (turn.handoff !== null) this.handoff(turn.handoff, turn.at, no);
    if (turn.handoffPhone !== null) this.sql.handoffPhone.run(turn.handoffPhone, no);
    for (const item of turn.workItems) this.workItem(item, turn.at, no);
    for (const id of turn.cancelledWork) this.cancelWork(id, turn.at, no);
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
    const concerns = JSON.stringify(change.concerns);
    this.sql.addEntry.run(
      change.kind,
      year,
      next,
      no,
      change.index,
      change.text,
      concerns,
      turn.at,
      turn.record.stay?.department ?? '',
      namedIn(change.text, concerns),
    );
  }

  private workItem(draft: WorkDraft, at: number, no: number): void {
    const { id, kind, text: words, priority = 'normal', details, promise } = draft;
    const facts = details === undefined ? null : JSON.stringify(details);
    if (kind === 'appointment' && this.changeAppointment(draft, at, no)) return;
    const source = kind === 'appointment' ? 'contact' : 'bot';
    this.sql.addWork.run(id, no, kind, null, priority, words, at, facts, source, ...promised(promise));
    this.promises.made(id, at, promise?.due ?? null);
  }

  /** What was asked for before stands in the history: the desk has to see what is different now. */
  private changeAppointment({ id, text: words, details, promise }: WorkDraft, at: number, no: number): boolean {
    const before = this.sql.appointment.get(id, no);
    if (before === undefined) return false;
    const facts = details === undefined ? null : JSON.stringify(details);
    this.promises.ended(id, at, 'withdrawn', null);
    this.sql.changeWork.run(words, facts, ...promised(promise), id, no);
    this.promises.made(id, at, promise?.due ?? null);
    const known = textOrNull(before, 0);
    const was = known === null ? {} : (parseJson(known, id) as WorkItem['details']);
    const news = { status: text(before, 1), ...differences(was, details ?? {}) };
    this.sql.addEvent.run(id, at, 'contact', 'changed', JSON.stringify(news));
    return true;
  }

  /** Somebody was promised, and is there now: the handoff itself goes on until the conversation ends. */
  private keepHandoff({ at, record }: TurnCommit, no: number): void {
    const owner = record.desk?.owner ?? null;
    if (this.countKept(at, no, { who: owner })) this.sql.keepHandoff.run(at, owner, no);
  }

  private endHandoff({ at, record, endedByContact }: TurnCommit, no: number): void {
    this.countKept(at, no, { who: record.desk?.owner ?? null, withdrawn: endedByContact === true });
    this.sql.endHandoff.run(no);
  }

  private countKept(at: number, no: number, { who, withdrawn = false }: HandoffEnd): boolean {
    const open = this.sql.openHandoff.get(no);
    const due = open === undefined ? null : numberOrNull(open, 0);
    if (open === undefined || due === null) return false;
    if (at > due) this.tallies.add(at, ['promise.late']);
    else if (!withdrawn) this.tallies.add(at, ['promise.kept']);
    this.promises.ended(text(open, 1), at, withdrawn ? 'withdrawn' : 'done', who);
    return true;
  }

  private cancelWork(id: string, at: number, no: number): void {
    const before = this.sql.appointment.get(id, no);
    if (before === undefined) return;
    this.promises.ended(id, at, 'withdrawn', null);
    this.sql.cancelWork.run(id, no);
    this.sql.addEvent.run(id, at, 'contact', 'cancelled', JSON.stringify({ status: text(before, 1) }));
  }

  /** One open handoff per conversation: it keeps its id and its time, and takes the newest reason and the earlier due time. */
  private handoff(handoff: NonNullable<TurnCommit['handoff']>, at: number, no: number): void {
    const { id, reason, priority, text: words } = handoff;
    const [due, ...reminders] = promised(handoff.promise);
    const open = this.sql.openHandoff.get(no);
    if (open === undefined) {
      this.sql.addWork.run(id, no, 'handoff', reason, priority, words, at, null, 'bot', due, ...reminders);
      this.promises.made(id, at, due);
      if (priority === 'urgent') this.sql.urgent.run(at, no);
      return;
    }
    this.sql.changeHandoff.run(reason, priority, words, no);
    if (priority === 'urgent') this.sql.urgent.run(at, no);
    const known = numberOrNull(open, 0);
    if (due === null || (known !== null && due >= known)) return;
    this.sql.hasten.run(due, ...reminders, no);
    const item = text(open, 1);
    if (known === null) this.promises.made(item, at, due);
    else this.promises.hastened(item, due);
  }
}

/** What stood there before, of every fact that is another now: `was_date` … */
function differences(was: WorkItem['details'], is: WorkItem['details']): WorkItem['details'] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
  return Object.fromEntries(names.map((name) => [`was_${name}`, was[name] ?? '']));
}

/** Due time, reminder, and the instant at which somebody is told next. */
function promised(promise: WorkDraft['promise']): [number | null, number | null, number | null] {
  return promise === undefined ? [null, null, null] : [promise.due, promise.remindAt, promise.remindAt];
}

function prepareAll(db: Database) {
  return {
    lastNumber: db.prepare('SELECT number FROM registers WHERE kind = ? AND year = ? ORDER BY number DESC LIMIT 1'),
    addEntry: db.prepare(
      `INSERT INTO registers (kind, year, number, conversation, idx, text, concerns, at, concerned, named, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    ),
    openHandoff: db.prepare(
      "SELECT due, id FROM work_items WHERE conversation = ? AND kind = 'handoff' AND status = 'open'",
    ),
    changeHandoff: db.prepare(
      `UPDATE work_items SET reason = ?, priority = ?, text = ?, version = version + 1
       WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
    urgent: db.prepare(
      `UPDATE work_items SET urgent_at = ? WHERE conversation = ? AND kind = 'handoff' AND status = 'open' AND urgent_at IS NULL`,
    ),
    keepHandoff: db.prepare(
      `UPDATE work_items SET started_at = ?, assignee = ?, due = NULL, alarm = NULL, version = version + 1
       WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
    hasten: db.prepare(
      `UPDATE work_items SET due = ?, remind_at = ?, alarm = ? WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
    endHandoff: db.prepare(
      "UPDATE work_items SET status = 'closed' WHERE conversation = ? AND kind = 'handoff' AND status = 'open'",
    ),
    addWork: db.prepare(
      `INSERT INTO work_items (id, conversation, kind, reason, priority, text, at, status, details, source, due, remind_at, alarm)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?)`,
    ),
    appointment: db.prepare(
      "SELECT details, status FROM work_items WHERE id = ? AND conversation = ? AND kind = 'appointment'",
    ),
    changeWork: db.prepare(
      `UPDATE work_items SET text = ?, details = ?, due = ?, remind_at = ?, alarm = ?, status = 'open', started_at = NULL,
         result = NULL, contact_changed = 'changed', version = version + 1 WHERE id = ? AND conversation = ?`,
    ),
    cancelWork: db.prepare(
      `UPDATE work_items SET status = 'cancelled', alarm = NULL, contact_changed = 'cancelled', version = version + 1 WHERE id = ? AND conversation = ?`,
    ),
    addEvent: db.prepare('INSERT INTO work_events (item, at, who, what, details) VALUES (?, ?, ?, ?, ?)'),
    handoffPhone: db.prepare(
      `UPDATE work_items SET details = json_set(ifnull(details, '{}'), '$.phone', ?)
       WHERE conversation = ? AND kind = 'handoff' AND status = 'open'`,
    ),
  };
}
