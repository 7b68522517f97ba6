import { normalise } from '../normalise.ts';
import type { TaughtEntries } from './entries.types.ts';
import { type Flag, isFlag } from './meanings.ts';
import { compilePatterns } from './patterns.ts';
import { phraseKey } from './phrase-key.ts';
import type { Saying, Taught } from './taught.types.ts';
import { spokenTime } from './time-words.ts';
import { indexWords } from './word-index.ts';

/** Whether there is anything to teach. */
export function teachesNothing(entries: TaughtEntries): boolean {
  const { phrases, patterns, thresholds, timeWords } = entries;
  return phrases.length + patterns.length + Object.keys(thresholds).length + Object.keys(timeWords).length === 0;
}

/** Makes checked entries ready for reading; undefined when there are none. */
export function compileTaught(entries: TaughtEntries): Taught | undefined {
  if (teachesNothing(entries)) return undefined;
  const { patterns, wordLists } = entries;
  return {
    ...compilePhrases(entries),
    flags: { emergency: signsOf(entries, 'emergency'), self_harm: signsOf(entries, 'self_harm') },
    blocked: indexWords(
      entries.phrases.flatMap((entry) => entry.block.map((phrase) => [blockedText(phrase), sayingOf(entry)] as const)),
    ),
    flagPatterns: compilePatterns(
      patterns.filter(({ meaning }) => isFlag(meaning)),
      wordLists,
    ),
    patterns: compilePatterns(
      patterns.filter(({ meaning }) => !isFlag(meaning)),
      wordLists,
    ),
    offsets: entries.thresholds,
    timeWords: indexWords(
      Object.entries(entries.timeWords).map(([word, value]) => [phraseKey(word), spokenTime(value) ?? ''] as const),
    ),
  };
}

function compilePhrases(entries: TaughtEntries): Pick<Taught, 'phrases' | 'longest'> {
  const phrases = new Map<string, readonly Saying[]>();
  let longest = 1;
  for (const entry of entries.phrases.filter(({ meaning }) => !isFlag(meaning))) {
    for (const phrase of entry.add) {
      const key = phraseKey(phrase);
      longest = Math.max(longest, normalise(phrase).clauses.length);
      phrases.set(key, [...(phrases.get(key) ?? []), sayingOf(entry)]);
    }
  }
  return { phrases, longest };
}

function sayingOf({ meaning, at }: TaughtEntries['phrases'][number]): Saying {
  return { meaning, at: at.length === 0 ? null : new Set(at) };
}

function signsOf({ phrases }: TaughtEntries, flag: Flag): readonly string[] {
  return phrases.flatMap(({ meaning, add }) => (meaning === flag ? add : []));
}

/** Blocked phrases are looked for as they are written, punctuation between clauses included. */
function blockedText(phrase: string): string {
  const { text, clauses } = normalise(phrase);
  return text.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0);
}
