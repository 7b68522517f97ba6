import type { Language } from '../../../domain/language.ts';

/** The language to begin with: what was chosen here before, what the address asks for, what the device speaks. */
export function firstLanguage(chosen: string | null, asked: string | null, device: readonly string[]): Language {
  for (const tag of [chosen, asked, ...device]) {
    const name = (tag ?? '').toLowerCase();
    if (/^zh\b.*\b(tw|hk|mo|hant)\b/.test(name)) return 'zh-TW';
    if (/^zh\b/.test(name)) return 'zh-CN';
    if (/^en\b/.test(name)) return 'en';
  }
  return 'zh-CN';
}
