import type { Migration } from './migration.ts';

/**
 * Why: who publishes flows.config.json in the console, and why, has to be found again, and every earlier text with it, so that it
 * can be put back. Lists that were imported from the console are noted beside, by digest and counts.
 */
export const settings: Migration = {
  version: 10,
  name: 'settings',
  sql: `
CREATE TABLE settings_versions (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT,
  why TEXT NOT NULL,
  source TEXT NOT NULL,
  restores INTEGER,
  hash TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE TRIGGER settings_versions_stay BEFORE UPDATE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'the history of the settings is append-only'); END;
CREATE TRIGGER settings_versions_are_kept BEFORE DELETE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'the history of the settings is append-only'); END;

CREATE TABLE imports (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  hash TEXT NOT NULL,
  counts TEXT NOT NULL
);
`,
};
