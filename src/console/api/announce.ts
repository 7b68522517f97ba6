import type { Permission } from '../../access/roles.ts';
import type { RegisterKey } from '../../store/store.ts';
import type { LiveNews } from '../wire/live.ts';

/** What news are about. Whoever may not see that does not hear of it: the number of a task or of an entry tells that there is one. */
export type Subject =
  | { readonly conversation: string }
  | { readonly work: string }
  | { readonly entry: RegisterKey }
  /** Entries of this conversation; which ones is not known yet. */
  | { readonly entriesOf: string };

/** Something that changed, and who may hear of it. */
export interface Announcement {
  readonly news: LiveNews;
  readonly permission: Permission;
  /** null: nothing that is hidden from anybody who has the permission. */
  readonly about: Subject | null;
  /** Only this account; absent: all who may. */
  readonly account?: string;
}

/** Tells open pages. Cheap, never throws, and nobody has to listen. */
export type Announce = (announcement: Announcement) => void;
