import type { Migration } from './migration.ts';

/**
 * Why: a month's report must open at once however much is stored. `report_stays`: what each stay counts under (names between blanks,
 * store/report-progress.ts); `report_talks`: the conversations about it. `report_counts`: the same summed up, one row for all names of a
 * day and of a month (`m2026-03`), because a turn that moves a stay changes several names at once. `report_handoffs`, `report_work`: the waiting
 * for staff, and who did how much. `report_state` says by which rules all this was counted: a file without it, or with older rules, is
 * counted when it is opened.
 */
export const reports: Migration = {
  version: 8,
  name: 'reports',
  sql: `
CREATE TABLE report_stays (
  stay INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  names TEXT NOT NULL
);
CREATE INDEX report_stays_day ON report_stays (day, stay);

CREATE TABLE report_talks (conversation INTEGER PRIMARY KEY, stay INTEGER NOT NULL);
CREATE INDEX report_talks_stay ON report_talks (stay);

CREATE TABLE report_counts (
  period TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  counts TEXT NOT NULL,
  PRIMARY KEY (period, department, ward, channel)
) WITHOUT ROWID;

CREATE TABLE report_handoffs (
  item INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  reason TEXT NOT NULL,
  priority TEXT NOT NULL,
  answered_at INTEGER
);
CREATE INDEX report_handoffs_day ON report_handoffs (day);

CREATE TABLE report_work (
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  what TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, account, what)
) WITHOUT ROWID;

CREATE INDEX registers_at ON registers (at);
CREATE TABLE report_state (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL);
`,
};
