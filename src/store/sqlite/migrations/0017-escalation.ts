import type { Migration } from './migration.ts';

/** Why: the conduct office came between the head of the department (1) and the leaders, who were 2 and are 3 now. */
export const escalation: Migration = {
  version: 17,
  name: 'escalation',
  sql: `
UPDATE registers SET escalated = 3 WHERE escalated = 2;
`,
};
