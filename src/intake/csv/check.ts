import { access, constants, stat } from 'node:fs/promises';
import { HuifangError } from '../../domain/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/** A sentence for an error of the file system. */
export function fileError(path: string, error: unknown): HuifangError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new HuifangError('FILE_UNREADABLE', [`${path}: ${REASONS[code] ?? (code === '' ? 'unknown reason' : code)}`], {
    cause: error,
  });
}

/** Throws FILE_UNREADABLE with a sentence if `path` is no file with something in it. */
export async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (found.isDirectory())
    throw new HuifangError('FILE_UNREADABLE', [`${path}: this is a folder; name the file in it`]);
  if (!found.isFile()) throw new HuifangError('FILE_UNREADABLE', [`${path}: this is no ordinary file`]);
  if (found.size === 0) throw new HuifangError('FILE_UNREADABLE', [`${path}: the file is empty`]);
  await access(path, constants.R_OK).catch((error: unknown) => {
    throw fileError(path, error);
  });
}
