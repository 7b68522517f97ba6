import type { TimeRule } from './scan-zh.ts';
import { STARTING_EN, STARTING_ZH } from './starts.ts';
import type { DayReading, TimeExpression, TimeToken } from './time.types.ts';

/** What may stand between two words of one time: "明天的下午", "周五（大概）三点", "tomorrow at 3". */
const BETWEEN =
  /^(?:我|我们|你)$|^[\s,(]*(?:的|在|当|那天|大概|大约|约莫|约|差不多|是|就|on|in the|in|at|of|around|about)?[\s)]*$/;
const MAX_BETWEEN = 8;
/** Nobody offers more times in one message; each is weighed against all others. */
const MAX_EXPRESSIONS = 12;
/** Between the two ends of a range: "8点到10点", "between 3 and 5". */
const RANGE = /^ ?(?:[-~到至]|to|and|until|till) ?$/;
/** Between two days of which either suits: "周四或者周五晚上". */
const EITHER = /^,? ?(?:或者?是?|还是|or) ?(?:on )?$/;

/** All words of time in a normalised text, left to right, none overlapping. */
function scanTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token === undefined) at += 1;
    else {
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, at: number): TimeToken | undefined {
  const code = text.charCodeAt(at);
  const found = tryRules(STARTING_ZH.get(code), text, at);
  if (found !== undefined || isLetter(text.charCodeAt(at - 1))) return found;
  return tryRules(STARTING_EN.get(code), text, at);
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function tryRules(rules: readonly TimeRule[] | undefined, text: string, at: number): TimeToken | undefined {
  if (rules === undefined) return undefined;
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const body = rule.read(match, text);
    if (body !== undefined) return { ...body, start: at, end: at + match[0].length };
  }
  return undefined;
}

type BoundToken = TimeToken & { readonly kind: 'bound' };
type SlotToken = Exclude<TimeToken, { kind: 'bound' }>;

/** Reads the words of time of a text together: "明天 下午 三点" is one expression. */
export function readExpressions(text: string): readonly TimeExpression[] {
  const list: TimeExpression[] = [];
  let pending: BoundToken | undefined;
  for (const token of scanTokens(text)) {
    const current = list.at(-1);
    if (token.kind === 'bound') {
      if (current !== undefined && isSuffix(text, current, token)) list[list.length - 1] = bounded(current, token);
      else if (isPrefix(text, token)) pending = token;
      continue;
    }
    const joined = current === undefined ? undefined : join(text, current, token);
    if (joined === undefined && list.length >= MAX_EXPRESSIONS) break;
    if (joined === undefined) list.push(begin(token, pending));
    else list[list.length - 1] = withBound(joined, pending, current?.end ?? 0);
    pending = undefined;
  }
  return list;
}

/** The English bound word between the two words just joined. */
function withBound(joined: TimeExpression, pending: BoundToken | undefined, from: number): TimeExpression {
  return pending === undefined || pending.start < from ? joined : { ...joined, bound: pending.bound };
}

/** A Chinese bound word stands right behind its time ("八点以后"), an English one before it. */
function isSuffix(text: string, expression: TimeExpression, token: BoundToken): boolean {
  return token.start === expression.end && !isPrefix(text, token);
}

/** The 前 of 提前半小时 bounds nothing. */
function isPrefix(text: string, token: BoundToken): boolean {
  return /[a-z]/.test(text[token.start] ?? '');
}

function bounded(expression: TimeExpression, token: BoundToken): TimeExpression {
  return { ...expression, end: token.end, bound: token.bound };
}

/** A new expression, with the English bound word right before it. */
function begin(token: SlotToken, pending: BoundToken | undefined): TimeExpression {
  const first = lone(token);
  if (pending === undefined || token.start - pending.end > 1) return first;
  return { ...first, start: pending.start, bound: pending.bound };
}

function lone(token: SlotToken): TimeExpression {
  const { start, end } = token;
  switch (token.kind) {
    case 'day':
      return { start, end, day: token.day };
    case 'part':
      return { start, end, part: token.part };
    case 'clock':
      return token.part === undefined
        ? { start, end, clock: token.clock }
        : { start, end, clock: token.clock, part: token.part };
    case 'offset':
      return { start, end, offset: { minutes: token.minutes, marked: token.marked, loose: token.loose } };
    case 'soon':
      return { start, end, soon: true };
    case 'vague':
      return { start, end, vague: true };
  }
}

