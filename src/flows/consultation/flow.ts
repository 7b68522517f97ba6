import type { ConversationStatus, SnapshotEnvelope } from '../../domain/conversation.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Flow, FlowEvent, OpenQuestion, StaffMove, StepEnv, StepResult } from '../flow.ts';
import { withOptOut } from '../shared/memory.ts';
import { createStepper } from '../shared/run-machine.ts';
import { checkSnapshot, pathOf, remembered } from '../shared/snapshot.ts';
import { type ConsultationContext, FRESH, INQUIRY_SHAPE, SHAPE, SINCE_INQUIRY } from './context.ts';
import { decide } from './decide.ts';
import { type ConsultationEvent, machine } from './machine.ts';
import { STATES, type State } from './turn.ts';

const VERSION = 1;
const KNOWN: ReadonlySet<string> = new Set(STATES);
const stepper = createStepper(machine, STATES);
const INQUIRY_STATES: ReadonlySet<string> = new Set(['open', 'facts', 'check', 'withStaff', 'closed']);
const isState = (path: string | null): path is State => path !== null && KNOWN.has(path);

interface Point {
  readonly state: State;
  readonly context: ConsultationContext;
}

const open = remembered((snapshot: SnapshotEnvelope): Point => {
  const { context } = snapshot.flow === 'inquiry' ? migrated(snapshot) : checked(snapshot);
  const state = pathOf(snapshot.value);
  return { state: isState(state) ? state : 'open', context: context as ConsultationContext };
});

function checked(snapshot: SnapshotEnvelope): SnapshotEnvelope {
  checkSnapshot(snapshot, { flow: 'consultation', version: VERSION, states: KNOWN, shape: SHAPE });
  return snapshot;
}

/** Before there were consultations, strangers met a smaller flow, whose states are all here too. */
function migrated(snapshot: SnapshotEnvelope): SnapshotEnvelope {
  checkSnapshot(snapshot, { flow: 'inquiry', version: 1, states: INQUIRY_STATES, shape: INQUIRY_SHAPE });
  const context = { ...(snapshot.context as object), ...SINCE_INQUIRY };
  return { ...snapshot, flow: 'consultation', flowVersion: VERSION, context };
}

/** Null for what means nothing here: nobody opens a consultation but the contact, and it has no reminder. */
function eventFor({ state, context }: Point, event: FlowEvent, env: StepEnv): ConsultationEvent | null {
  if (event.type === 'message') return decide(context, state, event, env);
  if (event.type === 'timer' && event.timer === 'expiry') return { type: 'EXPIRY', env };
  if (event.type === 'staff') return staffEvent(event.act, env);
  return event.type === 'undeliverable' && event.why === 'opted_out' ? { type: 'CARRIER_OPT_OUT', env } : null;
}

/** There are no answers to put right here. */
function staffEvent(move: StaffMove, env: StepEnv): ConsultationEvent | null {
  if (move.type === 'close') return { type: 'STAFF_CLOSE', outcome: move.outcome, env };
  if (move.type === 'takeBack') return { type: 'TAKE_BACK', outcome: move.outcome, env };
  if (move.type === 'correct') return null;
  return { type: move.type === 'take' ? 'TAKE' : 'HAND_BACK', env };
}

function statusOf({ state, context }: Point): ConversationStatus {
  return {
    state: state === 'withStaff' ? 'with_staff' : state === 'closed' ? 'closed' : 'waiting',
    outcome: state === 'closed' ? context.outcome : null,
    resumeAt: null,
    respondent: null,
    answers: {},
    handoff: context.handoff,
  };
}

const waits = (state: State): boolean => state !== 'withStaff' && state !== 'closed';

/**
 * A consultation is over, without a word, when nobody has written for as long as a reminder would be waited for. `before`: null
 * where it begins, which it may do without a word of ours.
 */
function timers(before: State | null, after: State, spoke: boolean, { now, settings }: StepEnv): readonly Effect[] {
  if (waits(after))
    return spoke || before !== after ? [{ type: 'setTimer', timer: 'expiry', due: now + settings.expireAfter }] : [];
  return before === null || waits(before) ? [{ type: 'cancelTimers' }] : [];
}

function result({ state, context }: Point, effects: readonly Effect[], entered: boolean): StepResult {
  const snapshot: SnapshotEnvelope = { format: 1, flow: 'consultation', flowVersion: VERSION, value: state, context };
  return { snapshot, effects, status: statusOf({ state, context }), entered };
}

const BEGINNING: Point = { state: 'open', context: FRESH };

function run(stored: Point, event: FlowEvent, env: StepEnv): StepResult {
  const before: Point = { state: stored.state, context: withOptOut(stored.context, env) };
  const from = stored === BEGINNING ? null : before.state;
  const given = eventFor(before, event, env);
  if (given === null) return result(before, timers(from, before.state, false, env), false);
  const after = stepper.step(before.state, before.context, given);
  const { effects } = after;
  const spoke = effects.some((effect) => effect.type === 'say');
  return result(after, [...effects, ...timers(from, after.state, spoke, env)], before.state !== after.state);
}

const CONFIRM: OpenQuestion = { id: 'confirm', schema: 'yes_no' };
const QUESTIONS: Partial<Record<State, OpenQuestion>> = {
  facts: { id: 'facts', schema: 'facts' },
  check: CONFIRM,
  offering: CONFIRM,
  confirming: CONFIRM,
  number: CONFIRM,
};

/** Somebody writes to us first: questions about the hospital, which department, appointments (handbook section 4). */
export const consultation: Flow = {
  id: 'consultation',
  formerIds: ['inquiry'],
  version: VERSION,
  start: (event, env) => run(BEGINNING, event, env),
  step: (snapshot, event, env) => run(open(snapshot), event, env),
  openQuestion: (snapshot) => QUESTIONS[open(snapshot).state] ?? { id: 'none', schema: 'none' },
  understandingHints(snapshot) {
    return { openRatings: [], lastAnswered: null, identified: false, closed: open(snapshot).state === 'closed' };
  },
  consulting(snapshot) {
    const { state, context } = open(snapshot);
    const booking = state === 'booking' || state === 'confirming';
    return {
      topic: context.topic,
      offered: context.offered,
      asked: booking ? context.asked : null,
      trouble: state === 'offering' ? context.trouble : null,
    };
  },
  migrate: (snapshot) => (snapshot.flow === 'inquiry' ? migrated(snapshot) : checked(snapshot)),
};
