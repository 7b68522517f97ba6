/** A word of the lexicon found in a text, offsets in the normalised text. */
export interface Token {
  readonly cat: TokenCategory;
  /** What it says within its category: a concern (`doctor`), a shade (`plain`). */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `skip` only hides shorter words (好多, 差不多); `pos`, `mid`, `neg` are grades; `eval` is a judgement that tells what is
 * wrong (敷衍), `fact` something that went wrong (没人管), `deed` something done well; the others say whom or what.
 */
type TokenCategory =
  | 'skip'
  | 'pos'
  | 'mid'
  | 'neg'
  | 'eval'
  | 'fact'
  | 'deed'
  | 'role'
  | 'thing'
  | 'aspect'
  | 'all'
  | 'overall';

export interface LexiconEntries {
  readonly cat: TokenCategory;
  readonly value: string;
  /** Words joined by `|`, in normalised form. */
  readonly words: string;
}

interface Entry {
  readonly word: string;
  readonly cat: TokenCategory;
  readonly value: string;
  readonly latin: boolean;
}

/** The words that begin with one UTF-16 unit. */
interface Shelf {
  /** Longer words by their second unit, longest first. */
  readonly longer: Map<number, Entry[]>;
  /** Words of this unit alone. */
  readonly alone: Entry[];
}

/** Words by their first UTF-16 unit. */
export type Lexicon = ReadonlyMap<number, Shelf>;

export function buildLexicon(lists: readonly LexiconEntries[]): Lexicon {
  const lexicon = new Map<number, Shelf>();
  for (const { cat, value, words } of lists) {
    for (const word of words.split('|')) {
      if (word === '') continue;
      const entry: Entry = { word, cat, value, latin: isLatin(word.charCodeAt(0)) };
      place(lexicon, entry);
    }
  }
  for (const { longer } of lexicon.values())
    for (const entries of longer.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return lexicon;
}

function place(lexicon: Map<number, Shelf>, entry: Entry): void {
  const first = entry.word.charCodeAt(0);
  const shelf = lexicon.get(first) ?? { longer: new Map<number, Entry[]>(), alone: [] };
  lexicon.set(first, shelf);
  const second = entry.word.charCodeAt(1);
  const row = entry.word.length === 1 ? shelf.alone : (shelf.longer.get(second) ?? []);
  row.push(entry);
  if (row !== shelf.alone) shelf.longer.set(second, row);
}

/** All words from left to right, the longest at each place; English only as whole words (plural s allowed). */
export function scan(lexicon: Lexicon, text: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const found = longestAt(lexicon, text, i);
    if (found === null) {
      i += 1;
      continue;
    }
    const end = i + found.word.length;
    tokens.push({ cat: found.cat, value: found.value, start: i, end });
    i = end;
  }
  return tokens;
}

function longestAt(lexicon: Lexicon, text: string, at: number): Entry | null {
  const shelf = lexicon.get(text.charCodeAt(at));
  if (shelf === undefined) return null;
  return firstOf(shelf.longer.get(text.charCodeAt(at + 1)), text, at) ?? firstOf(shelf.alone, text, at);
}

function firstOf(entries: readonly Entry[] | undefined, text: string, at: number): Entry | null {
  if (entries === undefined) return null;
  for (const entry of entries) {
    if (!text.startsWith(entry.word, at)) continue;
    if (entry.latin && !isWholeWord(text, at, at + entry.word.length)) continue;
    return entry;
  }
  return null;
}

function isWholeWord(text: string, start: number, end: number): boolean {
  if (start > 0 && isLatin(text.charCodeAt(start - 1))) return false;
  const next = text.charCodeAt(end);
  if (next === 0x73) return !isLatin(text.charCodeAt(end + 1));
  return !isLatin(next);
}

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
