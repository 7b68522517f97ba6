import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyStateMachine, createMachine } from 'xstate';
import { DAY } from '../../src/domain/clock.ts';
import type { FlowTimerKind } from '../../src/domain/timer.ts';
import { consultation } from '../../src/flows/consultation/flow.ts';
import { machine as consultationMachine } from '../../src/flows/consultation/machine.ts';
import { STATES as CONSULTATION_STATES } from '../../src/flows/consultation/turn.ts';
import type { Flow, FlowEvent } from '../../src/flows/flow.ts';
import { followup } from '../../src/flows/followup/flow.ts';
import { machine as followupMachine } from '../../src/flows/followup/machine.ts';
import { STATES as FOLLOWUP_STATES } from '../../src/flows/followup/place.ts';
import { anyEvent } from './any-event.ts';
import { deadEnds, graphOf, reachableFrom, stuckWith } from './machine-graph.ts';
import { f, Talk, time } from './talk.ts';

const MACHINES: readonly [string, AnyStateMachine, readonly string[]][] = [
  ['followup', followupMachine, FOLLOWUP_STATES],
  ['consultation', consultationMachine, CONSULTATION_STATES],
];
/** What happens though the contact is silent: time, and staff who end what they have. */
const TIME = new Set(['REMINDER', 'EXPIRY', 'BEREAVEMENT', 'RESUME']);
const TIME_AND_STAFF = new Set([...TIME, 'STAFF_CLOSE']);

test.each(MACHINES)('%s: every state is reached, and every reached state has a way out', (_, machine, states) => {
  const graph = graphOf(machine);
  expect([...reachableFrom(graph, graph.initial)].sort()).toEqual([...states].sort());
  expect(deadEnds(graph)).toEqual([]);
});

test.each(MACHINES)(
  '%s: time alone leads from every state to its end or to staff, and staff can end it',
  (_, machine) => {
    const graph = graphOf(machine);
    const begun = stuckWith(graph, TIME, ['closed', 'withStaff']).filter((state) => state !== 'idle');
    expect(begun).toEqual([]);
    expect(stuckWith(graph, TIME_AND_STAFF, ['closed']).filter((state) => state !== 'idle')).toEqual([]);
  },
);

test('a dead end and a state without an end are found', () => {
  const graph = graphOf(
    createMachine({
      initial: 'asks',
      on: { SAFETY: { target: '.staff' } },
      states: {
        asks: { on: { YES: 'cellar', REMINDER: {} } },
        cellar: { on: { SAFETY: {}, KNOCK: 'cellar' } },
        staff: { on: { EXPIRY: 'closed' } },
        closed: { type: 'final' },
      },
    }),
  );
  expect(deadEnds(graph)).toEqual(['cellar']);
  expect(stuckWith(graph, TIME, ['closed'])).toEqual(['asks', 'cellar']);
});

/** From an agreed time: the greeting, a reminder, the end. */
const MOST_TIMERS = 3;

/** Timers that would still do something, as the effects of the steps leave them. */
class Timers {
  readonly #due = new Map<FlowTimerKind, number>();

  note({ entered, effects }: Talk['result']): void {
    if (entered) this.#due.clear();
    for (const effect of effects) {
      if (effect.type === 'cancelTimers') this.#due.clear();
      if (effect.type === 'setTimer') this.#due.set(effect.timer, effect.due);
    }
  }

  take(): { timer: FlowTimerKind; due: number } | undefined {
    const [first] = [...this.#due].sort(([, one], [, other]) => one - other);
    if (first === undefined) return undefined;
    this.#due.delete(first[0]);
    return { timer: first[0], due: first[1] };
  }
}

/** Whatever happens, and then nobody writes any more. Throws where that has no end. */
function fallSilent(flow: Flow, events: readonly FlowEvent[]): void {
  const talk = new Talk(flow);
  const timers = new Timers();
  const happen = (event: FlowEvent): void => {
    talk.now += 60_000;
    talk.event(event);
    timers.note(talk.result);
  };
  if (flow.id === 'followup') happen({ type: 'open' });
  for (const event of events) if (event.type !== 'timer') happen(event);
  for (let fired = 0; ; fired += 1) {
    const next = timers.take();
    if (next === undefined) break;
    expect(fired).toBeLessThan(MOST_TIMERS);
    talk.now = Math.max(talk.now, next.due);
    happen({ type: 'timer', timer: next.timer });
  }
  if (talk.snapshot !== null) expect(['closed', 'with_staff']).toContain(talk.status.state);
}

const silences = (flow: Flow) =>
  fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
    fallSilent(flow, events);
  });

test.each([followup, consultation])('wherever a talk stands, silence ends it in at most three steps: $id', (flow) => {
  fc.assert(silences(flow), { numRuns: 1_000 });
});

test('an agreed time is off once an opt-out came with a danger that is asked about', () => {
  const wish = f('self_harm', { tier: 'low' });
  const talk = new Talk().open().says(time('2026-11-19T10:00')).says(wish, f('opt_out'));
  expect([talk.status.state, talk.said]).toEqual(['waiting', ['selfHarmCheck']]);
  expect(talk.timer('expiry')).toBe(talk.now + 2 * DAY);
  expect(talk.fires('expiry').status).toMatchObject({ state: 'closed', outcome: 'opted_out' });
});

test('a consultation that begins with a word the carrier answers itself has an end', () => {
  const talk = new Talk(consultation).writes('HELP', [], { carrierKeyword: 'help' });
  expect([talk.status.state, talk.said]).toEqual(['waiting', []]);
  expect(talk.fires('expiry').status).toMatchObject({ state: 'closed', outcome: 'completed' });
});

test('a flow that silence does not end is found', () => {
  const endless: Flow = {
    ...followup,
    step(snapshot, event, env) {
      const result = followup.step(snapshot, event, env);
      if (event.type !== 'timer' || event.timer !== 'expiry') return result;
      return { ...result, effects: [{ type: 'setTimer', timer: 'expiry', due: env.now + DAY }] };
    },
  };
  expect(() => {
    fc.assert(silences(endless));
  }).toThrow();
});
