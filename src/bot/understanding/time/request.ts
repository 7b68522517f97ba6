import {
  BUSY_ENDS,
  BUSY_NOW,
  BUSY_OR_POLITE,
  CORRECTION,
  DO_THEN,
  DOES_NOT_SUIT,
  DOES_NOT_SUIT_EN,
  EVENT,
  EVENT_EN,
  FOR_NOW,
  FREE_BY,
  FREE_THEN,
  HEAD_EVENT,
  HEAD_REJECTS,
  HEAD_REJECTS_EN,
  LATEST,
  REFUSES,
  SOFT_HEAD,
  STRONG_REQUEST,
  TALK_THEN,
  WEAK_REQUEST,
} from './request.lists.ts';
import type { Readiness, TimeExpression } from './time.types.ts';
import { isVetoed, onlyInterrupts } from './vetoes.ts';

/** What the other readers know of the message: `plain` judges nothing and tells nothing of the stay. */
export interface Mood {
  readonly readiness: Readiness;
  readonly plain: boolean;
}

/** How sure it is that a time is meant for our call; 0 = it is not. */
type Suits = 0 | 1 | 2 | 3;

export interface Judged {
  readonly expression: TimeExpression;
  readonly suits: Suits;
}

const BORDER = /[,!?;。、…\n☺☹◇]|\.(?!\d)|但是|不过|可是|\bbut\b/g;

/** The stretch a time stands in: its clause, cut where another time of the same clause begins. */
interface Stretch {
  /** The clause up to the time, other times and all. */
  readonly before: string;
  readonly head: string;
  readonly tail: string;
  readonly from: number;
  readonly clauseEnd: number;
}

/** Judges every time of a message; `gaps` are clause starts that no punctuation marks. */
export function judge(
  text: string,
  expressions: readonly TimeExpression[],
  gaps: readonly number[],
  mood: Mood,
): readonly Judged[] {
  const borders = bordersOf(text, expressions, gaps);
  if (refusesForGood(text, expressions, borders)) return [];
  return expressions.map((read, index) => {
    const stretch = stretchOf(text, expressions, index, borders);
    if (notBefore(read, stretch, text)) return { expression: { ...read, bound: 'after' }, suits: 3 };
    const expression = LATEST.test(stretch.head) ? { ...read, bound: 'before' as const } : read;
    return { expression, suits: suitsCall(expression, stretch, { text, all: expressions, borders, ...mood }) };
  });
}

/** "别打了", but not "下午别打了，明天早上联系" or "先别发，五点以后": those only say when not. */
function refusesForGood(text: string, expressions: readonly TimeExpression[], borders: readonly number[]): boolean {
  const found = REFUSES.exec(text);
  if (found === null) return false;
  const start = borders.filter((at) => at <= found.index).at(-1) ?? 0;
  const end = borders.find((at) => at > found.index) ?? text.length;
  const clause = text.slice(start, end);
  if (FOR_NOW.test(clause)) return false;
  return !expressions.some(
    (at) => at.start >= start && at.end <= end && at.vague !== true && at.soon !== true && at.bound !== 'after',
  );
}

/** Clause borders outside the times themselves ("8 p.m.", "9~12点"), ends included. */
function bordersOf(text: string, expressions: readonly TimeExpression[], gaps: readonly number[]): readonly number[] {
  const outside = (at: number): boolean => !expressions.some(({ start, end }) => at > start && at < end);
  const marks = [...text.matchAll(BORDER)].map((match) => match.index).filter((at) => outside(at + 0.5));
  return [...new Set([0, ...marks, ...gaps.filter(outside), text.length])].sort((a, b) => a - b);
}

