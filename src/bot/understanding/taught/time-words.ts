import type { Normalised } from '../normalise.ts';
import { normalise } from '../normalise.ts';
import { readExpressions } from '../time/expressions.ts';
import type { Taught } from './taught.types.ts';
import { type Occurrence, wordsIn } from './word-index.ts';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const DIGIT = /\d/;

/**
 * What the time grammar reads in place of an own word; null when the grammar does not know it as one time to come.
 * 10:00 to 12:59 get their part of the day: alone they could be meant at night.
 */
export function spokenTime(value: string): string | null {
  if (CLOCK.test(value)) return ofTheDay(Number(value.slice(0, 2))) + value;
  if (/\d:\d/.test(value)) return null;
  const { text } = normalise(value);
  const [time, ...others] = readExpressions(text);
  if (time?.start !== 0 || time.end !== text.length || others.length > 0) return null;
  return time.vague !== true && time.bound === undefined && time.day?.type !== 'past' ? text : null;
}

function ofTheDay(hour: number): string {
  if (hour === 12) return '中午';
  return hour === 10 || hour === 11 ? '上午' : '';
}

/** The message with the hospital's own words of time put in the words of the grammar; places still lead to the original. */
export function withTimeWords(n: Normalised, taught: Taught | undefined): Normalised {
  const words = taught === undefined ? [] : apart(wordsIn(taught.timeWords, n.text));
  if (words.length === 0) return n;
  let text = '';
  let from = 0;
  const map: number[] = [];
  /** Place in the old text → place in the new one. */
  const moved: number[] = [];
  const keep = (to: number): void => {
    for (; from < to; from += 1) {
      moved.push(text.length);
      map.push(n.map[from] ?? n.original.length);
      text += n.text[from] ?? '';
    }
  };
  for (const { start, end, value } of words) {
    keep(start);
    const spoken = besideDigits(n.text, { start, end, value });
    for (; from < end; from += 1) moved.push(text.length);
    for (let i = 0; i < spoken.length; i += 1) map.push(n.map[start] ?? 0);
    text += spoken;
  }
  keep(n.text.length);
  moved.push(text.length);
  map.push(n.original.length);
  const place = (at: number): number => moved[at] ?? text.length;
  const clauses = n.clauses.map((clause) => {
    const [start, end] = [place(clause.start), place(clause.end)];
    return { ...clause, start, end, text: text.slice(start, end) };
  });
  return { ...n, text, map, clauses };
}

/** Digits that stand right beside the word (5床收工后, 收工后10分钟) must not become part of its hour. */
function besideDigits(text: string, { start, end, value }: Occurrence<string>): string {
  const lead = DIGIT.test(text[start - 1] ?? '') && DIGIT.test(value[0] ?? '') ? ' ' : '';
  return `${lead}${value}${DIGIT.test(text[end] ?? '') ? ' ' : ''}`;
}

/** Of words that overlap the first, and of those that begin together the longest. */
function apart(found: readonly Occurrence<string>[]): readonly Occurrence<string>[] {
  const kept: Occurrence<string>[] = [];
  for (const word of found) {
    const last = kept.at(-1);
    if (last === undefined || word.start >= last.end) kept.push(word);
    else if (word.start === last.start) kept[kept.length - 1] = word;
  }
  return kept;
}
