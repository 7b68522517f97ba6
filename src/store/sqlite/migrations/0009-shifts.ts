import type { Migration } from './migration.ts';

/**
 * Why: a shift is over only once its packet was signed by the one who goes and by the one who comes. Both are kept as they were signed:
 * the triggers refuse to change them. An account has one shift at a time.
 */
export const shifts: Migration = {
  version: 9,
  name: 'shifts',
  sql: `
CREATE TABLE shifts (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  packet TEXT,
  signed_out TEXT,
  signed_out_at INTEGER,
  acceptance TEXT,
  escalated_at INTEGER,
  review TEXT
);
CREATE UNIQUE INDEX shifts_one_each ON shifts (account) WHERE state <> 'over';
CREATE INDEX shifts_day ON shifts (day, no);
CREATE INDEX shifts_unreviewed ON shifts (no) WHERE state = 'over' AND review IS NULL;
CREATE INDEX shifts_waiting ON shifts (signed_out_at) WHERE state = 'handing_over' AND escalated_at IS NULL;
CREATE TRIGGER shifts_signed_out BEFORE UPDATE OF packet, signed_out ON shifts
WHEN old.packet IS NOT NULL AND (new.packet IS NOT old.packet OR new.signed_out IS NOT old.signed_out)
BEGIN SELECT RAISE(ABORT, 'a signed packet stays as it is'); END;
CREATE TRIGGER shifts_signed_in BEFORE UPDATE OF acceptance ON shifts
WHEN old.acceptance IS NOT NULL AND new.acceptance IS NOT old.acceptance
BEGIN SELECT RAISE(ABORT, 'a signed handover stays as it is'); END;
CREATE TRIGGER shifts_kept BEFORE DELETE ON shifts BEGIN SELECT RAISE(ABORT, 'shifts are kept'); END;
`,
};
