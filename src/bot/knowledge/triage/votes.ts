import { normalise } from '../../understanding/normalise.ts';
import type { Department, Knowledge } from '../knowledge.types.ts';
import { plainWords } from './canonical.ts';

/** Words of the hospital's own lists, and which departments they stand under. */
export interface Lists {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

const LEAST = 2;
/** What a word of two, three and more characters weighs: the longer, the less it says by chance. */
const WEIGHTS = [0, 0, 0.7, 0.9, 1];

/** The `treats` of the departments that can be suggested, for looking up. */
export function listsOf({ departments }: Knowledge, open: ReadonlySet<string>): Lists {
  const words = new Map<string, string[]>();
  for (const department of departments) {
    if (!open.has(department.id)) continue;
    for (const word of wordsOf(department)) {
      const under = words.get(word);
      if (under === undefined) words.set(word, [department.id]);
      else if (!under.includes(department.id)) under.push(department.id);
    }
  }
  return { words, longest: Math.max(0, ...[...words.keys()].map((word) => word.length)) };
}

function wordsOf({ treats }: Department): readonly string[] {
  return treats.map((word) => plainWords(normalise(word).text)).filter((word) => word.length >= LEAST);
}

/**
 * What the hospital's lists say of a text: per department the weight of its words, each shared among the departments it
 * stands under. At each place only the longest word counts, and none that lies in one that counts.
 */
export function votesOf({ words, longest }: Lists, text: string): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const word = wordAt(words, text, at, longest);
    for (const id of words.get(word) ?? []) {
      const share = (WEIGHTS[Math.min(word.length, WEIGHTS.length - 1)] ?? 1) / Math.sqrt(words.get(word)?.length ?? 1);
      votes.set(id, Math.max(votes.get(id) ?? 0, share));
    }
    at += Math.max(word.length, 1);
  }
  return votes;
}

function wordAt(words: Lists['words'], text: string, at: number, longest: number): string {
  for (let length = Math.min(longest, text.length - at); length >= LEAST; length -= 1) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return '';
}
