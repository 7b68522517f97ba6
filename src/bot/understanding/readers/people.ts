import type { Normalised } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';
import type { Roster } from '../understand.types.ts';

/** Family names frequent enough to tell 张医生 from 好医生; without those that are everyday words before a role. */
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤葛章齐欧阮柯洪翁庄辛殷虞俞倪池岳齐盛童温梅';
const S = `(?:[${SURNAMES}]|(?<![谢多感])谢(?!谢))`;
const NAMED = guarded(
  new RegExp(
    [
      `(?<![主护任如为几也不允或对地双])${S}[\\u4e00-\\u9fff]{0,2}?(?:主任医师|副主任|医生|大夫|医师|主任|教授|专家|院长|科长|护士长|护士|护长|护理师|护工|师傅|阿姨|医官)`,
      `姓${S}的(?:医生|大夫|护士|主任|医师|护工)?`,
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
  /** Canonical role that the name carries (护士小陈 → nurse), or null. */
  readonly role: 'doctor' | 'nurse' | 'carer' | null;
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
  addListed(names, text, listedIn(roster));
  return names;
}

function named(start: number, word: string): NamedPerson {
  return { start, end: start + word.length, role: roleOfTitle(word) };
}

function roleOfTitle(word: string): NamedPerson['role'] {
  if (/护工/.test(word)) return 'carer';
  if (/护|nurse/.test(word)) return 'nurse';
  return /医|大夫|主任|教授|专家|^(?:dr|doc|prof)/.test(word) ? 'doctor' : null;
}

/** A name of the roster. */
interface Listed {
  /** As it stands in normalised text. */
  readonly written: string;
  readonly length: number;
  readonly role: 'doctor' | 'nurse';
  /** Place in the roster: of names that overlap the first one holds. */
  readonly place: number;
}

/** Names by their first UTF-16 unit. */
type ListedNames = ReadonlyMap<number, readonly Listed[]>;

/** A roster comes with every message of its hospital: what was prepared is kept as long as it is. */
const prepared = new WeakMap<Roster, ListedNames>();

function listedIn(roster: Roster): ListedNames {
  const known = prepared.get(roster);
  if (known !== undefined) return known;
  const names = new Map<number, Listed[]>();
  const all = [
    ...roster.doctors.map((name) => [name, 'doctor'] as const),
    ...roster.nurses.map((name) => [name, 'nurse'] as const),
  ];
  for (const [place, [name, role]] of all.entries()) {
    if (name.length < 2) continue;
    const written = name.toLowerCase();
    const first = written.charCodeAt(0);
    const one = { written, length: name.length, role, place };
    names.set(first, [...(names.get(first) ?? []), one]);
  }
  prepared.set(roster, names);
  return names;
}

/** The names of the roster where they first stand, unless another name stands there. */
function addListed(names: NamedPerson[], text: string, listed: ListedNames): void {
  const found = new Map<Listed, number>();
  for (let at = 0; at < text.length; at++) {
    for (const one of listed.get(text.charCodeAt(at)) ?? NO_NAMES)
      if (text.startsWith(one.written, at) && !found.has(one)) found.set(one, at);
  }
  if (found.size === 0) return;
  for (const [{ length, role }, start] of [...found].sort(([a], [b]) => a.place - b.place)) {
    const end = start + length;
    if (!names.some((other) => start < other.end && other.start < end)) names.push({ start, end, role });
  }
}
const NO_NAMES: readonly Listed[] = [];
