import type { Language } from '../../../domain/language.ts';

/** Each language in its own words, as people look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};
