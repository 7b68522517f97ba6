import { FLOW_TIMER_KINDS } from '../../../src/domain/timer.ts';
import type { Breach, Law, Trace } from '../trace.ts';

/** From an agreed time: the greeting at it, a reminder, the end. Each may be moved into the hours or the caps once. */
const MOST_STEPS = 8;

/** What the service still does once nobody writes any more: the last turn of the dialogue. */
function lastSteps({ steps, dialogue }: Trace) {
  return steps.filter(({ turn }) => turn === dialogue.turns.length - 1);
}

const ends: Law = {
  name: 'silence-ends-it',
  sentence:
    'When nobody writes any more every talk comes to its end, or to staff, in few steps; then no timer is left.',
  check(trace) {
    const { end, dialogue } = trace;
    const turn = dialogue.turns.length - 1;
    const steps = lastSteps(trace).length;
    if (end === undefined || steps > MOST_STEPS) return [{ turn, what: `${String(steps)} steps and no end` }];
    const { state } = end.record;
    const open: Breach[] =
      state === 'closed' || state === 'with_staff' ? [] : [{ turn, what: state, expect: { state: 'closed' } }];
    const live = end.timers.filter(({ stateEntry }) => stateEntry === end.record.stateEntry);
    return [...open, ...live.map(({ kind }): Breach => ({ turn, what: `timer ${kind} is left` }))];
  },
};

/** Timers that are live after each step, as the commits leave them. */
const waitsWithTimer: Law = {
  name: 'a-timer-runs-where-a-reply-is-awaited',
  sentence: 'Wherever a reply is awaited a timer runs; with staff and after the end none does.',
  check({ steps }) {
    const timers = new Map<string, number>();
    return steps.flatMap(({ turn, commit }) => {
      for (const kind of commit.cancelTimers) timers.delete(kind);
      for (const { kind, stateEntry } of commit.timers) timers.set(kind, stateEntry);
      const { state, stateEntry } = commit.record;
      const live = FLOW_TIMER_KINDS.filter((kind) => timers.get(kind) === stateEntry);
      const awaited = state === 'waiting' || state === 'scheduled';
      return awaited === live.length > 0 ? [] : [{ turn, what: `${state} with [${live.join(', ')}]` }];
    });
  },
};

export const endingLaws: readonly Law[] = [ends, waitsWithTimer];