/** The expression with one more word, or undefined when the word starts another one. */
function join(text: string, left: TimeExpression, token: TimeToken): TimeExpression | undefined {
  const gap = text.slice(left.end, token.start);
  if (token.kind === 'day' || token.kind === 'part' || token.kind === 'clock') {
    const ranged = joinRange(left, token, gap);
    if (ranged !== undefined) return ranged;
  }
  const open =
    gap.length <= MAX_BETWEEN && (BETWEEN.test(gap) || /^ ?(?:after|before|by|until|till|from)? ?$/.test(gap));
  if (!open || isClosed(left)) return undefined;
  return combine(left, token, text);
}

/** A second end changes nothing but the end; of two bare hours it is kept. */
function joinRange(
  left: TimeExpression,
  token: TimeToken & { kind: 'day' | 'part' | 'clock' },
  gap: string,
): TimeExpression | undefined {
  if (left.ranged === true) return afterRange(left, token, gap);
  if (isEither(left, token, gap)) return { ...left, end: token.end, ranged: true };
  if (!RANGE.test(gap) || isClosed(left)) return undefined;
  if (gap.trim() === 'and' && (left.clock === undefined || token.kind !== 'clock')) return undefined;
  if (token.kind !== 'clock' || left.clock === undefined) return { ...left, end: token.end, ranged: true };
  const until = token.clock.hour * 60 + token.clock.minute;
  return { ...left, end: token.end, ranged: true, clock: { ...left.clock, until } };
}

function isEither(left: TimeExpression, token: TimeToken, gap: string): boolean {
  return token.kind === 'day' && left.day !== undefined && left.clock === undefined && EITHER.test(gap);
}

/** "半小时后", "等会儿", "改天" are whole by themselves. */
function isClosed({ offset, soon, vague }: TimeExpression): boolean {
  return offset !== undefined || soon === true || vague === true;
}

/** "周一到周五晚上": the part or hour is that of either day; behind two hours it belongs to the second. */
function afterRange(
  left: TimeExpression,
  token: TimeToken & { kind: 'day' | 'part' | 'clock' },
  gap: string,
): TimeExpression | undefined {
  if (gap.trim() !== '') return undefined;
  const end = token.end;
  if (left.clock !== undefined || token.kind === 'day') return { ...left, end };
  if (token.kind === 'clock') return { ...left, end, clock: token.clock };
  return left.part === undefined ? { ...left, end, part: token.part } : { ...left, end };
}

/** Fills the slots `left` leaves open; a weekday beside a date only confirms it. */
export function combine(left: TimeExpression, token: TimeToken, text: string): TimeExpression | undefined {
  const end = token.end;
  if (token.kind === 'day') return joinDay(left, token, text);
  if (token.kind === 'part')
    return left.part === undefined ? { ...left, end, part: token.part } : samePart(left, token, end);
  if (token.kind === 'clock' && left.clock === undefined) {
    const part = token.part === undefined || left.part !== undefined ? left.part : token.part;
    return part === undefined ? { ...left, end, clock: token.clock } : { ...left, end, clock: token.clock, part };
  }
  return undefined;
}

/** "tomorrow morning 9 am", "晚上夜里": the first word of the part holds. */
function samePart(left: TimeExpression, token: TimeToken & { kind: 'part' }, end: number): TimeExpression | undefined {
  return left.clock === undefined && left.part === token.part ? { ...left, end } : undefined;
}

function joinDay(left: TimeExpression, token: TimeToken & { kind: 'day' }, text: string): TimeExpression | undefined {
  const end = token.end;
  const { day } = token;
  if (left.day === undefined) return { ...left, end, day };
  if (left.day.type === 'month' && day.type === 'date' && day.month === undefined) {
    return { ...left, end, day: { ...day, months: left.day.months } };
  }
  const gap = text.slice(left.end, token.start);
  // "上个月二十号", "去年十月" are past as a whole.
  if (left.day.type === 'past') return gap === '' ? { ...left, end } : undefined;
  const apart = !/^[\s,(]*$/.test(gap);
  return apart || left.clock !== undefined || left.part !== undefined ? undefined : confirmed(left, day, end);
}

/** A weekday beside a date is kept only to see whether they agree. */
function confirmed(left: TimeExpression, day: DayReading, end: number): TimeExpression | undefined {
  if (left.day?.type === 'date' && day.type === 'weekday') return { ...left, end, weekday: day.weekday };
  if (left.day?.type === 'weekday' && day.type === 'date') return { ...left, end, day, weekday: left.day.weekday };
  return undefined;
}
