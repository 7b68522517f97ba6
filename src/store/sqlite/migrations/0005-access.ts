import type { Migration } from './migration.ts';

/**
 * Why: people sign in. Sessions are kept by the hash of the cookie's secret, attempts by the hash of what was typed as user name
 * (people type their password there). The audit is chained by hashes (store/audit-chain.ts) and takes rows at its end only; rows from
 * before are covered by the first chained one. Its indexes cost where a row is written, which no turn of the bot does; what was done
 * and when are found without one, from the end.
 */
export const access: Migration = {
  version: 5,
  name: 'access',
  sql: `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  department TEXT,
  staff_name TEXT,
  active INTEGER NOT NULL,
  must_change INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  password TEXT NOT NULL,
  totp TEXT,
  totp_step INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  device TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE sign_in_attempts (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

ALTER TABLE audit ADD COLUMN why TEXT;
ALTER TABLE audit ADD COLUMN hash TEXT;
CREATE INDEX audit_who ON audit (who);
CREATE INDEX audit_subject ON audit (subject);
CREATE TRIGGER audit_keeps_everything BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_chained BEFORE INSERT ON audit WHEN NEW.hash IS NULL OR NEW.no <= (SELECT max(no) FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit rows are chained, at the end'); END;
`,
};
