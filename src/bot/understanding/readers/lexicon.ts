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

/** Words by their first UTF-16 unit, longest first. */
export type Lexicon = ReadonlyMap<number, readonly Entry[]>;

export function buildLexicon(lists: readonly LexiconEntries[]): Lexicon {
  const byFirst = new Map<number, Entry[]>();
  for (const { cat, value, words } of lists) {
    for (const word of words.split('|')) {
      if (word === '') continue;
      const entry: Entry = { word, cat, value, latin: isLatin(word.charCodeAt(0)) };
      const first = word.charCodeAt(0);
      const known = byFirst.get(first);
      if (known === undefined) byFirst.set(first, [entry]);
      else known.push(entry);
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
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
  const entries = lexicon.get(text.charCodeAt(at));
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
