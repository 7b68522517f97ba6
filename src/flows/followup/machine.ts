import { setup } from 'xstate';
import { joinHandoff } from '../../domain/handoff.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { phrase } from '../shared/acks.ts';
import { ACTIONS } from '../shared/run-machine.ts';
import {
  acknowledge,
  asks,
  askWhen,
  askWhichGrade,
  closeRow,
  confirmOptOut,
  ends,
  greet,
  handoffRow,
  isMessage,
  markReadmitted,
  perform,
  record,
  remind,
  say,
  sayCheckSafety,
  sayClosing,
  sayCondolence,
  sayHandoff,
  sayOpening,
  sayRedFlag,
  sayRedFlagLater,
  saySettled,
  sayTime,
  sayTimeAgain,
} from './actions.ts';
import { type FollowupContext, FRESH } from './context.ts';
import type { FollowupEvent } from './events.ts';
import type { Place, State } from './place.ts';
import { answerRow, closedByStaff, corrected, goOn, markRow, takenBack, unmarkRow } from './staff.ts';

const flow = setup({
  types: { context: {} as FollowupContext, events: {} as FollowupEvent },
  actions: ACTIONS,
  guards: {
    towards: ({ event }, { place }: { place: Place }) => 'place' in event && event.place === place,
    agreed: ({ context, event }, { place }: { place: Place }) =>
      context.resumeAt !== null && 'place' in event && event.place === place,
    mayRemind: ({ context }) => !context.reminded && !context.deceased && context.outcome === null,
    /** A family that told us itself and goes on talking is not cut off. */
    newsOfDeath: ({ context, event }) => event.type === 'WITHDRAW' && event.why === 'deceased' && !context.deceased,
    /** Back in hospital: whoever has begun to answer may finish. */
    backBeforeAnswering: ({ context, event }) =>
      event.type === 'WITHDRAW' && event.why === 'readmitted' && Object.keys(context.answers).length === 0,
    /** They have answered something, which stays. */
    hasAnswered: ({ event }) => isMessage(event) && Object.keys(event.after.answers).length > 0,
    wasClosed: ({ context }) => context.outcome !== null,
    changesHandoff: ({ context, event }) => {
      if (event.type !== 'HANDOFF' && event.type !== 'RED_FLAG') return false;
      const next = joinHandoff(context.handoff, namedBy(event), event.env.now);
      return next.reason !== context.handoff?.reason || next.priority !== context.handoff.priority;
    },
  },
});

type Handing = Extract<FollowupEvent, { type: 'HANDOFF' | 'RED_FLAG' }>;
const namedBy = (event: Handing) => ({
  reason: event.reason,
  priority: event.type === 'RED_FLAG' ? ('urgent' as const) : event.priority,
});

/** The context as `take-in` left it. */
const remember = flow.assign(({ context, event }) => (isMessage(event) ? event.after : context));
const newHandoff = flow.assign(({ context, event }) =>
  event.type === 'HANDOFF' || event.type === 'RED_FLAG'
    ? {
        ...context,
        handoff: joinHandoff(null, namedBy(event), event.env.now),
        handedFrom: context.outcome,
        outcome: null,
        resumeAt: null,
        factsOwed: null,
      }
    : context,
);
const raiseHandoff = flow.assign(({ context, event }) =>
  event.type === 'HANDOFF' || event.type === 'RED_FLAG'
    ? { ...context, handoff: joinHandoff(context.handoff, namedBy(event), event.env.now) }
    : context,
);
const closeAs = (outcome: Outcome) => flow.assign({ outcome, resumeAt: null, factsOwed: null, owed: [], doubt: null });
const optOut = flow.assign(({ context }) => ({
  ...context,
  optedOut: true,
  outcomeBefore: context.outcome === 'opted_out' ? context.outcomeBefore : context.outcome,
  outcome: 'opted_out' as const,
  resumeAt: null,
  factsOwed: null,
}));
const optIn = flow.assign(({ context }) => ({
  ...context,
  optedOut: false,
  outcome: context.outcome === 'opted_out' ? (context.outcomeBefore ?? 'declined') : context.outcome,
  outcomeBefore: null,
}));
const taken = flow.assign(({ context }) => ({
  ...context,
  handedFrom: context.outcome,
  outcome: null,
  factsOwed: null,
  doubt: null,
  danger: null,
}));
const returned = flow.assign(({ context, event }) => (event.type === 'HAND_BACK' ? event.after : context));
const ended = flow.assign(({ context, event }) =>
  event.type === 'STAFF_CLOSE' ? closedByStaff(context, event.outcome) : context,
);
const undone = flow.assign(({ context, event }) =>
  event.type === 'TAKE_BACK' ? takenBack(context, event.outcome) : context,
);
const putRight = flow.assign(({ context, event }) => (event.type === 'CORRECT' ? corrected(context, event) : context));
const resumed = flow.assign({ resumeAt: null, greeted: true, started: true });

