import type { Migration } from './migration.ts';

/** Why: a transcript says which colleague wrote a line, and what leaves the outbox asks whether a person wrote it. */
export const staffLines: Migration = {
  version: 12,
  name: 'staff-lines',
  sql: 'ALTER TABLE messages ADD COLUMN by_account TEXT;',
};
