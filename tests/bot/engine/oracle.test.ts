import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transition } from 'xstate';
import type { Effect } from '../../../src/domain/effect.ts';
import { FINDING_KINDS } from '../../../src/domain/finding.ts';
import { FRESH } from '../../../src/flows/followup/context.ts';
import { decide } from '../../../src/flows/followup/decide.ts';
import { machine } from '../../../src/flows/followup/machine.ts';
import { STATES } from '../../../src/flows/followup/place.ts';
import { collect, createStepper } from '../../../src/flows/shared/run-machine.ts';
import { pathOf } from '../../../src/flows/shared/snapshot.ts';
import { ENV, f, START } from '../../flows/talk.ts';

const stepper = createStepper(machine);

test('stepping with a reused scope gives what the official transition() gives', () => {
  const message = fc.array(fc.constantFrom(...FINDING_KINDS), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), (turns) => {
      const [first] = transition(machine, machine.resolveState({ value: 'idle', context: FRESH }), {
        type: 'OPEN',
        env: ENV(START),
      });
      let official = first;
      let ours = stepper.step(machine.resolveState({ value: 'idle', context: FRESH }), {
        type: 'OPEN',
        env: ENV(START),
      }).snapshot;
      for (const kinds of turns) {
        const findings = kinds.map((kind) => f(kind, { question: 'doctor', grade: 'satisfied', at: START + 1e7 }));
        const state = STATES.find((one) => one === pathOf(official.value)) ?? 'idle';
        const event = decide(official.context, state, { type: 'message', text: '原话', findings }, ENV(START));
        const [next, actions] = transition(machine, official, event);
        const result = stepper.step(ours, event);
        const effects: Effect[] = actions.flatMap((action) => [...collect(action)]);
        expect(result.effects).toEqual(effects);
        expect(result.snapshot.value).toEqual(next.value);
        expect(result.snapshot.context).toEqual(next.context);
        official = next;
        ours = result.snapshot;
      }
    }),
    { numRuns: 100 },
  );
});

test('an action nobody collects is a bug, not a silence', () => {
  expect(() => collect({ type: 'xstate.cancel' })).toThrow(/xstate\.cancel/);
});
