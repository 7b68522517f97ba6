import type { EffectHandler } from './handler.ts';

/** A new entry gets the next index of the conversation; the store gives it its number of the year. */
export const register: EffectHandler<'register'> = (effect, draft) => {
  const { text, concerns, kind } = effect;
  if (effect.appendTo !== undefined) {
    draft.registers.push({ type: 'append', index: effect.appendTo, text, concerns });
    return;
  }
  const added = draft.registers.filter((change) => change.type === 'add').length;
  draft.registers.push({ type: 'add', index: draft.loaded.record.entryCount + added, kind, text, concerns });
  draft.tallies.push(`register.${kind}`);
};
