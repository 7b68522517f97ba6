import type { RegisterRecord } from '../domain/register.ts';

/** Who looks, as far as it decides what they may see. */
export interface Viewer {
  /** Department heads: theirs; null: all. */
  readonly department: string | null;
  /** Their name in the roster. */
  readonly staffName: string | null;
}

/** What a surname is followed by when somebody of the staff is meant. */
const TITLES = [
  '主任',
  '护士长',
  '護士長',
  '医生',
  '医师',
  '大夫',
  '醫生',
  '醫師',
  '护士',
  '护理师',
  '護理師',
  '院长',
  '院長',
  '科长',
  '科長',
  '教授',
];

/**
 * The words that mean this person in an entry: the full name, and for a department head also surname and title (李主任), since what
 * a head sees is of their own department anyway. Empty for an account without a name in the roster.
 */
export function namesOf({ staffName, department }: Viewer): readonly string[] {
  if (staffName === null || staffName.trim() === '') return [];
  const name = staffName.trim();
  const surname = Array.from(name)[0] ?? '';
  const isChinese = /^\p{Script=Han}/u.test(name);
  return department !== null && isChinese ? [name, ...TITLES.map((title) => `${surname}${title}`)] : [name];
}

/**
 * True if a complaint or suggestion names this person, also as a guess: it is neither shown nor given to them (standards.md
 * section 6). A praise is no secret from whom it praises.
 */
export function isAbout(entry: Pick<RegisterRecord, 'kind' | 'text' | 'concerns'>, viewer: Viewer): boolean {
  if (entry.kind === 'praise') return false;
  const said = [entry.text, ...entry.concerns];
  return namesOf(viewer).some((name) => said.some((words) => words.includes(name)));
}

/** True if the entry is one of the department: it handles it, helps, or is concerned. */
function isOfDepartment(
  entry: Pick<RegisterRecord, 'department' | 'coDepartments' | 'concernedDepartment'>,
  department: string,
): boolean {
  return [entry.department, entry.concernedDepartment, ...entry.coDepartments].includes(department);
}

/** Whether somebody may know of an entry at all; where not, it is not there for them (NOT_FOUND). */
export function isVisible(entry: RegisterRecord, viewer: Viewer): boolean {
  const inScope = viewer.department === null || isOfDepartment(entry, viewer.department);
  return inScope && !isAbout(entry, viewer);
}
