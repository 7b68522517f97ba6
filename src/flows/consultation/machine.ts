import { setup } from 'xstate';
import type { Effect, PhraseRef } from '../../domain/effect.ts';
import { joinHandoff } from '../../domain/handoff.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import type { StepEnv } from '../flow.ts';
import { phrase } from '../shared/acks.ts';
import { handoffPhrase } from '../shared/handoffs.ts';
import { ACTIONS, type Say } from '../shared/run-machine.ts';
import { type ConsultationContext, FRESH } from './context.ts';
import type { MessageEvent } from './decide.ts';
import { REPLIES } from './turn.ts';

export type ConsultationEvent =
  | MessageEvent
  | { readonly type: 'EXPIRY'; readonly env: StepEnv }
  | { readonly type: 'TAKE'; readonly env: StepEnv }
  | { readonly type: 'HAND_BACK'; readonly env: StepEnv }
  | { readonly type: 'STAFF_CLOSE'; readonly env: StepEnv; readonly outcome: Outcome }
  | { readonly type: 'TAKE_BACK'; readonly env: StepEnv; readonly outcome: Outcome }
  | { readonly type: 'CARRIER_OPT_OUT'; readonly env: StepEnv };
type Handing = Extract<ConsultationEvent, { type: 'HANDOFF' | 'RED_FLAG' }>;
interface Args {
  readonly context: ConsultationContext;
  readonly event: ConsultationEvent;
}

const isHanding = (event: ConsultationEvent): event is Handing => event.type === 'HANDOFF' || event.type === 'RED_FLAG';
const namedBy = (event: Handing) => ({
  reason: event.reason,
  priority: event.type === 'RED_FLAG' ? ('urgent' as const) : event.priority,
});

const flow = setup({
  types: { context: {} as ConsultationContext, events: {} as ConsultationEvent },
  actions: ACTIONS,
  guards: {
    optedOut: ({ event }) => 'after' in event && event.after.optedOut,
    wasClosed: ({ context }) => context.optedOut || (context.handedFrom ?? null) !== null,
    changesHandoff: ({ context, event }) => {
      if (!isHanding(event)) return false;
      const next = joinHandoff(context.handoff, namedBy(event), event.env.now);
      return next.reason !== context.handoff?.reason || next.priority !== context.handoff.priority;
    },
  },
});

const perform = (...effects: readonly Effect[]) => ({ type: 'perform', params: { effects } }) as const;
const say = (words: (args: Args) => readonly PhraseRef[]) =>
  ({
    type: 'say',
    params: ({ context, event }: Args): Say => ({ parts: context.optedOut ? [] : words({ context, event }) }),
  }) as const;
const urgently = (words: (args: Args) => PhraseRef) =>
  ({ type: 'say', params: (args: Args): Say => ({ parts: [words(args)], urgent: true }) }) as const;
const acksOf = ({ event }: Args): readonly PhraseRef[] => ('after' in event ? event.acks : []);