const LEADING_MARKS = /^[,!?;。、…\s]+/;
/** 三点左右, 八点多, 中午吃饭的时候. */
const ROUGHLY = /^(?:左右|前后|上下|的样子|样子|光景|多|来钟|那会儿?|那阵儿?|那个?时候|(?:吃饭)?的?时候|吃饭时|时分)+$/;
/** 吧 ends what is said about the time; what follows without a comma tells why ("九点半吧我买完菜"), unless it denies. */
const AFTER_PARTICLE = /^(.*?[吧呗])(?!我?(?:可能|也|都|还|又|就)?(?:不|没|有事|太[早晚])).*$/;

function stretchOf(text: string, all: readonly TimeExpression[], index: number, borders: readonly number[]): Stretch {
  const expression = all[index] ?? { start: 0, end: 0 };
  const clauseStart = borders.filter((at) => at <= expression.start).at(-1) ?? 0;
  const clauseEnd = borders.find((at) => at >= expression.end) ?? text.length;
  const previous = all[index - 1]?.end ?? 0;
  const next = all[index + 1];
  // "下午吧有空再说": a vague word after the time belongs to what is said about it.
  const until = next === undefined || next.vague === true ? text.length : next.start;
  const from = Math.max(clauseStart, previous);
  return {
    before: text.slice(clauseStart, expression.start).replace(LEADING_MARKS, ''),
    head: text.slice(from, expression.start).replace(LEADING_MARKS, ''),
    tail: text
      .slice(expression.end, Math.min(clauseEnd, until))
      .trim()
      .replace(ROUGHLY, '')
      .replace(AFTER_PARTICLE, '$1'),
    from,
    clauseEnd,
  };
}

/** "八点以前不行", "not before 6", "六点前能到家": after that, then. */
function notBefore(expression: TimeExpression, { head, tail }: Stretch, text: string): boolean {
  if (expression.bound !== 'before') return false;
  if (FREE_BY.test(text.slice(expression.end))) return true;
  return doesNotSuit(tail) || /(?:别|不要|不能|not|don't|busy|can't|cannot|unavailable)[^,]*$/.test(head);
}

/** A message under judgement. */
interface Reading {
  readonly text: string;
  readonly all: readonly TimeExpression[];
  readonly borders: readonly number[];
  readonly readiness: Readiness;
  readonly plain: boolean;
}

function suitsCall(expression: TimeExpression, stretch: Stretch, reading: Reading): Suits {
  const { text, borders, readiness } = reading;
  const { head, tail, before } = stretch;
  if (isVetoed(expression, { before, head, tail, text, readiness })) return 0;
  if (expression.soon === true) return onlyInterrupts(expression, text) ? 0 : soonSuits(stretch, text, readiness);
  if (isRuledOut(expression, stretch)) return 0;
  if (askedFor(expression, stretch)) return 3;
  if (bareLength(expression, head, tail, readiness)) return 0;
  if (readiness !== 'strict') return readInOffer(expression, stretch, reading);
  return followed(text, stretch, borders) || besideBusy(expression, stretch, reading) ? 2 : 0;
}

/** Asks for contact then, in so many words. A length of time only right beside them: "stayed two hours to talk". */
function askedFor(expression: TimeExpression, { head, tail }: Stretch): boolean {
  if (expression.offset?.marked === false) {
    return (
      /^(?:以?后|左右|吧|,| )*(?:再|call|text|then|联系|打(?:给|过?来|电话|吧))/.test(tail) && !HEAD_EVENT.test(head)
    );
  }
  if (STRONG_REQUEST.test(tail) || STRONG_REQUEST.test(head)) return true;
  if (tail !== '' && TALK_THEN.test(tail) && !HEAD_EVENT.test(head)) return true;
  return /你们?$/.test(head) && DO_THEN.test(tail);
}

/** Yesterday, "not on Monday", "下午要开会". */
function isRuledOut(expression: TimeExpression, { head, tail }: Stretch): boolean {
  if (isPastOrDaily(expression) || doesNotSuit(tail)) return true;
  return expression.bound !== 'after' && rejectedBefore(head);
}

