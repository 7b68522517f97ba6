import type { Language } from '../../../domain/language.ts';

/**
 * The words of one area of the console, in its three languages. `{name}` is a place for a value.
 * Write them as `const words = { 'zh-CN': {…}, 'zh-TW': {…}, en: {…} } satisfies Words`; where they are used (`useWords`), the
 * compiler asks for the same keys in each.
 */
export type Words = WordsOf<string>;

/** Words with exactly these keys in each language. */
export type WordsOf<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

type WordValues = Readonly<Record<string, string | number>>;

/** Says the words of a key, with the values in their places. */
export type Say<K extends string> = (key: K, values?: WordValues) => string;

/** For code outside of components; components take `useWords`. */
export function wordsIn<K extends string>(words: WordsOf<K>, language: Language): Say<K> {
  const own = words[language];
  return (key, values) =>
    values === undefined
      ? own[key]
      : own[key].replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
