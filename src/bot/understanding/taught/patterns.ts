import type { Clause } from '../clauses.ts';
import type { Normalised } from '../normalise.ts';
import type { PatternEntry, TaughtEntries } from './entries.types.ts';
import type { Meaning } from './meanings.ts';
import { phraseKey } from './phrase-key.ts';
import { indexWords, type Occurrence, type WordIndex, wordsIn } from './word-index.ts';

/** Patterns ready to be looked for. A part is a word or a list; parts are numbered. */
export interface Patterns {
  /** Word → number of a part that it belongs to. */
  readonly words: WordIndex<number>;
  readonly list: readonly Pattern[];
}

interface Pattern {
  readonly meaning: Meaning;
  readonly all: readonly number[];
  readonly none: readonly number[];
  readonly within: number;
}

/** Where a pattern was found in the normalised text. */
export interface PatternHit {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/** The list that a part such as `<护士>` names; null for a plain word. */
export function listNamed(part: string): string | null {
  return /^<(.+)>$/.exec(part)?.[1] ?? null;
}

export function compilePatterns(entries: readonly PatternEntry[], lists: TaughtEntries['wordLists']): Patterns {
  const parts = new Map<string, number>();
  const numberOf = (part: string): number => {
    const known = parts.get(part) ?? parts.size;
    parts.set(part, known);
    return known;
  };
  const list = entries.map(({ meaning, all, none, within }) => ({
    meaning,
    all: all.map(numberOf),
    none: none.map(numberOf),
    within,
  }));
  const words = [...parts].flatMap(([part, number]) => {
    const name = listNamed(part);
    const members = name === null ? [part] : (lists[name] ?? []);
    return members.map((word) => [phraseKey(word), number] as const);
  });
  return { words: indexWords(words), list };
}

/** The first place of each pattern, clause by clause. Time grows with the length of the text alone: nothing is tried twice. */
export function findPatterns(patterns: Patterns, n: Normalised): readonly PatternHit[] {
  if (patterns.list.length === 0) return [];
  const hits = new Map<Pattern, PatternHit>();
  for (const clause of n.clauses) {
    const found = wordsIn(patterns.words, n.text, clause.start, clause.end);
    if (found.length === 0) continue;
    const places = new Places(clause, found);
    for (const pattern of patterns.list) {
      if (hits.has(pattern) || pattern.none.some((part) => places.has(part))) continue;
      const place = places.inOrder(pattern);
      if (place !== null) hits.set(pattern, { meaning: pattern.meaning, ...place });
    }
  }
  return [...hits.values()];
}

const NOWHERE = Number.POSITIVE_INFINITY;

/** Where the parts stand in one clause. */
class Places {
  readonly #start: number;
  readonly #length: number;
  readonly #found = new Map<number, Occurrence<number>[]>();
  /** By part: for each place the end of the shortest occurrence that begins there, and of the first to end from there on. */
  readonly #here = new Map<number, readonly number[]>();
  readonly #ahead = new Map<number, readonly number[]>();

  constructor({ start, end }: Clause, found: readonly Occurrence<number>[]) {
    this.#start = start;
    this.#length = end - start;
    for (const word of found) {
      const known = this.#found.get(word.value);
      if (known === undefined) this.#found.set(word.value, [word]);
      else known.push(word);
    }
  }

  has(part: number): boolean {
    return this.#found.has(part);
  }

  /** The parts one behind the other, near enough; from each first word on, the nearest next ones decide. */
  inOrder({ all, within }: Pattern): { start: number; end: number } | null {
    const [first, ...others] = all;
    if (first === undefined || !all.every((part) => this.has(part))) return null;
    const here = this.#endsHere(first);
    for (const [from, end] of here.entries()) {
      const last = others.reduce((at, part) => this.#endsAhead(part)[at] ?? NOWHERE, end);
      if (last - from <= within) return { start: this.#start + from, end: this.#start + last };
    }
    return null;
  }

  #endsHere(part: number): readonly number[] {
    const known = this.#here.get(part);
    if (known !== undefined) return known;
    const ends = Array.from({ length: this.#length + 1 }, () => NOWHERE);
    for (const { start, end } of this.#found.get(part) ?? []) {
      const from = start - this.#start;
      ends[from] = Math.min(ends[from] ?? NOWHERE, end - this.#start);
    }
    this.#here.set(part, ends);
    return ends;
  }

  #endsAhead(part: number): readonly number[] {
    const known = this.#ahead.get(part);
    if (known !== undefined) return known;
    const ends = [...this.#endsHere(part)];
    for (let at = ends.length - 2; at >= 0; at -= 1) ends[at] = Math.min(ends[at] ?? NOWHERE, ends[at + 1] ?? NOWHERE);
    this.#ahead.set(part, ends);
    return ends;
  }
}
