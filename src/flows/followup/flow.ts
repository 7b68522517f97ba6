import type { ConversationStatus, SnapshotEnvelope } from '../../domain/conversation.ts';
import type { Effect } from '../../domain/effect.ts';
import type { ConversationState, Grade } from '../../domain/vocabulary.ts';
import type {
  AnswerSchema,
  Flow,
  FlowEvent,
  FlowSettings,
  OpenQuestion,
  StepEnv,
  StepResult,
  UnderstandingHints,
} from '../flow.ts';
import { withOptOut } from '../shared/memory.ts';
import { createStepper } from '../shared/run-machine.ts';
import { checkSnapshot, pathOf, remembered } from '../shared/snapshot.ts';
import { type FollowupContext, FRESH, SHAPE, SINCE_2 } from './context.ts';
import { decide } from './decide.ts';
import type { FollowupEvent } from './events.ts';
import { fitted } from './fit.ts';
import { machine } from './machine.ts';
import { nextQuestion, openRatings, placeOf, STATES, type State, VALUES } from './place.ts';
import { ask } from './replies.ts';
import { staffEvent } from './staff.ts';
import { type Point, timerEffects } from './timers.ts';

const VERSION = 2;
const KNOWN: ReadonlySet<string> = new Set(STATES);
const stepper = createStepper(machine, STATES);

const isState = (path: string | null): path is State => path !== null && KNOWN.has(path);

/** A snapshot of version 1 with what it did not remember yet. */
function current(snapshot: SnapshotEnvelope): SnapshotEnvelope {
  const { flow, flowVersion, context } = snapshot;
  if (flow !== 'followup' || flowVersion !== 1 || typeof context !== 'object' || context === null) return snapshot;
  return { ...snapshot, flowVersion: VERSION, context: { ...SINCE_2, ...context } };
}

/** Reads a stored snapshot, or refuses it with SNAPSHOT_INVALID. */
function read(stored: SnapshotEnvelope): Point {
  const snapshot = current(stored);
  checkSnapshot(snapshot, { flow: 'followup', version: VERSION, states: KNOWN, shape: SHAPE });
  const state = pathOf(snapshot.value);
  // checkSnapshot has refused everything that is not of this shape.
  return { state: isState(state) ? state : 'idle', context: snapshot.context as FollowupContext };
}

/** A stored snapshot as the questions of today let it stand. A turn looks at one several times in a row. */
const open = remembered((snapshot: SnapshotEnvelope, settings: FlowSettings) => fitted(read(snapshot), settings));

const TIMERS = { reminder: 'REMINDER', expiry: 'EXPIRY', bereavement: 'BEREAVEMENT' } as const;

function eventFor({ state, context }: Point, event: FlowEvent, env: StepEnv): FollowupEvent {
  switch (event.type) {
    case 'open':
      return { type: 'OPEN', env };
    case 'message':
      return decide(context, state, event, env);
    case 'withdraw':
      return { type: 'WITHDRAW', why: event.why, env };
    case 'staff':
      return staffEvent(context, event.act, env);
    case 'undeliverable':
      return { type: event.why === 'opted_out' ? 'CARRIER_OPT_OUT' : 'UNREACHABLE', env };
    case 'timer': {
      if (event.timer !== 'resume') return { type: TIMERS[event.timer], env };
      const begun = { ...context, resumeAt: null, started: true };
      return { type: 'RESUME', env, place: placeOf(begun, env.settings) };
    }
  }
}

function conversationState(state: State): ConversationState {
  if (state === 'withStaff') return 'with_staff';
  return state === 'closed' || state === 'scheduled' ? state : 'waiting';
}

function statusOf({ state, context }: Point): ConversationStatus {
  const { outcome, resumeAt, respondent, answers, handoff } = context;
  return {
    state: conversationState(state),
    outcome: state === 'closed' ? outcome : null,
    resumeAt: state === 'scheduled' ? resumeAt : null,
    respondent,
    answers,
    handoff,
  };
}

function run(before: Point, event: FlowEvent, env: StepEnv): StepResult {
  const point = { state: before.state, context: withOptOut(before.context, env) };
  const after = stepper.step(point.state, point.context, eventFor(point, event, env));
  const { effects } = after;
  const spoke = effects.some((effect) => effect.type === 'say');
  return {
    snapshot: { format: 1, flow: 'followup', flowVersion: VERSION, value: VALUES[after.state], context: after.context },
    effects: [...effects, ...timerEffects(before, after, spoke, env)],
    status: statusOf(after),
    entered: after.state !== before.state,
  };
}

