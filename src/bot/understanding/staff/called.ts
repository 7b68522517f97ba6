import type { StaffRole } from '../../../domain/finding.ts';
import type { NamedPerson } from '../readers/people.ts';
import { EVERYDAY, LONG_SURNAMES, PINYIN, TITLE } from './names.lists.ts';

/** What somebody is called by in a message. */
export interface Called {
  /** Two to four characters: a whole name, or a given name. */
  readonly name: string | null;
  readonly surname: string | null;
  readonly pinyin: string | null;
  /** That the title, if there is one, names. */
  readonly role: StaffRole | null;
  /** Called by a title of rank: 王主任 need not be the ward's doctor 王, nor 张护士长 its nurse 张. */
  readonly ranked: boolean;
  /** A name that stands where a judgement would (服务高洁, 医生也高洁): it may be an everyday word. */
  readonly predicate: boolean;
}

const LATIN = /^(?:[a-z]+\.? )([a-z]+)(?: ([a-z]+))?/;
const BEFORE = new RegExp(`^${TITLE}`);
const BEHIND = new RegExp(`(?:${TITLE}|同志|姑娘|院长|科长)$`);
const OF_NAME = /^姓(.{1,2})的(?:[那这一]?[个位名])?$|^(.)姓$/;
const FAMILIAR = /^[小老阿](.{1,2})$|^(.{1,2})[姐哥]$/;
const WORKER = /护工|师傅|阿姨|实习生/;
/** Of those no list of a ward holds; only by the whole name is one of them known to be there. */
const HEAD = /院长|科长/;
const RANK = '(?:护士长|护长|副?主任(?:医师)?|教授|专家|院长|科长)';
const RANKED = new RegExp(`^${RANK}|${RANK}$|^prof`);
const RANK_BEHIND = new RegExp(`^${RANK}`);
const JUDGES = /(?:服务|态度|非常|特别|十分|比较|[很真挺太更最够])$/;
const JUDGES_LAST = /[都也]$/;
const CLAUSE_ENDS = /^(?:$|[,!?;。、…~\s])/;

/**
 * Takes apart how somebody is called: 姓李的护士, 李护士长, 护士小李, 李姐, 李小勤, Nurse Li. What stands behind
 * belongs to it in Nurse Xiao *Li*. Null for those whom no roster of doctors and nurses holds.
 */
export function readCalled(text: string, { start, end, ...named }: NamedPerson): Called | null {
  const written = text.slice(start, end);
  const following = text.slice(end, end + 14);
  const role = named.titled ? named.role : null;
  if (role === 'carer' || WORKER.test(written)) return null;
  const ranked = RANKED.test(written) || RANK_BEHIND.test(following);
  const latin = LATIN.exec(written + following);
  if (latin !== null)
    return { name: null, surname: null, pinyin: spelt(latin[1], latin[2]), role, ranked, predicate: false };
  const names = namesOf(written);
  if (names === null) return null;
  const predicate = role === null && written.length === 2 && isPredicate(text.slice(0, start), following);
  return { ...names, pinyin: null, role, ranked, predicate };
}

/** The name and the surname in 李护士长, 护士小李, 李小勤; null for what is no name of a ward's staff. */
function namesOf(written: string): Pick<Called, 'name' | 'surname'> | null {
  const core = written.replace(BEFORE, '').replace(BEHIND, '');
  // 护士温和 says what she is like; 温和护士 who she is.
  if (EVERYDAY.has(core) && core !== written && written.endsWith(core)) return null;
  const plain = core.replace(OF_NAME, '$1$2');
  const called = plain.replace(FAMILIAR, '$1$2');
  const isSurname = called.length === 1 || LONG_SURNAMES.includes(called);
  if (isSurname && HEAD.test(written)) return null;
  return { name: plain.length > 1 ? plain : null, surname: isSurname ? called : null };
}

function isPredicate(before: string, following: string): boolean {
  return JUDGES.test(before) || (JUDGES_LAST.test(before) && CLAUSE_ENDS.test(following));
}

/** "Nurse Xiao Li" and "Dr. Xiaoming Li" have the surname behind. */
function spelt(first = '', second = ''): string {
  const behind = second in PINYIN && (first === 'xiao' || !(first in PINYIN));
  return behind ? second : first;
}
