import { isHan } from '../../domain/simplified.ts';

/** Units of a text with where each came from and where blanks were dropped; shortened in place. */
interface Units {
  readonly units: number[];
  readonly from: number[];
  readonly gaps: number[];
}

/** The longest stretch whose repetition is looked for, in characters. */
const LONGEST = 8;
/** How often a stretch counts: 谢谢啊谢谢啊谢谢啊谢谢啊 says no more than three of it. */
const KEPT = 3;

/**
 * Reads a stretch of one to eight characters that stands more than three times in a row as three, so that nobody makes a
 * rule read the same words a hundred times over. Digits stay as written, alone or with punctuation between: phone
 * numbers, 111, 1,1,1,1. Linear in the length of the text.
 */
export function squeezeRepeats(text: Units): void {
  const { units, from, gaps } = text;
  if (units.length <= KEPT) return;
  /** For each kept unit and each period, how many units up to there equal the one a period before. */
  const runs: number[] = [];
  let kept = 0;
  let gap = 0;
  let keptGaps = 0;
  for (let i = 0; i < units.length; i++) {
    while (gap < gaps.length && (gaps[gap] ?? 0) <= i) {
      gaps[keptGaps++] = kept;
      gap += 1;
    }
    units[kept] = units[i] ?? 0;
    from[kept] = from[i] ?? 0;
    kept += 1;
    const period = repeated(units, runs, kept - 1);
    kept -= period;
    while (period > 0 && keptGaps > 0 && (gaps[keptGaps - 1] ?? 0) > kept) keptGaps -= 1;
  }
  units.length = kept;
  from.length = kept;
  gaps.length = keptGaps;
}

/** The period whose fourth repetition ends at `at`, or 0. */
function repeated(units: readonly number[], runs: number[], at: number): number {
  let found = 0;
  for (let period = 1; period <= LONGEST; period++) {
    const before = at >= period && units[at] === units[at - period];
    const run = before ? (at === 0 ? 0 : (runs[(at - 1) * LONGEST + period - 1] ?? 0)) + 1 : 0;
    runs[at * LONGEST + period - 1] = run;
    if (found === 0 && run >= KEPT * period && !isNumeric(units, at, period)) found = period;
  }
  return found;
}

/** Whether the stretch that ends at `at` is written in digits, with or without punctuation. */
function isNumeric(units: readonly number[], at: number, period: number): boolean {
  let digits = 0;
  for (let i = at - period + 1; i <= at; i++) {
    const code = units[i] ?? 0;
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (isHan(code) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0) return false;
  }
  return digits > 0;
}
