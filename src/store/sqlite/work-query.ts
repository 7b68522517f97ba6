import { HuifangError } from '../../domain/errors.ts';
import type { TaskState } from '../../domain/work.ts';
import type { Viewer, WorkQuery } from '../store.ts';
import { isAbout, notAbout } from './condition.ts';
import type { Row, Value } from './database.ts';
import { number } from './database.ts';
import { TASK_COLUMNS } from './work-rows.ts';

/** Stands for "no due time": after every instant that a clock can show. */
const NEVER = 9_000_000_000_000_000;

const IS: Readonly<Record<TaskState, string>> = {
  open: "(w.status = 'open' AND w.started_at IS NULL)",
  in_progress: "(w.status = 'open' AND w.started_at IS NOT NULL)",
  done: "w.status = 'closed'",
  cancelled: "w.status = 'cancelled'",
};

interface Clause {
  readonly sql: string;
  readonly params: readonly Value[];
}

/** The entry that a shift left open: the task hangs on it, and perhaps on no conversation. `$.point` is `entry:complaint:2026-0001`. */
const OF_ENTRY = `w.details ->> '$.point' LIKE 'entry:complaint:%' AND r.kind = 'complaint'
  AND r.year = CAST(substr(w.details ->> '$.point', 17, 4) AS INTEGER)
  AND r.number = CAST(substr(w.details ->> '$.point', 22) AS INTEGER)`;

/** Leaves out what hangs on a complaint or suggestion about somebody of these names; null: about nobody. */
export function hidden(names: readonly string[]): Clause | null {
  if (names.length === 0) return null;
  const [talk, entry] = [notAbout(names, 'w.conversation'), isAbout(names)];
  const left = `NOT EXISTS (SELECT 1 FROM registers r WHERE ${OF_ENTRY} AND ${entry.sql})`;
  return { sql: `${talk.sql} AND ${left}`, params: [...talk.values, ...entry.values] };
}

/** Who is on it: of a handoff whoever has its conversation. */
const ON_IT =
  "CASE w.kind WHEN 'handoff' THEN (SELECT i.owner FROM inbox i WHERE i.conversation = w.conversation) ELSE w.assignee END";

/** What somebody should see to: see `WorkCounts.attention`. */
export function attention({ account, supervises, now }: Viewer): Clause {
  const reminded = `ifnull(w.remind_at, w.due) <= ? AND ifnull(${ON_IT}, ?) = ?`;
  const given = 'w.assignee = ? AND w.started_at IS NULL';
  const left = "? AND (w.due < ? OR w.source = 'shift')";
  return {
    sql: `((${reminded}) OR (${given}) OR (${left}))`,
    params: [now, account, account, account, Number(supervises), now],
  };
}

/** The statement of a list, one row more than asked for, so that it is known whether there are further ones. */
export function listStatement(query: WorkQuery): Clause {
  const clauses = [...narrowing(query), ...(query.after === null ? [] : [following(query)])];
  const where = clauses.map(({ sql }) => sql).join(' AND ');
  const order = query.order === 'due' ? `ifnull(w.due, ${String(NEVER)}), w.no` : 'w.no DESC';
  return {
    sql: `SELECT ${TASK_COLUMNS}, w.no FROM work_items w LEFT JOIN conversations c ON c.no = w.conversation
      WHERE ${where} ORDER BY ${order} LIMIT ?`,
    params: [...clauses.flatMap(({ params }) => params), query.limit + 1],
  };
}

function narrowing(query: WorkQuery): readonly Clause[] {
  const { kinds, states, source, assignee, department, due, hiddenFrom, touched } = query;
  const found: (Clause | null)[] = [
    { sql: `(${states.map((state) => IS[state]).join(' OR ') || '0'})`, params: [] },
    kinds === null ? null : { sql: `w.kind IN (${kinds.map(() => '?').join(', ')})`, params: kinds },
    source === null ? null : { sql: 'w.source = ?', params: [source] },
    assignee === null ? null : { sql: 'w.assignee = ?', params: [assignee] },
    department === null
      ? null
      : {
          sql: "ifnull(w.details ->> '$.department', c.record ->> '$.stay.department') = ?",
          params: [department],
        },
    touched ? { sql: 'w.contact_changed IS NOT NULL', params: [] } : null,
    due === null ? null : { sql: 'w.due >= ? AND w.due < ?', params: [due.from, due.to] },
    query.attention === null ? null : attention(query.attention),
    hidden(hiddenFrom),
  ];
  return found.filter((clause) => clause !== null);
}

/** A cursor is the due time and the number of the last row. */
export function cursorOf(query: WorkQuery, row: Row, due: number | null): string {
  return `${query.order === 'due' ? String(due ?? NEVER) : ''}.${String(number(row, 19))}`;
}

function following({ after, order }: WorkQuery): Clause {
  const [due, no] = (after ?? '').split('.').map(Number);
  if (due === undefined || no === undefined || !Number.isSafeInteger(due) || !Number.isSafeInteger(no))
    throw new HuifangError('BAD_REQUEST', ['after: a cursor of this list']);
  if (order === 'newest') return { sql: 'w.no < ?', params: [no] };
  return { sql: `(ifnull(w.due, ${String(NEVER)}), w.no) > (?, ?)`, params: [due, no] };
}
