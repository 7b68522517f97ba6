import { normalise } from '../../understanding/normalise.ts';
import { LONG_SURNAMES, PINYIN } from '../../understanding/staff/names.lists.ts';
import { withOneWrong } from '../../understanding/staff/people.ts';
import type { Doctor } from '../knowledge.types.ts';
import type { Candidate } from './entities.types.ts';
import type { Hit } from './words.ts';

const TITLE = /副?主任(?:医师)?|主治(?:医师|医生)?|医生|大夫|医师|教授|专家/g;
/** What comes right before a title and ends in a surname, yet is no surname. */
const NO_SURNAME =
  /(?:谢谢|感谢|多谢|答谢|主任|任何|分钟|病史|地方|事项|提高|其余|流程|课程|过程|健康|[中英]文|[关由]于|多少|至少|白白|平安|上周|本周|这周|下周|每周|时候|症候)$/;
/** 姓叶的大夫; 我姓叶 is the patient. */
const OF_SURNAME = /姓([\u3400-\u9fff])的?(?:那个|那位|那|这位)?(?:[男女老]的?)?(?:主任|医生|大夫|医师|教授|专家)/g;
const ENGLISH_TITLE_CHINESE_NAME = /(?:dr|doctor|prof|professor)\.? ?([\u3400-\u9fff]{2,4})/g;
const ENGLISH_TITLE = /\b(?:dr|doctor|prof|professor)\.? ([a-z]{2,10})(?: ([a-z]{2,12}))?/g;

/** Doctors under what they are called by. */
export interface DoctorIndex {
  readonly surnames: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Names with `?` for one character; ids of those who bear them. */
  readonly wrong: ReadonlyMap<string, readonly string[]>;
  readonly pinyin: ReadonlyMap<string, readonly string[]>;
}

/** A way somebody is called, with whom it can mean. */
export interface CalledDoctor extends Hit {
  readonly candidates: readonly Candidate[];
}

export function indexDoctors(doctors: readonly Doctor[]): DoctorIndex {
  const surnames = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const wrong = new Map<string, string[]>();
  const pinyin = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const { id, name } of doctors) {
    const plain = normalise(name).text;
    const surname = surnameOf(plain);
    put(surnames, surname, id);
    put(names, plain, id);
    for (const pattern of withOneWrong(plain)) put(wrong, pattern, id);
    for (const [spelt, characters] of Object.entries(PINYIN)) {
      if (characters === surname || (surname.length === 1 && characters.includes(surname))) put(pinyin, spelt, id);
    }
  }
  return { surnames, names, wrong, pinyin };
}

function surnameOf(name: string): string {
  return LONG_SURNAMES.find((long) => name.startsWith(long)) ?? name.slice(0, 1);
}

/** 张医生, 陈立心主任 (one character wrong), Dr. Chen. Full names are words of the index. */
export function calledDoctors(index: DoctorIndex, text: string): readonly CalledDoctor[] {
  const found: CalledDoctor[] = [];
  for (const match of text.matchAll(TITLE)) {
    const end = match.index + match[0].length;
    const called = beforeTitle(index, text, match.index);
    if (called !== undefined) found.push({ ...called, word: text.slice(called.start, end), end });
  }
  found.push(...bySurname(index, text));
  for (const match of text.matchAll(ENGLISH_TITLE_CHINESE_NAME)) {
    const ids = index.names.get(match[1] ?? '') ?? [];
    const end = match.index + match[0].length;
    const candidates = ids.map((id): Candidate => ({ id, via: 'name' }));
    if (ids.length > 0) found.push({ candidates, word: match[0], start: match.index, end });
  }
  for (const match of text.matchAll(ENGLISH_TITLE)) {
    const spelt = [match[1] ?? '', match[2] ?? ''].find((word) => index.pinyin.has(word));
    if (spelt === undefined) continue;
    const candidates = (index.pinyin.get(spelt) ?? []).map((id): Candidate => ({ id, via: 'surname' }));
    found.push({ candidates, word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function bySurname({ surnames }: DoctorIndex, text: string): readonly CalledDoctor[] {
  return [...text.matchAll(OF_SURNAME)].flatMap(({ 0: word, 1: surname = '', index: start }) => {
    const candidates = (surnames.get(surname) ?? []).map((id): Candidate => ({ id, via: 'surname' }));
    return candidates.length === 0 ? [] : [{ candidates, word, start, end: start + word.length }];
  });
}

/** Whom the characters before a title mean. */
function beforeTitle(
  { surnames, names, wrong }: DoctorIndex,
  text: string,
  title: number,
): { readonly candidates: readonly Candidate[]; readonly start: number } | undefined {
  const name = text.slice(Math.max(0, title - 3), title);
  for (const length of [4, 3, 2]) {
    const exact = title < length ? undefined : names.get(text.slice(title - length, title));
    if (exact !== undefined) return { candidates: exact.map((id) => ({ id, via: 'name' })), start: title - length };
  }
  const near = [...new Set(withOneWrong(name).flatMap((pattern) => wrong.get(pattern) ?? []))];
  const [only] = near;
  if (only !== undefined && near.length === 1) return { candidates: [{ id: only, via: 'wrong' }], start: title - 3 };
  if (NO_SURNAME.test(name)) return undefined;
  const surname = [name.slice(-2), name.slice(-1)].find((part) => surnames.has(part));
  if (surname === undefined) return undefined;
  const candidates = (surnames.get(surname) ?? []).map((id): Candidate => ({ id, via: 'surname' }));
  return { candidates, start: title - surname.length };
}
