import type { EffectHandler } from './handler.ts';

/** The stay has been followed up, however it ended. */
export const close: EffectHandler<'close'> = (effect, draft) => {
  draft.tallies.push(`outcome.${effect.outcome}`);
  if (draft.loaded.record.stay !== null) draft.followUp = 'done';
};
