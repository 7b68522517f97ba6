import { HuifangError } from './errors.ts';

const ABSENT = '没有这个文件 / there is no such file';
const FORBIDDEN = '当前用户没有读取权限 / this user may not read it';
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: ABSENT,
  ENOTDIR: ABSENT,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EISDIR: '这是文件夹，请写出里面的文件 / this is a folder; name the file in it',
};

/** An error of the file system as a refusal that says which file it is, and why, in both languages. */
export function unreadable(path: string, error: unknown): HuifangError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = REASONS[code] ?? (code === '' ? '原因不明 / unknown reason' : code);
  return new HuifangError('FILE_UNREADABLE', [`${path}: ${why}`], { cause: error });
}
