import type { EffectHandler } from './handler.ts';

/** All `say` effects of a turn leave as one message: several texts sent together can arrive swapped (channels.md 1). */
export const say: EffectHandler<'say'> = (effect, draft) => {
  draft.parts.push(...effect.parts);
  draft.urgent ||= effect.urgent === true;
  draft.proactive ||= effect.proactive === true;
  draft.confirmsOptOut ||= effect.confirmsOptOut === true;
};
