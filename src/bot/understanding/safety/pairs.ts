import type { Normalised } from '../normalise.ts';
import { FEATURES, type Feature, PAIR_TRIGGER, PAIR_VETO, PAIRS } from './pairs-zh.lists.ts';
import { weigh } from './veto.ts';

/** Two features that together are a red flag, and where the first of them stands. */
export interface Paired {
  readonly start: number;
  readonly end: number;
  readonly tier: 'high' | 'low';
  readonly id: string;
}

/** A feature as told: nowhere, in doubt, or in full. */
interface Told {
  readonly start: number;
  readonly end: number;
  readonly doubt: boolean;
}

/** Finds red flags whose parts are ordinary words in different clauses: 左边腿拖着走, 嘴里跟含个枣似的. */
// eslint-disable-next-line complexity -- cases read in their order; the order is the rule
export function readPairs(n: Normalised): Paired | null {
  if (!PAIR_TRIGGER.test(n) || PAIR_VETO.test(n)) return null;
  const known = new Map<Feature, Told | null>();
  const told = (feature: Feature): Told | null => {
    const before = known.get(feature);
    if (before !== undefined) return before;
    const found = find(n, feature);
    known.set(feature, found);
    return found;
  };
  let best: Paired | null = null;
  for (const [first, second, third] of PAIRS) {
    const one = told(first);
    const two = one === null ? null : told(second);
    const three = two === null || third === undefined ? two : told(third);
    if (one === null || two === null || three === null) continue;
    const tier = one.doubt || two.doubt || three.doubt ? 'low' : 'high';
    if (best !== null && tier === 'low') continue;
    best = { start: two.start, end: two.end, tier, id: `safety.pair_${first}_${second}` };
    if (tier === 'high') return best;
  }
  return best;
}

function find(n: Normalised, feature: Feature): Told | null {
  const match = FEATURES[feature].exec(n);
  if (match === null) return null;
  const end = match.index + match[0].length;
  if (feature === 'sudden' || feature === 'pregnant') return { start: match.index, end, doubt: false };
  const weight = weigh(n, match.index, end);
  return weight === 'none' || weight === 'mild' ? null : { start: match.index, end, doubt: weight === 'low' };
}
