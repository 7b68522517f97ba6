import { HuifangError } from '../../domain/errors.ts';
import type { Database } from './database.ts';
import { number } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** "HFNG": marks a file as ours, so that a backup of something else is not put in place of it. */
const APPLICATION_ID = 0x48464e47;

/** The version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.reduce((last, step) => Math.max(last, step.version), 0);

/** What a file says of itself. `empty`: it has no tables. */
export function identify(db: Database): { version: number; ours: boolean; empty: boolean } {
  const read = (sql: string): number => number(db.prepare(sql).get() ?? [], 0);
  return {
    version: read('PRAGMA user_version'),
    ours: read('PRAGMA application_id') === APPLICATION_ID,
    empty: read('SELECT count(*) FROM sqlite_master') === 0,
  };
}

/** Refuses a file that is not ours or that a newer program wrote. */
export function checkIdentity(db: Database): void {
  const { version, ours, empty } = identify(db);
  if (empty && version === 0) return;
  if (!ours) throw new HuifangError('STORE_CORRUPT', ['it is a database of another program']);
  if (version > SCHEMA_VERSION) {
    throw new HuifangError('STORE_VERSION', [
      `file: version ${String(version)}, this program: up to ${String(SCHEMA_VERSION)}`,
    ]);
  }
}

/** Brings the schema up to date, each step whole or not at all. */
export function migrate(db: Database, steps: readonly Migration[] = MIGRATIONS): void {
  const { version } = identify(db);
  for (const step of steps) {
    if (step.version <= version) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(step.sql);
      db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
      db.exec(`PRAGMA user_version = ${String(step.version)}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}
