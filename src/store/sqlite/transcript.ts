import type { DeliveryState, MessageRow } from '../../domain/message.ts';
import type { Database, Row } from './database.ts';
import { number, text } from './database.ts';
import { decodeMessage, encodeList, encodeMessage, MESSAGE_COLUMNS } from './rows.ts';
import { Sequence } from './sequence.ts';

/** Walks a conversation's lines backwards from the one numbered ?1, down to the one after seq ?2. */
const WALK = `WITH RECURSIVE line (no, previous, seq) AS (
  SELECT no, previous, seq FROM messages WHERE no = ?1 AND seq > ?2
  UNION ALL SELECT m.no, m.previous, m.seq FROM line JOIN messages m ON m.no = line.previous WHERE line.seq > ?2 + 1)`;

/** A line without its words. */
export interface LineOutline {
  readonly author: MessageRow['author'];
  readonly at: number;
  readonly delivery: DeliveryState;
}

/** Transcript lines. All conversations share one growing end; `last` is the number of a conversation's last line, 0 for none. */
export class Transcript {
  private readonly sql;
  private readonly numbers: Sequence;

  constructor(db: Database) {
    this.sql = prepareAll(db);
    this.numbers = new Sequence(db, 'messages');
  }

  /** The number of a line that the caller writes itself. */
  number(): number {
    return this.numbers.next();
  }

  /** Appends lines to a conversation; the numbers they got, in order. */
  add(conversation: number, last: number, messages: readonly MessageRow[]): readonly number[] {
    let previous = last;
    return messages.map((message) => {
      const no = this.numbers.next();
      this.sql.add.run(no, previous, conversation, ...encodeMessage(message));
      previous = no;
      return no;
    });
  }

  /** All lines after seq `after`, in order. */
  after(last: number, after: number, conversationId: string): readonly MessageRow[] {
    return this.decode(this.sql.after.all(last, after), conversationId);
  }

  /** Inbound lines after seq `after`, in order. */
  inboundAfter(last: number, after: number, conversationId: string): readonly MessageRow[] {
    return this.decode(this.sql.inboundAfter.all(last, after), conversationId);
  }

  /** All lines without their words, in order. */
  outline(last: number): readonly LineOutline[] {
    return this.sql.outline.all(last, 0).map((row) => ({
      author: text(row, 0) as LineOutline['author'],
      at: number(row, 1),
      delivery: text(row, 2) as DeliveryState,
    }));
  }

  /** Number of the line `seq`. */
  find(last: number, seq: number): number | undefined {
    const row = this.sql.find.get(last, seq - 1);
    return row === undefined || number(row, 1) !== seq ? undefined : number(row, 0);
  }

  setReadings(no: number, readings: readonly string[]): void {
    this.sql.setReadings.run(encodeList(readings), no);
  }

  private decode(rows: readonly Row[], conversationId: string): readonly MessageRow[] {
    return rows.map((row) => decodeMessage(row, conversationId));
  }
}

function prepareAll(db: Database) {
  return {
    add: db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    after: db.prepare(`${WALK} SELECT ${MESSAGE_COLUMNS} FROM line JOIN messages m ON m.no = line.no ORDER BY m.seq`),
    inboundAfter: db.prepare(
      `${WALK} SELECT ${MESSAGE_COLUMNS} FROM line JOIN messages m ON m.no = line.no WHERE m.direction = 'in' ORDER BY m.seq`,
    ),
    outline: db.prepare(
      `${WALK} SELECT m.author, m.at, m.delivery FROM line JOIN messages m ON m.no = line.no ORDER BY m.seq`,
    ),
    find: db.prepare(`${WALK} SELECT no, seq FROM line ORDER BY seq LIMIT 1`),
    setReadings: db.prepare('UPDATE messages SET readings = ? WHERE no = ?'),
  };
}
