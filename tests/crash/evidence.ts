import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, text } from '../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { ConversationView, Store } from '../../src/store/store.ts';

/** A text that a patient sent, as the carrier knows it. Instants in epoch ms. */
export interface SentByPatient {
  readonly sid: string;
  readonly from: string;
  /** Exactly as written; the simulator writes no text twice from one number. */
  readonly body: string;
  readonly postedAt: number;
  /** When its webhook was first answered with 2xx; null if that never happened. */
  readonly acknowledgedAt: number | null;
}

/** A text that the carrier accepted from the service: what the handset got. */
export interface GotByPatient {
  readonly sid: string;
  readonly to: string;
  readonly body: string;
  /** The outbox id in its callback address, `conversation.seq`. */
  readonly ourId: string | null;
  readonly at: number;
}

/** The carrier's side, in the order of events. */
export interface CarrierRecord {
  readonly inbound: readonly SentByPatient[];
  readonly outbound: readonly GotByPatient[];
}

/** The service's side: what its data file says once it has stopped. */
export interface ServiceRecord {
  readonly conversations: readonly ConversationView[];
  readonly outbox: { readonly pending: number; readonly sending: number; readonly uncertain: number };
  /** SQLite's own check of the file. */
  readonly integrity: string;
}

/** All that the checker may know. */
export interface Evidence {
  readonly carrier: CarrierRecord;
  readonly service: ServiceRecord;
  /** Numbers on the imported lists. */
  readonly patients: readonly string[];
}

const PAGE = 500;

async function allConversations(store: Store): Promise<readonly ConversationView[]> {
  const found: ConversationView[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.views.list(PAGE, offset);
    for (const { record } of page) {
      const view = await store.views.view(record.id);
      if (view !== undefined) found.push(view);
    }
    if (page.length < PAGE) return found;
  }
}

/**
 * De-duplication keys of all received texts in the file of a process that was killed. Reads a copy in `folder`: opening
 * the file itself would repair what the next life has to repair.
 */
export function readDedupeKeys(file: string, folder: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const copy = join(folder, 'copy.sqlite');
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(copy + suffix, { force: true });
    if (suffix !== '-shm' && existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
  }
  if (!existsSync(copy)) return keys;
  const db = openDatabase(copy);
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'dedupe'").get() === undefined) return keys;
    for (const row of db.prepare('SELECT key FROM dedupe').all()) keys.add(text(row, 0));
    return keys;
  } finally {
    db.close();
  }
}

/** Reads the data file of a service that has stopped. */
export async function readServiceRecord(file: string): Promise<ServiceRecord> {
  const db = openDatabase(file);
  const integrity = String(db.pragma('integrity_check')?.[0]);
  db.close();
  const store = await openSqliteStore({ file, zone: 'Asia/Shanghai' });
  try {
    return { conversations: await allConversations(store), outbox: await store.outbox.counts(), integrity };
  } finally {
    await store.close();
  }
}
