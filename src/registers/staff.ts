import { mayDo, type Permission, type Role } from '../access/roles.ts';
import type { RegisterRecord } from '../domain/register.ts';
import type { RegisterScope } from '../store/store.ts';
import { isAbout, isOfDepartment, namesOf } from './naming.ts';
import type { Actor } from './steps.ts';

/** Who works with the registers, as their session says. */
export interface Staff {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** That the account names; null: none. */
  readonly department: string | null;
  readonly staffName: string | null;
}

/** The department of a head that has none: no entry is of it. */
const NO_DEPARTMENT = '\u0000';

/** Heads see their department only; null: all. */
function departmentFor({ role, department }: Staff): string | null {
  return role === 'head' ? (department ?? NO_DEPARTMENT) : null;
}

export function scopeOf(who: Staff): RegisterScope {
  return { department: departmentFor(who), notNaming: namesOf(who) };
}

/** Whether somebody may know of an entry at all; where not, it is not there for them (NOT_FOUND). */
export function maySee(entry: RegisterRecord, who: Staff): boolean {
  const department = departmentFor(who);
  return (department === null || isOfDepartment(entry, department)) && !isAbout(entry, who);
}

export function actorOf(who: Staff): Actor {
  return { account: who.accountId, name: who.name, department: departmentFor(who) };
}

export function may(who: Staff): (permission: Permission) => boolean {
  return (permission) => mayDo(who.role, permission);
}
