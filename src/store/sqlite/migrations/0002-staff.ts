import type { Migration } from './migration.ts';

/**
 * Why: who works where is read at start and after each import. Looked up in the stays that would read half a million of them;
 * kept beside them it is a few thousand rows. A stay is never deleted, so nothing has to be taken away again.
 */
export const staff: Migration = {
  version: 2,
  name: 'staff',
  sql: `
CREATE TABLE staff (
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  department TEXT NOT NULL,
  PRIMARY KEY (name, role, department)
) WITHOUT ROWID;

INSERT OR IGNORE INTO staff
  SELECT stay ->> '$.facts.doctor', 'doctor', stay ->> '$.facts.department' FROM stays
  WHERE stay ->> '$.facts.doctor' IS NOT NULL;
INSERT OR IGNORE INTO staff
  SELECT stay ->> '$.facts.nurse', 'nurse', stay ->> '$.facts.department' FROM stays
  WHERE stay ->> '$.facts.nurse' IS NOT NULL;
`,
};
