import type { EffectHandler } from './handler.ts';

/** What staff should see without taking over. */
export const note: EffectHandler<'note'> = (effect, draft) => {
  draft.workItems.push({ kind: 'note', text: effect.text });
};

/** A question that the knowledge base lacks: somebody calls back. */
export const request: EffectHandler<'request'> = (effect, draft) => {
  draft.workItems.push({ kind: 'callback', text: effect.question });
  draft.tallies.push('request.callback');
};
