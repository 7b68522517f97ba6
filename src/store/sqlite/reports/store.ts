import type { ReportScope, ReportsStore, StayBehind } from '../../reports-store.ts';
import type { Database, Row, Value } from '../database.ts';
import { number, numberOrNull, text, textOrNull } from '../database.ts';
import { type ReadLong, reading } from '../reading.ts';
import { decodeRecord, parseJson } from '../rows.ts';
import type { Writer } from '../writer.ts';
import { parseCounts } from './counts.ts';
import { LineLists } from './line-lists.ts';
import { narrowing } from './narrowing.ts';
import { PromiseReader } from './promises.ts';
import type { Recompute } from './recompute.ts';
import { split } from './stay-rows.ts';

/** What the port's reports are read with. */
export interface ReportReading {
  readonly db: Database;
  readonly writer: Writer;
  readonly readLong: ReadLong;
  readonly recompute: Recompute;
  /** Local day of an instant. */
  readonly dayOf: (at: number) => string;
  /** What is kept in memory of figures is void. */
  readonly forget: () => void;
}

/** The port's reports. */
export function reportsStore(parts: ReportReading): ReportsStore {
  const rows = new ReportReader(parts);
  const lines = new LineLists(parts);
  const promises = new PromiseReader(parts.db);
  return {
    figures: (scope, grain) => reading(() => rows.figures(scope, grain)),
    stays: (scope, names, page) => reading(() => rows.stays(scope, names, page)),
    handoffs: (scope, limit) => reading(() => rows.handoffs(scope, limit)),
    lines: (scope, of, page) => lines.list(scope, of, page),
    promises: (scope, now) => reading(() => promises.counts(scope, now)),
    promisesBehind: (scope, narrowed, page) => reading(() => promises.list(scope, narrowed, page)),
    work: (from, to) => reading(() => rows.work(from, to)),
    departments: () => reading(() => rows.departments()),
    wards: (department) => reading(() => rows.wards(department)),
    recompute: (fix) =>
      parts.writer.run(() => {
        const result = parts.recompute.compare();
        if (fix && result.found > 0) {
          parts.recompute.rebuild();
          parts.forget();
        }
        return result;
      }),
  };
}

const PLACE = { department: 'department', ward: 'ward', channel: 'channel' } as const;

class ReportReader {
  private readonly db: Database;
  /** Statements by their text: there are a few dozen at most. */
  private readonly prepared = new Map<string, ReturnType<Database['prepare']>>();

  constructor({ db }: ReportReading) {
    this.db = db;
  }

  figures(scope: ReportScope, grain: 'day' | 'month') {
    const narrow = narrowing(scope, PLACE);
    const mark = grain === 'day' ? '' : 'm';
    const [from, to] = [scope.from, scope.to].map((day) => `${mark}${grain === 'day' ? day : day.slice(0, 7)}`);
    const sql = `SELECT period, department, ward, channel, counts FROM report_counts WHERE period BETWEEN ? AND ?${narrow.sql}`;
    return this.all(sql, [from ?? '', to ?? '', ...narrow.values]).map((row) => ({
      period: text(row, 0).slice(mark.length),
      department: text(row, 1),
      ward: text(row, 2),
      channel: text(row, 3),
      counts: parseCounts(text(row, 4)),
    }));
  }