const remember = flow.assign(({ context, event }) => ('after' in event ? event.after : context));
const record = {
  type: 'perform',
  params: ({ event }: Args) => ({ effects: 'after' in event ? event.effects : [] }),
} as const;
const newHandoff = flow.assign(({ context, event }) =>
  isHanding(event)
    ? {
        ...context,
        handoff: joinHandoff(null, namedBy(event), event.env.now),
        handedFrom: context.outcome,
        outcome: null,
      }
    : context,
);
const raiseHandoff = flow.assign(({ context, event }) =>
  isHanding(event) ? { ...context, handoff: joinHandoff(context.handoff, namedBy(event), event.env.now) } : context,
);
const handoffRow = {
  type: 'perform',
  params: ({ context: { handoff } }: Args): { readonly effects: readonly Effect[] } => ({
    effects: handoff === null ? [] : [{ type: 'handoff', reason: handoff.reason, priority: handoff.priority }],
  }),
} as const;
const optOut = flow.assign(({ context }) => ({
  ...context,
  optedOut: true,
  outcome: 'opted_out' as const,
  factsOwed: null,
  draft: null,
  asked: null,
}));
const optIn = flow.assign(({ context }) => ({ ...context, optedOut: false, outcome: null }));
const taken = flow.assign(({ context }) => ({ ...context, handedFrom: context.outcome, outcome: null, danger: null }));
const returned = flow.assign(({ context }) => ({
  ...context,
  outcome: context.optedOut ? ('opted_out' as const) : (context.handedFrom ?? null),
  handedFrom: null,
  handoff: null,
  insults: 0,
  misses: 0,
  danger: null,
}));
const ended = flow.assign(({ context, event }) =>
  event.type === 'STAFF_CLOSE'
    ? {
        ...context,
        outcome: event.outcome,
        handedFrom: null,
        optedOut: context.optedOut || event.outcome === 'opted_out',
        factsOwed: null,
        danger: null,
        draft: null,
        asked: null,
        unanswered: null,
      }
    : context,
);
const endRows = {
  type: 'perform',
  params: ({ context: { outcome } }: Args): { readonly effects: readonly Effect[] } => ({
    effects: [
      ...(outcome === 'opted_out' ? [{ type: 'mark', mark: 'opted_out' } as const] : []),
      ...(outcome === null ? [] : [{ type: 'close', outcome } as const]),
    ],
  }),
} as const;
const undone = flow.assign(({ context, event }) =>
  event.type === 'TAKE_BACK'
    ? { ...context, outcome: null, handedFrom: null, optedOut: context.optedOut && event.outcome !== 'opted_out' }
    : context,
);
const unmarkRow = {
  type: 'perform',
  params: ({ event }: Args): { readonly effects: readonly Effect[] } => ({
    effects: event.type === 'TAKE_BACK' && event.outcome === 'opted_out' ? [{ type: 'mark', mark: 'opted_in' }] : [],
  }),
} as const;
const reopen = flow.assign({ outcome: null });

/** A question for which no number came: staff see what was asked. */
const noteUnanswered = {
  type: 'perform',
  params: ({ context: { unanswered } }: Args): { readonly effects: readonly Effect[] } => ({
    effects: unanswered === null ? [] : [{ type: 'note', text: unanswered }],
  }),
} as const;

/** Silence to a question of ours is no end of the matter. */
const endOf = ({ draft, unanswered }: ConsultationContext) =>
  draft === null && unanswered === null ? ('completed' as const) : ('expired' as const);

/** Acknowledgements that may stand before a handoff. */
const SUBSTANTIAL: ReadonlySet<string> = new Set([
  'answer',
  'willCheck',
  'praiseThanks',
  'suggestionThanks',
  'complaintRecorded',
  'complaintAdded',
]);
const sayHandoff = say(({ context, event }) => {
  if (event.type !== 'HANDOFF') return [];
  const covered = event.reason === 'threat' || event.reason === 'beyond_authority';
  const acks = acksOf({ context, event }).filter(
    ({ key }) => SUBSTANTIAL.has(key) && !(covered && key.startsWith('complaint')),
  );
  return [...acks, ...(event.words ?? [handoffPhrase(event.reason, event.env)])];
});
const sayRedFlag = (emergency: 'emergency' | 'emergencyLater') =>
  urgently(({ event }) => phrase(event.type === 'RED_FLAG' && event.reason === 'self_harm' ? 'selfHarm' : emergency));
const heardOnly = { actions: [remember, record] } as const;
const sayReply = say(({ context, event }) => [...acksOf({ context, event }), ...('parts' in event ? event.parts : [])]);
/** Once opted out nothing is said any more; what was written is still recorded. */
const replyTo = (state: (typeof REPLIES)[keyof typeof REPLIES]) =>
  [
    { guard: 'optedOut', target: '.closed', actions: [remember, record] },
    { target: `.${state}`, actions: [remember, reopen, record, sayReply] },
  ] as const;

