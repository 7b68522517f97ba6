import type { EntryContact } from '../../../wire/registers.ts';

/** What was opened with a reason, for as long as the page is open. */
export interface Opened extends EntryContact {
  readonly reason: string;
}
