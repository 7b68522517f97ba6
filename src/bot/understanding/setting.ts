import type { UnderstandContext } from './understand.types.ts';

/** Whether somebody consults us (handbook section 4): no survey stands behind the talk. */
export function isConsultation({ questions }: Pick<UnderstandContext, 'questions'>): boolean {
  return questions.length === 0;
}
