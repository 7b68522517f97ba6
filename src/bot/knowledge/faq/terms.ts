import { normalise } from '../../understanding/normalise.ts';
import { CONCEPTS } from './concepts.lists.ts';

/** A text as the search sees it: characters and pairs of them, whole Latin words, and the concepts it bears. */
export interface Features {
  readonly grams: readonly string[];
  readonly concepts: readonly string[];
}

/** Words of all concepts by their first character: a text is walked through once, however many concepts there are. */
const WORDS: ReadonlyMap<string, readonly (readonly [string, string])[]> = wordsByBeginning();

function wordsByBeginning(): Map<string, (readonly [string, string])[]> {
  const found = new Map<string, (readonly [string, string])[]>();
  for (const [id, words] of Object.entries(CONCEPTS)) {
    for (const word of words.split(' ')) {
      const known = found.get(word.charAt(0)) ?? [];
      known.push([word, id]);
      found.set(word.charAt(0), known);
    }
  }
  return found;
}

function conceptsIn(text: string): readonly string[] {
  // 那种牙套 is no 种牙.
  const plain = text.replace(/[那这哪]种/g, ' ');
  const borne = new Set<string>();
  for (let at = 0; at < plain.length; at += 1) {
    for (const [word, id] of WORDS.get(plain.charAt(at)) ?? [])
      if (plain.startsWith(word, at) && standsAlone(plain, at, word)) borne.add(id);
  }
  return [...borne];
}

/** A word of Latin letters is no part of another: no CT in "correct". */
function standsAlone(plain: string, at: number, word: string): boolean {
  if (!LATIN.test(word)) return true;
  return !LATIN.test(plain.charAt(at - 1)) && !LATIN.test(plain.charAt(at + word.length));
}
const LATIN = /^[a-z]/;

/** Words that ask or address and tell nothing of the matter. */
const FILLERS =
  /请问|麻烦|你们|我们|咱们|你好|医院|一下|我想|想问|问问|问下|知道|告诉我|谢谢|对了|那个|这个|就是|现在|还有|另外|[的了吗呢啊吧呀哦嘛么是我你他]/g;

/** Reads a text into features; the same for questions and entries. */
export function featuresOf(text: string): Features {
  const plain = normalise(text).text;
  const grams: string[] = [];
  for (const run of plain.replace(FILLERS, ' ').split(/[^\p{L}\p{N}]+/u)) {
    if (run === '') continue;
    for (const part of run.match(/[a-z]+|\d+|./gu) ?? []) grams.push(part);
    const characters = Array.from(run);
    for (let i = 0; i + 1 < characters.length; i += 1) grams.push(`${characters[i] ?? ''}${characters[i + 1] ?? ''}`);
  }
  return { grams, concepts: conceptsIn(plain) };
}
