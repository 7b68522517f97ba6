import type { ConversationRecord } from '../../domain/conversation.ts';
import type { MessageRow } from '../../domain/message.ts';
import type { ConversationSummary, ConversationView, ViewStore } from '../store.ts';
import type { Database } from './database.ts';
import { number, text, textOrNull } from './database.ts';
import type { ConversationReader } from './reader.ts';
import { reading } from './reading.ts';
import {
  decodeMessage,
  decodeRecord,
  decodeRegister,
  decodeWorkItem,
  MESSAGE_COLUMNS,
  REGISTER_COLUMNS,
  WORK_COLUMNS,
} from './rows.ts';
import { timerList } from './timers.ts';
import type { Transcript } from './transcript.ts';

/** The port's views for people. */
export function viewStore(db: Database, reader: ConversationReader, transcript: Transcript): ViewStore {
  const rows = new ViewRows(db, reader, transcript);
  return {
    list: (limit, offset) => reading(() => rows.list(limit, offset)),
    view: (id) => reading(() => rows.view(id)),
    linesAfter: (id, seq) => reading(() => rows.linesAfter(id, seq)),
    ofAddress: (channel, address) => reading(() => rows.ofAddress(channel, address)),
    tallies: (fromDay, toDay) => reading(() => rows.tallies(fromDay, toDay)),
    counts: () => reading(() => rows.counts()),
  };
}

class ViewRows {
  private readonly sql;
  private readonly reader: ConversationReader;

  private readonly transcript: Transcript;

  constructor(db: Database, reader: ConversationReader, transcript: Transcript) {
    this.sql = prepareAll(db);
    this.reader = reader;
    this.transcript = transcript;
  }

  list(limit: number, offset: number): readonly ConversationSummary[] {
    return this.sql.list.all(limit, offset).map((row) => {
      const id = text(row, 0);
      return {
        record: decodeRecord(text(row, 1), id),
        lastMessage: decodeMessage(row, id, 2),
      };
    });
  }

  view(id: string): ConversationView | undefined {
    const row = this.sql.head.get(id);
    const loaded = this.reader.read(id);
    if (row === undefined || loaded === undefined) return undefined;
    const no = number(row, 0);
    const patientId = loaded.record.stay?.patientId;
    return {
      record: loaded.record,
      contact: loaded.contact,
      messages: this.transcript.after(number(row, 2), 0, id),
      registers: this.sql.registers.all(no).map((entry) => decodeRegister(entry, id)),
      workItems: this.sql.workItems.all(no).map((item) => decodeWorkItem(item, id)),
      timers: timerList(textOrNull(row, 1), id),
      patientDeceased: patientId !== undefined && this.sql.deceased.get(patientId) !== undefined,
    };
  }

  linesAfter(id: string, seq: number): readonly MessageRow[] {
    const row = this.sql.head.get(id);
    return row === undefined ? [] : this.transcript.after(number(row, 2), seq, id);
  }

  ofAddress(channel: string, address: string): readonly ConversationRecord[] {
    return this.sql.ofAddress.all(address, channel).map((row) => decodeRecord(text(row, 1), text(row, 0)));
  }

  tallies(fromDay: string, toDay: string): readonly { day: string; name: string; count: number }[] {
    return this.sql.tallies
      .all(fromDay, toDay)
      .map((row) => ({ day: text(row, 0), name: text(row, 1), count: number(row, 2) }));
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.sql.counts.all().map((row) => [text(row, 0), number(row, 1)]));
  }
}

function prepareAll(db: Database) {
  return {
    list: db.prepare(
      `SELECT c.id, c.record, ${MESSAGE_COLUMNS} FROM messages m JOIN conversations c ON c.no = m.conversation AND c.last_message = m.no
       ORDER BY m.no DESC LIMIT ? OFFSET ?`,
    ),
    head: db.prepare('SELECT no, timers, last_message FROM conversations WHERE id = ?'),
    registers: db.prepare(`SELECT ${REGISTER_COLUMNS} FROM registers WHERE conversation = ? ORDER BY idx`),
    workItems: db.prepare(`SELECT ${WORK_COLUMNS} FROM work_items WHERE conversation = ? ORDER BY no`),
    deceased: db.prepare('SELECT 1 FROM patients WHERE id = ? AND deceased_at IS NOT NULL'),
    ofAddress: db.prepare('SELECT id, record FROM conversations WHERE address = ? AND channel = ? ORDER BY no'),
    tallies: db.prepare('SELECT day, name, count FROM tallies WHERE day BETWEEN ? AND ? ORDER BY day, name'),
    counts: db.prepare(
      `SELECT name, count FROM gauges WHERE count > 0 AND name NOT LIKE 'followUp.%'
       UNION ALL SELECT 'conversations', (SELECT ifnull(sum(count), 0) FROM gauges WHERE name LIKE 'state.%')
       UNION ALL SELECT 'register.' || kind, count(*) FROM registers GROUP BY kind
       UNION ALL SELECT 'work.open', count(*) FROM work_items WHERE status = 'open'
       ORDER BY 1`,
    ),
  };
}
