import { useWords } from '../../language/language.tsx';
import { words } from '../../words/conversation.ts';

/** A question of the follow-up in words, by its id; questions that only this hospital has keep the id. */
export function useQuestionTitle(): (id: string) => string {
  const t = useWords(words);
  return (id) => {
    const key = `question_${id}`;
    return Object.hasOwn(words.en, key) ? t(key as 'question_overall') : id;
  };
}
