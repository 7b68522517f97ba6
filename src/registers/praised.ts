import type { StaffRole } from '../domain/finding.ts';
import type { RegisterRecord } from '../domain/register.ts';

/** Somebody of the roster; a person who works in two departments stands there twice. */
export interface StaffMember {
  readonly name: string;
  readonly role: StaffRole;
  /** Empty if not known. */
  readonly department: string;
}

/** Who is praised by an entry. */
export interface Praised {
  /** The roster's name, or what stands in the entry where nobody is certain. */
  readonly name: string;
  readonly department: string;
  /** False: as written. An officer can join it to somebody of the roster. */
  readonly certain: boolean;
}

/** What one word of an entry says of a person. */
interface Mention {
  readonly written: string;
  /** Without a title; one character where only the surname is known. Empty: nobody is named. */
  readonly name: string;
  readonly role: StaffRole | null;
  /** As the bot noted it; empty: not said. */
  readonly departments: readonly string[];
  /** A guess is nobody's. */
  readonly guess: boolean;
}

const ROLE_WORDS: Readonly<Record<StaffRole, string>> = { doctor: '医生', nurse: '护士' };

/** What follows a name, and whose title it is; the longer ones first. */
const TITLES: readonly (readonly [RegExp, StaffRole | null])[] = [
  [/(?:主治|主任|住院|副主任)?(?:医生|医师|大夫|醫生|醫師)$/u, 'doctor'],
  [/(?:护士长|護士長|护士|護士|护师|護師|护理师|護理師)$/u, 'nurse'],
  [/(?:主任|教授|院长|院長|科长|科長|老师|老師)$/u, null],
];
/** Somebody of a role without a name: the canonical one, or in words. */
const NOBODY: Readonly<Record<string, StaffRole | null>> = {
  doctor: 'doctor',
  nurse: 'nurse',
  medical: null,
  staff: null,
  医护: null,
  医护人员: null,
  医务人员: null,
  工作人员: null,
};
const NOTED = /^(?<name>[^（）]+)（(?<role>医生|护士)(?:，(?<where>[^）]+))?）$/u;

function mentionOf(written: string): Mention {
  const { name, role, where } = NOTED.exec(written)?.groups ?? {};
  if (name !== undefined)
    return {
      written,
      name,
      role: role === ROLE_WORDS.doctor ? 'doctor' : 'nurse',
      departments: where?.split('或') ?? [],
      guess: false,
    };
  if (Object.hasOwn(NOBODY, written))
    return { written, name: '', role: NOBODY[written] ?? null, departments: [], guess: false };
  const guess = written.includes('（可能是');
  const plain = written.replace(/（.*$/u, '').trim();
  const title = TITLES.find(([pattern]) => pattern.test(plain));
  return {
    written,
    name: title === undefined ? plain : plain.replace(title[0], ''),
    role: title?.[1] ?? null,
    departments: [],
    guess,
  };
}

const mayBe = (one: StaffRole | null, other: StaffRole | null): boolean =>
  one === null || other === null || one === other;

/** The only one of the roster whom a full name can mean; a department decides between people of one name. */
function certainOf(mention: Mention, concerned: string, staff: readonly StaffMember[]): Praised | null {
  if (mention.guess || Array.from(mention.name).length < 2) return null;
  const named = staff.filter(({ name, role }) => name === mention.name && mayBe(role, mention.role));
  const where = mention.departments.length > 0 ? mention.departments : [concerned];
  const here = named.filter(({ department }) => where.includes(department));
  const those = here.length > 0 ? here : named;
  if (new Set(those.map(({ role }) => role)).size !== 1) return null;
  const departments = [...new Set(those.map(({ department }) => department))].filter((one) => one !== '');
  // Of one name in two departments: two people, for all we know.
  if (here.length === 0 && departments.length > 1) return null;
  return { name: mention.name, department: departments.join('、'), certain: true };
}

/** A bare name has the role that the roster gives it, where it gives one. */
function withRole(mention: Mention, staff: readonly StaffMember[]): Mention {
  const roles = new Set(staff.filter(({ name }) => name === mention.name).map(({ role }) => role));
  return mention.role === null && roles.size === 1 ? { ...mention, role: [...roles][0] ?? null } : mention;
}

/** 梁医生 beside 梁宏伟 is 梁宏伟. */
function isBeside(mention: Mention, named: Mention): boolean {
  if (mention === named || !mayBe(mention.role, named.role)) return false;
  if (mention.name === named.name) return mention.written.length < named.written.length;
  return Array.from(mention.name).length === 1 && named.name.startsWith(mention.name);
}

/** 医生 says nothing more where a doctor is named. */
function isSaid(mention: Mention, others: readonly Mention[]): boolean {
  return mention.name === '' && others.some(({ name, role }) => name !== '' && mayBe(role, mention.role));
}

/**
 * Who is praised, each person once: whoever is certain under the name of the roster, anybody else as written. Roles stand for
 * themselves only where nobody of that role is named.
 */
export function praisedIn(
  { concerns, concernedDepartment }: Pick<RegisterRecord, 'concerns' | 'concernedDepartment'>,
  staff: readonly StaffMember[],
): readonly Praised[] {
  const mentions = concerns.map((written) => withRole(mentionOf(written), staff));
  const own = mentions.filter(
    (mention) => !isSaid(mention, mentions) && !mentions.some((other) => isBeside(mention, other)),
  );
  const people = own.map(
    (mention): Praised =>
      certainOf(mention, concernedDepartment, staff) ?? {
        name: mention.written,
        department: concernedDepartment,
        certain: false,
      },
  );
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
}

/** Words of a praise that name somebody whom the roster does not know for certain, or nobody by name. */
export function openNames(
  entry: Pick<RegisterRecord, 'concerns' | 'concernedDepartment'>,
  staff: readonly StaffMember[],
): readonly string[] {
  return praisedIn(entry, staff)
    .filter(({ certain }) => !certain)
    .map(({ name }) => name);
}

/** As the bot notes somebody whom it is certain of. */
export function notedAs({ name, role, department }: StaffMember): string {
  return `${name}（${ROLE_WORDS[role]}${department === '' ? '' : `，${department}`}）`;
}
