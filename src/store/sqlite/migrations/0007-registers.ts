import type { Migration } from './migration.ts';

/**
 * Why: staff work with entries. Beside the columns that lists and guards need, `form` holds the rest as JSON; NULL until staff touch
 * an entry, so that a turn writes as little as before. `conversation` 0: written down by hand, `idx` is then its own `no`.
 * `register_history` is only ever added to; each change leaves an audit row with a digest of its history rows.
 */
export const registers: Migration = {
  version: 7,
  name: 'registers',
  sql: `
ALTER TABLE registers ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registers ADD COLUMN concerned TEXT NOT NULL DEFAULT '';
ALTER TABLE registers ADD COLUMN department TEXT NOT NULL DEFAULT '';
ALTER TABLE registers ADD COLUMN co TEXT;
ALTER TABLE registers ADD COLUMN due_on TEXT;
ALTER TABLE registers ADD COLUMN due_provisional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registers ADD COLUMN paused_at INTEGER;
ALTER TABLE registers ADD COLUMN escalated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registers ADD COLUMN duplicate_of TEXT;
ALTER TABLE registers ADD COLUMN form TEXT;
CREATE INDEX registers_due ON registers (due_on) WHERE kind = 'complaint' AND status <> 'closed';

UPDATE registers SET concerned = ifnull(
  (SELECT c.record ->> '$.stay.department' FROM conversations c WHERE c.no = registers.conversation), '');

CREATE TABLE register_history (
  no INTEGER PRIMARY KEY,
  register INTEGER NOT NULL,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT NOT NULL,
  next TEXT NOT NULL
);
CREATE INDEX register_history_register ON register_history (register);
CREATE TRIGGER register_history_stays_as_it_is BEFORE UPDATE ON register_history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TABLE register_attachments (
  id TEXT PRIMARY KEY,
  register INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted TEXT
) WITHOUT ROWID;
CREATE INDEX register_attachments_register ON register_attachments (register, at);
`,
};
