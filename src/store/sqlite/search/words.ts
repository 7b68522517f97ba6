/** Brings two ways of writing the same into one: width, case, and what the hospital adds (traditional characters). */
export type Normal = (text: string) => string;

/** So many digits in a row are one piece: the end of a number is found, and a common year does not drown the rest. */
const DIGITS = 4;
/** Chinese has no blanks: two characters in a row are one piece. */
const CHARACTERS = 2;

const RUN = /\p{Script=Han}+|[0-9]+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;
const HAN = /^\p{Script=Han}/u;
const DIGIT = /^[0-9]/;

/** Width and case; `more` does the rest. */
export function normaliser(more: Normal): Normal {
  return (text) => more(text.normalize('NFKC').toLowerCase());
}

/**
 * The pieces under which a text is found, each once. Han characters by two, and the last one of a run alone, so that a single character
 * is found as the beginning of a piece; long numbers by four digits; other words whole. `text` is normal.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces = new Set<string>();
  for (const run of runsOf(text)) for (const piece of piecesOfRun(run)) pieces.add(piece);
  return [...pieces];
}

function piecesOfRun(run: string): readonly string[] {
  if (HAN.test(run)) {
    const characters = Array.from(run);
    return [...grams(characters, CHARACTERS), characters.at(-1) ?? ''];
  }
  return DIGIT.test(run) && run.length > DIGITS ? grams(Array.from(run), DIGITS) : [run];
}

/** What is looked for: words apart, all of which have to be there, and the condition for the index. `words` are normal. */
export interface Sought {
  readonly words: readonly string[];
  /** A query of FTS5; '' : nothing that could be looked for. */
  readonly match: string;
}

export function soughtIn(text: string): Sought {
  const words = text.split(/\s+/u).filter((word) => runsOf(word).length > 0);
  const terms = words.flatMap((word) => runsOf(word).flatMap(termsOfRun));
  return { words, match: [...new Set(terms)].join(' ') };
}

/** True if all words stand in the text; the index only says that their pieces do. */
export function holds(text: string, { words }: Pick<Sought, 'words'>): boolean {
  return words.every((word) => text.includes(word));
}

function termsOfRun(run: string): readonly string[] {
  if (HAN.test(run)) {
    const characters = Array.from(run);
    return characters.length < CHARACTERS ? [beginning(run)] : grams(characters, CHARACTERS).map(quoted);
  }
  if (DIGIT.test(run) && run.length > DIGITS) return grams(Array.from(run), DIGITS).map(quoted);
  return [beginning(run)];
}

function runsOf(text: string): readonly string[] {
  return text.match(RUN) ?? [];
}

function grams(characters: readonly string[], size: number): readonly string[] {
  return characters.slice(size - 1).map((_, start) => characters.slice(start, start + size).join(''));
}

function quoted(piece: string): string {
  return `"${piece}"`;
}

function beginning(piece: string): string {
  return `${quoted(piece)}*`;
}
