import type { Permission } from '../../access/roles.ts';
import type { LiveNews } from '../wire/live.ts';

/** Something that changed, and who may hear of it. */
export interface Announcement {
  readonly news: LiveNews;
  readonly permission: Permission;
  /** Department that it concerns; null: none. Who sees one department only hears of that alone. */
  readonly department: string | null;
  /** Only this account; absent: all who may. */
  readonly account?: string;
}

/** Tells open pages. Cheap, never throws, and nobody has to listen. */
export type Announce = (announcement: Announcement) => void;
