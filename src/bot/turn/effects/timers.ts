import type { EffectHandler } from './handler.ts';

export const setTimer: EffectHandler<'setTimer'> = (effect, draft) => {
  draft.timers.push({ kind: effect.timer, due: effect.due });
};

/** Timers set later in the same turn stay: the commit deletes first. */
export const cancelTimers: EffectHandler<'cancelTimers'> = (_effect, draft) => {
  draft.timers.length = 0;
  draft.cancelFlowTimers = true;
};
