import type { DeceasedFinding, Finding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { bare, scopeOf } from '../scope.ts';
import { guarded, type Marked, Marks } from '../sieve/guarded.ts';
import type { UnderstandContext } from '../understand.types.ts';
import {
  ABSENT,
  BARE_LEFT,
  DIED,
  DIED_EN,
  DIED_SOFTLY,
  FRAME,
  FUNERAL,
  GONE_EN,
  LEFT,
  LEFT_TIMED,
  NOT_DEAD,
  NOT_OURS,
  PERSON,
  TIME,
  UNREAL,
  WENT,
} from './deceased.lists.ts';

const TRIGGER = guarded(
  /[走没死世逝故殁丧葬墓坟灰骨孝七事救挺撑熬留气鹤离撒归长身西天命老行闭魂埋土百保仙]|不在|往生|火化|遗体|马克思|作古|过去|去了|die|dead|pass|gone|lost|alive|funeral|buried|cremat|with us|deceas|make it|surviv|凉|边/,
);

type Tier = DeceasedFinding['tier'];
/** `[start, end)` of the normalised text. */
type Place = readonly [number, number];

/** Situation 7. `high` needs two kinds of evidence; a bare 走了 is `medium` and only after the opening. */
export function readDeceased(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  if (!TRIGGER.test(n)) return [];
  const found =
    plainDeath(n, ctx) ??
    funeral(n) ??
    departed(n, ctx) ??
    timed(n) ??
    english(n, ctx) ??
    seenOff(n) ??
    bareAnswer(n, ctx);
  return found === null ? [] : [found];
}

function finding(n: Normalised, place: Place, tier: Tier, evidence: string): DeceasedFinding {
  return { kind: 'deceased', tier, span: spanOf(n, ...place), confidence: tier === 'high' ? 0.95 : 0.65, evidence };
}

/** Whether the clause of a predicate, with the one before it, speaks of this patient's death as a fact. */
function takenBack(n: Normalised, start: number, end: number): boolean {
  const { clause, previous, after } = scopeOf(n, start, end);
  if (NOT_DEAD.test(clause.text) || NOT_OURS.test(clause.text)) return true;
  if (UNREAL.test((previous?.text ?? '') + clause.text)) return true;
  if (previous !== null && NOT_OURS.test(previous.text)) return true;
  if (/是我(?:自己)?住|我自己住|我(?:就)?是(?:病人|患者)/.test(n.text)) return true;
  return (
    /^(?:的)?(?:吗|嘛|么|没有|没$|怎么办|率|证明|者为大)/.test(after) ||
    (n.text[clause.end] === '?' && /吗$|会不会|是不是/.test(clause.text))
  );
}

/** 离开我们了 and its kind, told of a person or as the answer to "is this NAME?". */
function softly(n: Normalised, ctx: UnderstandContext): readonly RegExpExecArray[] {
  return PERSON.test(named(n, ctx.patientName)) || atIdentity(ctx) ? DIED_SOFTLY.matches(n) : [];
}

function plainDeath(n: Normalised, ctx: UnderstandContext): DeceasedFinding | null {
  for (const match of [...DIED.matches(n), ...softly(n, ctx)]) {
    const end = match.index + match[0].length;
    const { before } = scopeOf(n, match.index, end);
    if (takenBack(n, match.index, end) || /(?:腿|脚|眼睛?|牙|手指|肾|子宫|床位|号)[^,。]{0,3}$/.test(before)) continue;
    // 不在我们 …, 没挺住 of the contact: "我没挺住" is about the contact's own strength.
    if (/(?:想|要|准备|打算|不如|愿意?)(?:早点|快点|就|着)?$/.test(before)) continue;
    if (/我(?:实在|真的?|也)?$/.test(before) && !/离开|passed|with us/.test(match[0])) continue;
    return finding(n, [match.index, end], 'high', 'death.predicate');
  }
  return null;
}

function funeral(n: Normalised): DeceasedFinding | null {
  for (const match of FUNERAL.matches(n)) {
    const end = match.index + match[0].length;
    const { clause } = scopeOf(n, match.index, end);
    const done = /办|完|了|过|刚|昨天|已|都|回来|正|already|was|is|were|we buried|buried/.test(clause.text);
    if (!done || takenBack(n, match.index, end) || /交代|安排好了?吗|请假|别人|参加|朋友|奔丧请/.test(clause.text))
      continue;
    return finding(n, [match.index, end], 'high', 'death.funeral');
  }
  return null;
}

/** 我爸走了, 人都不在了, 老太太前天没的 */
function departed(n: Normalised, ctx: UnderstandContext): DeceasedFinding | null {
  for (const match of LEFT.matches(named(n, ctx.patientName))) {
    const [whole, subject = '', between = '', predicate = ''] = match;
    const end = match.index + whole.length;
    if (takenBack(n, match.index, end)) continue;
    const tier = weighDeparture(n, ctx, { subject, between, predicate, start: match.index, end });
    if (tier !== null) return finding(n, [match.index, end], tier, 'death.kin_predicate');
  }
  return null;
}

/** The patient's name stands for a person; the replacement keeps every offset. */
function named(n: Normalised, name: string | null): Marked {
  const stand = name === null ? undefined : ['老人', '老人家'][name.length - 2];
  if (name === null || stand === undefined || !n.text.includes(name)) return n;
  const text = n.text.replaceAll(name, stand);
  return { text, marks: new Marks(text) };
}

interface Departure {
  readonly subject: string;
  readonly between: string;
  readonly predicate: string;
  readonly start: number;
  readonly end: number;
}

/** What may follow the predicate when the person is gone for good: a particle, a lapse of time, nothing. */
const ENDS =
  /^(?:啊|呀|哦|啦|喇|咯|啰|哇|嘞|唉|哎|哈|嘛|噻|哩|的|呢|已经|快|都|有|半|上(?:个|周|星期|礼拜|月)|昨|前[天晚几]|就在|成|仨|俩|癌|肝|肺|因|得|[\d一二两三四五六七八九十几]|,|。|!|还|你们|这|好|$)/;

// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
function weighDeparture(n: Normalised, ctx: UnderstandContext, d: Departure): Tier | null {
  const { clause, before, after } = scopeOf(n, d.start, d.end);
  if (ABSENT.test(clause.text)) return null;
  if (d.predicate.startsWith('死')) return degreeBefore(clause.text) ? null : 'high';
  if (!ENDS.test(after)) return null;
  const kin = !/^(?:人|他|俺|家里?人|人家)$/.test(d.subject);
  const told: Told = { kin, already: /已经|都/.test(d.between), strong: framed(n, d, before) };
  if (AGED.has(d.predicate)) return kin && agedOrFailed(n, d) ? 'high' : null;
  if (PASSED.has(d.predicate)) return kin && agedOrFailed(n, d) && !WENT.test(n.text) ? 'high' : null;
  if (d.predicate.startsWith('不在度') && !told.strong) return null;
  if (GONE.has(d.predicate)) return gone(told, ctx);
  return wentSomewhere(n, d, told.strong) ? null : left(told, ctx);
}

const AGED: ReadonlySet<string> = new Set(['老了', '不行了']);
const GONE: ReadonlySet<string> = new Set([
  '没了',
  '没的',
  '不在了',
  '不在度了',
  '不在度喇',
  '不在喇',
  '下世',
  '下世了',
]);
/** 过去了 and 去了 mean a death only of a relative, with the day, and where no place is named. */
const PASSED: ReadonlySet<string> = new Set(['过去了', '去了']);

/** What stands beside the predicate: a relative, 已经, and a time or a frame that fits a death. */
interface Told {
  readonly kin: boolean;
  readonly already: boolean;
  readonly strong: boolean;
}

function framed(n: Normalised, d: Departure, before: string): boolean {
  return TIME.test(before + d.between) || TIME.test(n.text.slice(d.end, d.end + 12)) || FRAME.test(n.text);
}

function left({ kin, already, strong }: Told, ctx: UnderstandContext): Tier | null {
  if (strong || (kin && already)) return 'high';
  return kin || atIdentity(ctx) ? 'medium' : null;
}

function gone({ kin, already, strong }: Told, ctx: UnderstandContext): Tier | null {
  if (kin || strong || already) return 'high';
  return atIdentity(ctx) ? 'medium' : null;
}

/** 老了 and 不行了 mean a death only with the day on which it happened. */
function agedOrFailed(n: Normalised, d: Departure): boolean {
  return TIME.test(d.between + n.text.slice(d.end)) && !/快|现在/.test(n.text);
}

function wentSomewhere(n: Normalised, d: Departure, timed: boolean): boolean {
  // "第三天就走了": the day makes 就走了 a death, unless a place to go is named.
  const dated = timed || /第[^,]{1,3}天/.test(d.between);
  const text = dated
    ? n.text
        .replace('就走了', '')
        .replace(/出院(?=了?(?:以?后|之后|没|第|当|才|不到|[一二两三四五六七八九十几半\d]))/, '')
    : n.text;
  return WENT.test(text) || ABSENT.test(n.text.slice(Math.max(0, d.start - 8), d.start));
}

function degreeBefore(text: string): boolean {
  return /[疼痛笑累急热饿忙等吓气烦吵困渴冷憋闷挤臭苦难]死|差点|死我|死人|死你/.test(text);
}

function timed(n: Normalised): DeceasedFinding | null {
  const match = LEFT_TIMED.exec(n) ?? inClause(n);
  if (match === null || WENT.test(n.text.replaceAll('就走了', '').replace(/出院|回家/g, '')) || ABSENT.test(n.text))
    return null;
  if (takenBack(n, match.index, match.index + match[0].length)) return null;
  const sure = /个?月|年|上|走的|没了|没的|安|静|痛苦|罪/.test(match[0]) || FRAME.test(n.text);
  return finding(n, [match.index, match.index + match[0].length], sure ? 'high' : 'medium', 'death.timed');
}

/** The same in a clause that a dropped blank parts from the next: 当天晚上就没了 救护车都没赶上. */
function inClause(n: Normalised): RegExpExecArray | null {
  for (const { start, text } of n.clauses.length > 1 ? n.clauses : []) {
    const match = LEFT_TIMED.pattern.exec(text);
    if (match !== null) {
      match.index += start;
      return match;
    }
  }
  return null;
}

function english(n: Normalised, ctx: UnderstandContext): DeceasedFinding | null {
  for (const match of DIED_EN.matches(n)) {
    const end = match.index + match[0].length;
    if (!takenBack(n, match.index, end)) return finding(n, [match.index, end], 'high', 'death.en');
  }
  return atIdentity(ctx) && GONE_EN.test(bare(n.text))
    ? finding(n, [0, n.text.length], 'medium', 'death.en_gone')
    : null;
}

/** 昨天送走了我妈: the last escort, or a train; 他走的那天. */
const SEEN_OFF = guarded(
  /(?:刚|昨天|前天|上周|才)[^,。]{0,3}送走(?:了)?(?:我|我们)?(?:爸|妈|爹|娘|老人|他|爷|奶|公|婆|老)|(?:他|爸|妈|爷|奶|公|婆|老人)走的那[天晚]/,
);

function seenOff(n: Normalised): DeceasedFinding | null {
  const off = SEEN_OFF.exec(n);
  if (off === null || /上学|车站|机场|回(?:家|老家|去)|高铁/.test(n.text)) return null;
  return finding(n, [off.index, off.index + off[0].length], 'medium', 'death.seen_off');
}

/** A bare 走了 as the answer to "is this NAME or family?", alone or with a word of feeling. */
function bareAnswer(n: Normalised, ctx: UnderstandContext): DeceasedFinding | null {
  if (!atIdentity(ctx) || !BARE_LEFT.test(bare(n.clauses[0]?.text ?? ''))) return null;
  if (WENT.test(n.text) || ABSENT.test(n.text)) return null;
  const more = n.clauses[1]?.text;
  if (more !== undefined && !/谢|唉|哎|关心|难|别|还|回访/.test(more)) return null;
  return finding(n, [0, n.text.length], 'medium', 'death.bare_at_opening');
}

/** "Is this NAME or family?" stands open. */
function atIdentity(ctx: UnderstandContext): boolean {
  return ctx.question.id === 'opening' && !ctx.identified;
}
