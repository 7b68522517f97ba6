import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { HuifangError } from '../../domain/errors.ts';
import { openDatabase } from './database.ts';
import { checkWritable, giveName, keepPrivate, syncPath } from './files.ts';
import { checkIdentity } from './migrate.ts';
import { openFailure } from './open-failure.ts';

/**
 * Writes a copy through `copy` (VACUUM INTO) beside `file`, forces it to disk and only then gives it its name: a file of that
 * name is always whole, and one that exists is never touched.
 */
export async function writeBackup(file: string, copy: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new HuifangError('BAD_REQUEST', [`${file} exists already`]);
  checkWritable(dirname(file));
  const unfinished = `${file}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    keepPrivate(unfinished);
    await copy(unfinished);
    syncPath(unfinished);
    giveName(unfinished, file);
    syncPath(dirname(file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Copies a data file from outside the service, which may be running or not. */
export async function backupFile(dataFile: string, file: string): Promise<void> {
  if (!existsSync(dataFile)) throw new HuifangError('FILE_UNREADABLE', [`${dataFile} does not exist`]);
  const db = openDatabase(dataFile);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    checkIdentity(db);
    await writeBackup(file, (unfinished) => {
      db.prepare('VACUUM INTO ?').run(unfinished);
      return Promise.resolve();
    });
  } catch (error) {
    throw openFailure(error, dataFile);
  } finally {
    db.close();
  }
}
