import type { Migration } from './migration.ts';

/**
 * Why: the console lists thousands of conversations by queue, and reading their records for that would take seconds. `inbox` holds one
 * narrow row for each conversation that concerns staff, written with its turn (sqlite/desk/inbox-rows.ts); the others have none. The
 * rest is what staff keep beside conversations, and the index they search by, which is filled after the commits (sqlite/search).
 */
export const desk: Migration = {
  version: 6,
  name: 'desk',
  sql: `
-- rank: 0 urgent, 1 high, 2 normal. waiting: since when, or the largest safe integer if nobody waits. snoozed: until when, or 0.
CREATE TABLE inbox (
  conversation INTEGER PRIMARY KEY,
  open INTEGER NOT NULL,
  owner TEXT,
  rank INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  snoozed INTEGER NOT NULL,
  department TEXT,
  reason TEXT,
  channel TEXT NOT NULL,
  updated INTEGER NOT NULL
);
CREATE INDEX inbox_waiting ON inbox (open, rank, waiting);
CREATE INDEX inbox_owner ON inbox (open, owner, rank, waiting);
-- All that the counts of the queues need.
CREATE INDEX inbox_counts ON inbox (open, snoozed, rank, owner, waiting);
CREATE INDEX inbox_updated ON inbox (open, updated);
CREATE INDEX inbox_department ON inbox (department);

INSERT INTO inbox
  SELECT no, 1, NULL,
    CASE record ->> '$.handoff.priority' WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 ELSE 2 END,
    ifnull(record ->> '$.handoff.since', record ->> '$.updatedAt'), 0,
    record ->> '$.stay.department', record ->> '$.handoff.reason', channel, record ->> '$.updatedAt'
  FROM conversations WHERE state = 'with_staff';

CREATE TABLE inbox_labels (
  label TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  PRIMARY KEY (label, conversation)
) WITHOUT ROWID;

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

CREATE TABLE notes (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  mentions TEXT
);
CREATE INDEX notes_conversation ON notes (conversation);

-- Only those that were not seen.
CREATE TABLE mentions (account TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (account, note)) WITHOUT ROWID;

CREATE TABLE saved_views (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  view TEXT NOT NULL
);
CREATE INDEX saved_views_account ON saved_views (account);

-- Several patients of one family often have one phone: whoever opens a conversation is warned of the others.
CREATE INDEX stays_address ON stays (address, channel);

-- Words of lines by messages.no, and names and numbers by conversations.no; the texts themselves stay where they are.
CREATE VIRTUAL TABLE search_lines USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_people USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
CREATE TABLE search_progress (one INTEGER PRIMARY KEY CHECK (one = 1), line INTEGER NOT NULL, person INTEGER NOT NULL);
INSERT INTO search_progress VALUES (1, 0, 0);
`,
};
