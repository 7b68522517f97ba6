import type { EffectHandler } from './handler.ts';

/** The conversation's one work item for a person; a second reason changes it. */
export const handoff: EffectHandler<'handoff'> = (effect, draft) => {
  draft.handoff = { reason: effect.reason, priority: effect.priority };
  draft.tallies.push(`handoff.${effect.reason}`);
};
