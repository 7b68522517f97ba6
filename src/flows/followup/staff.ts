import type { Effect } from '../../domain/effect.ts';
import { insideSendingHours, nextAllowed } from '../../domain/sending-hours.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { StaffMove, StepEnv } from '../flow.ts';
import { phrase } from '../shared/acks.ts';
import type { Args } from './actions.ts';
import { say } from './actions.ts';
import type { FollowupContext } from './context.ts';
import type { FollowupEvent } from './events.ts';
import { placeOf, type State } from './place.ts';
import { ask } from './replies.ts';

/**
 * The talk as it goes on once a person gives it back: the handoff is over, an outcome from before it holds again, and a time agreed
 * with the contact still stands. Outside sending hours we begin at the next allowed minute.
 */
function handedBack(context: FollowupContext, { now, settings }: StepEnv): FollowupContext {
  const { optedOut, handedFrom, resumeAt } = context;
  const outcome = optedOut ? 'opted_out' : (handedFrom ?? null);
  const after = {
    ...context,
    outcome,
    handedFrom: null,
    handoff: null,
    insults: 0,
    misses: 0,
    danger: null,
    doubt: null,
  };
  const agreed = resumeAt !== null && resumeAt > now ? resumeAt : null;
  const open = { ...after, resumeAt: agreed, reminded: false };
  const place = placeOf(open, settings);
  if (agreed !== null || place === 'closed' || place === 'end') return open;
  if (insideSendingHours(now, settings.sendingHours, settings.zone)) return open;
  return { ...open, resumeAt: nextAllowed(now, settings.sendingHours, settings.zone) };
}

/** The machine's event for what staff do. */
export function staffEvent(context: FollowupContext, move: StaffMove, env: StepEnv): FollowupEvent {
  switch (move.type) {
    case 'take':
      return { type: 'TAKE', env };
    case 'handBack': {
      const after = handedBack(context, env);
      return { type: 'HAND_BACK', env, after, place: placeOf(after, env.settings) };
    }
    case 'close':
      return { type: 'STAFF_CLOSE', env, outcome: move.outcome };
    case 'takeBack':
      return { type: 'TAKE_BACK', env, outcome: move.outcome };
    case 'correct':
      return { type: 'CORRECT', env, question: move.question, answer: move.answer };
  }
}

/** We go on where the talk stood: with the question that is open. */
export const goOn = (state: State) =>
  say(({ context, event }) =>
    event.type === 'HAND_BACK' ? [phrase('backFromStaff'), ...ask(state, context, event.env)] : [],
  );

const MARKS: Partial<Record<Outcome, Effect>> = {
  opted_out: { type: 'mark', mark: 'opted_out' },
  wrong_number: { type: 'mark', mark: 'wrong_number' },
  deceased: { type: 'mark', mark: 'deceased' },
};

/** What an outcome that staff found means for patient and number (handbook 6, 7, 25). */
export const markRow = {
  type: 'perform',
  params: ({ event }: Args): { readonly effects: readonly Effect[] } => {
    const mark = event.type === 'STAFF_CLOSE' ? MARKS[event.outcome] : undefined;
    return { effects: mark === undefined ? [] : [mark] };
  },
} as const;

/** They may be written to again. */
export const unmarkRow = {
  type: 'perform',
  params: ({ event }: Args): { readonly effects: readonly Effect[] } => ({
    effects: event.type === 'TAKE_BACK' && event.outcome === 'opted_out' ? [{ type: 'mark', mark: 'opted_in' }] : [],
  }),
} as const;

/** The answer as staff put it right. */
export const answerRow = {
  type: 'perform',
  params: ({ event }: Args): { readonly effects: readonly Effect[] } => ({
    effects: event.type === 'CORRECT' ? [{ type: 'answer', question: event.question, answer: event.answer }] : [],
  }),
} as const;

/** The context after staff ended the talk. */
export function closedByStaff(context: FollowupContext, outcome: Outcome): FollowupContext {
  return {
    ...context,
    outcome,
    handedFrom: null,
    optedOut: context.optedOut || outcome === 'opted_out',
    deceased: context.deceased || outcome === 'deceased',
    resumeAt: null,
    factsOwed: null,
    owed: [],
    doubt: null,
    danger: null,
  };
}

/** The context as if staff had not ended the talk so; it is in their hands again. */
export function takenBack(context: FollowupContext, outcome: Outcome): FollowupContext {
  return {
    ...context,
    outcome: null,
    handedFrom: null,
    optedOut: context.optedOut && outcome !== 'opted_out',
    deceased: context.deceased && outcome !== 'deceased',
  };
}

/** The answers with one put right; null takes it away. */
export function corrected(
  context: FollowupContext,
  { question, answer }: Extract<FollowupEvent, { type: 'CORRECT' }>,
): FollowupContext {
  const { [question]: _, ...others } = context.answers;
  return { ...context, answers: answer === null ? others : { ...others, [question]: answer } };
}
