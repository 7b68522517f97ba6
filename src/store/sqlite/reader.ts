import type { ContactRecord } from '../../domain/conversation.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';
import type { LoadedConversation } from '../store.ts';
import type { Database } from './database.ts';
import { number, text, textOrNull } from './database.ts';
import type { Head, HotRows } from './hot.ts';
import { blankContact, CONTACT_COLUMNS, decodeContact, decodeRecord } from './rows.ts';
import type { Transcript } from './transcript.ts';

/** Reads what a turn starts from. */
export class ConversationReader {
  private readonly byId;
  private readonly contact;
  private readonly transcript: Transcript;
  private readonly hot: HotRows;

  constructor(db: Database, transcript: Transcript, hot: HotRows) {
    this.transcript = transcript;
    this.hot = hot;
    this.byId = db.prepare(
      'SELECT no, version, last_seq, read_seq, last_message, timers, record FROM conversations WHERE id = ?',
    );
    this.contact = db.prepare(`SELECT ${CONTACT_COLUMNS} FROM contacts WHERE address = ? AND channel = ?`);
  }

  readContact(channel: ChannelId, address: string): ContactRecord | undefined {
    const kept = this.hot.contact(channel, address);
    if (kept !== undefined) return kept;
    const row = this.contact.get(address, channel);
    if (row === undefined) return undefined;
    const contact = decodeContact(row);
    this.hot.keepContact(contact);
    return contact;
  }

  readHead(id: string): Head | undefined {
    const kept = this.hot.heads.get(id);
    if (kept !== undefined) return kept;
    const row = this.byId.get(id);
    if (row === undefined) return undefined;
    const head: Head = {
      no: number(row, 0),
      version: number(row, 1),
      lastSeq: number(row, 2),
      readSeq: number(row, 3),
      lastMessage: number(row, 4),
      timers: textOrNull(row, 5),
      record: decodeRecord(text(row, 6), id),
    };
    this.hot.heads.set(id, head);
    return head;
  }

  read(id: string, known?: ContactRecord): LoadedConversation | undefined {
    const head = this.readHead(id);
    if (head === undefined) return undefined;
    const { record } = head;
    const same = known?.channel === record.channel && known.address === record.address;
    const contact = same ? known : this.readContact(record.channel, record.address);
    const { lastSeq, readSeq, lastMessage } = head;
    const unread = lastSeq <= readSeq ? [] : this.transcript.inboundAfter(lastMessage, readSeq, id);
    return { record, contact: contact ?? blankContact(record.channel, record.address), unread };
  }
}
