import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { HuifangError } from '../../domain/errors.ts';

/** A database in memory: no folder, no lock, no log. */
export const IN_MEMORY = ':memory:';

/** Patient data is for the account that runs the service and nobody else on the machine. */
const OWNER_FOLDER = 0o700;
const OWNER_FILE = 0o600;

/** Makes `file` readable by its owner only, creating it empty where it does not exist; SQLite gives its log the same mode. */
export function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', OWNER_FILE));
    chmodSync(file, OWNER_FILE);
  } catch (error) {
    throw new HuifangError('DATA_DIR_UNWRITABLE', [file], { cause: error });
  }
}

/** The folder of the data file exists and can be written; the file's real path, so that a link to it is the same file. */
export function prepareFolder(file: string): string {
  const folder = dirname(file);
  try {
    makeFolder(folder);
    // The dot refuses a plain file of that name.
    accessSync(`${folder}/.`, constants.W_OK);
  } catch (error) {
    throw new HuifangError('DATA_DIR_UNWRITABLE', [folder], { cause: error });
  }
  return existsSync(file) ? realpathSync(file) : file;
}

/** One level at a time: `recursive` never returns where a folder exists and takes no entries, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  mkdirSync(folder, { mode: OWNER_FOLDER });
  syncPath(parent);
}

/**
 * Forces a file's content, or a folder's list of names, to disk. Never for a database that is open in this process:
 * closing a second descriptor would drop the locks of the first.
 */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The folder can take a new file; otherwise a refusal that names it. */
export function checkWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new HuifangError('BAD_REQUEST', [`${folder} cannot be written`], { cause: error });
  }
}

/** Gives a file a name that no other has; never replaces one. Where there are no hard links (a memory stick) it is renamed. */
export function giveName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (existsSync(name)) throw new HuifangError('BAD_REQUEST', [`${name} exists already`], { cause: error });
    renameSync(file, name);
  }
}
