import type { Effect, PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import { handoffPhrase } from '../shared/handoffs.ts';
import type { Say } from '../shared/run-machine.ts';
import type { FollowupContext } from './context.ts';
import type { FollowupEvent, MessageEvent } from './events.ts';
import type { State } from './place.ts';
import { ask, closing, opening } from './replies.ts';

/** What a parameter of an action is computed from. */
export interface Args<E extends FollowupEvent = FollowupEvent> {
  readonly context: FollowupContext;
  readonly event: E;
}

export const isMessage = (event: FollowupEvent): event is MessageEvent => 'acks' in event;
const acksOf = (event: FollowupEvent): readonly PhraseRef[] => (isMessage(event) ? event.acks : []);

/** Acknowledgements that stay when the reply ends the talk or hands it over; courtesies would sound out of place. */
const SUBSTANTIAL: ReadonlySet<string> = new Set([
  'condolenceAck',
  'answer',
  'willCheck',
  'complaintRecorded',
  'complaintAdded',
  'praiseThanks',
  'suggestionThanks',
]);
const substantial = (event: FollowupEvent): readonly PhraseRef[] =>
  acksOf(event).filter((ack) => SUBSTANTIAL.has(ack.key));

/** Rows to write, the same whatever was said. */
export const perform = (...effects: readonly Effect[]) => ({ type: 'perform', params: { effects } }) as const;

/** The stay is followed by another one: nothing more of it. */
export const markReadmitted = perform({ type: 'mark', mark: 'readmitted' });

/** Whatever a message says is written down, also where it moves nothing. */
export const record = {
  type: 'perform',
  params: ({ event }: Args) => ({ effects: isMessage(event) ? event.effects : [] }),
} as const;

/** Says something, unless the contact has opted out. */
export const say = (words: (args: Args) => readonly PhraseRef[]) =>
  ({
    type: 'say',
    params: ({ context, event }: Args): Say => ({ parts: context.optedOut ? [] : words({ context, event }) }),
  }) as const;

/** A safety text: said at any hour, after an opt-out and while staff have the conversation. */
const urgently = (words: (args: Args) => PhraseRef) =>
  ({ type: 'say', params: (args: Args): Say => ({ parts: [words(args)], urgent: true }) }) as const;

/** Who we are; for a minor the parent is written to. */
export const sayOpening = {
  type: 'say',
  params: ({ event }: Args): Say => ({ parts: [phrase(opening(event.env))], proactive: true }),
} as const;

/** Acknowledgements and nothing more. */
export const acknowledge = say(({ event }) => acksOf(event));
/** Acknowledgements, and the question of a state. */
export const asks = (state: State) =>
  say(({ context, event }) => [
    ...acksOf(event),
    ...ask(state, context, event.env, event.type === 'REPEAT' ? event.manner : 'plain'),
  ]);
/** Weighty acknowledgements only, and one message that ends the talk for now. */
export const ends = (key: Parameters<typeof phrase>[0]) => say(({ event }) => [...substantial(event), phrase(key)]);

export const sayRedFlag = urgently(({ event }) =>
  phrase(event.type === 'RED_FLAG' && event.reason === 'self_harm' ? 'selfHarm' : 'emergency'),
);
export const sayRedFlagLater = urgently(({ event }) =>
  phrase(event.type === 'RED_FLAG' && event.reason === 'self_harm' ? 'selfHarm' : 'emergencyLater'),
);
export const sayCheckSafety = urgently(({ context }) =>
  phrase(context.danger === 'self_harm' ? 'selfHarmCheck' : 'emergencyCheck'),
);

const RECORDED_BY_HANDOFF: ReadonlySet<string> = new Set(['threat', 'beyond_authority']);

/** What a handoff says; threat and beyond authority say themselves that all is recorded. */
export const sayHandoff = say(({ event }) => {
  if (event.type !== 'HANDOFF') return [];
  const covered = RECORDED_BY_HANDOFF.has(event.reason);
  const acks = substantial(event).filter(({ key }) => key !== 'willCheck' && !(covered && key.startsWith('complaint')));
  return [...acks, handoffPhrase(event.reason, event.env)];
});

/** Condolence and the question whether they would answer all the same; short when something else is acknowledged too. */
export const sayCondolence = say(({ event }) => {
  const [other] = substantial(event);
  return other === undefined ? [phrase('condolence')] : [phrase('condolenceAck'), other, phrase('askConsent')];
});

export const sayTime = say(({ context, event }) => {
  if (event.type !== 'RESCHEDULE') return ask('scheduled', context, event.env);
  return [...acksOf(event), phrase(event.vague ? 'scheduledNextDay' : 'scheduled', { time: { instant: event.at } })];
});

/**
 * While an agreed time stands: the time again, to who did not understand, and to who answered what was asked on the side and would
 * else be left without a word.
 */
export const sayTimeAgain = say(({ context, event }) => {
  const acks = acksOf(event);
  const again = event.type === 'REPEAT' ? event.manner === 'simpler' : acks.length === 0;
  return again ? [...acks, ...ask('scheduled', context, event.env)] : acks;
});

export const askWhen = say(({ event }) => [...acksOf(event), phrase('askWhen')]);
export const askWhichGrade = say(({ event }) =>
  event.type === 'ASK_GRADE' ? [...acksOf(event), phrase('askGrade', { topic: { question: event.question } })] : [],
);
export const sayClosing = say(({ context, event }) => closing(context, acksOf(event)));
/** After something was settled in a closed talk. */
export const saySettled = say(({ event }) => (acksOf(event).length === 0 ? [phrase('noted')] : acksOf(event)));

/** The one confirmation of an opt-out. */
export const confirmOptOut = {
  type: 'say',
  params: ({ event }: Args): Say => {
    if (event.type !== 'OPT_OUT' || !event.confirm) return { parts: [] };
    return {
      parts: [...acksOf(event).filter(({ key }) => key === 'condolenceAck'), phrase('optedOut')],
      confirmsOptOut: true,
    };
  },
} as const;

/** The one reminder of a silence; after an opt-out the silence goes on to its end without it. */
export const remind = (state: State) =>
  ({
    type: 'say',
    params: ({ context, event }: Args): Say => ({
      parts: context.optedOut ? [] : [phrase('reminder'), ...ask(state, context, event.env)],
      proactive: true,
    }),
  }) as const;

/** The short greeting at the agreed time; the contact asked for it, so it is a reply and no new approach. */
export const greet = (state: State) =>
  say(({ context, event }) => [phrase('resume'), ...ask(state, context, event.env)]);

/** Writes down how the talk ended. */
export const closeRow = {
  type: 'perform',
  params: ({ context }: Args): { readonly effects: readonly Effect[] } => ({
    effects: context.outcome === null ? [] : [{ type: 'close', outcome: context.outcome }],
  }),
} as const;

/** The handoff as staff see it now. */
export const handoffRow = {
  type: 'perform',
  params: ({ context }: Args): { readonly effects: readonly Effect[] } => {
    const { handoff } = context;
    return {
      effects: handoff === null ? [] : [{ type: 'handoff', reason: handoff.reason, priority: handoff.priority }],
    };
  },
} as const;
