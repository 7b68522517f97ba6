import type { SettingsStore } from '../store.ts';
import type { AuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { text } from './database.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

/** The port's settings; a change that staff made is written together with its audit row. */
export function settingsStore(db: Database, writer: Writer, audit: AuditLog): SettingsStore {
  const get = db.prepare('SELECT value FROM settings WHERE key = ?');
  const set = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  return {
    get: (key) =>
      reading(() => {
        const row = get.get(key);
        return row === undefined ? undefined : text(row, 0);
      }),
    set: (key, value, by) =>
      writer.run(() => {
        set.run(key, value);
        if (by !== undefined) audit.append(by);
      }),
  };
}
