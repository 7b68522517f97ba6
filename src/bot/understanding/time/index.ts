import type { ContactTimeFinding } from '../../../domain/finding.ts';
import { type Normalised, normalise, spanOf } from '../normalise.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { doubtful } from './doubt.ts';
import { combine, readExpressions } from './expressions.ts';
import { completed } from './refer.ts';
import { WEAK_REQUEST } from './request.lists.ts';
import { type Judged, judge, type Mood, takesBack } from './request.ts';
import { resolve, type TimeContext } from './resolve.ts';
import type { ParsedTime, Readiness, TimeExpression, TimeToken } from './time.types.ts';

export type { ParsedTime } from './time.types.ts';

/** `asked`: we have just asked when to call, so that "改天" and a bare "today" count as answers. */
export interface ParseTimeContext extends TimeContext {
  readonly asked: boolean;
}

/**
 * When a message asks to be called (handbook section 8); empty when it names no time, or only the time of an event.
 * At most one finding: of several times the one meant, by what is said about each; the last after a correction.
 */
export function readTime(n: Normalised, ctx: UnderstandContext, plain = false): readonly ContactTimeFinding[] {
  const readiness = readinessOf(ctx, plain);
  const asked = readiness === 'asked';
  const chosen = choose(n, { readiness, plain });
  if (chosen === undefined || (!asked && needsAsking(chosen.expression))) return [];
  const parsed = resolve(chosen.expression, ctx);
  if (parsed === undefined) return [];
  const { start, end } = chosen.expression;
  const unsure = doubtful(chosen.expression, n.text.slice(start, end), parsed, ctx);
  // Told beside something else, a doubtful date is hardly meant for us ("我爸十月底走的").
  if (unsure && !asked && chosen.suits < 3) return [];
  return [
    {
      kind: 'contact_time',
      at: parsed.at,
      precision: parsed.precision,
      span: spanOf(n, start, end),
      confidence: unsure ? 0.7 : asked ? SURE : CONFIDENCE[chosen.suits],
      evidence: `time.${slotsOf(chosen.expression)}`,
    },
  ];
}

const SURE = 0.95;
/** By how well the time suits. */
const CONFIDENCE: Readonly<Record<Judged['suits'], number>> = { 0: 0, 1: 0.8, 2: 0.9, 3: SURE };

