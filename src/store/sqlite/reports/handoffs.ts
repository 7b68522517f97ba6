import type { Database, Row, Value } from '../database.ts';
import { number, numberOrNull, text } from '../database.ts';
import type { LineOutline, Transcript } from '../transcript.ts';

/** Rows of the audit in which somebody of the staff saw a conversation, or did something with it; who was refused saw nothing. */
export const opens = (row: 'a' | 'new') =>
  `${row}.what GLOB 'conversation.*' AND ${row}.what NOT GLOB '*.refused.*' AND ${row}.who GLOB 'account:*'`;

/** Notes at once, in the transaction of the audit row, that an urgent conversation was opened. */
export function noteOpening(db: Database): void {
  db.exec(`CREATE TEMP TRIGGER IF NOT EXISTS report_opened AFTER INSERT ON audit
    WHEN ${opens('new')} BEGIN
      UPDATE report_handoffs SET opened_at = new.at WHERE priority = 'urgent' AND opened_at IS NULL AND at <= new.at
        AND conversation = (SELECT no FROM conversations WHERE id = new.subject);
    END`);
}

/** Values of `report_handoffs`, in the order of its columns. */
type HandoffValues = readonly Value[];

/**
 * One row a handoff, with the first line of staff after it. One that became urgent counts from then on, with the first time that
 * somebody of the staff opened it.
 */
export class HandoffRows {
  private readonly sql;
  private readonly transcript: Transcript;
  private readonly dayOf: (at: number) => string;

  constructor(db: Database, transcript: Transcript, dayOf: (at: number) => string, links = 'report_talks') {
    this.transcript = transcript;
    this.dayOf = dayOf;
    this.sql = {
      items: db.prepare(
        `SELECT w.no, ifnull(w.urgent_at, w.at), ifnull(w.reason, ''), w.priority, c.channel, c.last_message,
           ifnull(CASE WHEN json_valid(s.stay) THEN s.stay ->> '$.facts.department' END, ''),
           ifnull(CASE WHEN json_valid(s.stay) THEN s.stay ->> '$.facts.ward' END, ''),
           CASE WHEN w.urgent_at IS NOT NULL THEN (SELECT a.at FROM audit a
             WHERE a.subject = c.id AND a.at >= w.urgent_at AND ${opens('a')} ORDER BY a.no LIMIT 1) END
         FROM work_items w JOIN conversations c ON c.no = w.conversation
         LEFT JOIN ${links} t ON t.conversation = c.no LEFT JOIN stays s ON s.no = t.stay
         WHERE w.conversation = ? AND w.kind = 'handoff' ORDER BY w.no`,
      ),
      kept: db.prepare('SELECT * FROM report_handoffs WHERE item = ?'),
      put: db.prepare('INSERT OR REPLACE INTO report_handoffs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      all: db.prepare("SELECT DISTINCT conversation FROM work_items WHERE kind = 'handoff' ORDER BY conversation"),
      alien: db.prepare(
        "SELECT item FROM report_handoffs WHERE item NOT IN (SELECT no FROM work_items WHERE kind = 'handoff')",
      ),
    };
  }

  /** Conversations that ever had one. */
  conversations(): readonly number[] {
    return this.sql.all.all().map((row) => number(row, 0));
  }

  /** Writes what changed. */
  refresh(conversation: number): void {
    for (const { values } of this.differing(conversation)) this.sql.put.run(...values);
  }

  /** Handoffs of the conversation whose row is not as the records say. */
  differing(conversation: number): readonly { readonly values: HandoffValues; readonly kept: Row | undefined }[] {
    return this.counted(conversation).flatMap((values) => {
      const kept = this.sql.kept.get(values[0] ?? null);
      return kept !== undefined && values.every((value, index) => value === kept[index]) ? [] : [{ values, kept }];
    });
  }

  /** Rows of handoffs that there are not. */
  aliens(): readonly number[] {
    return this.sql.alien.all().map((row) => number(row, 0));
  }

  private counted(conversation: number): readonly HandoffValues[] {
    const items = this.sql.items.all(conversation);
    const last = items[0];
    if (last === undefined) return [];
    const staff = this.transcript.outline(number(last, 5)).filter((line) => line.author === 'staff');
    return items.map((row, index) => {
      const at = number(row, 1);
      const next = items[index + 1];
      const until = next === undefined ? Number.POSITIVE_INFINITY : number(next, 1);
      const [reason, priority, channel] = [text(row, 2), text(row, 3), text(row, 4)];
      const place = [text(row, 6), text(row, 7), channel];
      return [
        ...[number(row, 0), conversation, at, this.dayOf(at), ...place, reason, priority],
        firstWithin(staff, at, until),
        numberOrNull(row, 8),
      ];
    });
  }
}

function firstWithin(lines: readonly LineOutline[], from: number, until: number): number | null {
  return lines.find((line) => line.at >= from && line.at < until)?.at ?? null;
}
