import { readExpressions } from '../../understanding/time/expressions.ts';
import type { FaqEntry } from '../knowledge.types.ts';
import { ATTRIBUTES, type Attribute, FILLERS, TELLS } from './attributes.lists.ts';

/** Characters besides what is asked that a follow-up may hold; one alone is nothing but a verb (打, 去, 印). */
const MOST_REST = 6;
const VERB = 1;
const LAST_VERB = /[放搁送领取拿]$/;
/** Asks whether: of a day, 行不行. */
const WHETHER =
  /都行|都可以|都成|是不是|行不行|行吗|行不|可以不|成不|中不|好不好|得行不|要是|如果|万一|假如|大约|得|需/g;
/** An entry that tells when. */
const SCHEDULE = /周[一二三四五六日末]|工作日|每天|24小时|全天|\d{1,2}:\d\d/;

/**
 * What a short question asks that names nothing, or a thing the entry before it told of: true for an entry that tells it. Null
 * for a question of its own. The text is normalised.
 */
export function followUpOf(text: string): ((entry: FaqEntry) => boolean) | null {
  const asked = ATTRIBUTES.filter(([attribute, words]) => TELLS[attribute] !== undefined && words.test(text));
  const byDay = readExpressions(text).filter(({ day }) => day !== undefined);
  const day = asked.length === 0 && byDay.length > 0;
  if (asked.length === 0 && !day) return null;
  const rest = restOf(text, asked, byDay);
  if (rest.join('').length > MOST_REST) return null;
  const told: readonly RegExp[] = day ? [SCHEDULE] : asked.flatMap(([attribute]) => TELLS[attribute] ?? []);
  return ({ answer, question }) =>
    told.every((words) => words.test(answer)) && rest.every((word) => `${question}${answer}`.includes(word));
}

/** The same for a question that names its thing (外卖放哪里); null for one that names none. */
export function askedOfThing(text: string): ((entry: FaqEntry) => boolean) | null {
  const asked = ATTRIBUTES.filter(([attribute, words]) => TELLS[attribute] !== undefined && words.test(text));
  return asked.length > 0 && restOf(text, asked, readExpressions(text)).length > 0 ? followUpOf(text) : null;
}

/** What a text names besides what it asks, in pieces. */
export function thingsIn(text: string): readonly string[] {
  return restOf(text, ATTRIBUTES, readExpressions(text));
}

/** 要空腹吗: an entry holds all that the text says, and it says something. */
export function holdsWords({ answer, question }: FaqEntry, text: string): boolean {
  const rest = restOf(text, [], readExpressions(text));
  return rest.length > 0 && rest.every((word) => `${question}${answer}`.includes(word));
}

/** What is left of the text, in pieces. */
function restOf(
  text: string,
  asked: readonly (readonly [Attribute, RegExp])[],
  days: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  const units = Array.from({ length: text.length }, (_, at) => text.charAt(at));
  for (const { start, end } of days) units.fill(' ', start, end);
  const plain = asked.reduce((left, [, words]) => left.replace(new RegExp(words, 'g'), ' '), units.join(''));
  const rest = plain.replace(WHETHER, ' ').replace(FILLERS, ' ');
  const pieces = rest.match(/[\u3400-\u9fff]+|[a-z]+/g) ?? [];
  return pieces.map((piece) => piece.replace(LAST_VERB, '')).filter((piece) => piece.length > VERB);
}
