import { isPending, type Task, type TaskEvent } from '../../domain/work.ts';
import type { NewTask, TaskChange, WorkCounts, WorkQuery, WorkRow, WorkStore } from '../store.ts';
import type { Database, Statement, Value } from './database.ts';
import { number, text } from './database.ts';
import { PromiseRows } from './promises.ts';
import { reading } from './reading.ts';
import type { Tallies } from './tallies.ts';
import { attention, cursorOf, hidden, listStatement } from './work-query.ts';
import { decodeEvent, decodeWork, TASK_COLUMNS } from './work-rows.ts';
import type { Writer } from './writer.ts';

/** The port's work. */
export function workStore(writer: Writer, rows: WorkRows): WorkStore {
  return {
    list: (query) => reading(() => rows.list(query)),
    find: (id) => reading(() => rows.find(id)),
    history: (id) => reading(() => rows.history(id)),
    add: (task, by) =>
      writer.run(() => {
        rows.add(task, by);
      }),
    change: (id, version, change, event) => writer.run(() => rows.change(id, version, change, event)),
    counts: (query) => reading(() => rows.counts(query)),
    takeReminders: (now) => writer.run(() => rows.takeReminders(now)),
    takeBroken: (now) => writer.run(() => rows.takeBroken(now)),
    nextAlarm: () => reading(() => rows.nextAlarm()),
  };
}

const COUNTS: Readonly<Record<keyof Omit<WorkCounts, 'attention'>, string>> = {
  appointments: "w.kind = 'appointment'",
  callbacks: "w.kind = 'callback'",
  escalated: "w.source = 'shift'",
  broken: 'w.due < ?',
  soon: 'w.due >= ? AND w.remind_at <= ?',
  mine: 'w.assignee = ?',
};

/** Tasks of staff; also where a shift's handover puts what it left open. */
export class WorkRows {
  private readonly sql;
  private readonly db: Database;
  private readonly tallies: Tallies;
  private readonly promises: PromiseRows;
  /** Lists differ by what they are narrowed to; there are few kinds of them. */
  private readonly lists = new Map<string, Statement>();

  constructor(db: Database, tallies: Tallies) {
    this.sql = prepareAll(db);
    this.db = db;
    this.tallies = tallies;
    this.promises = new PromiseRows(db, (at) => tallies.dayOf(at));
  }

  list(query: WorkQuery): { readonly rows: readonly WorkRow[]; readonly next: string | null } {
    const { sql, params } = listStatement(query);
    const found = this.prepared(sql).all(...params);
    const page = found.slice(0, query.limit);
    const rows = page.map(decodeWork);
    const last = page.at(-1);
    const more = found.length > query.limit && last !== undefined;
    return { rows, next: more ? cursorOf(query, last, rows.at(-1)?.task.due ?? null) : null };
  }

  find(id: string): WorkRow | undefined {
    const row = this.sql.find.get(id);
    return row === undefined ? undefined : decodeWork(row);
  }

  /** What a turn made has no row for it: the item itself tells when. */
  history(id: string): readonly TaskEvent[] {
    const found = this.find(id);
    if (found === undefined) return [];
    const events = this.sql.events.all(id).map((row) => decodeEvent(row, id));
    if (events[0]?.what === 'made') return events;
    const { at, source } = found.task;
    return [{ at, who: source === 'contact' ? 'contact' : 'system', what: 'made', details: {} }, ...events];
  }

  add(task: NewTask, by: string): void {
    const { id, conversationId, kind, priority, text: words, details, at, source, due, remindAt, assignee } = task;
    const row = conversationId === null ? undefined : this.sql.conversation.get(conversationId);
    if (conversationId !== null && row === undefined) throw new Error(`no conversation ${conversationId}`);
    const no = row === undefined ? 0 : number(row, 0);
    const facts = Object.keys(details).length === 0 ? null : JSON.stringify(details);
    this.sql.add.run(id, no, kind, priority, words, at, facts, source, due, remindAt, remindAt ?? due, assignee);
    this.record(id, { at, who: by, what: 'made', details: {} });
    this.promises.made(id, at, due);
    if (due !== null) this.tallies.add(at, ['promise.made']);
  }

  change(id: string, version: number, change: TaskChange, event: TaskEvent): 'changed' | 'conflict' | 'absent' {
    const found = this.find(id)?.task;
    if (found === undefined) return 'absent';
    if (found.version !== version) return 'conflict';
    const task = { ...found, ...change };
    this.write(task, { at: event.at, keepAlarm: keepsAlarm(found, change) });
    this.record(id, event);
    this.follow(task, change, event);
    if (isPending(found) && task.state === 'done' && task.due !== null)
      this.tallies.add(event.at, [event.at <= task.due ? 'promise.kept' : 'promise.late']);
    return 'changed';
  }

  /** What the change means for what was promised: kept, called off, put off, or kept and promised anew. */
  private follow({ id, state }: Task, { due }: TaskChange, { at, who, what }: TaskEvent): void {
    if (state === 'cancelled') this.promises.ended(id, at, 'withdrawn', who);
    else if (what === 'result') {
      this.promises.ended(id, at, 'done', who);
      if (state !== 'done') this.promises.made(id, at, due ?? null);
    } else if (what === 'due' && due !== undefined && due !== null) this.promises.moved(id, at, due);
  }

