import { CONTRASTS } from './concepts.lists.ts';

/** An entry that lacks a contrasting concept of the question, or whose own question turns on one the question lacks. */
const LACKS = 0.75;
const UNASKED = 0.8;

/** Of each group of contrasting concepts those that a text bears, a bit each. */
export type Bearing = readonly number[];

export function bearingOf(concepts: ReadonlySet<string>): Bearing {
  return CONTRASTS.map((group) => group.reduce((bits, concept, at) => bits | (concepts.has(concept) ? 1 << at : 0), 0));
}

/** 0 when an entry is about another of two contrasting things; below 1 when it lacks one, or turns on one not asked. */
export function contrastFactor(asked: Bearing, entry: { readonly bears: Bearing; readonly turnsOn: Bearing }): number {
  let factor = 1;
  for (let group = 0; group < asked.length; group += 1) {
    const wanted = asked[group] ?? 0;
    const core = entry.turnsOn[group] ?? 0;
    if (wanted === 0) {
      if (core !== 0) factor *= UNASKED;
    } else if ((wanted & (entry.bears[group] ?? 0)) === 0) {
      if (core !== 0) return 0;
      factor *= LACKS;
    }
  }
  return factor;
}
