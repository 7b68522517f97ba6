import type { Normalised } from '../normalise.ts';
import { normalise } from '../normalise.ts';

/** A phrase without what does not change its meaning: width, traditional writing, blanks, punctuation, emoji. */
export function phraseKey(phrase: string): string {
  return keyOf(normalise(phrase));
}

export function keyOf(n: Normalised): string {
  return n.clauses.map(({ text }) => text).join('');
}
