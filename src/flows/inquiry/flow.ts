import type { ConversationStatus, SnapshotEnvelope } from '../../domain/conversation.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Flow, FlowEvent, OpenQuestion, StepEnv, StepResult } from '../flow.ts';
import { withOptOut } from '../shared/memory.ts';
import { createStepper } from '../shared/run-machine.ts';
import { checkSnapshot, pathOf, remembered } from '../shared/snapshot.ts';
import { FRESH, type InquiryContext, SHAPE } from './context.ts';
import { decide, STATES, type State } from './decide.ts';
import { type InquiryEvent, machine } from './machine.ts';

const VERSION = 1;
const KNOWN: ReadonlySet<string> = new Set(STATES);
const stepper = createStepper(machine, STATES);
const isState = (path: string | null): path is State => path !== null && KNOWN.has(path);

interface Point {
  readonly state: State;
  readonly context: InquiryContext;
}

const open = remembered((snapshot: SnapshotEnvelope): Point => {
  checkSnapshot(snapshot, { flow: 'inquiry', version: VERSION, states: KNOWN, shape: SHAPE });
  const state = pathOf(snapshot.value);
  return { state: isState(state) ? state : 'open', context: snapshot.context as InquiryContext };
});

/** Null for what means nothing here: nobody opens an inquiry but the contact, and it has no reminder. */
function eventFor({ state, context }: Point, event: FlowEvent, env: StepEnv): InquiryEvent | null {
  if (event.type === 'message') return decide(context, state, event, env);
  if (event.type === 'timer' && event.timer === 'expiry') return { type: 'EXPIRY', env };
  return event.type === 'undeliverable' && event.why === 'opted_out' ? { type: 'CARRIER_OPT_OUT', env } : null;
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

/** An inquiry is over, without a word, when nobody has written for as long as a reminder would be waited for. */
function timers(before: State, after: State, spoke: boolean, { now, settings }: StepEnv): readonly Effect[] {
  if (waits(after))
    return spoke || before !== after ? [{ type: 'setTimer', timer: 'expiry', due: now + settings.expireAfter }] : [];
  return waits(before) ? [{ type: 'cancelTimers' }] : [];
}

function result({ state, context }: Point, effects: readonly Effect[], entered: boolean): StepResult {
  const snapshot: SnapshotEnvelope = { format: 1, flow: 'inquiry', flowVersion: VERSION, value: state, context };
  return { snapshot, effects, status: statusOf({ state, context }), entered };
}

function run(stored: Point, event: FlowEvent, env: StepEnv): StepResult {
  const before: Point = { state: stored.state, context: withOptOut(stored.context, env) };
  const given = eventFor(before, event, env);
  if (given === null) return result(before, [], false);
  const after = stepper.step(before.state, before.context, given);
  const { effects } = after;
  const spoke = effects.some((effect) => effect.type === 'say');
  return result(after, [...effects, ...timers(before.state, after.state, spoke, env)], before.state !== after.state);
}

const QUESTIONS: Partial<Record<State, OpenQuestion>> = {
  facts: { id: 'facts', schema: 'facts' },
  check: { id: 'confirm', schema: 'yes_no' },
};

/** Somebody we do not know writes to us. Consultation proper takes its place later. */
export const inquiry: Flow = {
  id: 'inquiry',
  version: VERSION,
  start: (event, env) => run({ state: 'open', context: FRESH }, event, env),
  step: (snapshot, event, env) => run(open(snapshot), event, env),
  openQuestion: (snapshot) => QUESTIONS[open(snapshot).state] ?? { id: 'none', schema: 'none' },
  understandingHints(snapshot) {
    return { openRatings: [], lastAnswered: null, identified: false, closed: open(snapshot).state === 'closed' };
  },
  migrate(snapshot) {
    open(snapshot);
    return snapshot;
  },
};
