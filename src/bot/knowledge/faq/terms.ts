import { normalise } from '../../understanding/normalise.ts';
import { CONCEPTS } from './concepts.lists.ts';

/** A text as the search sees it: characters and pairs of them, whole Latin words, and the concepts it bears. */
export interface Features {
  readonly grams: readonly string[];
  readonly concepts: readonly string[];
}

const WORDS: readonly (readonly [string, readonly string[]])[] = Object.entries(CONCEPTS).map(([id, words]) => [
  id,
  words.split(' '),
]);
/** Words that ask or address and tell nothing of the matter. */
const FILLERS =
  /请问|麻烦|你们|我们|咱们|你好|医院|一下|我想|想问|问问|问下|知道|告诉我|谢谢|对了|那个|这个|就是|现在|还有|另外|[的了吗呢啊吧呀哦嘛么是我你他]/g;

/** Reads a text into features; the same for questions and entries. */
export function featuresOf(text: string): Features {
  const plain = normalise(text).text;
  const concepts = WORDS.filter(([, words]) => words.some((word) => plain.includes(word))).map(([id]) => id);
  const grams: string[] = [];
  for (const run of plain.replace(FILLERS, ' ').split(/[^\p{L}\p{N}]+/u)) {
    if (run === '') continue;
    for (const part of run.match(/[a-z]+|\d+|./gu) ?? []) grams.push(part);
    const characters = Array.from(run);
    for (let i = 0; i + 1 < characters.length; i += 1) grams.push(`${characters[i] ?? ''}${characters[i + 1] ?? ''}`);
  }
  return { grams, concepts };
}
