import { useLanguage } from '../language/language.tsx';
import { ApiError } from './client.ts';
import { refusalLines } from './refusals.ts';

/** Says a failure in plain words: what it was and what can be done. */
export function useErrorWords(): (error: unknown) => string {
  const { language } = useLanguage();
  return (error) => {
    const { code, details } = error instanceof ApiError ? error : { code: 'INTERNAL', details: [] };
    return refusalLines(code, details, language).join('\n');
  };
}
