import type { Migration } from './migration.ts';

/**
 * Why: a work item becomes a task with somebody who does it, a time until which it was promised and a result. `status` stays what turns
 * know (open, closed, cancelled); an open one with `started_at` is in progress. A new row and a changed due time set `alarm`, the next
 * instant at which somebody is told (the reminder, then the due time; NULL: nobody is), so that waiting for it reads one index entry.
 * `conversation` is 0 for what is about none.
 */
export const work: Migration = {
  version: 11,
  name: 'work',
  sql: `
ALTER TABLE work_items ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE work_items ADD COLUMN source TEXT NOT NULL DEFAULT 'bot';
ALTER TABLE work_items ADD COLUMN assignee TEXT;
ALTER TABLE work_items ADD COLUMN started_at INTEGER;
ALTER TABLE work_items ADD COLUMN due INTEGER;
ALTER TABLE work_items ADD COLUMN remind_at INTEGER;
ALTER TABLE work_items ADD COLUMN alarm INTEGER;
ALTER TABLE work_items ADD COLUMN result TEXT;
ALTER TABLE work_items ADD COLUMN contact_changed TEXT;
CREATE INDEX work_items_alarm ON work_items (alarm) WHERE alarm IS NOT NULL AND status = 'open';
CREATE INDEX work_items_state ON work_items (status, kind, due);

CREATE TABLE work_events (
  no INTEGER PRIMARY KEY,
  item TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  details TEXT NOT NULL
);
CREATE INDEX work_events_item ON work_events (item);
CREATE TRIGGER work_events_stay_as_they_are BEFORE UPDATE ON work_events BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
`,
};
