import type { Migration } from './migration.ts';

/**
 * Why: how long an urgent conversation waited until somebody of the staff opened it is measured. `urgent_at`: when the handoff became
 * urgent, which can be after it was made. `opened_at`: the first row of the audit after that in which an account saw or handled the
 * conversation; the index holds only those that nobody has opened, so that a view costs one look into it.
 */
export const alerts: Migration = {
  version: 14,
  name: 'alerts',
  sql: `
ALTER TABLE work_items ADD COLUMN urgent_at INTEGER;
UPDATE work_items SET urgent_at = at WHERE kind = 'handoff' AND priority = 'urgent';

ALTER TABLE report_handoffs ADD COLUMN opened_at INTEGER;
CREATE INDEX report_handoffs_unopened ON report_handoffs (conversation) WHERE priority = 'urgent' AND opened_at IS NULL;
`,
};
