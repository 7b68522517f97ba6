import type { Flag, Meaning } from './meanings.ts';
import type { Patterns } from './patterns.ts';
import type { WordIndex } from './word-index.ts';

/** What a hospital teaches, made ready once for all messages. */
export interface Taught {
  /** Added phrases by their key (phrase-key.ts). */
  readonly phrases: ReadonlyMap<string, readonly Saying[]>;
  /** Of how many clauses the longest of them consists. */
  readonly longest: number;
  /** Added signs of red flags: these are looked for anywhere, as `emergencySigns` are. */
  readonly flags: Readonly<Record<Flag, readonly string[]>>;
  readonly flagPatterns: Patterns;
  readonly patterns: Patterns;
  readonly blocked: WordIndex<Saying>;
  /** How much higher or lower the hospital wants the shipped thresholds. */
  readonly offsets: Readonly<Partial<Record<Meaning, number | undefined>>>;
  /** Own word of time → what the grammar reads in its place. */
  readonly timeWords: WordIndex<string>;
}

/** A phrase and the meaning that it has, or must not have, at some questions; `at` null: at all. */
export interface Saying {
  readonly meaning: Meaning;
  readonly at: ReadonlySet<string> | null;
}
