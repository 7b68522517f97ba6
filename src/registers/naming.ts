import { nameInOneWriting } from '../domain/one-writing.ts';
import type { RegisterRecord } from '../domain/register.ts';

/** Somebody with an account, as far as an entry may mean them. */
export interface Person {
  /** That the account names, whatever its role; null: none. */
  readonly department: string | null;
  /** Their name in the roster. */
  readonly staffName: string | null;
}

/** What a surname is followed by when somebody of the staff is meant, in the writing in which names are compared. */
const TITLES = ['主任', '护士长', '医生', '医师', '大夫', '护士', '护理师', '院长', '科长', '教授'];

/**
 * The words that mean this person in an entry, in one writing: the full name, and for somebody of a department also surname and title
 * (李主任), which is how contacts call the staff they met. Empty for an account without a name in the roster. The one rule for whatever
 * hangs on a complaint: entries, conversations, tasks, points of a handover, live events.
 */
export function namesOf({ staffName, department }: Person): readonly string[] {
  const name = nameInOneWriting(staffName ?? '');
  if (name === '') return [];
  const surname = Array.from(name)[0] ?? '';
  const isChinese = /^\p{Script=Han}/u.test(name);
  return department !== null && isChinese ? [name, ...TITLES.map((title) => `${surname}${title}`)] : [name];
}

/** True if one of the names, as `namesOf` writes them, stands in these words. */
export function holdsName(words: string, names: readonly string[]): boolean {
  const plain = nameInOneWriting(words);
  return names.some((name) => plain.includes(name));
}

/**
 * True if a complaint or suggestion names this person, also as a guess: it is neither shown nor given to them (standards.md
 * section 6). A praise is no secret from whom it praises.
 */
export function isAbout(entry: Pick<RegisterRecord, 'kind' | 'text' | 'concerns'>, person: Person): boolean {
  if (entry.kind === 'praise') return false;
  const names = namesOf(person);
  return names.length > 0 && [entry.text, ...entry.concerns].some((words) => holdsName(words, names));
}

/** True if the entry is one of the department: it handles it, helps, or is concerned. */
export function isOfDepartment(
  entry: Pick<RegisterRecord, 'department' | 'coDepartments' | 'concernedDepartment'>,
  department: string,
): boolean {
  return [entry.department, entry.concernedDepartment, ...entry.coDepartments].includes(department);
}
