import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import { readListed } from '../staff/listed.ts';
import { COMMON_SURNAMES } from '../staff/names.lists.ts';
import type { Roster } from '../understand.types.ts';

const S = `(?:[${COMMON_SURNAMES}]|(?<![谢多感])谢(?!谢))`;
const NAMED = guarded(
  new RegExp(
    [
      `(?<![主护任如为几也不允或对地双])${S}[\\u4e00-\\u9fff]{0,2}?(?:主任医师|副主任|医生|大夫|医师|主任|教授|专家|院长|科长|护士长|护士|护长|护理师|护工|师傅|阿姨|医官)`,
      `(?<!百)姓(?:${S}|欧阳|上官|司马|诸葛|司徒|(?![什啥名氏甚])[\\u4e00-\\u9fff])的(?:(?:[那这一]?[个位名])?(?:医生|大夫|护士|主任|医师|护工))?`,
      `(?:责任护士|护士长|护士|护理师|医生|大夫|护工|实习生)[小老阿]?${S}(?:[\\u4e00-\\u9fff](?=[,!。;、☺ 很真特非挺都对人给帮打]|$))?`,
      `(?<![老小大胆])[小]${S}(?:护士|医生|大夫|姑娘|同志)?`,
      `${S}[姐哥](?=[,!。很真特人]|$)`,
    ].join('|'),
    'g',
  ),
);
const LATIN_NAMED = guarded(
  /\b(?:dr\.?|doctor|nurse|prof\.?|professor|mr\.?|mrs\.?|ms\.?) (?!(?:was|is|were|are|and|who|in|on|at|the|to|never|did|had|has|came|said|for|very|care|call|station|not|who|took|that|good|also|but|team|staff|service|so|should)\b)[a-z]{2,}/g,
);
const TRIGGER = guarded(/[医护大主教院师姓小姐哥士阿]/);

/** A person named in a message, offsets in the normalised text. */
export interface NamedPerson {
  readonly start: number;
  readonly end: number;
  /** Canonical role that the name carries (护士小陈 → nurse), or that the roster has for it, or null. */
  readonly role: 'doctor' | 'nurse' | 'carer' | null;
  /** Whether the message itself says what they are. */
  readonly titled: boolean;
}

/** Finds names of staff: 张医生, 护士小陈, Nurse Li, and those of the roster. */
export function readNames(n: Normalised, roster: Roster): NamedPerson[] {
  const { text } = n;
  const names: NamedPerson[] = [];
  if (TRIGGER.test(n)) {
    for (const hit of NAMED.matches(n)) names.push(named(hit.index, hit[0]));
  }
  if (text.includes('dr') || text.includes('nurse') || text.includes('doctor')) {
    for (const hit of LATIN_NAMED.matches(n)) names.push(named(hit.index, hit[0]));
  }
  for (const listed of readListed(n, roster)) add(names, listed);
  return names;
}

function named(start: number, word: string): NamedPerson {
  const role = roleOfTitle(word);
  return { start, end: start + word.length, role, titled: role !== null };
}

function roleOfTitle(word: string): NamedPerson['role'] {
  if (/护工/.test(word)) return 'carer';
  if (/护|nurse/.test(word)) return 'nurse';
  return /医|大夫|主任|教授|专家|^(?:dr|doc|prof)/.test(word) ? 'doctor' : null;
}

interface Naming {
  readonly start: number;
  readonly text: string;
  readonly names: readonly NamedPerson[];
}

/** Both name somebody, and nobody whom the other names. */
export function areOfTwo(one: Naming, other: Naming): boolean {
  const here = calledIn(one);
  const there = calledIn(other);
  return here.length > 0 && there.length > 0 && !here.some((name) => there.includes(name));
}

function calledIn({ start, text, names }: Naming): readonly string[] {
  return names.map((name) => text.slice(name.start - start, name.end - start));
}

/** A listed name where another one was read goes on with it: 护士李 and 李小琴 are 护士李小琴. */
function add(names: NamedPerson[], listed: NamedPerson): void {
  const at = names.findIndex((other) => listed.start < other.end && other.start < listed.end);
  const other = names[at];
  if (other === undefined) names.push(listed);
  else
    names[at] = {
      start: Math.min(other.start, listed.start),
      end: Math.max(other.end, listed.end),
      role: other.role ?? listed.role,
      titled: other.titled || listed.titled,
    };
}