/** The first time a text names, whatever it is said for. Pure in text, instant, zone and sending hours. */
export function parseTime(text: string, context: ParseTimeContext): ParsedTime | undefined {
  const expressions = joinedAcross(readExpressions(normalise(text).text));
  const named = expressions.filter((expression) => context.asked || !needsAsking(expression));
  const definite = named.filter((expression) => expression.vague !== true);
  for (const expression of definite.length > 0 ? definite : named) {
    const parsed = resolve(expression, context);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

function readinessOf(ctx: UnderstandContext, plain: boolean): Readiness {
  if (ctx.question.schema === 'time' || ctx.question.id === 'when') return 'asked';
  if (ctx.closed) return 'strict';
  const { schema } = ctx.question;
  if (schema === 'identity_availability' || schema === 'yes_no') return 'offered';
  return plain && (schema === 'rating' || schema === 'free_text') ? 'beside' : 'strict';
}

/** No time in the strict sense: counts only as the answer to "when?". */
function needsAsking(expression: TimeExpression): boolean {
  if (expression.vague === true) return true;
  const { day } = expression;
  if (expression.clock !== undefined || expression.part !== undefined) return false;
  return (day?.type === 'relative' && day.days === 0) || (day?.type === 'after' && day.loose);
}

function choose(n: Normalised, mood: Mood): Judged | undefined {
  const expressions = completed(named(readExpressions(n.text), n.text, mood.readiness), n.text);
  if (expressions.length === 0) return bareNumber(n, mood.readiness);
  const gaps = n.clauses.filter(({ opener }) => opener === 'blank').map(({ start }) => start);
  const accepted = judge(n.text, expressions, gaps, mood).filter(({ suits }) => suits > 0);
  const definite = accepted.filter(({ expression }) => !needsAsking(expression));
  const list = definite.length > 0 ? definite : accepted;
  let best: Judged | undefined;
  for (const judged of list) best = best === undefined ? judged : better(n.text, best, judged);
  return best;
}

/** Asked when, "每天晚上八点以后都行" names an hour; else a habit is no time. */
function named(expressions: readonly TimeExpression[], text: string, readiness: Readiness): readonly TimeExpression[] {
  if (readiness !== 'asked') return expressions;
  return expressions.map((expression) => {
    const { day, ...rest } = expression;
    const timed = expression.part !== undefined || expression.clock !== undefined;
    return day?.type === 'daily' && timed && WEAK_REQUEST.test(text.slice(expression.end)) ? rest : expression;
  });
}

/** The one of two accepted times that is meant; "明天吧，下午三点" becomes one. */
function better(text: string, first: Judged, second: Judged): Judged {
  const joined = merged(first.expression, second.expression);
  if (takesBack(text, first.expression, second.expression)) {
    // "明天下午，不对，晚上八点": the day stays unless it is the day that changes.
    const { day } = first.expression;
    const keepsDay = day !== undefined && second.expression.day === undefined && second.expression.offset === undefined;
    return { ...second, expression: keepsDay ? { ...second.expression, day } : second.expression, suits: 3 };
  }
  if (joined !== undefined) return { ...first, expression: joined };
  if (
    specificity(second.expression) > specificity(first.expression) &&
    (second.suits >= first.suits || first.expression.day !== undefined) &&
    sameDay(first, second)
  )
    return second;
  return second.suits > first.suits ? second : first;
}

function sameDay(first: Judged, second: Judged): boolean {
  return (
    JSON.stringify(first.expression.day) === JSON.stringify(second.expression.day) || first.expression.soon === true
  );
}

function specificity(expression: TimeExpression): number {
  return (
    (expression.day === undefined ? 0 : 1) +
    (expression.part === undefined ? 0 : 1) +
    (expression.clock === undefined ? 0 : 2)
  );
}

/** A day completed by a later part or hour, a part by an hour; undefined when they are two times. */
function merged(first: TimeExpression, second: TimeExpression): TimeExpression | undefined {
  if (first.offset !== undefined || first.soon !== undefined || first.clock !== undefined) return undefined;
  if (second.day !== undefined || second.offset !== undefined || second.soon !== undefined) return undefined;
  if (second.part !== undefined && first.part !== undefined && first.part !== second.part) return undefined;
  if (second.clock === undefined && first.part !== undefined) return undefined;
  return { ...first, ...second, start: first.start };
}

function joinedAcross(expressions: readonly TimeExpression[]): readonly TimeExpression[] {
  const list: TimeExpression[] = [];
  for (const expression of expressions) {
    const last = list.at(-1);
    const joined = last === undefined || expression.start - last.end > 4 ? undefined : merged(last, expression);
    if (joined === undefined) list.push(expression);
    else list[list.length - 1] = joined;
  }
  return list;
}

/** "8" or "20" as the whole answer to "when?". */
function bareNumber(n: Normalised, readiness: Readiness): Judged | undefined {
  const match = readiness === 'asked' ? /^\W*((?:[7-9]|1\d|2[01]))\W*$/.exec(n.text) : null;
  if (match === null) return undefined;
  const hour = Number(match[1]);
  const start = n.text.indexOf(match[1] ?? '');
  const end = start + (match[1] ?? '').length;
  const token: TimeToken = { kind: 'clock', clock: { hour, minute: 0, bare: hour <= 12 }, start, end };
  const expression = combine({ start, end }, token, n.text) ?? { start, end };
  return { expression, suits: 2 };
}

function slotsOf(expression: TimeExpression): string {
  const slots = (['day', 'part', 'clock', 'offset', 'soon', 'vague', 'bound'] as const).filter(
    (slot) => expression[slot] !== undefined,
  );
  return slots.join('+');
}
