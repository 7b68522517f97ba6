import { words } from '../words/stored.ts';
import { useWords } from './language.tsx';
import { storedSentence } from './stored-words.ts';

/** A stored sentence in the reader's language; what a person wrote stays as it is. */
export function useStoredWords(): (text: string) => string {
  const t = useWords(words);
  const said = (text: string): string => {
    const found = storedSentence(text);
    if (found === undefined) return text;
    const values = Object.entries(found.values).map(([name, value]) => [name, said(value)]);
    return t(found.key, Object.fromEntries(values) as Record<string, string>);
  };
  return said;
}