/** A machine target from outside the state that has it. */
const at = <S extends string>(state: S) => `#followup.${state}` as const;

/** On with the question of `place`. */
const askAt = <P extends Exclude<Place, 'scheduled' | 'closed' | 'end'>>(place: P) =>
  ({ guard: towards(place), target: at(place), actions: [remember, record, asks(place)] }) as const;

/** On to whatever stands open after an answer. */
const onward = [
  askAt('interview.facts'),
  askAt('interview.reason'),
  { guard: towards('scheduled'), target: at('scheduled'), actions: [remember, record, sayTimeAgain] },
  askAt('consent'),
  askAt('opening'),
  askAt('interview.rating'),
  askAt('interview.suggestions'),
  { guard: towards('closed'), target: at('closed'), actions: [remember, record, closeRow, saySettled] },
  {
    guard: towards('end'),
    target: at('closed'),
    actions: [remember, record, closeAs('completed'), closeRow, sayClosing],
  },
] as const;

const INTERVIEW = ['interview.facts', 'interview.reason', 'interview.rating', 'interview.suggestions'] as const;

/** The greeting at the agreed time, with the first open question. */
const resume = [
  ...(['consent', ...INTERVIEW] as const).map((place) => ({
    guard: agreed(place),
    target: at(place),
    actions: [resumed, greet(place)],
  })),
  { guard: agreed('end'), target: at('closed'), actions: [closeAs('completed'), closeRow] },
];

function towards<P extends Place>(place: P) {
  return { type: 'towards', params: { place } } as const;
}

function agreed<P extends Place>(place: P) {
  return { type: 'agreed', params: { place } } as const;
}

/** A person gives the talk back: on with the question that is open, or to the end. */
const back = [
  ...(['opening', 'consent', ...INTERVIEW] as const).map((place) => ({
    guard: towards(place),
    target: at(place),
    actions: [returned, goOn(place)],
  })),
  { guard: towards('scheduled'), target: at('scheduled'), actions: [returned] },
  { guard: towards('end'), target: at('closed'), actions: [returned, closeAs('completed'), closeRow] },
  { target: at('closed'), actions: [returned, closeRow] },
];

/** A talk that something late had opened again ends as it had ended before. */
const closedAgain = {
  guard: 'wasClosed',
  target: at('closed'),
  actions: [flow.assign({ factsOwed: null, danger: null }), closeRow],
} as const;

/** Nobody has answered: one reminder, then the end in silence; after a death no reminder at all (23, 7). */
const silence = (state: State) =>
  ({
    REMINDER: { guard: 'mayRemind', actions: [flow.assign({ reminded: true }), remind(state)] },
    EXPIRY: [closedAgain, { target: at('closed'), actions: [closeAs('expired'), closeRow] }],
    BEREAVEMENT: { target: at('closed'), actions: [closeAs('deceased'), closeRow] },
    WITHDRAW: [
      {
        guard: 'newsOfDeath',
        target: at('closed'),
        actions: [flow.assign({ deceased: true }), closeAs('deceased'), closeRow],
      },
      { guard: 'backBeforeAnswering', target: at('closed'), actions: [closeAs('not_reached'), closeRow] },
    ],
    UNREACHABLE: [closedAgain, { target: at('closed'), actions: [closeAs('not_reached'), closeRow] }],
    RESUME: resume,
  }) as const;

/** A state that asks something and waits for the reply. */
const waitsIn = (state: State) =>
  ({ on: { REPEAT: { actions: [remember, record, asks(state)] }, ...silence(state) } }) as const;

/** In hospital again: a kind word, and no more of this stay; the next one is followed up by itself. */
const readmitted = (outcome: Outcome) =>
  [remember, record, markReadmitted, closeAs(outcome), closeRow, ends('backInHospital')] as const;

const heardOnly = { actions: [remember, record] } as const;
/** With staff and after closing the talk goes nowhere by itself: these are taken in and no more. */
const NO_MOVE = {
  CHECK_DEATH: heardOnly,
  UNAWARE: heardOnly,
  READMITTED: heardOnly,
  RESCHEDULE: heardOnly,
  BUSY: heardOnly,
  REFUSE: heardOnly,
  CHECK_GRADE: heardOnly,
  ASK_GRADE: heardOnly,
  REPEAT: heardOnly,
  DECEASED: heardOnly,
} as const;

/**
 * The follow-up dialogue: which move is legal where. One event a turn; what a message says beside it has been taken in
 * already and travels in the event. The situations that hold everywhere stand at the root; `withStaff` and `closed`
 * take back what does not hold there.
 */
