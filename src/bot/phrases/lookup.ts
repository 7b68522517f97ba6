import type { InLanguages, PhraseBook, QuestionWording } from './book.ts';

const QUESTION_KEY = /^question\.([^.]+)\.(ask|simpler)$/;

/** The question that a key such as `question.doctor.ask` asks; undefined for other keys and unknown questions. */
export function questionOfKey(book: PhraseBook, key: string): QuestionWording | undefined {
  const id = QUESTION_KEY.exec(key)?.[1];
  return id === undefined ? undefined : book.questions.find((question) => question.id === id);
}

/** The wording behind a key of the registry or a question; undefined if there is none. */
export function wordingOf(book: PhraseBook, key: string): InLanguages | undefined {
  const question = questionOfKey(book, key);
  if (question !== undefined) return key.endsWith('.ask') ? question.ask : question.simpler;
  return Object.hasOwn(book.phrases, key) ? book.phrases[key] : undefined;
}
