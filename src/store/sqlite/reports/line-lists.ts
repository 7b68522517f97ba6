import { DAY } from '../../../domain/clock.ts';
import type { LineBehind, ReportScope, ReportsStore } from '../../reports-store.ts';
import type { Database, Row, Value } from '../database.ts';
import { number, text } from '../database.ts';
import type { ReadLong } from '../reading.ts';
import { asChannel } from '../rows.ts';
import { BILLED, segmentsOf } from './lines.ts';
import { narrowing } from './narrowing.ts';

type Page = Parameters<ReportsStore['lines']>[2];
type Lines = Awaited<ReturnType<ReportsStore['lines']>>;

/** Read at once while a page is looked for. */
const CHUNK = 500;

const COLUMNS = 'm.no, c.id, m.at, t.department, c.channel, m.text';
/** Of conversations about no stay the place is empty. */
const PLACED = `(SELECT l.conversation, r.department, r.ward FROM report_talks l JOIN report_stays r ON r.stay = l.stay)`;
const PLACE = { department: "ifnull(t.department, '')", ward: "ifnull(t.ward, '')", channel: 'c.channel' } as const;

interface Parts {
  readonly db: Database;
  readonly readLong: ReadLong;
  /** Local day of an instant. */
  readonly dayOf: (at: number) => string;
}

/** The lines behind what was sent and what it cost. Those of a year are looked for beside the turns. */
export class LineLists {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async list(scope: ReportScope, of: 'written' | 'discharged', page: Page): Promise<Lines> {
    const rows = await (of === 'written' ? this.written(scope, page) : this.discharged(scope, page));
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(decode),
      next: rows.length > page.limit && last !== undefined ? String(number(last, 0)) : null,
    };
  }

  /** Lines stand in the order of time, but for some seconds: a day on both sides is more than enough. */
  private async written(scope: ReportScope, { limit, after }: Page): Promise<readonly Row[]> {
    const { dayOf, readLong } = this.parts;
    const first = this.firstNo((at) => dayOf(at + DAY) >= scope.from);
    const narrow = narrowing(scope, PLACE);
    const query = `SELECT ${COLUMNS} FROM messages m JOIN conversations c ON c.no = m.conversation LEFT JOIN ${PLACED} t ON t.conversation = c.no
       WHERE m.no >= ? AND m.no < ? AND ${BILLED}${narrow.sql} ORDER BY m.no DESC LIMIT ?`;
    const found: Row[] = [];
    let before = after === null ? this.firstNo((at) => dayOf(at - DAY) > scope.to) : Number(after);
    for (;;) {
      const rows = await readLong(query, first, before, ...narrow.values, CHUNK);
      found.push(...rows.filter((row) => this.isWithin(scope, number(row, 2))));
      const end = rows.at(-1);
      if (end === undefined || rows.length < CHUNK || found.length > limit) return found.slice(0, limit + 1);
      before = number(end, 0);
    }
  }

  private isWithin({ from, to }: ReportScope, at: number): boolean {
    const day = this.parts.dayOf(at);
    return day >= from && day <= to;
  }

  /** The first line of which this is true; it is of all later ones. */
  private firstNo(holds: (at: number) => boolean): number {
    const { db } = this.parts;
    const next = db.prepare('SELECT no, at FROM messages WHERE no >= ? ORDER BY no LIMIT 1');
    let [low, high] = [1, number(db.prepare('SELECT ifnull(max(no), 0) FROM messages').get() ?? [], 0) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = next.get(middle);
      if (row === undefined || holds(number(row, 1))) high = middle;
      else low = number(row, 0) + 1;
    }
    return low;
  }

  /** Every talk is walked backwards from its last line. */
  private discharged(scope: ReportScope, { limit, after }: Page): Promise<readonly Row[]> {
    const narrow = narrowing(scope, { ...PLACE, department: 't.department', ward: 't.ward' });
    const values: Value[] = [scope.from, scope.to, after === null ? Number.MAX_SAFE_INTEGER : Number(after)];
    return this.parts.readLong(
      `WITH RECURSIVE line (no, previous, department, ward) AS (
           SELECT m.no, m.previous, r.department, r.ward FROM report_stays r JOIN report_talks l ON l.stay = r.stay
             JOIN conversations c ON c.no = l.conversation JOIN messages m ON m.no = c.last_message
             WHERE r.day BETWEEN ? AND ?
           UNION ALL SELECT m.no, m.previous, t.department, t.ward FROM line t JOIN messages m ON m.no = t.previous)
         SELECT ${COLUMNS} FROM line t JOIN messages m ON m.no = t.no JOIN conversations c ON c.no = m.conversation
         WHERE m.no < ? AND ${BILLED}${narrow.sql} ORDER BY m.no DESC LIMIT ?`,
      ...[...values, ...narrow.values, limit + 1],
    );
  }
}

function decode(row: Row): LineBehind {
  const channel = asChannel(text(row, 4));
  return {
    no: number(row, 0),
    conversationId: text(row, 1),
    at: number(row, 2),
    department: row[3] === null ? '' : text(row, 3),
    channel,
    segments: segmentsOf(channel, text(row, 5)),
  };
}
