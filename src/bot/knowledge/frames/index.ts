import type { Language } from '../../../domain/language.ts';
import { EN } from './en.ts';
import type { Frames } from './frames.types.ts';
import { toTraditional } from './to-traditional.ts';
import { ZH } from './zh.ts';

export type { Frames } from './frames.types.ts';

/** Sentences to build an answer from. Traditional Chinese is built in simplified and rewritten as a whole by `finish`. */
export function framesFor(language: Language): Frames {
  return language === 'en' ? EN : ZH;
}

/** A text, or a label, as it is sent. */
export function finish(text: string, language: Language): string {
  return language === 'zh-TW' ? toTraditional(text) : text;
}