function isPastOrDaily({ day }: TimeExpression): boolean {
  return day?.type === 'past' || day?.type === 'daily';
}

/** "有事先忙，八点吧": while something else is asked, only beside a plain "not now" and nothing else. */
function besideBusy(expression: TimeExpression, { head, tail }: Stretch, { text, all, borders }: Reading): boolean {
  if (EVENT.test(tail) || HEAD_EVENT.test(head) || !(tail === '' || WEAK_REQUEST.test(tail))) return false;
  return (
    BUSY_NOW.test(text) &&
    (SOFT_HEAD.test(head) || BUSY_NOW.test(head)) &&
    othersAreBusy(text, all, expression, borders)
  );
}

/** Asked or offered: a time that suits, stands alone, or is only neutral. */
function readInOffer(expression: TimeExpression, stretch: Stretch, reading: Reading): Suits {
  const { head, tail } = stretch;
  const { readiness } = reading;
  if (FREE_THEN.test(tail) && SOFT_HEAD.test(head)) return 2;
  const event = EVENT.test(tail) || EVENT_EN.test(tail) || EVENT_EN.test(head);
  if (readiness === 'asked') return asAnswer(tail, event);
  if (event) return 0;
  if (WEAK_REQUEST.test(tail)) return 3;
  return followed(reading.text, stretch, reading.borders) || standsAlone(expression, stretch, reading) ? 2 : 0;
}

/** Asked when, a time that nothing speaks against is the answer. */
function asAnswer(tail: string, event: boolean): Suits {
  if (WEAK_REQUEST.test(tail)) return 3;
  if (event) return 0;
  return tail === '' || SOFT_HEAD.test(tail) ? 2 : 1;
}

/** The message holds little else than the time and why not now. */
function standsAlone(expression: TimeExpression, { head, tail }: Stretch, told: Reading): boolean {
  const { text, all, borders } = told;
  if (tail !== '' || HEAD_EVENT.test(head)) return false;
  const plain = SOFT_HEAD.test(head) || BUSY_OR_POLITE.test(head) || expression.bound !== undefined;
  if (plain && (isOpener(expression, told) || othersAreBusy(text, all, expression, borders))) return true;
  return told.plain && (plain || head.length <= 8) && !TOLD_OF_STAY.test(outside(text, expression));
}

/** "十分钟 我把牛拴了": a time as the first thing said, and then nothing of the stay. */
function isOpener(expression: TimeExpression, { text, readiness }: Reading): boolean {
  if (readiness !== 'offered' || (expression.offset ?? expression.clock) === undefined) return false;
  const first = /^[\u4e00-\u9fff,]{0,2}$/.test(text.slice(0, expression.start));
  return first && !TOLD_OF_STAY.test(outside(text, expression));
}

/** "…, 那天再联系" · "…，到时候打给我": the next clause asks for contact at the time just named. */
function followed(text: string, stretch: Stretch, borders: readonly number[]): boolean {
  const next = borders.find((at) => at > stretch.clauseEnd) ?? text.length;
  const clause = text.slice(stretch.clauseEnd, next).replace(/^[,!?;。、…\s]+/, '');
  if (EVENT.test(stretch.tail) && !BUSY_ENDS.test(stretch.tail)) return false;
  return (
    /^(?:那天|那时候?|那会儿?|到时候?|那个时候|再|你?再|就那时|then|call|text|message|please)/.test(clause) &&
    (STRONG_REQUEST.test(clause) || /说|聊|问|打|发|联系|联络|可以|方便|有空|then/.test(clause))
  );
}

