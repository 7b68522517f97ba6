import type { EffectHandler } from './handler.ts';

/** The answer itself is part of the status; here it is counted for the reports. */
export const answer: EffectHandler<'answer'> = (effect, draft) => {
  if (effect.answer !== null) draft.tallies.push(`answer.${effect.question}.${effect.answer.grade}`);
};
