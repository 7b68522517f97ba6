import type { Readiness, TimeExpression } from './time.types.ts';
import {
  ASKS_INSTEAD,
  GREETING_HEAD,
  GREETING_WORD,
  HEAD_DENIED,
  HEAD_LABEL,
  HEAD_NOW,
  HEAD_TOLD,
  INTERJECTION,
  MOVED,
  OTHER_THING,
  SCORE,
  SCORE_WORD,
  TAIL_DENIED,
  TAIL_TOLD,
} from './vetoes.lists.ts';

/** A time where it stands: its own clause before and behind it, and the whole message. */
export interface Place {
  /** From the beginning of the clause, whatever other times stand there. */
  readonly before: string;
  readonly head: string;
  readonly tail: string;
  readonly text: string;
  readonly readiness: Readiness;
}

/** True when the message says by itself that this time is not meant for our call, however it goes on. */
export function isVetoed(expression: TimeExpression, place: Place): boolean {
  const { head, text } = place;
  if (HEAD_LABEL.test(text.slice(0, expression.start)) || movesOther(place)) return true;
  if (HEAD_DENIED.test(head) || TAIL_DENIED.test(place.tail) || quoted(expression, text)) return true;
  if (expression.vague === true && HEAD_NOW.test(head)) return true;
  return place.readiness !== 'asked' && isTold(expression, { ...place, head: head === '' ? place.before : head });
}

/** While something else is talked about: the time of an event, a grade, a greeting. */
function isTold(expression: TimeExpression, { head, tail, text, readiness }: Place): boolean {
  if (TAIL_TOLD.test(tail) || SCORE.test(text)) return true;
  if (HEAD_TOLD.test(head) && readiness !== 'offered') return true;
  const word = text.slice(expression.start, expression.end);
  if (SCORE_WORD.test(word)) return true;
  return GREETING_WORD.test(word) && GREETING_HEAD.test(head) && tail === '';
}

/** A visit, an appointment or a date on paper is moved, not our call. While we asked nothing, it may be named anywhere. */
function movesOther({ before, head, tail, text, readiness }: Place): boolean {
  if (!MOVED.test(head) && !MOVED.test(tail)) return false;
  const where = readiness === 'asked' || readiness === 'offered' ? before + tail : text;
  return OTHER_THING.test(where);
}

/** "下午三点？下午三点是我爸火化的时间", "明儿，没有明儿了": our own word, asked back and turned against us. */
function quoted(expression: TimeExpression, text: string): boolean {
  const word = text.slice(expression.start, expression.end);
  const rest = text.slice(expression.end);
  return (/^\s?[?]/.test(rest) && rest.includes(word)) || rest.includes(`没有${word}`);
}

/** "等等，你到底是谁": a word to stop us, not a time. */
export function onlyInterrupts(expression: TimeExpression, text: string): boolean {
  if (!INTERJECTION.test(text.slice(expression.start, expression.end))) return false;
  const rest = text.slice(expression.end);
  return /^[,.!。…\s]/.test(rest) && ASKS_INSTEAD.test(rest.slice(1));
}
