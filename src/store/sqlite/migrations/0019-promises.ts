import type { Migration } from './migration.ts';

/**
 * Why: what was promised has to be reported by day, department and person, and a due time that was moved must not hide that it was missed.
 * One row a promise: `first_due` is what was said first, `due` the time to which it was moved before it ran out. A task that is promised
 * anew has a further row; at most one of a task is open. `day` is the local day of `first_due`. What was promised before
 * knows only the time it had last, and its day is that of China's clock.
 * `audit_shown`: which rows of the audit are lists that showed a conversation, task or entry; the rows themselves name them.
 */
export const promises: Migration = {
  version: 19,
  name: 'promises',
  sql: `
CREATE TABLE promises (
  no INTEGER PRIMARY KEY,
  item INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  first_due INTEGER NOT NULL,
  due INTEGER NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  who TEXT,
  settled_at INTEGER,
  withdrawn INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX promises_open ON promises (item) WHERE settled_at IS NULL;
CREATE INDEX promises_day ON promises (day);
CREATE TABLE audit_shown (id TEXT NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (id, no)) WITHOUT ROWID;
INSERT INTO promises (item, made_at, first_due, due, day, department, ward, channel, who, settled_at)
SELECT w.no, w.at, w.due, w.due, date(w.due / 1000 + 28800, 'unixepoch'),
  ifnull(w.details ->> '$.department', ifnull(c.record ->> '$.stay.department', '')),
  ifnull(c.record ->> '$.stay.ward', ''), ifnull(c.channel, ''), w.result ->> '$.by', w.result ->> '$.at'
FROM work_items w LEFT JOIN conversations c ON c.no = w.conversation
WHERE w.due IS NOT NULL AND (w.status = 'open' OR (w.status = 'closed' AND w.result IS NOT NULL));
`,
};
