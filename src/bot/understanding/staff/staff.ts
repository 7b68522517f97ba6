import type { Roster, RosterEntry } from '../understand.types.ts';
import { type DepartmentIndex, indexDepartments } from './departments.ts';
import { indexPeople, keyOf, type LookUp, type PeopleIndex, type Person } from './people.ts';

/** A roster made ready for looking people up. */
export interface Staff {
  /** Ward doctor and nurse of the stay, with all departments that are known of them. */
  readonly own: PeopleIndex;
  readonly hospital: PeopleIndex;
  /** Department of the stay; empty if there is none. */
  readonly ward: string;
  readonly departments: DepartmentIndex;
}

/** The hospital's part is shared by all its stays; that of a stay holds two people at most. */
const hospitals = new WeakMap<Roster['staff'], PeopleIndex>();
const places = new WeakMap<Roster['departments'], DepartmentIndex>();
const prepared = new WeakMap<Roster, Staff>();

/** The roster, made ready once and kept as long as it is: it comes with every message of its hospital. */
export function staffOf(roster: Roster): Staff {
  return kept(prepared, roster, () => {
    const hospital = kept(hospitals, roster.staff, indexPeople);
    return {
      own: indexPeople(entriesOf(roster.stay, hospital)),
      hospital,
      ward: roster.stay?.department.trim() ?? '',
      departments: kept(places, roster.departments, indexDepartments),
    };
  });
}

function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}

function entriesOf(stay: Roster['stay'], hospital: PeopleIndex): readonly RosterEntry[] {
  if (stay === undefined) return [];
  const { doctor, nurse, department } = stay;
  const own: RosterEntry[] = [];
  if (doctor !== undefined) own.push({ name: doctor, role: 'doctor', department });
  if (nurse !== undefined) own.push({ name: nurse, role: 'nurse', department });
  const elsewhere = indexPeople(own)
    .people.flatMap((person) =>
      (hospital.by.get(keyOf('name', person.plain)) ?? []).filter((one) => isSame(one, person)),
    )
    .flatMap(({ name, role, departments }) => departments.map((one) => ({ name, role, department: one })));
  return [...own, ...elsewhere];
}

function isSame(one: Person, other: Person): boolean {
  return one.plain === other.plain && one.role === other.role;
}

/** Everybody who is called so, those of the stay first. */
export function lookUp({ own, hospital }: Staff, how: LookUp, word: string): readonly Person[] {
  const key = keyOf(how, word);
  const led = own.by.get(key) ?? [];
  const others = hospital.by.get(key) ?? [];
  return led.length === 0 ? others : [...led, ...others.filter((one) => !led.some((person) => isSame(person, one)))];
}

/** Whether this is the ward doctor or the nurse of the stay. */
export function isOwn({ own }: Staff, person: Person): boolean {
  return own.people.includes(person);
}
