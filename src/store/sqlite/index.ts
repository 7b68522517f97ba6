export { backupFile } from './backup.ts';
export { openSqliteStore, type SqliteOptions } from './open.ts';
export { type Restored, restoreFile } from './restore.ts';
