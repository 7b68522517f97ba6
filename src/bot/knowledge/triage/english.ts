import { ENGLISH } from './english.lists.ts';

const CHINESE = new Map(
  ENGLISH.split(/[|\n]/)
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('=') as [string, string]),
);
const MOST_WORDS = Math.max(...[...CHINESE.keys()].map((phrase) => phrase.split(' ').length));
/** Where a trouble is, said behind it: pain in my stomach → stomach pain. */
const PLACE_BEHIND =
  /\b(pain|ache|itching|numbness|swelling|lump|nodule|stiffness|ringing|rash|spots|pressure|tightness|burning|weakness)s? (?:in|on|of|around|inside|under)(?: (?:my|the|his|her|both|left|right|front of|lower|upper))* ([a-z]+(?: (?:back|button))?)/g;

/** An English message in the Chinese words it stands for; one with Chinese in it stays as it is. */
export function chineseOf(text: string): string {
  if (!/[a-z]{3}/.test(text) || /[㐀-鿿]/.test(text)) return text;
  return text
    .split(/[,.;!?\n]+/)
    .map(clauseOf)
    .filter((clause) => clause !== '')
    .join(',');
}

function clauseOf(clause: string): string {
  const words = clause
    .replace(PLACE_BEHIND, '$2 $1')
    .trim()
    .split(/[ "()/]+/);
  let chinese = '';
  for (let at = 0; at < words.length; ) {
    const length = longestAt(words, at);
    chinese += length === 0 ? figureOf(words[at]) : (CHINESE.get(words.slice(at, at + length).join(' ')) ?? '');
    at += Math.max(length, 1);
  }
  return chinese;
}

function longestAt(words: readonly string[], at: number): number {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    if (CHINESE.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/** Figures tell something in any language. */
function figureOf(word = ''): string {
  return /^\d/.test(word) ? word : '';
}
