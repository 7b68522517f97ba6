import { normalise } from '../../understanding/normalise.ts';
import type { Department, Knowledge } from '../knowledge.types.ts';
import { SPECIALTIES, type Specialty } from './specialties.lists.ts';

/** Which departments of a hospital can be suggested, and which of them sees to a generic specialty. */
export interface Roster {
  /** Ids that may be suggested, in the order of the file. */
  readonly open: ReadonlySet<string>;
  /** Specialty → id of the department; missing where nobody sees to it. */
  readonly departmentOf: ReadonlyMap<string, string>;
}

const byId = new Map(SPECIALTIES.map((specialty) => [specialty.id, specialty]));
/** The only ones suggested without an appointment: for what cannot wait and is no danger to life. */
const WITHOUT_APPOINTMENT: ReadonlySet<string> = new Set(['emergency']);
/** A name of so few characters says too little inside a longer one (外科 is in 神经外科). */
const LEAST_INSIDE = 3;

/** Reads the departments of a hospital. Cheap; once per knowledge file. */
export function rosterOf({ departments }: Knowledge): Roster {
  const own = new Map<string, string>();
  for (const specialty of SPECIALTIES) {
    const found = ownOf(specialty, departments);
    if (found !== undefined) own.set(specialty.id, found.id);
  }
  const departmentOf = new Map<string, string>();
  for (const { id } of SPECIALTIES) {
    const found = standIn(id, own, new Set());
    if (found !== undefined) departmentOf.set(id, found);
  }
  const open = new Set(departments.filter(canBook).map(({ id }) => id));
  for (const id of WITHOUT_APPOINTMENT) {
    const found = own.get(id);
    if (found !== undefined) open.add(found);
  }
  return { open, departmentOf };
}

function canBook({ bookable, open }: Department): boolean {
  return bookable && open.length > 0;
}

/** The department that bears a name of the specialty: as its name, then as an alias, then inside its name. */
function ownOf({ id, names }: Specialty, departments: readonly Department[]): Department | undefined {
  const able = WITHOUT_APPOINTMENT.has(id) ? departments : departments.filter(canBook);
  const inside = names.filter((name) => name.length >= LEAST_INSIDE);
  return (
    firstOf(names, (name) => able.find((department) => plain(department.name) === name)) ??
    firstOf(names, (name) => able.find(({ aliases }) => aliases.some((alias) => plain(alias) === name))) ??
    firstOf(inside, (name) => able.find((department) => plain(department.name).includes(name)))
  );
}

function firstOf<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Its own department, or that of the first specialty that takes over and has one. */
function standIn(id: string, own: ReadonlyMap<string, string>, seen: Set<string>): string | undefined {
  if (seen.has(id)) return undefined;
  seen.add(id);
  return own.get(id) ?? firstOf(byId.get(id)?.instead ?? [], (other) => standIn(other, own, seen));
}

/** A name as it is compared. */
function plain(name: string): string {
  return normalise(name).text;
}