/** What stands open is asked again, but for a time that is agreed, and the clock of the silence starts anew. */
function repeated(snapshot: SnapshotEnvelope, env: StepEnv): StepResult {
  const { state, context } = open(snapshot, env.settings);
  const point = { state, context: withOptOut(context, env) };
  const parts = point.context.optedOut || state === 'scheduled' ? [] : ask(state, point.context, env);
  const effects: readonly Effect[] =
    parts.length === 0 ? [] : [{ type: 'say', parts }, ...timerEffects(point, point, true, env)];
  return { snapshot, effects, status: statusOf(point), entered: false };
}

const NOTHING: OpenQuestion = { id: 'none', schema: 'none' };
/** The question with the rating it is about, where there is one. */
const asked = (id: string, schema: AnswerSchema, about?: string): OpenQuestion => ({
  id,
  schema,
  ...(about === undefined ? {} : { about }),
});

type Asked = (context: FollowupContext, settings: FlowSettings) => OpenQuestion;
const yesNo: Asked = () => asked('confirm', 'yes_no');
const when: Asked = () => asked('when', 'time');
const nothing: Asked = () => NOTHING;
const configured: Asked = (context, settings) => {
  const next = nextQuestion(context, settings);
  return next === undefined ? NOTHING : asked(next.id, next.type);
};

/** Where understanding looks for an answer, by state. */
const ASKED: Readonly<Record<State, Asked>> = {
  idle: nothing,
  opening: () => asked('opening', 'identity_availability'),
  when,
  scheduled: when,
  consent: () => asked('consent_after_death', 'yes_no'),
  'interview.rating': configured,
  'interview.reason': (context) => asked('reason', 'reason', context.owed.at(-1)),
  'interview.facts': () => asked('facts', 'facts'),
  'interview.suggestions': configured,
  'check.grade': ({ doubt }) => asked('confirm', 'yes_no', doubt?.question),
  'check.deceased': yesNo,
  'check.safety': yesNo,
  withStaff: nothing,
  closed: nothing,
};

/** Questions that a greeting at the agreed time carries; the reply to it is read as at the opening (handbook section 3). */
const AS_OPENING: ReadonlySet<State> = new Set([
  'interview.rating',
  'interview.reason',
  'interview.facts',
  'interview.suggestions',
]);

function openQuestion({ state, context }: Point, settings: FlowSettings): OpenQuestion {
  if (!context.greeted || !AS_OPENING.has(state)) return ASKED[state](context, settings);
  const { about } = ASKED[state](context, settings);
  return asked('opening', 'identity_availability', about ?? nextQuestion(context, settings)?.id);
}

/**
 * Rating questions that a grade without a name may answer. While nothing is asked, with staff and after the end, that is only
 * the one that was put last; a grade after `expired` goes on with the interview.
 */
function answerable({ state, context }: Point, settings: FlowSettings): readonly string[] {
  const open = openRatings(context, settings);
  if (state !== 'withStaff' && (state !== 'closed' || context.outcome === 'expired')) return open;
  const { asked, reopened } = context;
  return asked !== null && (open.includes(asked) || asked === reopened) ? [asked] : [];
}

function gradesOf(answers: FollowupContext['answers']): Readonly<Record<string, Grade>> {
  return Object.fromEntries(Object.entries(answers).map(([question, { grade }]) => [question, grade]));
}

function hints(point: Point, settings: FlowSettings): UnderstandingHints {
  const { state, context } = point;
  return {
    openRatings: answerable(point, settings),
    lastAnswered: context.lastAnswered,
    given: gradesOf(context.answers),
    identified: context.identified,
    closed: state === 'closed',
  };
}

/** The follow-up of a stay (handbook sections 2 and 3). */
export const followup: Flow = {
  id: 'followup',
  version: VERSION,
  start(event, env) {
    const state = event.type === 'open' ? 'idle' : 'opening';
    return run({ state, context: FRESH }, event, env);
  },
  step: (snapshot, event, env) => run(open(snapshot, env.settings), event, env),
  repeat: (snapshot, env) => repeated(snapshot, env),
  openQuestion: (snapshot, settings) => openQuestion(open(snapshot, settings), settings),
  understandingHints: (snapshot, settings) => hints(open(snapshot, settings), settings),
  migrate(snapshot) {
    read(snapshot);
    return current(snapshot);
  },
};
