import { CONCEPTS, CONTRASTS } from '../faq/concepts.lists.ts';

/** 那…呢, …呢, what about …: what is left out was said before. */
const FOLLOWS =
  /^(?:那么?|就是|要不|要是|还有|and|what about|how about|然后)|呢[?？。!]*$|^(?:他|她|它|这个|那个|这位|那位)的?|^(?:what|how) about/;
/** So long may be what goes on with the last topic. */
const SHORT = 14;
const SHORT_ENGLISH = 60;

/** Whether a normalised text goes on with the last topic. */
export function goesOn(text: string): boolean {
  const latin = /^[\x20-\x7e]*$/.test(text);
  return text.length <= (latin ? SHORT_ENGLISH : SHORT) || (FOLLOWS.test(text) && text.length <= 2 * SHORT);
}

/** Whether it says so itself (那…呢). */
export function saysGoesOn(text: string): boolean {
  return FOLLOWS.test(text);
}

/**
 * A question that follows one on an entry, made whole: what contrasts with the new words is taken out of the old question
 * (居民医保住院报多少 + 那职工的呢).
 */
export function completedBy(question: string, text: string): string {
  let kept = question.toLowerCase();
  for (const group of CONTRASTS) {
    if (!group.some((concept) => bears(concept, text))) continue;
    for (const concept of group) for (const word of wordsOf(concept)) kept = kept.replaceAll(word, '');
  }
  return `${text} ${kept}`;
}

function bears(concept: string, text: string): boolean {
  return wordsOf(concept).some((word) => text.includes(word));
}

function wordsOf(concept: string): readonly string[] {
  return CONCEPTS[concept]?.split(' ') ?? [];
}
