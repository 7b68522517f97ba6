import { GLOSS } from './english.lists.ts';

/** Most words of a phrase of the gloss. */
const LONGEST = 4;
/** Shorter words and these carry nothing. */
const SLIGHT = 3;
const COMMON: ReadonlySet<string> = new Set(
  'have does your please with from that this will would want need know tell about hospital they there take what much many get your into some like have been were them'.split(
    ' ',
  ),
);
const ENDINGS = /(?:ing|ed|es|s)$/;
const LATIN_ONLY = /^[\x20-\x7e\n…]*$/;
const WORD = /[a-z][a-z'-]*|\d+/g;

/** A normalised question in English as the Chinese words that entries have for it; any other text as it is. */
export function inChineseWords(text: string): string {
  if (!LATIN_ONLY.test(text)) return text;
  const words = text.match(WORD) ?? [];
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at);
    const phrase = words.slice(at, at + Math.max(1, length)).join(' ');
    const meant = length === 0 ? undefined : meaningOf(phrase);
    // What the gloss lacks stays: an entry that covers only half of a question must be seen to do so.
    if (meant !== undefined) found.push(meant);
    else if (phrase.length > SLIGHT && !COMMON.has(phrase)) found.push(phrase);
    at += Math.max(1, length);
  }
  return found.length === 0 ? text : found.join(' ');
}

/** How many words from here are in the gloss; 0 = not even one. */
function phraseAt(words: readonly string[], at: number): number {
  for (let length = LONGEST; length > 0; length -= 1) {
    if (at + length <= words.length && meaningOf(words.slice(at, at + length).join(' ')) !== undefined) return length;
  }
  return 0;
}

function meaningOf(phrase: string): string | undefined {
  return GLOSS.get(phrase) ?? GLOSS.get(phrase.replace(ENDINGS, '')) ?? GLOSS.get(phrase.replace(/s$/, ''));
}
