import { useMemo } from 'react';
import type { Language } from '../../../domain/language.ts';
import { useLanguage } from './language.tsx';

interface Marks {
  /** One thing after the other: `护士、收费`, `nurse, fees` */
  readonly listed: (items: readonly string[]) => string;
  /** Sentences in one line: `已改正；没有电话` */
  readonly joined: (items: readonly string[]) => string;
  /** What a text is: `原因：…`, `Reason: …` */
  readonly labelled: (label: string, text: string) => string;
  /** What stands aside: `别名（知识库）`, `Aliases (knowledge base)` */
  readonly aside: (text: string, remark: string) => string;
}

function marksOf(language: Language): Marks {
  const [comma, semicolon, colon, open, close] =
    language === 'en' ? [', ', '; ', ': ', ' (', ')'] : ['、', '；', '：', '（', '）'];
  return {
    listed: (items) => items.join(comma),
    joined: (items) => items.join(semicolon),
    labelled: (label, text) => `${label}${colon}${text}`,
    aside: (text, remark) => `${text}${open}${remark}${close}`,
  };
}

/** The marks that the language of the console puts between words. */
export function useMarks(): Marks {
  const { language } = useLanguage();
  return useMemo(() => marksOf(language), [language]);
}
