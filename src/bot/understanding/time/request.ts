import {
  BUSY_ENDS,
  BUSY_NOW,
  BUSY_OR_POLITE,
  CORRECTION,
  DOES_NOT_SUIT,
  DOES_NOT_SUIT_EN,
  EVENT,
  EVENT_EN,
  HEAD_EVENT,
  HEAD_REJECTS,
  HEAD_REJECTS_EN,
  REFUSES,
  SOFT_HEAD,
  STRONG_REQUEST,
  TALK_THEN,
  WEAK_REQUEST,
} from './request.lists.ts';
import type { TimeExpression } from './time.types.ts';

/**
 * How readily a time counts as "call me then": `asked` we asked when · `offered` a call was offered (opening) ·
 * `strict` something else is talked about.
 */
export type Readiness = 'asked' | 'offered' | 'strict';

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
  if (REFUSES.test(text)) return [];
  const borders = bordersOf(text, expressions, gaps);
  return expressions.map((read, index) => {
    const stretch = stretchOf(text, expressions, index, borders);
    if (notBefore(read, stretch)) return { expression: { ...read, bound: 'after' }, suits: 3 };
    return { expression: read, suits: suitsCall(read, stretch, { text, all: expressions, borders, ...mood }) };
  });
}

/** Clause borders outside the times themselves ("8 p.m.", "9~12点"), ends included. */
function bordersOf(text: string, expressions: readonly TimeExpression[], gaps: readonly number[]): readonly number[] {
  const outside = (at: number): boolean => !expressions.some(({ start, end }) => at > start && at < end);
  const marks = [...text.matchAll(BORDER)].map((match) => match.index).filter((at) => outside(at + 0.5));
  return [...new Set([0, ...marks, ...gaps.filter(outside), text.length])].sort((a, b) => a - b);
}

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
    head: text.slice(from, expression.start).replace(/^[,!?;。、…\s]+/, ''),
    tail: text
      .slice(expression.end, Math.min(clauseEnd, until))
      .trim()
      .replace(/^(?:左右|前后|上下|的样子|样子|光景|那会儿?|那阵儿?|的?时候|时分)+$/, ''),
    from,
    clauseEnd,
  };
}

/** "八点以前不行", "not before 6": after that, then. */
function notBefore(expression: TimeExpression, { head, tail }: Stretch): boolean {
  if (expression.bound !== 'before') return false;
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
  const { head, tail } = stretch;
  if (expression.soon === true) return soonSuits(head, tail, readiness);
  if (isRuledOut(expression, stretch)) return 0;
  if (STRONG_REQUEST.test(tail) || STRONG_REQUEST.test(head)) return 3;
  if (tail !== '' && TALK_THEN.test(tail) && !HEAD_EVENT.test(head)) return 3;
  if (bareLength(expression, head, tail, readiness)) return 0;
  if (readiness === 'strict')
    return followed(text, stretch, borders) || besideBusy(expression, stretch, reading) ? 2 : 0;
  return readInOffer(expression, stretch, reading);
}

/** Yesterday, "not on Monday", "下午要开会". */
function isRuledOut(expression: TimeExpression, { head, tail }: Stretch): boolean {
  if (expression.day?.type === 'past' || doesNotSuit(tail)) return true;
  return expression.bound !== 'after' && rejectedBefore(head);
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
  const event = EVENT.test(tail) || EVENT_EN.test(tail) || EVENT_EN.test(head);
  if (WEAK_REQUEST.test(tail) && !(event && readiness === 'offered')) return 3;
  if (event) return 0;
  if (readiness === 'asked') return tail === '' || SOFT_HEAD.test(tail) ? 2 : 1;
  return followed(reading.text, stretch, reading.borders) || standsAlone(expression, stretch, reading) ? 2 : 0;
}

/** The message holds little else than the time and why not now. */
function standsAlone(expression: TimeExpression, { head, tail }: Stretch, told: Reading): boolean {
  const { text, all, borders } = told;
  if (tail !== '' || HEAD_EVENT.test(head)) return false;
  const plain = SOFT_HEAD.test(head) || BUSY_OR_POLITE.test(head) || expression.bound !== undefined;
  if (plain && othersAreBusy(text, all, expression, borders)) return true;
  return told.plain && (plain || head.length <= 8) && !TOLD_OF_STAY.test(outside(text, expression));
}

/** "…, 那天再联系" · "…，到时候打给我": the next clause asks for contact at the time just named. */
function followed(text: string, stretch: Stretch, borders: readonly number[]): boolean {
  const next = borders.find((at) => at > stretch.clauseEnd) ?? text.length;
  const clause = text.slice(stretch.clauseEnd, next).replace(/^[,!?;。、…\s]+/, '');
  if (EVENT.test(stretch.tail) && !BUSY_ENDS.test(stretch.tail)) return false;
  return (
    /^(?:那天|那时候?|那会儿?|到时候?|那个时候|再|你?再|就那时|then|call|text|message|please)/.test(clause) &&
    (STRONG_REQUEST.test(clause) || /说|聊|打|发|联系|可以|方便|有空|then/.test(clause))
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
  return (
    HEAD_REJECTS.test(head) ||
    HEAD_REJECTS_EN.test(`${head} `) ||
    /\b(?:can't|cannot|not|busy)\b(?!.*\b(?:now|moment|today|until|till)\b)[^,]*$/.test(head)
  );
}

function doesNotSuit(tail: string): boolean {
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
    /^(?:$|吧|好吗|行吗|可以|左右|行不行|就(?:好|行)|ok|please|以?后)/.test(tail)
  );
}

/** 等会儿 wherever it is said, but not "护士等会儿才来", "一会儿冷一会儿热". */
function soonSuits(head: string, tail: string, readiness: Readiness): Suits {
  if (STRONG_REQUEST.test(tail) && !rejectedBefore(head)) return 3;
  const softHead =
    SOFT_HEAD.test(head) || (readiness !== 'strict' && BUSY_OR_POLITE.test(head) && !HEAD_EVENT.test(head));
  return softHead &&
    /^(?:$|儿?(?:吧|啊|哈|哦|呢|呀|好吗|好不好|行吗|行不行|可以|我|说|打|聊|回|联系|有空|方便|ok|please|i'|ok))/.test(
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
