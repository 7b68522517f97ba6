import { knowledgeFacts } from '../../bot/knowledge/index.ts';
import type { RosterPerson, RosterView } from '../../console/wire/settings.ts';
import type { StaffRow } from '../../store/store.ts';
import type { Hospital } from '../hospital.ts';
import { rosterOf } from '../roster.ts';

type Source = RosterPerson['sources'][number];

/** Everybody whom messages can mean, with where their name comes from; hidden ones too, so that they can be brought back. */
export function rosterView(
  { knowledge, config }: Pick<Hospital, 'knowledge' | 'config'>,
  stays: readonly StaffRow[],
): RosterView {
  const facts = knowledgeFacts(knowledge);
  const people = new Map<string, RosterPerson>();
  const add = (rows: readonly StaffRow[], source: Source) => {
    for (const { name, role, department } of rows) {
      const id = `${role} ${name}`;
      const known = people.get(id) ?? {
        name,
        role,
        departments: [],
        sources: [],
        hidden: source !== 'settings' && config.roster.hidden.includes(name),
      };
      people.set(id, {
        ...known,
        departments: [...new Set([...known.departments, department])].filter((one) => one !== ''),
        sources: [...new Set([...known.sources, source])],
      });
    }
  };
  add(
    facts.doctors.map((doctor) => ({ ...doctor, role: 'doctor' as const })),
    'knowledge',
  );
  add(stays, 'discharges');
  add(config.roster.staff, 'settings');
  const places = new Map(facts.departments.map(({ name, building, floor }) => [name, [building, floor]]));
  return {
    people: [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'zh')),
    departments: rosterOf(facts, stays, config.roster).departments.map(({ name, aliases }) => ({
      name,
      aliases,
      place: (places.get(name) ?? []).filter((part) => part !== '').join(' '),
    })),
  };
}
