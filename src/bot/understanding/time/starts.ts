import { needsOf } from '../sieve/needs.ts';
import { RULES_EN } from './scan-en.ts';
import { RULES_ZH, STARTS_ZH, type TimeRule } from './scan-zh.ts';

/** Rules by the UTF-16 unit with which their words begin, in the order of trying. */
type Starts = ReadonlyMap<number, readonly TimeRule[]>;

function startsOf(rules: readonly TimeRule[], characters: Iterable<string>): Starts {
  const firsts = rules.map(({ pattern }) => needsOf(pattern).first);
  return new Map(
    Array.from(characters, (char) => [char.charCodeAt(0), rules.filter((_, i) => firsts[i]?.includes(char) !== false)]),
  );
}

/** Where no Chinese word of time can start there are none. */
export const STARTING_ZH = startsOf(RULES_ZH, STARTS_ZH);
export const STARTING_EN = startsOf(RULES_EN, 'abcdefghijklmnopqrstuvwxyz0123456789@');
