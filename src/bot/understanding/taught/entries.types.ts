import type { Meaning } from './meanings.ts';

/** What a hospital teaches, as it stands in flows.config.json. */
export interface TaughtEntries {
  readonly phrases: readonly PhraseEntry[];
  /** Name → words that patterns take for each other. */
  readonly wordLists: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly PatternEntry[];
  /** Added to the score from which on the model alone reads a meaning: above 0 more careful, below 0 more eager. */
  readonly thresholds: Readonly<Partial<Record<Meaning, number | undefined>>>;
  /** Own word → HH:MM, or a time as people say it. */
  readonly timeWords: Readonly<Record<string, string>>;
}

interface PhraseEntry {
  readonly meaning: Meaning;
  readonly add: readonly string[];
  readonly block: readonly string[];
  /** Ids or schemas of open questions; empty: wherever the meaning is possible. */
  readonly at: readonly string[];
}

export interface PatternEntry {
  readonly meaning: Meaning;
  /** Words and `<lists>` in the order in which they stand in one clause. */
  readonly all: readonly string[];
  /** Words and `<lists>` that must not stand in that clause. */
  readonly none: readonly string[];
  /** From the first character of the first word to the last of the last one. */
  readonly within: number;
}
