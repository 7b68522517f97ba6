import { useWords } from '../language/language.tsx';
import { words } from '../words/errors.ts';
import { ApiError } from './client.ts';

type Known = keyof (typeof words)['en'];

function isKnown(code: string): code is Known {
  return Object.hasOwn(words.en, code);
}

/** Their words say all there is; the service's details would only repeat it in English. */
const SAY_ALL: ReadonlySet<string> = new Set(['PASSWORD_WEAK', 'WORDING_FLAGGED']);

/** Says a failure in plain words: what it was and what can be done. Details of the service follow on lines of their own. */
export function useErrorWords(): (error: unknown) => string {
  const t = useWords(words);
  return (error) => {
    const { code, details } = error instanceof ApiError ? error : { code: 'INTERNAL', details: [] };
    if (!isKnown(code)) return [t('OTHER', { code }), ...details].join('\n');
    // Who has the conversation instead is the one detail of these.
    if (words.en[code].includes('{name}')) return t(code, { name: details[0] ?? t('colleague') });
    return SAY_ALL.has(code) ? t(code) : [t(code), ...details].join('\n');
  };
}
