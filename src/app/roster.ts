import type { KnowledgeFacts } from '../bot/knowledge/facts.ts';
import { floorsOf } from '../bot/understanding/staff/floors.ts';
import type { Roster } from '../bot/understanding/understand.types.ts';
import type { HospitalConfig } from '../config/schema.ts';
import type { StaffRow } from '../store/store.ts';

/** What the configuration adds to the lists, and takes from them. */
export type RosterAdditions = HospitalConfig['roster'];

/**
 * The hospital's staff: doctors of the knowledge base, everybody whom the imported stays name, and who was added by hand; nobody
 * who is hidden. Storeys are those of the wards, where the knowledge base knows wards: a patient who was admitted means nothing
 * else by 三楼.
 */
export function rosterOf(
  facts: Pick<KnowledgeFacts, 'departments' | 'doctors'>,
  stays: readonly StaffRow[],
  added: RosterAdditions,
): Roster {
  const { departments, doctors } = facts;
  const knowsWards = departments.some(({ hasWard }) => hasWard);
  const hidden = new Set(added.hidden);
  const listed = [...doctors.map((doctor) => ({ ...doctor, role: 'doctor' as const })), ...stays];
  return {
    staff: [...listed.filter(({ name }) => !hidden.has(name)), ...added.staff],
    departments: departments.map(({ name, aliases, building, floor, hasWard }) => ({
      name,
      aliases: [...new Set([...aliases, ...aliasesAdded(added, name)])],
      building,
      floors: hasWard || !knowsWards ? floorsOf(floor) : [],
    })),
  };
}

function aliasesAdded({ departments }: RosterAdditions, name: string): readonly string[] {
  return departments.filter((department) => department.name === name).flatMap(({ aliases }) => aliases);
}
