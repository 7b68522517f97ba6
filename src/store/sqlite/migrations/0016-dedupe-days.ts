import type { Migration } from './migration.ts';

/** Why: de-duplication keys are forgotten after a while. Those that are there already count as of today. */
export const dedupeDays: Migration = {
  version: 16,
  name: 'dedupe-days',
  sql: `
-- day: of the turn, counted in days of UTC since 1970.
ALTER TABLE dedupe ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
UPDATE dedupe SET day = CAST(strftime('%s', 'now') AS INTEGER) / 86400;
`,
};
