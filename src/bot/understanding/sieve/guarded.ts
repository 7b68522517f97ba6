import { matchesOf } from '../matches.ts';
import { gramOf, needsOf } from './needs.ts';

/** A text, or a stretch of one, with the marks of the whole. */
export interface Marked {
  readonly text: string;
  readonly marks: Marks;
}

/**
 * A pattern that is only tried on texts which hold what it needs (`needsOf`). Of the hundreds of rules a message meets all
 * but a few dozen are ruled out that way, by one look at each of its characters.
 */
export class Guarded {
  /** Where `Marks` notes what the pattern does: the word, the bit for "may match", and the bit for "does match". */
  readonly word: number;
  readonly may: number;
  readonly does: number;
  readonly pattern: RegExp;

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    const number = all.length;
    this.word = Math.floor(number / GUARDS_A_WORD);
    this.may = 1 << (2 * (number % GUARDS_A_WORD));
    this.does = 2 * this.may;
    all.push(this);
    index = null;
  }

  test(where: Marked): boolean {
    const { marks } = where;
    if (!marks.allow(this)) return false;
    if (marks.settle(this, where.text)) return true;
    this.pattern.lastIndex = 0;
    return this.pattern.test(where.text);
  }

  /** The first match. */
  exec(where: Marked): RegExpExecArray | null {
    if (!where.marks.allow(this)) return null;
    this.pattern.lastIndex = 0;
    return this.pattern.exec(where.text);
  }

  /** All matches of a global pattern, in order. */
  matches(where: Marked): readonly RegExpExecArray[] {
    return where.marks.allow(this) ? matchesOf(where.text, this.pattern) : NONE;
  }
}
const NONE: readonly RegExpExecArray[] = [];

/** `pattern` tried only where it may match. For patterns that are kept: each takes a place in every message's marks. */
export function guarded(pattern: RegExp): Guarded {
  return new Guarded(pattern);
}

/** Which patterns may match in a text, or in any stretch of it. Found out when first asked. */
export class Marks {
  readonly #text: string;
  #words: readonly number[] = NOT_YET;

  constructor(text: string) {
    this.#text = text;
  }

  allow(guard: Guarded): boolean {
    if (this.#words === NOT_YET) this.#words = wordsOf(this.#text);
    return ((this.#words[guard.word] ?? 0) & guard.may) !== 0;
  }

  /** Whether the characters that `text` holds show by themselves that the pattern matches; known of the whole text alone. */
  settle(guard: Guarded, text: string): boolean {
    return ((this.#words[guard.word] ?? 0) & guard.does) !== 0 && text === this.#text;
  }
}

const NOT_YET: readonly number[] = [];
/** Two bits each, in a small integer without its sign. */
const GUARDS_A_WORD = 15;
const all: Guarded[] = [];

/** All patterns by what they need. */
interface Index {
  /** Those of which nothing is known: they may match anywhere. */
  readonly always: readonly number[];
  /** Numbers of the characters that some pattern needs; 0 for all others. */
  readonly letters: Uint16Array;
  /** Words and bits in turn, by the number of a single character. */
  readonly singles: readonly (readonly number[] | undefined)[];
  /** The same by two such numbers. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
}
/** Made anew when a pattern has been added. */
let index: Index | null = null;

/** More than there are numbers of characters. */
const LETTERS = 1 << 14;

function wordsOf(text: string): readonly number[] {
  index ??= buildIndex();
  const { singles, pairs, letters } = index;
  const words = index.always.slice();
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = letters[text.charCodeAt(i)] ?? 0;
    if (letter !== 0) {
      mark(words, singles[letter]);
      if (before !== 0) mark(words, pairs.get(before * LETTERS + letter));
    }
    before = letter;
  }
  return words;
}

function mark(words: number[], bits: readonly number[] | undefined): void {
  if (bits === undefined) return;
  for (let i = 0; i < bits.length; i += 2) {
    const word = bits[i] ?? 0;
    words[word] = (words[word] ?? 0) | (bits[i + 1] ?? 0);
  }
}

function buildIndex(): Index {
  const always = Array.from({ length: Math.ceil(all.length / GUARDS_A_WORD) }, () => 0);
  const byGram = new Map<number, number[]>();
  for (const guard of all) {
    const { grams, sure } = needsOf(guard.pattern);
    if (grams === null) always[guard.word] = (always[guard.word] ?? 0) | guard.may;
    for (const gram of grams?.any ?? []) note(byGram, gram, guard.word, guard.may);
    for (const gram of sure) note(byGram, gram, guard.word, guard.may | guard.does);
  }
  return { always, ...bySize(byGram) };
}

function note(byGram: Map<number, number[]>, gram: number, word: number, bit: number): void {
  const bits = byGram.get(gram);
  const last = bits === undefined ? 0 : bits.length - 2;
  if (bits === undefined) byGram.set(gram, [word, bit]);
  else if (bits[last] === word) bits[last + 1] = (bits[last + 1] ?? 0) | bit;
  else bits.push(word, bit);
}

function bySize(byGram: ReadonlyMap<number, readonly number[]>): Pick<Index, 'singles' | 'pairs' | 'letters'> {
  const singles: (readonly number[] | undefined)[] = [undefined];
  const pairs = new Map<number, readonly number[]>();
  const letters = new Uint16Array(0x1_0000);
  let used = 0;
  const letterOf = (code: number): number => {
    if (letters[code] === 0) {
      letters[code] = ++used;
      singles.push(undefined);
    }
    return letters[code] ?? 0;
  };
  for (const [gram, bits] of byGram) {
    if (gram < gramOf(1, 0)) singles[letterOf(gram)] = bits;
    else pairs.set(letterOf(Math.floor(gram / gramOf(1, 0))) * LETTERS + letterOf(gram % gramOf(1, 0)), bits);
  }
  return { singles, pairs, letters };
}

/** For tests: what all guards let pass must be what matches. */
export function allGuarded(): readonly Guarded[] {
  return all;
}
