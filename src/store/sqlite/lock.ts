import { HuifangError } from '../../domain/errors.ts';
import { type Database, openDatabase, sqliteCode } from './database.ts';

/** Held while a process uses a data file; the operating system frees it when the process ends, however it ends. */
export interface StoreLock {
  release(): void;
}

/**
 * Locks `<file>-lock`, a tiny database on which an exclusive transaction stays open. Other processes can still read the data
 * file itself (backup), only not serve from it or put another one in its place.
 */
export function lockStore(file: string): StoreLock {
  let db: Database | undefined;
  try {
    db = openDatabase(`${file}-lock`);
    db.exec('PRAGMA journal_mode = MEMORY');
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (sqliteCode(error) === 'SQLITE_BUSY') throw new HuifangError('STORE_LOCKED', [file], { cause: error });
    throw new HuifangError('DATA_DIR_UNWRITABLE', [`${file}-lock`], { cause: error });
  }
  const held = db;
  return {
    release: () => {
      held.close();
    },
  };
}
