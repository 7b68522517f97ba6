import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HuifangError } from '../../domain/errors.ts';
import { openDatabase, text } from './database.ts';
import { giveName, keepPrivate, prepareFolder, syncPath } from './files.ts';
import { lockStore } from './lock.ts';
import { checkIdentity, identify, migrate } from './migrate.ts';
import { openFailure } from './open-failure.ts';
import { Phase } from './outbox-line.ts';

export interface Restored {
  /** Where the file that was in use now is; null if there was none. */
  readonly kept: string | null;
  /** Unsettled lines that may have left after the backup was made: they are checked with the carrier, not sent again. */
  readonly uncertain: number;
  /** Ids of the files that its register entries have. */
  readonly attachments: readonly string[];
}

/**
 * Puts a backup in the place of the data file. Refuses while the service runs and when the backup is damaged or newer than this
 * program. At every instant the old file or the new one stands there, whole; the old one is kept under another name.
 */
export function restoreFile(backup: string, dataFile: string, now: number): Restored {
  checkSource(backup, dataFile);
  const file = prepareFolder(dataFile);
  const lock = lockStore(file);
  const arriving = `${file}.restoring`;
  try {
    removeAll(arriving);
    copyFileSync(backup, arriving, constants.COPYFILE_EXCL);
    keepPrivate(arriving);
    const found = examine(arriving, backup, now);
    syncPath(arriving);
    const kept = existsSync(file) ? keepAside(file, now) : null;
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    syncPath(dirname(file));
    renameSync(arriving, file);
    syncPath(dirname(file));
    return { kept, ...found };
  } finally {
    removeAll(arriving);
    lock.release();
  }
}

function checkSource(backup: string, dataFile: string): void {
  if (!existsSync(backup)) throw new HuifangError('FILE_UNREADABLE', [`${backup} does not exist`]);
  const [source, target] = [statSync(backup), existsSync(dataFile) ? statSync(dataFile) : undefined];
  if (target !== undefined && source.ino === target.ino && source.dev === target.dev) {
    throw new HuifangError('BAD_REQUEST', [`${backup} is the data file itself`]);
  }
  const log = `${backup}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw new HuifangError('BAD_REQUEST', [`${backup} is no finished backup: part of it is still in ${log}`]);
  }
}

function removeAll(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Checks the copy and makes it ready. */
function examine(file: string, backup: string, now: number): Omit<Restored, 'kept'> {
  const db = openDatabase(file);
  try {
    checkIdentity(db);
    if (identify(db).empty) throw new HuifangError('STORE_CORRUPT', ['it is empty']);
    const verdict = db.pragma('integrity_check')?.[0];
    if (verdict !== 'ok') throw new HuifangError('STORE_CORRUPT', [String(verdict)]);
    db.pragma('journal_mode = DELETE');
    migrate(db);
    const attachments = db.prepare('SELECT id FROM register_attachments WHERE deleted IS NULL').all();
    return { uncertain: doubt(db, now), attachments: attachments.map((row) => text(row, 0)) };
  } catch (error) {
    const failure = openFailure(error, backup);
    throw failure instanceof HuifangError ? new HuifangError(failure.code, [backup, ...failure.details]) : failure;
  } finally {
    db.close();
  }
}

/**
 * A line that was due before now may have left after the backup was made: whether it did is for the carrier to say. Returns
 * how many there are.
 */
function doubt(db: ReturnType<typeof openDatabase>, now: number): number {
  db.exec('BEGIN IMMEDIATE');
  const due = `phase = ${String(Phase.sending)} OR (phase < ${String(Phase.sending)} AND due <= ?)`;
  db.prepare(`UPDATE messages SET delivery = 'uncertain' WHERE no IN (SELECT message FROM outbox WHERE ${due})`).run(
    now,
  );
  const changed = db
    .prepare(
      `UPDATE outbox SET phase = ${String(Phase.uncertain)}, due = ?,
         first_tried_at = ifnull(first_tried_at, (SELECT at FROM messages WHERE no = outbox.message)) WHERE ${due}`,
    )
    .run(now, now);
  db.exec('COMMIT');
  return changed;
}

/** Gives the file in use a second name, first taking in what its log still holds. */
function keepAside(file: string, now: number): string {
  const kept = `${file}.before-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  try {
    const db = openDatabase(file);
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
  } catch {
    // It cannot be read: that may be why a backup is put in its place. Its log is kept beside it as it is.
    if (existsSync(`${file}-wal`)) giveName(`${file}-wal`, `${kept}-wal`);
  }
  giveName(file, kept);
  return kept;
}
