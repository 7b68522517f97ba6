import type { Language } from '../../domain/language.ts';

/** Sentence ends after which the next part may follow directly. */
const ENDED = /[。！？!?.…：:；;”"」』）)\n]$/;

/** Puts the parts of one message together: nothing between them in Chinese, a blank in English; a part without a full stop gets one. */
export function joinParts(parts: readonly string[], language: Language): string {
  const [stop, between] = language === 'en' ? ['.', ' '] : ['。', ''];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, index, all) => (index === all.length - 1 || ENDED.test(part) ? part : part + stop))
    .join(between);
}
