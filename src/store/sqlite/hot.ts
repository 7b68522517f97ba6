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

/** Rows kept of each kind at most, of 1 to 2 kB each; at least half as many are kept. */
const LIMIT = 8_192;

/**
 * What was used last. Two generations: what is looked up in the older one moves to the younger, and once that is half the limit,
 * it becomes the older and the rest is dropped. (Moving an entry to the end of one map at every use costs more than the rest
 * of a look-up.)
 */
export class Recent<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  get(key: string): T | undefined {
    const entry = this.young.get(key);
    if (entry !== undefined) return entry;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, entry: T): void {
    this.young.set(key, entry);
    if (this.young.size < LIMIT / 2) return;
    this.old = this.young;
    this.young = new Map();
  }

  delete(key: string): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
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
