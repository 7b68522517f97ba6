import type { PlainFinding } from '../../../domain/finding.ts';
import { type Normalised, spanOf } from '../normalise.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { Guarded } from '../sieve/guarded.ts';

/** A place of the text that a pattern found, with its clause. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scope: Scope;
}

/** The first hit of a global pattern for which `holds` is true. */
export function firstHit(n: Normalised, pattern: Guarded, holds: (hit: Hit) => boolean): Hit | null {
  for (const match of pattern.matches(n)) {
    const end = match.index + match[0].length;
    const hit = { start: match.index, end, text: match[0], scope: scopeOf(n, match.index, end) };
    if (holds(hit)) return hit;
  }
  return null;
}

/** What a reader concludes from a hit. */
export interface Verdict {
  readonly kind: PlainFinding['kind'];
  readonly confidence: number;
  readonly evidence: string;
}

/** A finding of a kind that carries nothing but its span. */
export function plainFinding(n: Normalised, hit: Pick<Hit, 'start' | 'end'>, verdict: Verdict): PlainFinding {
  return { ...verdict, span: spanOf(n, hit.start, hit.end) };
}

/** The whole message as a hit. */
export function wholeOf(n: Normalised): Pick<Hit, 'start' | 'end'> {
  return { start: 0, end: n.text.length };
}
