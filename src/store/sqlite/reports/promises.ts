import type { PromiseState, TaskKind } from '../../../domain/work.ts';
import type { PromiseBehind, PromiseCount, ReportScope, ReportsStore } from '../../reports-store.ts';
import type { Database, Row, Value } from '../database.ts';
import { number, numberOrNull, text, textOrNull } from '../database.ts';
import { narrowing } from './narrowing.ts';

/** What became of a promise by an instant (one value); figures and the lists behind them both ask this. */
const STATE = `CASE
  WHEN p.settled_at IS NULL THEN CASE WHEN p.due < ? THEN 'broken' ELSE 'open' END
  WHEN p.settled_at > p.due THEN 'late' WHEN p.withdrawn = 1 THEN 'withdrawn'
  WHEN p.settled_at <= p.first_due THEN 'kept' ELSE 'moved' END`;

/** Who kept it, or has to; '' for nobody. */
const PERSON = `ifnull(p.who, ifnull(w.assignee, ''))`;

/** Why it was put off, as was said each time, the last first. */
const WHY = `(SELECT group_concat(why, ' · ') FROM (SELECT e.details ->> '$.why' AS why FROM work_events e
  WHERE e.item = w.id AND e.what = 'due' AND e.at >= p.made_at ORDER BY e.no DESC))`;

const PLACE = { department: 'p.department', ward: 'p.ward', channel: 'p.channel' } as const;

/** What was promised until the days of a scope: sums, and the promises themselves. */
export class PromiseReader {
  private readonly db: Database;
  private readonly prepared = new Map<string, ReturnType<Database['prepare']>>();

  constructor(db: Database) {
    this.db = db;
  }

  counts(scope: ReportScope, now: number): readonly PromiseCount[] {
    const narrow = narrowing(scope, PLACE);
    const sql = `SELECT p.day, p.department, ${PERSON} AS person, ${STATE} AS became, count(*)
      FROM promises p JOIN work_items w ON w.no = p.item WHERE p.day BETWEEN ? AND ?${narrow.sql}
      GROUP BY p.day, p.department, person, became`;
    return this.all(sql, [now, scope.from, scope.to, ...narrow.values]).map((row) => ({
      day: text(row, 0),
      department: text(row, 1),
      person: text(row, 2),
      state: text(row, 3) as PromiseState,
      count: number(row, 4),
    }));
  }

  list(...[scope, { states, person, now }, { limit, after }]: Parameters<ReportsStore['promisesBehind']>) {
    const narrow = narrowing(scope, PLACE);
    const whose = person === null ? '' : ` AND ${PERSON} = ?`;
    const sql = `SELECT p.no, w.id, c.id, w.kind, p.made_at, p.first_due, p.due, p.settled_at, p.department, ${PERSON}, ${STATE} AS became, ${WHY}
      FROM promises p JOIN work_items w ON w.no = p.item LEFT JOIN conversations c ON c.no = w.conversation
      WHERE p.day BETWEEN ? AND ? AND p.no < ?${narrow.sql}${whose}
        AND became IN (SELECT value FROM json_each(?)) ORDER BY p.no DESC LIMIT ?`;
    const before = after === null ? Number.MAX_SAFE_INTEGER : Number(after);
    const narrowed = [...narrow.values, ...(person === null ? [] : [person])];
    const rows = this.all(sql, [
      ...[now, scope.from, scope.to, before, ...narrowed],
      ...[JSON.stringify(states), limit + 1],
    ]);
    const page = rows.slice(0, limit).map(decode);
    const last = page.at(-1);
    return { rows: page, next: rows.length > limit && last !== undefined ? String(last.no) : null };
  }

  private all(sql: string, values: readonly Value[]): Row[] {
    const statement = this.prepared.get(sql) ?? this.db.prepare(sql);
    this.prepared.set(sql, statement);
    return statement.all(...values);
  }
}

function decode(row: Row): PromiseBehind {
  return {
    no: number(row, 0),
    taskId: text(row, 1),
    conversationId: textOrNull(row, 2),
    kind: text(row, 3) as TaskKind,
    at: number(row, 4),
    firstDue: number(row, 5),
    due: number(row, 6),
    settledAt: numberOrNull(row, 7),
    department: text(row, 8),
    person: text(row, 9),
    state: text(row, 10) as PromiseState,
    why: textOrNull(row, 11) ?? '',
  };
}
