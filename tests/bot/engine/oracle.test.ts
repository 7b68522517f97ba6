import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyStateMachine, createMachine, transition } from 'xstate';
import type { Effect } from '../../../src/domain/effect.ts';
import { FINDING_KINDS } from '../../../src/domain/finding.ts';
import { FRESH as FRESH_CONSULTATION } from '../../../src/flows/consultation/context.ts';
import { decide as decideConsultation } from '../../../src/flows/consultation/decide.ts';
import { type ConsultationEvent, machine as consultation } from '../../../src/flows/consultation/machine.ts';
import { STATES as CONSULTATION_STATES } from '../../../src/flows/consultation/turn.ts';
import type { FlowEvent } from '../../../src/flows/flow.ts';
import { FRESH } from '../../../src/flows/followup/context.ts';
import { decide } from '../../../src/flows/followup/decide.ts';
import type { FollowupEvent } from '../../../src/flows/followup/events.ts';
import { machine } from '../../../src/flows/followup/machine.ts';
import { STATES, VALUES } from '../../../src/flows/followup/place.ts';
import { collect, createStepper } from '../../../src/flows/shared/run-machine.ts';
import { pathOf } from '../../../src/flows/shared/snapshot.ts';
import { ENV, f, START } from '../../flows/talk.ts';

type Message = Extract<FlowEvent, { type: 'message' }>;

const env = ENV(START);
const message: fc.Arbitrary<Message> = fc.array(fc.constantFrom(...FINDING_KINDS), { maxLength: 3 }).map((kinds) => ({
  type: 'message',
  text: '原话',
  findings: kinds.map((kind) => f(kind, { question: 'doctor', grade: 'satisfied', at: START + 1e7 })),
}));
/** What happens without a message, in whatever state. */
const happening: fc.Arbitrary<FollowupEvent> = fc.constantFrom(
  { type: 'OPEN', env },
  { type: 'REMINDER', env },
  { type: 'EXPIRY', env },
  { type: 'BEREAVEMENT', env },
  { type: 'WITHDRAW', why: 'deceased', env },
  { type: 'WITHDRAW', why: 'readmitted', env },
  { type: 'RESUME', place: 'interview.reason', env },
  { type: 'RESUME', place: 'interview.rating', env },
  { type: 'RESUME', place: 'end', env },
  { type: 'UNREACHABLE', env },
  { type: 'CARRIER_OPT_OUT', env },
);

/** What XState's own `transition()` makes of it. */
function official(of: AnyStateMachine, value: unknown, context: object, event: { type: string }) {
  const before = of.resolveState({ value: value as string, context });
  const [next, actions] = transition(of, before, event as never);
  const effects: Effect[] = actions.flatMap((action) => [...collect(action)]);
  return { state: pathOf(next.value), context: next.context as unknown, effects };
}

test('the follow-up steps as XState steps it', () => {
  const stepper = createStepper(machine, STATES);
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: message }, happening), { maxLength: 14 }), (events) => {
      let point = stepper.step('idle', FRESH, { type: 'OPEN', env });
      expect(point).toEqual(official(machine, 'idle', FRESH, { type: 'OPEN', env } as FollowupEvent));
      for (const given of events) {
        const event = given.type === 'message' ? decide(point.context, point.state, given, env) : given;
        const next = stepper.step(point.state, point.context, event);
        expect(next).toEqual(official(machine, VALUES[point.state], point.context, event));
        point = next;
      }
    }),
    { numRuns: 200 },
  );
});

test('the consultation steps as XState steps it', () => {
  const stepper = createStepper(consultation, CONSULTATION_STATES);
  const silent = fc.constantFrom<ConsultationEvent[]>({ type: 'EXPIRY', env }, { type: 'CARRIER_OPT_OUT', env });
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: message }, silent), { maxLength: 14 }), (events) => {
      let point = {
        state: CONSULTATION_STATES[0] as (typeof CONSULTATION_STATES)[number],
        context: FRESH_CONSULTATION,
      };
      for (const given of events) {
        const event = given.type === 'message' ? decideConsultation(point.context, point.state, given, env) : given;
        const next = stepper.step(point.state, point.context, event);
        expect(next).toEqual(official(consultation, point.state, point.context, event));
        point = next;
      }
    }),
    { numRuns: 200 },
  );
});

test('an action nobody collects is a bug, not a silence', () => {
  expect(() => collect({ type: 'xstate.cancel' })).toThrow(/xstate\.cancel/);
});

test.each([
  ['an entry action', { a: { entry: 'say' } }],
  ['a timer of its own', { a: { after: { 1000: 'b' } }, b: {} }],
  ['a move without an event', { a: { always: 'b' }, b: {} }],
  ['a final state', { a: { on: { END: 'b' } }, b: { type: 'final' } }],
  ['an action of its own', { a: { on: { GO: { actions: () => undefined } } } }],
  ['an action nobody collects', { a: { on: { GO: { actions: { type: 'shout' } } } } }],
  ['a guard nobody has', { a: { on: { GO: { guard: 'sure', target: 'a' } } } }],
  ['a state that is not listed', { a: {}, c: {} }],
] as const)('a machine with %s is refused, not stepped wrongly', (_, states) => {
  const odd = createMachine({ initial: 'a', states: states as never });
  expect(() => createStepper(odd, ['a', 'b'])).toThrow(/./);
});
