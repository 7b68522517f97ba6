import { EMPTY_WORDS, SYNONYMS } from './synonyms.lists.ts';

const PLAIN = new Map(SYNONYMS.flatMap(([plain, others]) => others.split(' ').map((other) => [other, plain] as const)));
const LONGEST = Math.max(...[...PLAIN.keys()].map((word) => word.length));
/** Words that begin with a character of the table: most characters need no look-up at all. */
const FIRST = new Set([...PLAIN.keys()].map((word) => word.charAt(0)));
const EMPTY = new RegExp(EMPTY_WORDS, 'g');

/** A text in the plainest words, and without those that say nothing of the trouble. Empty only if all of it says nothing. */
export function canonical(text: string): string {
  const told = text
    .replace(EMPTY, '')
    .replace(/[^\p{L}\p{N}]*,[^\p{L}\p{N}]*/gu, ',')
    .replace(/^,+|,+$/g, '');
  return plainWords(told === '' ? text : told);
}

/** A text with one word for each of SYNONYMS. */
export function plainWords(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const word = FIRST.has(text.charAt(at)) ? wordAt(text, at) : '';
    plain += word === '' ? text.charAt(at) : (PLAIN.get(word) ?? '');
    at += Math.max(word.length, 1);
  }
  return plain;
}

function wordAt(text: string, at: number): string {
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (PLAIN.has(word)) return word;
  }
  return '';
}
