import type { Clock } from '../../domain/clock.ts';
import type { SettingsStore } from '../store.ts';
import type { Database } from './database.ts';
import { text } from './database.ts';
import { reading } from './reading.ts';
import type { Writer } from './writer.ts';

/** The port's settings; a change that staff made is written together with its audit row. */
export function settingsStore(db: Database, writer: Writer, clock: Clock): SettingsStore {
  const get = db.prepare('SELECT value FROM settings WHERE key = ?');
  const set = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
  const audit = db.prepare('INSERT INTO audit (at, who, what, subject) VALUES (?, ?, ?, ?)');
  return {
    get: (key) =>
      reading(() => {
        const row = get.get(key);
        return row === undefined ? undefined : text(row, 0);
      }),
    set: (key, value, by) =>
      writer.run(() => {
        set.run(key, value);
        if (by !== undefined) audit.run(clock.now(), by.who, by.what, by.subject);
      }),
  };
}
