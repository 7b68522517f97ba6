import type { Migration } from './migration.ts';

/**
 * Why: supervisors are told of a shift that its officer never hands over. `late_told_at`: when they were; it stands beside
 * `escalated_at`, for such a shift may be handed over later and nobody take it. `named`: words and persons of an entry in the one
 * writing in which names are compared, so that 梁 宏偉 is 梁宏伟; NULL until the next start has filled it in.
 */
export const duties: Migration = {
  version: 18,
  name: 'duties',
  sql: `
ALTER TABLE shifts ADD COLUMN late_told_at INTEGER;
CREATE INDEX shifts_late ON shifts (ends_at) WHERE state = 'running' AND late_told_at IS NULL;

ALTER TABLE registers ADD COLUMN named TEXT;
CREATE INDEX registers_unnamed ON registers (no) WHERE named IS NULL;
`,
};
