import type { StaffRole } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { KIN } from '../people.lists.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Roster } from '../understand.types.ts';
import { COMMON_SURNAMES, EVERYDAY, TITLE } from './names.lists.ts';
import { keyOf, type PeopleIndex, type Person } from './people.ts';
import { lookUp, type Staff, staffOf } from './staff.ts';

/** A name in a message of which the roster knows. */
interface ListedName {
  readonly start: number;
  readonly end: number;
  readonly role: StaffRole;
  /** Whether the message itself says what they are. */
  readonly titled: boolean;
}

const TITLE_BEFORE = new RegExp(`${TITLE}$`);
const TITLE_BEHIND = new RegExp(`^${TITLE}`);
const TITLES = guarded(new RegExp(TITLE, 'g'));
/** Longest title, in characters. */
const TITLE_LENGTH = 5;

const ABOUT_ONESELF = new RegExp(
  `(?:(?:我|俺|咱|本人)(?:就)?(?:叫|是|姓|的名字是?|名字叫)?|患者|病人|病号|${KIN}(?:叫|是)?)$`,
);
/** What stands behind a name that somebody says something of, and before one that is thanked or blamed. */
const GOES_ON = /^(?:$|[,!?;。、…~☺☹◇\s很真特非挺太都对人给帮打态服技最也是的和跟])/;
const LEADS_IN = /(?:^|[,!?;。、…~☺☹◇\s]|谢谢?|表扬|投诉|夸|就是|特别是|尤其是?|找|给)$/;

/** 我姓, 我叫, 我女儿: whoever is named behind is of the contact's side. */
export function isAboutOneself(text: string, start: number): boolean {
  return ABOUT_ONESELF.test(text.slice(Math.max(0, start - 8), start));
}

/** Names of the roster in a message: whole, with one character wrong, and what only the roster shows to be a name before a title. */
export function readListed(n: Normalised, roster: Roster): readonly ListedName[] {
  const staff = staffOf(roster);
  const found = [...writtenOut(n.text, staff.own), ...writtenOut(n.text, staff.hospital), ...beforeTitles(n, staff)];
  return found.length < 2 ? found : apart(found);
}

/** The first of those that overlap: own staff before others, whole names before parts. */
function apart(found: readonly ListedName[]): readonly ListedName[] {
  const kept: ListedName[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept;
}

function writtenOut(text: string, index: PeopleIndex): readonly ListedName[] {
  if (index.people.length === 0) return [];
  const found: ListedName[] = [];
  for (let at = 0; at < text.length; at++) {
    const lengths = index.lengths.get(text.charCodeAt(at));
    const length = lengths?.find((many) => isNameAt(text, at, { length: many, index }));
    if (length === undefined) continue;
    const word = text.slice(at, at + length);
    const person = personCalled(word, index);
    if (person === undefined) continue;
    found.push({ start: at, end: at + length, role: person.role, titled: isTitled(text, at, at + length) });
    at += length - 1;
  }
  return found;
}

function personCalled(word: string, { by }: PeopleIndex): Person | undefined {
  return (by.get(keyOf('name', word)) ?? sameSurname(word).flatMap((mask) => by.get(keyOf('~', mask)) ?? []))[0];
}

/** 李小勤 → 李?勤, 李小?: where the surname is wrong too little is left to know a name by in running text. */
function sameSurname(word: string): readonly string[] {
  const [first = '', second = '', third] = word;
  return third === undefined || word.length !== 3 ? [] : [`${first}?${third}`, `${first}${second}?`];
}

function isNameAt(text: string, at: number, { length, index }: { length: number; index: PeopleIndex }): boolean {
  const word = text.slice(at, at + length);
  if (word.length < length || personCalled(word, index) === undefined) return false;
  const end = at + length;
  if (EVERYDAY.has(word)) return TITLE_BEHIND.test(text.slice(end, end + TITLE_LENGTH));
  if (isTitled(text, at, end)) return true;
  if (isAboutOneself(text, at)) return false;
  const whole = index.by.has(keyOf('name', word));
  if (whole && /^[a-z]/.test(word)) return !/[a-z]/.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`);
  return whole || (GOES_ON.test(text.slice(end)) && LEADS_IN.test(text.slice(0, at)));
}

function isTitled(text: string, start: number, end: number): boolean {
  return (
    TITLE_BEHIND.test(text.slice(end, end + TITLE_LENGTH)) ||
    TITLE_BEFORE.test(text.slice(Math.max(0, start - TITLE_LENGTH), start))
  );
}

/** 向护士, 小琴护士, 护士晓兰: what stands beside a title is a name if somebody of that role bears it. */
function beforeTitles(n: Normalised, staff: Staff): readonly ListedName[] {
  if (staff.hospital.people.length + staff.own.people.length === 0) return [];
  const { text } = n;
  return TITLES.matches(n).flatMap(({ index: at, 0: title }) => {
    const role = /护/.test(title) ? 'nurse' : 'doctor';
    const is = (how: 'given' | 'surname', word: string): boolean =>
      lookUp(staff, how, word).some((person) => person.role === role);
    const end = at + title.length;
    const titled = { role, titled: true } as const;
    if (is('given', text.slice(Math.max(0, at - 2), at))) return [{ start: at - 2, end, ...titled }];
    if (is('given', text.slice(end, end + 2)) && GOES_ON.test(text.slice(end + 2)))
      return [{ start: at, end: end + 2, ...titled }];
    const surname = text.slice(Math.max(0, at - 1), at);
    // The common ones are read without a roster, and with care (谢谢医生).
    const rare = !COMMON_SURNAMES.includes(surname) && surname !== '谢';
    const alone = rare && ALONE.test(text.slice(0, Math.max(0, at - 1)));
    return alone && is('surname', surname) ? [{ start: at - 1, end, ...titled }] : [];
  });
}
/** Where a surname can begin that is an everyday word as well (方医生, but 对方医生). */
const ALONE = /(?:^|[^\u4e00-\u9fff]|[的是叫找跟和让请谢位名个])$/;
