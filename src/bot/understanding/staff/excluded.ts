import type { NamedPerson } from '../readers/people.ts';
import type { Place } from './places.ts';

/** What may stand between 不是 and a name: 不是我们的张护士, 不是那个张护士. */
const WHOSE = '(?:[我你他咱]们?的?|[那这]个)?';
/** 要不是张护士 and 是不是张护士 exclude nobody. */
const NOT = '(?<![要若果是])不是(?:因为|针对|投诉|批评|说|讲|指|怪|骂)?';
const NOT_BLAMED = '(?:不(?:能|该|要|想)?|没有?|别)(?:怪|怨|赖|骂|针对|投诉|批评)|不关|不说|没说';
const OTHERS = '除(?:了|开|去|掉)?|不像|不如|不及|[比赶]不上';
const EXCLUDES = new RegExp(`(?:${NOT}|${NOT_BLAMED}|${OTHERS})${WHOSE}$`);
const EXCLUDES_LATIN =
  /\b(?:not|n['’]t|except(?: for)?|apart from|aside from|other than|unlike|(?:everyone|everybody|anyone) but|(?:not|n['’]t) blam(?:e|ing)|nothing to do with)(?: the| my| our)? $/;

/** 不是张护士发现得早，我就没命了: the same as 要不是. */
const BUT_FOR = /^[^。!?]{1,14}(?:就没|早没|早就|活不)/;
const IS_NOT = new RegExp(`不是${WHOSE}$`);

/** 没有张护士好, against 没有张护士就没有我. */
const LESS_THAN = new RegExp(`没有?${WHOSE}$`);
const BETTER = /^(?:[那这]么|[那这]样|的?一半|好|强|细心|耐心|负责|温柔|认真|仔细|专业|热情|周到|(?:的|什么|啥)事)/;

/** 没责任心 is blame. */
const CLEARED =
  /^(?:[也都倒可真]|其实|完全|根本|[他她]?是)?(?:(?:没有?|毫?无)(?:任何|什么|啥|半点|一点|多大|直接)?(?:关系|责任(?![心感])|过错)|无关|无辜|除外|不算)/;
const CLEARED_LATIN =
  /^(?: [a-z]+)? (?:(?:is|was) not|(?:is|was)n['’]t|(?:has|had) nothing) (?:to (?:blame|do with)|at fault|involved|responsible)/;
/** Somebody else, who is only told apart by the name. */
const OTHERS_OF =
  /^(?:的(?:[那这一]个|[几些]个?|其他|别的)?(?:病人|患者|病号|家属|家人|朋友|亲戚|亲属)|家属|(?: [a-z]+)?['’]s? (?:other )?(?:patient|famil|relative|friend))/;

/** 张护士和李护士, 九楼的张护士: what excludes one excludes both. */
const JOINED = /^(?:的|[和跟与或、]|还是|或者| and | or )?$/;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Names of which a message says that they are not meant (不是张护士, 跟张护士没关系, 王医生的病人), and the places that belong to them. */
export function readExcluded(
  text: string,
  names: readonly NamedPerson[],
  places: readonly Place[],
): ReadonlySet<NamedPerson | Place> {
  const groups: (NamedPerson | Place)[][] = [];
  for (const one of [...names, ...places].sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last !== undefined && JOINED.test(text.slice(last.end, one.start))) group?.push(one);
    else groups.push([one]);
  }
  const people = new Set<NamedPerson | Place>(names);
  // Without a name behind it a place stays: 骨科的病人太吵 is about 骨科.
  const excluded = groups.filter((group) => group.some((one) => people.has(one)) && isExcluded(text, around(group)));
  return new Set(excluded.flat());
}

function around(group: readonly Stretch[]): Stretch {
  return { start: group[0]?.start ?? 0, end: Math.max(...group.map(({ end }) => end)) };
}

function isExcluded(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 40);
  if (OTHERS_OF.test(behind) || CLEARED.test(behind) || CLEARED_LATIN.test(behind)) return true;
  if (LESS_THAN.test(before) && BETTER.test(behind)) return true;
  if (EXCLUDES_LATIN.test(before)) return true;
  return EXCLUDES.test(before) && !(IS_NOT.test(before) && BUT_FOR.test(behind));
}