  private write(task: Task, { at, keepAlarm }: { readonly at: number; readonly keepAlarm: boolean }): void {
    const { state, assignee, due, remindAt, text: words, details, result, contactChanged, id } = task;
    this.sql.change.run(
      STATUS[state],
      state === 'in_progress' ? at : null,
      assignee,
      due,
      remindAt,
      Number(keepAlarm),
      isPending(task) ? (remindAt ?? due) : null,
      words,
      Object.keys(details).length === 0 ? null : JSON.stringify(details),
      result === null ? null : JSON.stringify(result),
      contactChanged,
      id,
    );
  }

  counts({ hiddenFrom, kinds, ...viewer }: Parameters<WorkStore['counts']>[0]): WorkCounts {
    const { account, now } = viewer;
    const seen = attention(viewer);
    const names = [...Object.keys(COUNTS), 'attention'];
    const sums = [...Object.values(COUNTS), seen.sql].map((sql) => `ifnull(sum(${sql}), 0)`).join(', ');
    const unseen = hidden(hiddenFrom);
    const given: Value[] = [now, now, now, account, ...seen.params, ...(kinds ?? []), ...(unseen?.params ?? [])];
    const only = kinds === null ? '' : ` AND w.kind IN (${kinds.map(() => '?').join(', ')})`;
    const shown = unseen === null ? '' : ` AND ${unseen.sql}`;
    const row =
      this.prepared(`SELECT ${sums} FROM work_items w WHERE w.status = 'open'${only}${shown}`).get(...given) ?? [];
    return Object.fromEntries(names.map((name, index) => [name, number(row, index)])) as unknown as WorkCounts;
  }

  takeReminders(now: number): readonly string[] {
    const ids = this.sql.reminders.all(now).map((row) => text(row, 0));
    for (const id of ids) this.sql.reminded.run(id);
    return ids;
  }

  takeBroken(now: number): readonly string[] {
    const ids = this.sql.broken.all(now).map((row) => text(row, 0));
    for (const id of ids) this.sql.silence.run(id);
    if (ids.length > 0)
      this.tallies.add(
        now,
        ids.map(() => 'promise.broken'),
      );
    return ids;
  }

  nextAlarm(): number | undefined {
    const row = this.sql.nextAlarm.get();
    return row === undefined ? undefined : number(row, 0);
  }

  private record(id: string, { at, who, what, details }: TaskEvent): void {
    this.sql.event.run(id, at, who, what, JSON.stringify(details));
  }

  private prepared(sql: string): Statement {
    const known = this.lists.get(sql);
    if (known !== undefined) return known;
    const statement = this.db.prepare(sql);
    this.lists.set(sql, statement);
    return statement;
  }
}

/** What was told of a due time is not told again, unless there is another one or the task is open anew. */
function keepsAlarm(before: Task, change: TaskChange): boolean {
  const pending = isPending({ state: change.state ?? before.state });
  return pending && change.due === undefined && isPending(before);
}

const STATUS = { open: 'open', in_progress: 'open', done: 'closed', cancelled: 'cancelled' } as const;

function prepareAll(db: Database) {
  return {
    find: db.prepare(
      `SELECT ${TASK_COLUMNS} FROM work_items w LEFT JOIN conversations c ON c.no = w.conversation WHERE w.id = ?`,
    ),
    conversation: db.prepare('SELECT no FROM conversations WHERE id = ?'),
    events: db.prepare('SELECT at, who, what, details FROM work_events WHERE item = ? ORDER BY no'),
    event: db.prepare('INSERT INTO work_events (item, at, who, what, details) VALUES (?, ?, ?, ?, ?)'),
    add: db.prepare(
      `INSERT INTO work_items (id, conversation, kind, reason, priority, text, at, status, details, source, due, remind_at, alarm, assignee)
       VALUES (?, ?, ?, NULL, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?)`,
    ),
    change: db.prepare(
      `UPDATE work_items SET status = ?, started_at = ?, assignee = ?, due = ?, remind_at = ?, alarm = CASE ? WHEN 1 THEN alarm ELSE ? END,
         text = ?, details = ?, result = ?, contact_changed = ?, version = version + 1 WHERE id = ?`,
    ),
    reminders: db.prepare(
      "SELECT id FROM work_items WHERE alarm <= ? AND status = 'open' AND alarm < due ORDER BY alarm LIMIT 500",
    ),
    reminded: db.prepare('UPDATE work_items SET alarm = due WHERE id = ?'),
    broken: db.prepare(
      "SELECT id FROM work_items WHERE alarm <= ? AND status = 'open' AND alarm >= due ORDER BY alarm LIMIT 500",
    ),
    silence: db.prepare('UPDATE work_items SET alarm = NULL WHERE id = ?'),
    nextAlarm: db.prepare(
      "SELECT alarm FROM work_items WHERE alarm IS NOT NULL AND status = 'open' ORDER BY alarm LIMIT 1",
    ),
  };
}
