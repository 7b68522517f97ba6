import type { Migration } from './migration.ts';

/**
 * Why: supervisors are told of a shift that its officer never hands over. `late_told_at`: when they were; it stands beside
 * `escalated_at`, for such a shift may be handed over later and nobody take it.
 */
export const lateShifts: Migration = {
  version: 18,
  name: 'late-shifts',
  sql: `
ALTER TABLE shifts ADD COLUMN late_told_at INTEGER;
CREATE INDEX shifts_late ON shifts (ends_at) WHERE state = 'running' AND late_told_at IS NULL;
`,
};
