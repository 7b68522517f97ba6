import { type Guarded, guarded, type Marked } from '../sieve/guarded.ts';
import type { Token } from './lexicon.ts';
import type { RatingGrade, Verdict } from './part.types.ts';

const FILL =
  '(?:很|太|特别|非常|十分|那么|多么?|怎么|够|大|甚|算|是|什么|啥|觉得|感觉|感到|能|会|得|到|让人?|令人?|使人|叫人|真正?|完全|全|任何|你们|医生|护士|大夫|医院|服务|他们|我|对|有|做|弄|治|讲|照顾|护理|解释|处理|安排|管理|打扫|缝|看|达到|受到|态度|技术|水平|质量|的)';
const HEDGE = guarded(
  new RegExp(
    `(?:不能说|不敢说|谈不上|说不上|算不上|称不上|够不上|谈得上|不算|不见得|未必|不一定|不至于|很难说|难说|难以说|不好说|不是(?:很|太|特别|非常|十分|那么|完全|百分百|多|有多|全)|并非(?:很|太|特别|非常|完全)|没有?(?:很|特别|非常|多|那么|多么|太|想象中|想像中|十分)|不完全|不全|不可能说|不会说|哪能说|怎么能说|能说(?=是满))${FILL}{0,6}$`,
  ),
);
const WEAK = guarded(
  /(?:不太|不怎么|不咋|不够|不大|不甚|不那么|不这么|不很|不特别|不十分|不是那么)(?:让人?|令人?|能|得|是|的)?$/,
);
const NEGATED = guarded(
  new RegExp(
    `(?:不|没有?(?:一点儿?|一丝|半点|几个)?|没法|没办法|不可能|毫不|从没|未|并无|毫无|缺乏?|缺少|欠|别想|无法|难以|很难|谈何|哪里?|哪儿|哪来|何来|算哪门子|什么叫)${FILL}{0,6}$`,
  ),
);
const MIDDLE = guarded(
  /(?:比较|较|基本上?|基本还|大致上?|大体上?|大部分|大多|还算|勉强|算是|(?<!不)算|凑合|差不多|部分)(?:是|都|还)?$/,
);
const MOCKED = guarded(
  /^(?:不了|不起来|谈不上|说不上|谈不到|个什么|就怪了|那是假的|都(?:谈不上|满意不)|你个头|你妹|个(?:屁|鬼|毛|头|锤|球|啥|什么|篮子)|才怪|什么(?:好|呀|啊)?$|到哪(?:去|里)?了?$|在哪)/,
);
const DOUBLE_NEVER = guarded(
  /(?:没有?|没什么|没啥|没有什么|没有啥|从没|没有任何|毫无|无|从来没有?|没哪里|没怎么)(?:什么|啥|任何|地方|让我|让人|觉得|感到){0,6}$/,
);
const DOUBLE_DOUBT = guarded(/(?:不是|并不是|并非|不能说|也不是|不算|谈不上|说不上|倒不是|不至于|不是说|不会|不)$/);
/** 我没说不满意: takes a grade back and gives none. */
const NOT_SAID = guarded(
  /(?:没|没有|又不是|不是)(?:这么|那么)?(?:说|讲|选|打|填|点|按)(?:过|的)?(?:是)?(?:我)?$|(?:didn't|never|did not) (?:say|mean)[^,.!?]{0,20}$/,
);
/** 怎么会满意, 谁会满意: asked to deny. */
const RHETORICAL = guarded(
  /(?:怎么(?:会|能|可能)|哪(?:里|儿)?(?:会|能|可能)|谁(?:会|能)|还(?:会|能)|岂能|让我怎么|叫我怎么)$/,
);
const EN_HEDGE = guarded(
  /(?:not (?:exactly|entirely|completely|fully|totally|all that|100%|quite|overly)|(?:can't|cannot|couldn't|can not|wouldn't|would not|don't|won't) (?:really )?(?:say|call|claim)|hardly|barely|hard to say|not sure|don't know if|far from)[^,.!?;]{0,26}$/,
);
const EN_WEAK = guarded(
  /(?:\bnot|n't)(?: been| feel| be)? (?:very|really|so|too|that|particularly|especially|terribly)(?: \w+)?\s*$/,
);
const EN_NEGATED = guarded(
  /(?:\bnot\b|n't\b|\bnever\b|\bno\b|\bneither\b|\bwithout\b|\bhardly\b)(?: (?:at all|a|an|been|any|feel|feeling|so|being|get|getting|the|even|much|very))*\s*$/,
);
const EN_MIDDLE = guarded(
  /\b(?:mostly|fairly|somewhat|reasonably|basically|generally|more or less|kind of|kinda|partly|moderately|mainly|largely)(?: (?:been|very))?\s*$/,
);

/** What stands before a good word and turns it: 不满意, 不太满意, not satisfied. */
const NOT_GOOD: readonly Guarded[] = [WEAK, EN_WEAK, NEGATED, EN_NEGATED];
/** What stands before a bad word and leaves it open which grade is meant. */
const DOUBTED: readonly Guarded[] = [DOUBLE_DOUBT, HEDGE, EN_HEDGE, EN_NEGATED, EN_WEAK];

const GRADING: ReadonlySet<string> = new Set(['pos', 'mid', 'neg', 'eval']);

/** Reads what a grade word says where it stands: `from` is where its part begins (negation never reaches further). */
export function verdictOf(token: Token, { text, marks }: Marked, from: number, to: number): Verdict | null {
  if (!GRADING.has(token.cat)) return null;
  const left = { text: text.slice(Math.max(from, token.start - 30), token.start), marks };
  if (NOT_SAID.test(left)) return null;
  const right = { text: text.slice(token.end, to), marks };
  if (token.cat === 'pos') return positive(token, left, right);
  if (token.cat === 'mid') return middle(token, left, right);
  if (token.cat === 'neg') return negative(token, left, right);
  if (token.cat === 'eval') return judgement(token, left);
  return null;
}

function make(token: Token, grade: RatingGrade, confidence: number, source: Verdict['source']): Verdict {
  return { grade, confidence, source, start: token.start, end: token.end };
}

function positive(token: Token, left: Marked, right: Marked): Verdict {
  if (token.value === 'fixed') return make(token, 'satisfied', 0.9, 'word');
  if (HEDGE.test(left) || EN_HEDGE.test(left)) return make(token, 'mostly_satisfied', 0.6, 'hedge');
  if (token.value === 'quality') return trait(token, left, right);
  const source = token.value === 'plain' ? 'plain' : 'word';
  const against = deniedBy(left, right);
  if (against !== null) return make(token, 'dissatisfied', against, source);
  if (isMiddling(left)) return make(token, 'mostly_satisfied', 0.9, source);
  const half = source === 'plain' && left.text.endsWith('还');
  return make(token, 'satisfied', half ? 0.75 : 0.95, source);
}

/** 耐心, 负责: praise; denied, a judgement that tells what is wrong. */
function trait(token: Token, left: Marked, right: Marked): Verdict {
  const against = deniedBy(left, right);
  if (against !== null) return make(token, 'dissatisfied', against, 'eval');
  return isMiddling(left) ? make(token, 'mostly_satisfied', 0.9, 'word') : make(token, 'satisfied', 0.85, 'quality');
}

/** How surely what stands around a good word denies it; null when nothing does. */
function deniedBy(left: Marked, right: Marked): number | null {
  if (MOCKED.test(right) || RHETORICAL.test(left)) return 0.85;
  return NOT_GOOD.some((pattern) => pattern.test(left)) ? 0.9 : null;
}

function isMiddling(left: Marked): boolean {
  return MIDDLE.test(left) || EN_MIDDLE.test(left);
}

function middle(token: Token, left: Marked, right: Marked): Verdict | null {
  if (token.value === 'weak') return weakMiddle(token, left, right);
  if (/(?:不|没)$/.test(left.text) && !/差不$/.test(left.text)) return make(token, 'dissatisfied', 0.7, 'word');
  return make(token, 'mostly_satisfied', 0.9, token.value === 'plain' ? 'plain' : 'word');
}

/** 可以, 行, ok by themselves: a grade only where nothing else stands, and never for certain. */
function weakMiddle(token: Token, left: Marked, right: Marked): Verdict | null {
  if (!/^(?:可以|行)?(?:的|吧|啊|呀|呢|啦|了|咯|哦|的吧)?$/.test(right.text)) return null;
  if (/(?:不|不太|不怎么|不大|不是很)$/.test(left.text)) return make(token, 'dissatisfied', 0.75, 'word');
  if (/(?:挺|很|蛮|相当|真)$/.test(left.text)) return make(token, 'satisfied', 0.85, 'word');
  return /^(?:可以|行|ok|就|也|都|还|嗯|哦|医生|护士|大夫|态度|服务|技术|整体|总体|方面)*$/.test(left.text)
    ? make(token, 'mostly_satisfied', 0.7, 'word')
    : null;
}

function negative(token: Token, left: Marked, right: Marked): Verdict | null {
  const source = token.value === 'plain' ? 'plain' : 'word';
  if (/^(?:吗|么|的话)/.test(right.text)) return null;
  if (DOUBLE_NEVER.test(left)) return make(token, 'satisfied', 0.75, source);
  if (source === 'word' && /(?<!要)不$/.test(left.text)) return make(token, 'satisfied', 0.75, 'word');
  return DOUBTED.some((pattern) => pattern.test(left))
    ? make(token, 'mostly_satisfied', 0.6, 'hedge')
    : make(token, 'dissatisfied', 0.95, source);
}

const DENIED = guarded(
  /(?:不|没有?|从不|从没|并不|一点不|一点也不|一点都不|不算|不怎么|没那么|从来不)(?:很|太|会|是|那么|觉得|对人)?$/,
);

/** 不敷衍 says nothing against anybody. */
function judgement(token: Token, left: Marked): Verdict | null {
  return DENIED.test(left) || EN_NEGATED.test(left) ? null : make(token, 'dissatisfied', 0.9, 'eval');
}
