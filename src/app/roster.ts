import type { KnowledgeFacts } from '../bot/knowledge/facts.ts';
import { floorsOf } from '../bot/understanding/staff/floors.ts';
import type { Roster } from '../bot/understanding/understand.types.ts';
import type { StaffRow } from '../store/store.ts';

/**
 * The hospital's staff: doctors of the knowledge base, and everybody whom the imported stays name. Storeys are those of the
 * wards, where the knowledge base knows wards: a patient who was admitted means nothing else by 三楼.
 */
export function rosterOf(facts: Pick<KnowledgeFacts, 'departments' | 'doctors'>, stays: readonly StaffRow[]): Roster {
  const { departments, doctors } = facts;
  const knowsWards = departments.some(({ hasWard }) => hasWard);
  return {
    staff: [...doctors.map((doctor) => ({ ...doctor, role: 'doctor' as const })), ...stays],
    departments: departments.map(({ name, aliases, building, floor, hasWard }) => ({
      name,
      aliases,
      building,
      floors: hasWard || !knowsWards ? floorsOf(floor) : [],
    })),
  };
}
