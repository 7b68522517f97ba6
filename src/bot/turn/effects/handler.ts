import type { Effect, EffectType } from '../../../domain/effect.ts';
import type { TurnDraft } from '../draft.ts';

/** Writes one effect into the draft. One file a type; the registry makes a missing one a compile error. */
export type EffectHandler<T extends EffectType> = (effect: Extract<Effect, { type: T }>, draft: TurnDraft) => void;
