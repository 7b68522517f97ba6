import { HuifangError } from '../../domain/errors.ts';
import { sqliteCode } from './database.ts';

/** What the driver says about a file, as a refusal a person can act on; anything else stays as it is. */
export function openFailure(error: unknown, file: string): unknown {
  if (error instanceof HuifangError) return error;
  const code = sqliteCode(error);
  const is = (...prefixes: readonly string[]): boolean => prefixes.some((prefix) => code.startsWith(prefix));
  if (is('SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM')) {
    return new HuifangError('DATA_DIR_UNWRITABLE', [file], { cause: error });
  }
  if (is('SQLITE_BUSY', 'SQLITE_LOCKED')) return new HuifangError('STORE_LOCKED', [file], { cause: error });
  if (is('SQLITE_CORRUPT', 'SQLITE_NOTADB')) return new HuifangError('STORE_CORRUPT', [file], { cause: error });
  return error;
}
