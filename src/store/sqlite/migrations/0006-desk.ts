import type { Migration } from './migration.ts';

/**
 * Why: the console lists thousands of conversations by queue, and reading their records for that would take seconds. `inbox` holds one
 * narrow row for each conversation that concerns staff, written with its turn (sqlite/desk/inbox.ts); the others have none. The rest is what
 * staff keep beside conversations: drafts, notes, views.
 */
export const desk: Migration = {
  version: 6,
  name: 'desk',
  sql: `
-- refused: why it did not leave; NULL: it waits for send_at.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  conversation INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  send_at INTEGER,
  refused TEXT
) WITHOUT ROWID;
CREATE INDEX drafts_conversation ON drafts (conversation, at);
CREATE INDEX drafts_due ON drafts (send_at) WHERE send_at IS NOT NULL AND refused IS NULL;
`,
};
