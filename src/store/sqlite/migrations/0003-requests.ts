import type { Migration } from './migration.ts';

/**
 * Why: an appointment that a contact has confirmed is a work item with facts that the desk sorts and books by (department,
 * date, name, phone), and so is the number left for a callback or a handoff.
 */
export const requests: Migration = {
  version: 3,
  name: 'requests',
  sql: 'ALTER TABLE work_items ADD COLUMN details TEXT;',
};
