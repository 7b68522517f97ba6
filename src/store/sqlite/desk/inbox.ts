import { HuifangError } from '../../../domain/errors.ts';
import type { InboxFilters, InboxOrder, InboxQuery, InboxRow, InboxStore, Queue, Sight } from '../../store.ts';
import { QUEUES } from '../../store.ts';
import type { Condition } from '../condition.ts';
import { type Database, number, type Row, type Statement, text, type Value } from '../database.ts';
import { decodeMessage, decodeRecord, MESSAGE_COLUMNS } from '../rows.ts';
import { NOBODY_WAITS, RANKS } from './inbox-rows.ts';
import { seenBy } from './sight.ts';

const COLUMNS = { conversation: 'i.conversation', department: 'i.department' };
/** More closed ones than that nobody counts, and counting them all would take as long as listing them. */
const MOST_COUNTED = 1_000;

/** How a list is sorted: by which columns, and which of two comes later. */
const SORTS = {
  waiting: { keys: ['i.rank', 'i.waiting', 'i.conversation'], comes: '>', by: 'ASC' },
  oldest: { keys: ['i.updated', 'i.conversation'], comes: '>', by: 'ASC' },
  newest: { keys: ['i.updated', 'i.conversation'], comes: '<', by: 'DESC' },
} as const;

/** The inbox as it is read. Statements are made once for each shape of question. */
export class Inbox {
  private readonly db: Database;
  private readonly statements = new Map<string, Statement>();

  constructor(db: Database) {
    this.db = db;
  }

  list(query: InboxQuery): Awaited<ReturnType<InboxStore['inbox']>> {
    const sort = SORTS[orderOf(query)];
    const conditions = [...queueOf(query), ...seenBy(query.sight, COLUMNS), ...narrowed(query.filters)];
    if (query.after !== null) conditions.push(beyond(query.after, sort));
    const by = sort.keys.map((key) => `${key} ${sort.by}`).join(', ');
    const rows = this.prepared(
      `SELECT ${sort.keys.join(', ')}, c.id, c.record, ${MESSAGE_COLUMNS}
       FROM inbox i JOIN conversations c ON c.no = i.conversation JOIN messages m ON m.no = c.last_message
       WHERE ${all(conditions)} ORDER BY ${by} LIMIT ?`,
    ).all(...valuesOf(conditions), query.limit);
    const last = rows.length < query.limit ? undefined : rows.at(-1);
    const width = sort.keys.length;
    return {
      rows: rows.map((row) => decode(row, width)),
      next: last === undefined ? null : cursorOf(last.slice(0, width)),
    };
  }

  counts({ account, sight, now }: Parameters<InboxStore['inboxCounts']>[0]): Readonly<Record<Queue, number>> {
    const seen = seenBy(sight, COLUMNS);
    const open: Condition[] = [{ sql: 'i.open = 1', values: [] }, ...seen];
    const awake = 'i.snoozed <= ?1';
    const row = this.prepared(
      `SELECT ifnull(sum(i.rank = ${String(RANKS.urgent)} AND ${awake}), 0), ifnull(sum(i.owner IS ?2 AND ${awake}), 0),
         ifnull(sum(i.owner IS NULL AND ${awake}), 0),
         ifnull(sum(i.owner IS NOT NULL AND i.waiting = ${String(NOBODY_WAITS)} AND ${awake}), 0),
         ifnull(sum(i.snoozed > ?1), 0), count(*)
       FROM inbox i WHERE ${all(open)}`,
    ).get(now, account, ...valuesOf(open));
    const closed: Condition[] = [{ sql: 'i.open = 0', values: [] }, ...seen];
    const done = this.prepared(
      `SELECT count(*) FROM (SELECT 1 FROM inbox i WHERE ${all(closed)} LIMIT ${String(MOST_COUNTED)})`,
    ).get(...valuesOf(closed));
    const [urgent, mine, unassigned, waiting, snoozed, open_] = [0, 1, 2, 3, 4, 5].map((at) => number(row ?? [], at));
    const counted = { urgent, mine, unassigned, waiting, snoozed, closed: number(done ?? [], 0), all: open_ };
    return Object.fromEntries(QUEUES.map((queue) => [queue, counted[queue] ?? 0])) as Record<Queue, number>;
  }

