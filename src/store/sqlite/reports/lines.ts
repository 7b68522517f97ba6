import { countSegments } from '../../../channels/segments.ts';
import type { ChannelId } from '../../../domain/vocabulary.ts';
import type { Database, Row } from '../database.ts';
import { number, text, textOrNull } from '../database.ts';
import { asChannel } from '../rows.ts';
import type { Place } from './counts.ts';

/** Where counts go: gathered for writing, or for comparing. */
export interface CountsInto {
  add(day: string, place: Place, name: string, difference: number): void;
  addAll(day: string, place: Place, names: readonly string[], difference: number): void;
}

/** Channels whose carrier charges by the segment; the simulator stands for the first. */
const CHARGED: readonly ChannelId[] = ['sms', 'simulator'];

/** Lines of ours (`m`) that a carrier took, as `isBilled` says. */
export const BILLED =
  "m.direction = 'out' AND m.delivery IN ('accepted', 'queued', 'sent', 'delivered', 'undelivered', 'read')";

/** What a carrier charges for a line; 0 where it does not charge by the segment. */
export function segmentsOf(channel: ChannelId, words: string): number {
  return CHARGED.includes(channel) ? countSegments(words).segments : 0;
}

/** The columns that a counted line needs; `links` as in ReportSources. */
const COLUMNS = `m.text, m.at, c.channel, s.discharged_on,
    CASE WHEN json_valid(s.stay) THEN s.stay ->> '$.facts.department' END,
    CASE WHEN json_valid(s.stay) THEN s.stay ->> '$.facts.ward' END`;

/** Lines that left and what they cost: on the day they were written, and for the stay on the day of its discharge. */
export class LineCounts {
  private readonly one;
  private readonly next;
  private readonly dayOf: (at: number) => string;

  constructor(db: Database, dayOf: (at: number) => string, links = 'report_talks') {
    this.dayOf = dayOf;
    const from = `FROM messages m JOIN conversations c ON c.no = m.conversation
      LEFT JOIN ${links} t ON t.conversation = c.no LEFT JOIN stays s ON s.no = t.stay`;
    this.one = db.prepare(`SELECT ${COLUMNS} ${from} WHERE m.no = ?`);
    this.next = db.prepare(`SELECT ${COLUMNS}, m.no ${from} WHERE m.no > ? AND ${BILLED} ORDER BY m.no LIMIT ?`);
  }

  /** Counts one line, `difference` times. */
  count(message: number, difference: number, into: CountsInto): void {
    const row = this.one.get(message);
    if (row !== undefined) this.take(row, difference, into);
  }

  /** Counts every line that left. */
  all(into: CountsInto): void {
    let last = 0;
    for (;;) {
      const rows = this.next.all(last, 2_000);
      for (const row of rows) this.take(row, 1, into);
      const end = rows.at(-1);
      if (end === undefined) return;
      last = number(end, 6);
    }
  }

  private take(row: Row, difference: number, into: CountsInto): void {
    const channel = asChannel(text(row, 2));
    const segments = segmentsOf(channel, text(row, 0));
    const discharged = textOrNull(row, 3);
    const place = { department: textOrNull(row, 4) ?? '', ward: textOrNull(row, 5) ?? '', channel };
    const written = this.dayOf(number(row, 1));
    into.add(written, place, 'sent.lines', difference);
    if (segments > 0) into.add(written, place, 'sent.segments', difference * segments);
    if (discharged === null) return;
    into.add(discharged, place, 'lines', difference);
    if (segments > 0) into.add(discharged, place, 'segments', difference * segments);
  }
}
