import type { ContactRecord, ConversationRecord } from '../../domain/conversation.ts';
import type { ChannelId } from '../../domain/vocabulary.ts';

/** A conversation's row as far as loads and commits need it. */
export interface Head {
  /** 0 while it is not stored. */
  readonly no: number;
  readonly version: number;
  readonly lastSeq: number;
  readonly readSeq: number;
  /** Number of its last transcript line, 0 for none. */
  readonly lastMessage: number;
  readonly timers: string | null;
  /** Handed out as it is: a record is never changed, a turn makes a new one. */
  readonly record: ConversationRecord;
}

/** Rows kept of each kind: 1 to 2 kB each. */
const LIMIT = 8_192;

/** The last recently used of `LIMIT` entries goes first. */
class Recent<T> {
  private readonly entries = new Map<string, T>();

  get(key: string): T | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: T): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size <= LIMIT) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

/**
 * Rows of conversations and contacts that were used last, as they are stored. Whoever writes such a row replaces or deletes
 * it here within the same transaction; a transaction that is undone empties everything.
 */
export class HotRows {
  readonly heads = new Recent<Head>();
  private readonly contacts = new Recent<ContactRecord>();

  contact(channel: ChannelId, address: string): ContactRecord | undefined {
    const contact = this.contacts.get(`${channel}:${address}`);
    return contact === undefined ? undefined : { ...contact, proactiveAt: [...contact.proactiveAt] };
  }

  keepContact(contact: ContactRecord): void {
    this.contacts.set(`${contact.channel}:${contact.address}`, { ...contact, proactiveAt: [...contact.proactiveAt] });
  }

  clear(): void {
    this.heads.clear();
    this.contacts.clear();
  }
}
