import type { Clause } from './clauses.ts';
import type { Normalised } from './normalise.ts';

/** Index of the clause that holds (or last began before) the place `at` of the normalised text. */
function clauseIndexAt(n: Normalised, at: number): number {
  let found = 0;
  for (let i = 0; i < n.clauses.length; i++) {
    if ((n.clauses[i]?.start ?? 0) <= at) found = i;
  }
  return found;
}

const NOWHERE: Clause = { start: 0, end: 0, text: '', opener: 'start' };

/** The clause around a place, its neighbours and what of it stands before and after `[start, end)`. */
export interface Scope {
  readonly clause: Clause;
  readonly previous: Clause | null;
  readonly next: Clause | null;
  readonly before: string;
  readonly after: string;
}

/** What a rule may look at around a hit: negation and its kind never cross the clause. */
export function scopeOf(n: Normalised, start: number, end: number): Scope {
  const at = clauseIndexAt(n, start);
  const clause = n.clauses[at] ?? NOWHERE;
  return {
    clause,
    previous: n.clauses[at - 1] ?? null,
    next: n.clauses[clauseIndexAt(n, end > start ? end - 1 : end) + 1] ?? null,
    before: n.text.slice(clause.start, Math.max(start, clause.start)),
    after: n.text.slice(end, Math.max(clause.end, end)),
  };
}

/** Text without punctuation and blanks at its ends: what counts as the whole message. */
export function bare(text: string): string {
  return text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
}
