import { guarded, type Marked } from './sieve/guarded.ts';
import { PINYIN, TYPOS } from './typos.lists.ts';

/** Text with the origin of each unit and the places of dropped blanks, before or after mending. */
export interface Mended {
  readonly text: string;
  readonly from: number[];
  readonly gaps: number[];
}

/** Longest first, so that 不满义 is not cut short. */
const byLength = (a: string, b: string): number => b.length - a.length;
const WORDS = guarded(new RegExp(Object.keys(TYPOS).sort(byLength).join('|'), 'g'));
/** Each pinyin word with optional blanks between any two letters (man yi, man  yi). */
const LATIN = new RegExp(
  `(?<![a-z])(?:${Object.keys(PINYIN)
    .sort(byLength)
    .map((word) => Array.from(word).join(' ?'))
    .join('|')})(?![a-z])`,
  'g',
);
const HAS_LATIN = /[a-z]/;

/** Replaces the closed list of slips; every unit of a replacement points at the start of what it replaces. */
export function correctTypos(written: Marked, from: number[], gaps: number[]): Mended {
  const { text } = written;
  let mended: Mended = { text, from, gaps };
  if (WORDS.test(written)) mended = replaceAll(mended, WORDS.pattern, (hit) => TYPOS[hit] ?? hit);
  if (HAS_LATIN.test(text)) {
    LATIN.lastIndex = 0;
    if (LATIN.test(mended.text)) mended = replaceAll(mended, LATIN, (hit) => PINYIN[hit.replaceAll(' ', '')] ?? hit);
  }
  return mended;
}

/** Puts other words in place of the hits; every unit keeps its place in the message. */
export function replaceAll(
  source: Mended,
  pattern: RegExp,
  word: (hit: string, group: string | undefined, other: string | undefined) => string,
): Mended {
  let text = '';
  const from: number[] = [];
  const gaps: number[] = [];
  let done = 0;
  let gap = 0;
  const copy = (end: number): void => {
    while (gap < source.gaps.length && (source.gaps[gap] ?? 0) <= end) {
      gaps.push(Math.max((source.gaps[gap] ?? 0) - done, 0) + text.length);
      gap += 1;
    }
    text += source.text.slice(done, end);
    for (let i = done; i < end; i++) from.push(source.from[i] ?? 0);
    done = end;
  };
  pattern.lastIndex = 0;
  for (const hit of source.text.matchAll(pattern)) {
    const better = word(hit[0], hit[1], hit[2]);
    if (better === hit[0]) continue;
    copy(hit.index);
    text += better;
    // Same length: unit for unit, else all of it from the start of the slip.
    const same = better.length === hit[0].length;
    for (let i = 0; i < better.length; i++) from.push(source.from[hit.index + (same ? i : 0)] ?? 0);
    done = hit.index + hit[0].length;
  }
  copy(source.text.length);
  return { text, from, gaps };
}
