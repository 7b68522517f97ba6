import { existsSync } from 'node:fs';
import { access, chmod, constants, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HuifangError } from '../domain/errors.ts';

/** Where the files of a backup lie: beside it, under its name. */
export function attachmentsBeside(backup: string): string {
  return `${backup}.attachments`;
}

/**
 * Copies the files of the entries from one folder into another, readable by nobody else, each whole or not at all; how many. What is there
 * under the same name is replaced: names are random and never used twice. No such folder: none.
 * Throws FILE_UNWRITABLE.
 */
export async function copyAttachments(from: string, to: string): Promise<number> {
  if (!existsSync(from)) return 0;
  return copyAll(from, to).catch((error: unknown) => {
    throw new HuifangError('FILE_UNWRITABLE', [`${from} to ${to}: ${String(error)}`]);
  });
}

/** Files of a backup that lie beside the folder of the service and are not in it yet. */
export interface StagedAttachments {
  readonly files: number;
  /** Puts them into the folder. Throws FILE_UNWRITABLE. */
  moveIn(): Promise<void>;
  /** Takes away what was not moved in. */
  drop(): Promise<void>;
}

/**
 * Copies the files of a backup to the disk of `folder`, and makes that folder if need be: all that can run out of space or permission is
 * behind when the data file is replaced. Throws FILE_UNWRITABLE; nothing is left then.
 */
export async function stageAttachments(from: string, folder: string): Promise<StagedAttachments> {
  const side = `${folder}.restoring`;
  const drop = () => rm(side, { recursive: true, force: true });
  await drop();
  try {
    const files = await copyAttachments(from, side);
    if (files > 0) await writable(folder);
    return { files, moveIn: () => moveAll(side, folder), drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function writable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new HuifangError('FILE_UNWRITABLE', [`${folder}: ${String(error)}`]);
  }
}

async function moveAll(side: string, folder: string): Promise<void> {
  if (!existsSync(side)) return;
  try {
    for (const name of await readdir(side)) await rename(join(side, name), join(folder, name));
  } catch (error) {
    throw new HuifangError('FILE_UNWRITABLE', [`${side} to ${folder}: ${String(error)}`]);
  }
}

async function copyAll(from: string, to: string): Promise<number> {
  const names = (await readdir(from)).filter((name) => !name.endsWith(UNFINISHED));
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) {
    const unfinished = join(to, name + UNFINISHED);
    await copyFile(join(from, name), unfinished);
    await chmod(unfinished, 0o600);
    await toDisk(unfinished);
    await rename(unfinished, join(to, name));
  }
  return names.length;
}

const UNFINISHED = '.unfinished';

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