/** The other clauses only say why not now, are polite, or name a time too. */
function othersAreBusy(
  text: string,
  all: readonly TimeExpression[],
  expression: TimeExpression,
  borders: readonly number[],
): boolean {
  for (let i = 1; i < borders.length; i += 1) {
    const [start = 0, end = 0] = [borders[i - 1], borders[i]];
    if (start <= expression.start && expression.start < end) continue;
    const inside = all.find((other) => other.start >= start && other.end <= end);
    const rest =
      inside === undefined ? text.slice(start, end) : text.slice(start, inside.start) + text.slice(inside.end, end);
    const clause = rest.replace(/^[,!?;。、…\s☺☹◇]+|\s+$/g, '');
    if (clause.length > 2 && !SOFT_HEAD.test(clause) && !BUSY_OR_POLITE.test(clause)) return false;
    if (/投诉|不满意|态度|满意/.test(clause)) return false;
  }
  return true;
}

/** Beside a time: words about what happened, so that the time is one of that. */
const TOLD_OF_STAY =
  /住院|入院|出院|护士|医生|大夫|主任|护工|查房|输液|抽血|开刀|手术|病房|当时|那时候|那天|上次|之前|每次|每天|一直|天天|投诉|态度|建议|希望|按铃|吃药|打针|换药|复查|检查|报告|挂号|门诊|退|发票|什么|怎么|多少|哪|吗$/;

function outside(text: string, { start, end }: TimeExpression): string {
  return `${text.slice(0, start)},${text.slice(end)}`;
}

function rejectedBefore(head: string): boolean {
  // "等娃睡了九点吧": waits for what is not yet.
  if (/^(?:等|待).*(?<!死)了$/.test(head)) return false;
  return (
    HEAD_REJECTS.test(head) ||
    HEAD_REJECTS_EN.test(`${head} `) ||
    /\b(?:can't|cannot|not|busy)\b(?!.*\b(?:now|moment|today|until|till)\b)[^,]*$/.test(head)
  );
}

function doesNotSuit(tail: string): boolean {
  // Cantonese 先: not until then.
  if (/先[啦喇吧]?$/.test(tail)) return false;
  const match = DOES_NOT_SUIT.exec(tail) ?? DOES_NOT_SUIT_EN.exec(tail);
  if (match === null) return false;
  return !BUSY_ENDS.test(tail);
}

/** "按了四十分钟铃": a length of time, unless it stands where a time to wait does. */
function bareLength(expression: TimeExpression, head: string, tail: string, readiness: Readiness): boolean {
  if (expression.offset === undefined || expression.offset.marked) return false;
  return !(
    readiness !== 'strict' &&
    SOFT_HEAD.test(head) &&
    /^(?:$|吧|好吗|行吗|可以|左右|行不行|就(?:好|行)|ok|please|pl[sz]|以?后)/.test(tail)
  );
}

/** 一会儿说能出院一会儿说不能: now this, now that. */
const TURN_ABOUT = /一会儿?[^,。!?啊吧]{2,12}一会儿?[^,。!?]{2}/;

/** 等会儿 wherever it is said, but not "护士等会儿才来", "一会儿冷一会儿热". */
function soonSuits({ before, head, tail }: Stretch, text: string, readiness: Readiness): Suits {
  if (rejectedBefore(before) || TURN_ABOUT.test(text)) return 0;
  if (STRONG_REQUEST.test(tail)) return 3;
  const softHead =
    SOFT_HEAD.test(head) || (readiness !== 'strict' && BUSY_OR_POLITE.test(head) && !HEAD_EVENT.test(head));
  return softHead &&
    /^(?:$|儿?(?:吧|啊|哈|哦|呢|呀|先|好吗|好不好|行吗|行不行|可以|我|说|打|聊|回|联系|有空|方便|ok|please|i'|ok))/.test(
      tail,
    )
    ? 3
    : 0;
}

/** Whether the later of two times takes the place of the earlier. */
export function takesBack(text: string, earlier: TimeExpression, later: TimeExpression): boolean {
  return (
    CORRECTION.test(text.slice(earlier.end, later.start)) || CORRECTION.test(text.slice(0, earlier.start).slice(-6))
  );
}
