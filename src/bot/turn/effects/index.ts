import type { Effect, EffectType } from '../../../domain/effect.ts';
import type { TurnDraft } from '../draft.ts';
import { answer } from './answer.ts';
import { close } from './close.ts';
import type { EffectHandler } from './handler.ts';
import { handoff } from './handoff.ts';
import { mark } from './mark.ts';
import { register } from './register.ts';
import { say } from './say.ts';
import { cancelTimers, setTimer } from './timers.ts';
import { cancelRequest, handoffPhone, note, request } from './work.ts';

type Handlers = { readonly [T in EffectType]: EffectHandler<T> };

/** One handler for each type of effect. */
const EFFECT_HANDLERS: Handlers = {
  say,
  answer,
  register,
  handoff,
  note,
  request,
  cancelRequest,
  handoffPhone,
  setTimer,
  cancelTimers,
  mark,
  close,
};

/** Applies the effects of a step in order. */
export function applyEffects(effects: readonly Effect[], draft: TurnDraft): void {
  for (const effect of effects) {
    const handler = EFFECT_HANDLERS[effect.type] as EffectHandler<EffectType>;
    handler(effect, draft);
  }
}
