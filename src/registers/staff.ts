import { mayDo, type Permission, type Role } from '../access/roles.ts';
import type { RegisterRecord } from '../domain/register.ts';
import type { RegisterScope } from '../store/store.ts';
import { isVisible, namesOf, type Viewer } from './naming.ts';
import type { Actor } from './steps.ts';

/** Who works with the registers, as their session says. */
export interface Staff {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** Department heads: theirs; null: none. */
  readonly department: string | null;
  readonly staffName: string | null;
}

/** The department of a head that has none: no entry is of it. */
const NO_DEPARTMENT = '\u0000';

function viewerOf(who: Staff): Viewer {
  return { department: who.role === 'head' ? (who.department ?? NO_DEPARTMENT) : null, staffName: who.staffName };
}

export function scopeOf(who: Staff): RegisterScope {
  const viewer = viewerOf(who);
  return { department: viewer.department, notNaming: namesOf(viewer) };
}

export function maySee(entry: RegisterRecord, who: Staff): boolean {
  return isVisible(entry, viewerOf(who));
}

export function actorOf(who: Staff): Actor {
  return { account: who.accountId, name: who.name, department: viewerOf(who).department };
}

export function may(who: Staff): (permission: Permission) => boolean {
  return (permission) => mayDo(who.role, permission);
}
