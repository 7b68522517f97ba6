import type { Normalised } from '../normalise.ts';
import { normalise } from '../normalise.ts';
import { guarded } from '../sieve/guarded.ts';

const DIGITS = '一二三四五六七八九';
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** 三, 十二, 二十, 12 → number; NaN for anything else. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十', 2) : ['', written];
  const digit = (one: string | undefined, empty: number): number => {
    if (one === undefined || one === '') return empty;
    return one === '两' ? 2 : DIGITS.indexOf(one) + 1 || Number.NaN;
  };
  return digit(tens, written.includes('十') ? 1 : 0) * 10 + digit(ones, 0);
}

const NUMBER = '(?:[一二三四五六七八九两十]{1,3}|\\d{1,2})';
/** Floors as lists write them: 6层, 9-10层, 三楼, 3F, B1. */
const LISTED = new RegExp(`(负|b|-)?(${NUMBER})(?: ?[-~至到、,] ?(${NUMBER}))?`, 'g');

/** All floors of an entry such as 9-10层 or 三楼、五楼; none if it holds no number. */
export function floorsOf(entry: string): readonly number[] {
  const floors = new Set<number>();
  for (const [, below, first = '', last = first] of normalise(entry).text.matchAll(LISTED)) {
    const [from, to] = [numberOf(first), numberOf(last)];
    if (below !== undefined) floors.add(-from);
    // A range of more storeys than a ward has is no range.
    else if (to >= from && to - from < 10) for (let floor = from; floor <= to; floor += 1) floors.add(floor);
  }
  return [...floors].filter((floor) => !Number.isNaN(floor));
}

/** A storey somewhere: 三楼, 十二层的, 3f, 3rd floor. Not 一层 of dust, nor 3号楼. */
const SAID = guarded(
  new RegExp(
    `(?<![一二三四五六七八九两十\\d第更多进])第?(${NUMBER})(?:楼(?!梯|道|主|盘|下|房)|层(?=的|那|病|护|医|姓|[一-龥]护))(?:楼)?|\\b(\\d{1,2}) ?f\\b|\\b(\\d{1,2})(?:st|nd|rd|th) floor|\\bfloor (\\d{1,2})\\b|\\b(${ORDINALS.join('|')}) floor`,
    'g',
  ),
);

/** A storey named in a message. */
export interface SaidFloor {
  readonly start: number;
  readonly end: number;
  readonly floor: number;
}

/** The storeys that a message names. */
export function readFloors(n: Normalised): readonly SaidFloor[] {
  return SAID.matches(n).map((hit) => {
    const [whole, written, short, ordinal, after, word] = hit;
    const number = written ?? short ?? ordinal ?? after;
    const floor = number === undefined ? ORDINALS.indexOf(word ?? '') + 1 : numberOf(number);
    return { start: hit.index, end: hit.index + whole.length, floor };
  });
}
