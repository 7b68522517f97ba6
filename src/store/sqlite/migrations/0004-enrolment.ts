import type { Migration } from './migration.ts';

/**
 * Why: a messenger cannot be written to by a number from the list. Whoever holds a token of the discharge papers ties their chat to
 * the patient; a token is kept by its hash only, so that a copy of the file enrols nobody. `stays.passed_over`: the channel on which
 * the opening failed, so that it is tried elsewhere and not there again.
 */
export const enrolment: Migration = {
  version: 4,
  name: 'enrolment',
  sql: `
CREATE TABLE enrolment_tokens (
  hash TEXT PRIMARY KEY,
  patient INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  channel TEXT,
  address TEXT
) WITHOUT ROWID;

CREATE TABLE enrolments (
  patient INTEGER NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (patient, channel, address)
) WITHOUT ROWID;

ALTER TABLE stays ADD COLUMN passed_over TEXT;
`,
};
