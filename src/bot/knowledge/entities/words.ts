import { normalise } from '../../understanding/normalise.ts';
import type { Candidate, EntityKind, Via } from './entities.types.ts';

/** What one word may mean, by kind. An empty list of meanings is a word in which nothing else is to be found. */
type Meanings = ReadonlyMap<EntityKind, readonly Candidate[]>;

/** Words of all kinds, found by their beginning. */
export interface WordIndex {
  readonly meanings: ReadonlyMap<string, Meanings>;
  /** Lengths of the words that begin with this UTF-16 unit, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
}

/** A word of the index in a text. */
export interface Hit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** At the ends of a number or Latin word the same sort must not go on: 120 is not in 1200. */
const LATIN_PAIR = /^[a-z]{2}$/;
const DIGIT_PAIR = /^\d{2}$/;
const PLURAL = /^[a-z]s(?![a-z])/;
/** A number that counts something is no name (120元, 120个). */
const COUNTED = /^\d(?:元|块|张|个|天|分|人|号楼|平|多|%|:|：|-)/;

/** Collects words while the index is built. */
export class WordCollector {
  readonly #meanings = new Map<string, Map<EntityKind, Candidate[]>>();

  /** The word as people write it; what is too short to be told from other text is left out. */
  add(written: string, kind: EntityKind, candidate: { readonly id: string; readonly via: Via }): void {
    const word = plainWord(written);
    if (word.length < 2) return;
    const kinds = this.#kindsOf(word);
    const known = kinds.get(kind) ?? [];
    if (!known.some(({ id }) => id === candidate.id)) kinds.set(kind, [...known, candidate]);
  }

  /** A word in which nothing else is to be found. */
  shield(written: string): void {
    this.#kindsOf(plainWord(written));
  }

  build(): WordIndex {
    const lengths = new Map<number, number[]>();
    for (const word of this.#meanings.keys()) {
      const first = word.charCodeAt(0);
      const known = lengths.get(first) ?? [];
      if (!known.includes(word.length))
        lengths.set(
          first,
          [...known, word.length].sort((a, b) => b - a),
        );
    }
    return { meanings: this.#meanings, lengths };
  }

  #kindsOf(word: string): Map<EntityKind, Candidate[]> {
    const known = this.#meanings.get(word);
    if (known !== undefined) return known;
    const kinds = new Map<EntityKind, Candidate[]>();
    this.#meanings.set(word, kinds);
    return kinds;
  }
}

/** A word as it stands in normalised text; `_` stands for a blank in the word lists. */
export function plainWord(written: string): string {
  return normalise(written.replaceAll('_', ' ')).text.replace(/[()（）。,!?]/g, '');
}

/** All words of the index that stand in a normalised text, the longest first where they overlap; in order of the text. */
export function wordsIn(index: WordIndex, text: string): readonly Hit[] {
  const all: Hit[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const length of index.lengths.get(text.charCodeAt(start)) ?? []) {
      const word = text.slice(start, start + length);
      const hit = { word, start, end: start + length };
      if (word.length === length && index.meanings.has(word) && stands(text, hit)) {
        all.push(hit);
        break;
      }
    }
  }
  return apart(all);
}

/** Of hits that overlap the longer one stays; of two of the same length the first. */
export function apart<T extends Hit>(hits: readonly T[]): readonly T[] {
  const taken: T[] = [];
  const byLength = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const hit of byLength) {
    if (!taken.some(({ start, end }) => hit.start < end && start < hit.end)) taken.push(hit);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Whether a word with Latin letters or digits at its ends stands on its own. */
function stands(text: string, { word, start, end }: Hit): boolean {
  const before = (text[start - 1] ?? ' ') + (word[0] ?? ' ');
  const after = (word[word.length - 1] ?? ' ') + text.slice(end, end + 3);
  if (LATIN_PAIR.test(before) || DIGIT_PAIR.test(before)) return false;
  if (LATIN_PAIR.test(after.slice(0, 2)) && !PLURAL.test(after)) return false;
  return !DIGIT_PAIR.test(after.slice(0, 2)) && !COUNTED.test(after);
}