  stays(
    scope: ReportScope,
    { has, lacks }: { readonly has: readonly string[]; readonly lacks: readonly string[] },
    { limit, after }: { readonly limit: number; readonly after: string | null },
  ): Awaited<ReturnType<ReportsStore['stays']>> {
    const narrow = narrowing(scope, { department: 'r.department', ward: 'r.ward', channel: 'r.channel' });
    const named = [
      ...has.map(() => ' AND instr(r.names, ?) > 0'),
      ...lacks.map(() => ' AND instr(r.names, ?) = 0'),
    ].join('');
    const [day, no] = after === null ? ['9999-12-31', Number.MAX_SAFE_INTEGER] : readCursor(after);
    const rows = this.all(
      `SELECT r.stay, s.id, s.stay, r.department, r.ward, r.channel, r.day, r.names,
         (SELECT c.record FROM report_talks t JOIN conversations c ON c.no = t.conversation WHERE t.stay = r.stay ORDER BY c.no DESC LIMIT 1)
       FROM report_stays r JOIN stays s ON s.no = r.stay
       WHERE r.day BETWEEN ? AND ? AND (r.day, r.stay) < (?, ?)${narrow.sql}${named} ORDER BY r.day DESC, r.stay DESC LIMIT ?`,
      [scope.from, scope.to, day, no, ...narrow.values, ...[...has, ...lacks].map(sought), limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last !== undefined ? `${text(last, 6)}.${String(number(last, 0))}` : null;
    return { rows: page.map(decodeStay), next };
  }

  handoffs(scope: ReportScope, limit: number) {
    const narrow = narrowing(scope, { department: 'h.department', ward: 'h.ward', channel: 'h.channel' });
    return this.all(
      `SELECT c.id, h.at, h.day, h.department, h.ward, h.channel, h.reason, h.priority, h.answered_at, h.opened_at
       FROM report_handoffs h JOIN conversations c ON c.no = h.conversation
       WHERE h.day BETWEEN ? AND ?${narrow.sql} ORDER BY h.day DESC, h.item DESC LIMIT ?`,
      [scope.from, scope.to, ...narrow.values, limit],
    ).map((row) => ({
      conversationId: text(row, 0),
      at: number(row, 1),
      day: text(row, 2),
      department: text(row, 3),
      ward: text(row, 4),
      channel: text(row, 5),
      reason: text(row, 6) as Awaited<ReturnType<ReportsStore['handoffs']>>[number]['reason'],
      priority: text(row, 7) as Awaited<ReturnType<ReportsStore['handoffs']>>[number]['priority'],
      answeredAt: numberOrNull(row, 8),
      openedAt: numberOrNull(row, 9),
    }));
  }

  work(from: string, to: string) {
    return this.all(
      'SELECT day, account, what, count FROM report_work WHERE day BETWEEN ? AND ? ORDER BY day, account, what',
      [from, to],
    ).map((row) => ({ day: text(row, 0), account: text(row, 1), what: text(row, 2), count: number(row, 3) }));
  }

  departments(): readonly string[] {
    return this.all(
      "SELECT DISTINCT department FROM report_counts WHERE period >= 'm' AND department <> '' ORDER BY department",
      [],
    ).map((row) => text(row, 0));
  }

  wards(department: string | null): readonly string[] {
    const narrow = narrowing({ department, ward: null, channel: null }, PLACE);
    return this.all(
      `SELECT DISTINCT ward FROM report_counts WHERE period >= 'm' AND ward <> ''${narrow.sql} ORDER BY ward`,
      narrow.values,
    ).map((row) => text(row, 0));
  }

  private all(sql: string, values: readonly Value[]): Row[] {
    const statement = this.prepared.get(sql) ?? this.db.prepare(sql);
    this.prepared.set(sql, statement);
    return statement.all(...values);
  }
}

/** A name as it stands among the others; `x.*` finds all that begin with `x.`. */
function sought(name: string): string {
  return name.endsWith('*') ? ` ${name.slice(0, -1)}` : ` ${name} `;
}

function readCursor(cursor: string): [day: string, no: number] {
  const [day = '', no = ''] = cursor.split('.');
  return [day, Number(no)];
}

function decodeStay(row: Row): StayBehind {
  const stayId = text(row, 1);
  const { facts } = parseJson(text(row, 2), `of stay ${stayId}`) as { facts: { patientName: string } };
  const record = textOrNull(row, 8);
  return {
    stayId,
    patientName: facts.patientName,
    department: text(row, 3),
    ward: text(row, 4),
    channel: text(row, 5),
    dischargedOn: text(row, 6),
    names: split(text(row, 7)),
    record: record === null ? null : recordOf(record),
  };
}

function recordOf(json: string): StayBehind['record'] {
  const { id } = parseJson(json, 'of a stay') as { id: string };
  return decodeRecord(json, id);
}
