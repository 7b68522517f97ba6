import type { StaffRole } from '../../../domain/finding.ts';
import { normalise } from '../normalise.ts';
import type { RosterEntry } from '../understand.types.ts';
import { sameDepartment } from './departments.ts';
import { LONG_SURNAMES, NO_NAME, PINYIN, TITLE } from './names.lists.ts';

/** Somebody of the staff, once, however many lists name them. */
export interface Person {
  /** As the lists write it, without title. */
  readonly name: string;
  /** As it stands in normalised text. */
  readonly plain: string;
  readonly surname: string;
  readonly given: string;
  readonly role: StaffRole;
  readonly departments: readonly string[];
}

/** By what a person is looked for. `~`: one character of the name is another one. */
export type LookUp = 'name' | '~' | 'given' | 'surname' | 'pinyin';

/** People under everything they can be called by. */
export interface PeopleIndex {
  readonly people: readonly Person[];
  /** Keys as `keyOf` gives them. */
  readonly by: ReadonlyMap<string, readonly Person[]>;
  /** Lengths of names by their first UTF-16 unit: where in a text a name may begin, and how long it may be. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
}

export function keyOf(how: LookUp, word: string): string {
  return `${how}:${word}`;
}

/** 李小勤 → 李小?, 李?勤, ?小勤. Two characters are too few to be sure that one of them is wrong. */
export function withOneWrong(name: string): readonly string[] {
  if (name.length < 3) return [];
  return Array.from(name, (_, at) => `${name.slice(0, at)}?${name.slice(at + 1)}`);
}

const PINYIN_OF = new Map<string, string[]>();
for (const [spelt, surnames] of Object.entries(PINYIN)) {
  const each = LONG_SURNAMES.includes(surnames) ? [surnames] : Array.from(surnames);
  for (const surname of each) PINYIN_OF.set(surname, [...(PINYIN_OF.get(surname) ?? []), spelt]);
}

const TITLES = new RegExp(`(?:[(（].*|${TITLE})$`);
const HAN_NAME = /^[\u3400-\u9fff]{2,4}$/;
const LATIN_NAME = /^[a-z][a-z.'-]+(?: [a-z.'-]+){1,3}$/;

/** The name of a list without title, remarks and blanks; null for what is no name (李医生, 值班). */
function readName(written: string): { name: string; plain: string } | null {
  const trimmed = written.trim().replace(TITLES, '').trim();
  const name = /[\u3400-\u9fff]/.test(trimmed) ? trimmed.replace(/\s+/g, '') : trimmed;
  const plain = normalise(name).text;
  if (NO_NAME.test(plain) || !(HAN_NAME.test(plain) || LATIN_NAME.test(plain))) return null;
  return { name, plain };
}

/** Gathers the entries of the lists into people; what is no name is left out. */
export function indexPeople(entries: readonly RosterEntry[]): PeopleIndex {
  const people = new Map<string, Person>();
  for (const { name: written, role, department } of entries) {
    const read = readName(written);
    if (read === null) continue;
    const id = `${role} ${read.plain}`;
    const departments = withDepartment(people.get(id)?.departments ?? [], department.trim());
    people.set(id, { ...read, ...partsOf(read.plain), role, departments });
  }
  const all = [...people.values()];
  return { people: all, by: byKeys(all), lengths: lengthsOf(all) };
}

/** 骨科 says no more than 骨科一病区, which stays. */
function withDepartment(known: readonly string[], added: string): readonly string[] {
  const covers = (one: string) => one.length >= added.length && sameDepartment(one, added);
  if (added === '' || known.some(covers)) return known;
  return [...known.filter((one) => !sameDepartment(one, added)), added];
}

function partsOf(plain: string): Pick<Person, 'surname' | 'given'> {
  if (!HAN_NAME.test(plain)) return { surname: '', given: '' };
  const length = plain.length > 2 && LONG_SURNAMES.includes(plain.slice(0, 2)) ? 2 : 1;
  return { surname: plain.slice(0, length), given: plain.slice(length) };
}

function keysOf({ plain, surname, given }: Person): readonly string[] {
  if (surname === '') return [keyOf('name', plain)];
  return [
    keyOf('name', plain),
    ...withOneWrong(plain).map((mask) => keyOf('~', mask)),
    ...(given.length > 1 ? [keyOf('given', given)] : []),
    keyOf('surname', surname),
    ...(PINYIN_OF.get(surname) ?? []).map((spelt) => keyOf('pinyin', spelt)),
  ];
}

function byKeys(people: readonly Person[]): PeopleIndex['by'] {
  const by = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of keysOf(person)) {
      const known = by.get(key);
      if (known === undefined) by.set(key, [person]);
      else known.push(person);
    }
  }
  return by;
}

function lengthsOf(people: readonly Person[]): PeopleIndex['lengths'] {
  const lengths = new Map<number, number[]>();
  for (const { plain } of people) {
    const first = plain.charCodeAt(0);
    const known = lengths.get(first) ?? [];
    if (!known.includes(plain.length))
      lengths.set(
        first,
        [...known, plain.length].sort((a, b) => b - a),
      );
  }
  return lengths;
}