export const machine = flow.createMachine({
  id: 'followup',
  context: FRESH,
  initial: 'idle',
  on: {
    RED_FLAG: { target: '.withStaff', actions: [remember, newHandoff, record, handoffRow, sayRedFlag] },
    CHECK_SAFETY: { target: '.check.safety', actions: [remember, record, sayCheckSafety] },
    OPT_OUT: {
      target: '.closed',
      actions: [remember, optOut, record, perform({ type: 'mark', mark: 'opted_out' }), closeRow, confirmOptOut],
    },
    OPT_IN: {
      actions: [
        remember,
        optIn,
        record,
        perform({ type: 'mark', mark: 'opted_in' }),
        say(({ event }) => (event.type === 'OPT_IN' && event.confirm ? [phrase('optedIn')] : [])),
      ],
    },
    HANDOFF: { target: '.withStaff', actions: [remember, newHandoff, record, handoffRow, sayHandoff] },
    DECEASED: { target: '.consent', actions: [remember, flow.assign({ resumeAt: null }), record, sayCondolence] },
    CHECK_DEATH: { target: '.check.deceased', actions: [remember, record, ends('confirmDeceased')] },
    WRONG_NUMBER: {
      target: '.closed',
      actions: [
        remember,
        record,
        perform({ type: 'mark', mark: 'wrong_number' }),
        closeAs('wrong_number'),
        closeRow,
        say(() => [phrase('wrongNumber')]),
      ],
    },
    UNAWARE: { target: '.closed', actions: [remember, record, closeAs('not_reached'), closeRow, ends('notReached')] },
    READMITTED: [
      { guard: 'hasAnswered', target: '.closed', actions: readmitted('declined') },
      { target: '.closed', actions: readmitted('not_reached') },
    ],
    RESCHEDULE: { target: '.scheduled', actions: [remember, record, sayTime] },
    BUSY: { target: '.when', actions: [remember, record, askWhen] },
    REFUSE: [
      {
        guard: ({ event }) => event.after.deceased,
        target: '.closed',
        actions: [remember, record, closeAs('deceased'), closeRow, ends('bereavedGoodbye')],
      },
      { target: '.closed', actions: [remember, record, closeAs('declined'), closeRow, ends('declined')] },
    ],
    CHECK_GRADE: { target: '.check.grade', actions: [remember, record, asks('check.grade')] },
    ASK_GRADE: { target: '.interview.rating', actions: [remember, record, askWhichGrade] },
    ANSWER: onward,
    HEARD: { actions: [remember, record, acknowledge] },
    TAKE: { target: '.withStaff', actions: taken },
    CORRECT: { actions: [putRight, answerRow] },
    CARRIER_OPT_OUT: { target: '.closed', actions: [optOut, perform({ type: 'mark', mark: 'opted_out' }), closeRow] },
  },
  states: {
    /** Nothing was said yet. */
    idle: {
      on: { OPEN: { target: 'opening', actions: sayOpening } },
    },
    opening: waitsIn('opening'),
    /** Busy, no time given: when would suit? */
    when: waitsIn('when'),
    /** A time is agreed; we keep quiet until then. */
    scheduled: { on: { ...silence('scheduled'), REPEAT: { actions: [remember, record, sayTimeAgain] } } },
    /** The patient has died: would the family answer all the same? */
    consent: waitsIn('consent'),
    interview: {
      initial: 'rating',
      states: {
        rating: waitsIn('interview.rating'),
        reason: waitsIn('interview.reason'),
        facts: waitsIn('interview.facts'),
        suggestions: waitsIn('interview.suggestions'),
      },
    },
    /** Situation 22 and its kin: we make sure before we act. */
    check: {
      initial: 'grade',
      states: {
        grade: waitsIn('check.grade'),
        deceased: waitsIn('check.deceased'),
        safety: waitsIn('check.safety'),
      },
    },
    /** A person has the conversation: everything is written down, only a red flag is answered. */
    withStaff: {
      on: {
        ...NO_MOVE,
        RED_FLAG: [
          { guard: 'changesHandoff', actions: [remember, raiseHandoff, record, handoffRow, sayRedFlagLater] },
          { actions: [remember, record, sayRedFlagLater] },
        ],
        HANDOFF: [{ guard: 'changesHandoff', actions: [remember, raiseHandoff, record, handoffRow] }, heardOnly],
        HEARD: heardOnly,
        WRONG_NUMBER: heardOnly,
        ANSWER: heardOnly,
        OPT_IN: { actions: [remember, optIn, record, perform({ type: 'mark', mark: 'opted_in' })] },
        TAKE: {},
        WITHDRAW: [
          { guard: 'newsOfDeath', actions: flow.assign({ deceased: true, handedFrom: 'deceased' }) },
          { guard: 'backBeforeAnswering', actions: flow.assign({ handedFrom: 'not_reached' }) },
        ],
        HAND_BACK: back,
        STAFF_CLOSE: { target: at('closed'), actions: [ended, markRow, closeRow] },
      },
    },
    /** Over. What still comes is answered or written down; only a new matter opens it again. */
    closed: { on: { ...NO_MOVE, TAKE_BACK: { target: at('withStaff'), actions: [undone, unmarkRow] } } },
  },
});