/** Somebody writes to us first (handbook section 4). We help, and never speak of any patient. */
export const machine = flow.createMachine({
  id: 'consultation',
  context: FRESH,
  initial: 'open',
  on: {
    RED_FLAG: { target: '.withStaff', actions: [remember, newHandoff, record, handoffRow, sayRedFlag('emergency')] },
    CHECK_SAFETY: {
      target: '.check',
      actions: [
        remember,
        record,
        urgently(({ context }) => phrase(context.danger === 'self_harm' ? 'selfHarmCheck' : 'emergencyCheck')),
      ],
    },
    OPT_OUT: {
      target: '.closed',
      actions: [
        remember,
        optOut,
        record,
        perform({ type: 'mark', mark: 'opted_out' }, { type: 'close', outcome: 'opted_out' }),
        {
          type: 'say',
          params: ({ event }): Say =>
            event.confirm ? { parts: [phrase('optedOut')], confirmsOptOut: true } : { parts: [] },
        },
      ],
    },
    OPT_IN: {
      target: '.open',
      actions: [
        remember,
        optIn,
        record,
        perform({ type: 'mark', mark: 'opted_in' }),
        say(({ event }) => (event.type === 'OPT_IN' && event.confirm ? [phrase('optedIn')] : [])),
      ],
    },
    HANDOFF: { target: '.withStaff', actions: [remember, newHandoff, record, handoffRow, sayHandoff] },
    REPLY: [...replyTo('open')],
    ASK_FACTS: [...replyTo('facts')],
    OFFER: [...replyTo('offering')],
    CHOOSE: [...replyTo('choosing')],
    BOOK: [...replyTo('booking')],
    CONFIRM: [...replyTo('confirming')],
    ASK_NUMBER: [...replyTo('number')],
    HEARD: heardOnly,
    TAKE: { target: '.withStaff', actions: taken },
    CARRIER_OPT_OUT: {
      target: '.closed',
      actions: [optOut, perform({ type: 'mark', mark: 'opted_out' }, { type: 'close', outcome: 'opted_out' })],
    },
    EXPIRY: {
      target: '.closed',
      actions: [
        noteUnanswered,
        flow.assign(({ context }) => ({
          ...context,
          outcome: context.outcome ?? endOf(context),
          factsOwed: null,
          danger: null,
          draft: null,
          asked: null,
          offered: [],
          unanswered: null,
        })),
        {
          type: 'perform',
          params: ({ context }: Args): { readonly effects: readonly Effect[] } => ({
            effects: [{ type: 'close', outcome: context.outcome ?? 'completed' }],
          }),
        },
      ],
    },
  },
  states: {
    open: {},
    facts: {},
    check: {},
    offering: {},
    choosing: {},
    booking: {},
    confirming: {},
    number: {},
    withStaff: {
      on: {
        RED_FLAG: [
          {
            guard: 'changesHandoff',
            actions: [remember, raiseHandoff, record, handoffRow, sayRedFlag('emergencyLater')],
          },
          { actions: [remember, record, sayRedFlag('emergencyLater')] },
        ],
        HANDOFF: [{ guard: 'changesHandoff', actions: [remember, raiseHandoff, record, handoffRow] }, heardOnly],
        OPT_IN: { actions: [remember, optIn, record, perform({ type: 'mark', mark: 'opted_in' })] },
        TAKE: {},
        HAND_BACK: [
          { guard: 'wasClosed', target: '#consultation.closed', actions: [returned, endRows] },
          { target: '#consultation.open', actions: returned },
        ],
        STAFF_CLOSE: { target: '#consultation.closed', actions: [ended, endRows] },
        ...Object.fromEntries(Object.keys(REPLIES).map((type) => [type, heardOnly])),
        EXPIRY: {},
      },
    },
    closed: { on: { EXPIRY: {}, TAKE_BACK: { target: '#consultation.withStaff', actions: [undone, unmarkRow] } } },
  },
});
