import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { LANGUAGES, type Language } from '../../../domain/language.ts';
import { type Say, type WordsOf, wordsIn } from './words.ts';

const KEY = 'huifang.console.language';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Chosen = createContext<LanguageChoice>({ language: LANGUAGES[0], choose: () => undefined });

function isLanguage(text: string | null): text is Language {
  return text !== null && (LANGUAGES as readonly string[]).includes(text);
}

/** What was chosen in this browser, else what the browser asks for. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.language.toLowerCase();
  if (/^zh-(tw|hk|mo|hant)/u.test(wanted)) return 'zh-TW';
  return wanted.startsWith('en') ? 'en' : 'zh-CN';
}

/** Keeps the language of the console for this browser. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose: (next) => {
        localStorage.setItem(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Chosen.Provider value={choice}>{children}</Chosen.Provider>;
}

/** The language of the console, and how to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(Chosen);
}

/** The words of an area in the language of the console; a key that one language lacks does not compile. */
export function useWords<K extends string>(words: WordsOf<K>): Say<K> {
  const { language } = useLanguage();
  return useMemo(() => wordsIn(words, language), [words, language]);
}
