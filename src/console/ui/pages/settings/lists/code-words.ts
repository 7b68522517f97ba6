import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-codes.ts';

type Known = keyof (typeof words)['en'];

function isKnown(key: string): key is Known {
  return Object.hasOwn(words.en, key);
}

/** Says what happened to a row, and which of its columns is meant; what has no words is shown as it is. */
export function useCodeWords(): { code(code: string): string; field(field: string): string } {
  const t = useWords(words);
  const said = (key: string, plain: string) => (isKnown(key) ? t(key) : plain);
  return { code: (code) => said(code, code), field: (field) => said(`f_${field}`, field) };
}
