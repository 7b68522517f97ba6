import { access, constants, stat } from 'node:fs/promises';
import { HuifangError } from '../../domain/errors.ts';
import { unreadable } from '../../domain/unreadable.ts';

/** Throws FILE_UNREADABLE with a sentence if `path` is no file with something in it. */
export async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory())
    throw new HuifangError('FILE_UNREADABLE', [`${path}: this is a folder; name the file in it`]);
  if (!found.isFile()) throw new HuifangError('FILE_UNREADABLE', [`${path}: this is no ordinary file`]);
  if (found.size === 0) throw new HuifangError('FILE_UNREADABLE', [`${path}: the file is empty`]);
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw unreadable(path, error);
  });
}