  facets(sight: Sight): Awaited<ReturnType<InboxStore['inboxFacets']>> {
    const seen = seenBy(sight, COLUMNS);
    const has = (from: string) => (value: string) =>
      seen.length === 0 ||
      this.prepared(`SELECT 1 FROM ${from} AND ${all(seen)} LIMIT 1`).get(value, ...valuesOf(seen));
    return {
      departments: this.distinct('inbox', 'department').filter(has('inbox i WHERE i.department = ?')),
      labels: this.distinct('inbox_labels', 'label').filter(
        has('inbox_labels l JOIN inbox i ON i.conversation = l.conversation WHERE l.label = ?'),
      ),
    };
  }

  maySee(...[conversationId, sight]: Parameters<InboxStore['maySee']>): boolean {
    const conditions = seenBy(sight, { conversation: 'c.no', department: "c.record ->> '$.stay.department'" });
    const sql = `SELECT 1 FROM conversations c WHERE ${all([{ sql: 'c.id = ?', values: [] }, ...conditions])}`;
    return this.prepared(sql).get(conversationId, ...valuesOf(conditions)) !== undefined;
  }

  /** Steps from one value to the next in the index, however many rows have each. */
  private distinct(table: string, column: string): readonly string[] {
    const sql = `WITH RECURSIVE v (x) AS (SELECT min(${column}) FROM ${table}
      UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > x) FROM v WHERE x IS NOT NULL)
      SELECT x FROM v WHERE x IS NOT NULL`;
    return this.prepared(sql)
      .all()
      .map((row) => text(row, 0));
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}

function decode(row: Row, from: number): InboxRow {
  const id = text(row, from);
  return { record: decodeRecord(text(row, from + 1), id), lastMessage: decodeMessage(row, id, from + 2) };
}

function all(conditions: readonly Condition[]): string {
  return conditions.map(({ sql }) => sql).join(' AND ');
}

function valuesOf(conditions: readonly Condition[]): readonly Value[] {
  return conditions.flatMap(({ values }) => values);
}

/** What is done waits for nobody: there the newest are looked for. */
function orderOf({ queue, order }: InboxQuery): InboxOrder {
  return queue === 'closed' && order === 'waiting' ? 'newest' : order;
}

function queueOf({ queue, account, now }: InboxQuery): Condition[] {
  const open = { sql: 'i.open = 1', values: [] };
  // The plus keeps the planner from an index by this column, which would have to be sorted then.
  const awake = { sql: '+i.snoozed <= ?', values: [now] };
  const plain = (sql: string): Condition => ({ sql, values: [] });
  switch (queue) {
    case 'urgent':
      return [open, awake, plain(`i.rank = ${String(RANKS.urgent)}`)];
    case 'mine':
      return [open, awake, { sql: 'i.owner = ?', values: [account] }];
    case 'unassigned':
      return [open, awake, plain('i.owner IS NULL')];
    case 'waiting':
      return [open, awake, plain(`i.owner IS NOT NULL AND i.waiting = ${String(NOBODY_WAITS)}`)];
    case 'snoozed':
      return [open, { sql: '+i.snoozed > ?', values: [now] }];
    case 'closed':
      return [plain('i.open = 0')];
    case 'all':
      return [open];
  }
}

function narrowed({ department, reason, channel, label }: InboxFilters): readonly Condition[] {
  return [
    ...(department === null ? [] : [{ sql: 'i.department = ?', values: [department] }]),
    ...(reason === null ? [] : [{ sql: 'i.reason = ?', values: [reason] }]),
    ...(channel === null ? [] : [{ sql: 'i.channel = ?', values: [channel] }]),
    ...(label === null
      ? []
      : [
          {
            sql: 'EXISTS (SELECT 1 FROM inbox_labels l WHERE l.label = ? AND l.conversation = i.conversation)',
            values: [label],
          },
        ]),
  ];
}

/** What stands after the last row of the page before. */
function beyond(after: string, { keys, comes }: (typeof SORTS)[InboxOrder]): Condition {
  const values = readCursor(after);
  if (values?.length !== keys.length) throw new HuifangError('BAD_REQUEST', ['after: no place in this list']);
  return { sql: `(${keys.join(', ')}) ${comes} (${keys.map(() => '?').join(', ')})`, values };
}

function cursorOf(keys: Row): string {
  return keys.map(String).join('.');
}

function readCursor(after: string): readonly number[] | undefined {
  const values = after.split('.').map(Number);
  return values.every(Number.isSafeInteger) ? values : undefined;
}
