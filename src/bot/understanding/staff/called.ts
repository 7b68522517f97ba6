import type { StaffRole } from '../../../domain/finding.ts';
import { LONG_SURNAMES, PINYIN, TITLE } from './names.lists.ts';

/** What somebody is called by in a message. */
export interface Called {
  /** Two to four characters: a whole name, or a given name. */
  readonly name: string | null;
  readonly surname: string | null;
  readonly pinyin: string | null;
  /** That the title, if there is one, names. */
  readonly role: StaffRole | null;
}

const LATIN = /^(?:[a-z]+\.? )([a-z]+)(?: ([a-z]+))?/;
const BEFORE = new RegExp(`^${TITLE}`);
const BEHIND = new RegExp(`(?:${TITLE}|同志|姑娘)$`);
const OF_NAME = /^姓(.{1,2})的(?:[那这一]?[个位名])?$|^(.)姓$/;
const FAMILIAR = /^[小老阿](.{1,2})$|^(.{1,2})[姐哥]$/;
const WORKER = /护工|师傅|阿姨|院长|科长|实习生/;

/**
 * Takes apart how somebody is called: 姓李的护士, 李护士长, 护士小李, 李姐, 李小勤, Nurse Li. `following` is what stands behind
 * (Nurse Xiao *Li*). Null for those whom no roster of doctors and nurses holds.
 */
export function readCalled(written: string, following: string, role: StaffRole | 'carer' | null): Called | null {
  if (role === 'carer' || WORKER.test(written)) return null;
  const latin = LATIN.exec(written + following);
  if (latin !== null) return { name: null, surname: null, pinyin: spelt(latin[1], latin[2]), role };
  const core = written.replace(BEFORE, '').replace(BEHIND, '');
  const plain = core.replace(OF_NAME, '$1$2');
  const called = plain.replace(FAMILIAR, '$1$2');
  const isSurname = called.length === 1 || LONG_SURNAMES.includes(called);
  return {
    name: plain.length > 1 ? plain : null,
    surname: isSurname ? called : null,
    pinyin: null,
    role,
  };
}

/** "Nurse Xiao Li" and "Dr. Xiaoming Li" have the surname behind. */
function spelt(first = '', second = ''): string {
  const behind = second in PINYIN && (first === 'xiao' || !(first in PINYIN));
  return behind ? second : first;
}
