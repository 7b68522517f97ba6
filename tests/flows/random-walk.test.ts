import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASK } from '../../src/domain/finding.ts';
import { CONVERSATION_STATES, OUTCOMES } from '../../src/domain/vocabulary.ts';
import { consultation } from '../../src/flows/consultation/flow.ts';
import type { Flow, FlowEvent } from '../../src/flows/flow.ts';
import { followup } from '../../src/flows/followup/flow.ts';
import { FLOWS } from '../../src/flows/index.ts';
import { anyEvent } from './any-event.ts';
import { Talk } from './talk.ts';

interface Memory {
  readonly optedOut: boolean;
}

/** What must hold after every step, whatever was said. */
function holdsAlways(talk: Talk, before: { staff: boolean; optedOut: boolean; entries: number }): void {
  const says = talk.of('say');
  expect(says.length).toBeLessThanOrEqual(1);
  expect(says.flatMap((say) => say.parts).length).toBeLessThanOrEqual(3);
  for (const say of says) {
    const excused = say.urgent === true || say.confirmsOptOut === true;
    if (before.staff) expect(excused).toBe(true);
    if (before.optedOut && say.parts[0]?.key !== 'optedIn') expect(say.urgent).toBe(true);
  }
  const { status } = talk;
  expect(CONVERSATION_STATES).toContain(status.state);
  if (status.state === 'closed') expect(OUTCOMES).toContain(status.outcome);
  else expect(status.outcome).toBeNull();
  expect(status.state === 'scheduled').toBe(status.resumeAt !== null);
  if (status.state === 'with_staff') expect(status.handoff).not.toBeNull();
  let { entries } = before;
  for (const effect of talk.of('register')) {
    if (effect.appendTo === undefined) entries += 1;
    else expect(effect.appendTo).toBeLessThan(entries);
  }
}

function walk(flow: Flow, events: readonly FlowEvent[]): void {
  const talk = new Talk(flow);
  if (flow.id === 'followup') talk.open();
  let entries = 0;
  for (const one of events) {
    const optedOut = (talk.snapshot?.context as Memory | undefined)?.optedOut ?? false;
    const staff = talk.snapshot !== null && talk.status.state === 'with_staff';
    talk.now += 60_000;
    talk.event(one);
    holdsAlways(talk, { staff, optedOut, entries });
    entries += talk.of('register').filter((effect) => effect.appendTo === undefined).length;
    const flags =
      one.type === 'message' &&
      one.findings.some(
        ({ confidence, ...found }) =>
          (found.kind === 'emergency' || found.kind === 'self_harm') && found.tier === 'high' && confidence >= ASK,
      );
    if (flags) expect(talk.status).toMatchObject({ state: 'with_staff', handoff: { priority: 'urgent' } });
    if (flags) expect(talk.of('say')[0]?.urgent).toBe(true);
  }
}

test.each([followup, consultation])('any sequence of events keeps the promises: $id', (flow) => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 25 }), (events) => {
      walk(flow, events);
    }),
    { numRuns: 400 },
  );
});

test('nobody who waits is forgotten: a timer runs wherever a reply is awaited', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 20 }), (events) => {
      const talk = new Talk().open();
      const armed = new Set<string>(['reminder']);
      for (const one of events) {
        if (one.type === 'timer') armed.delete(one.timer);
        talk.now += 60_000;
        talk.event(one);
        for (const effect of talk.result.effects) {
          if (effect.type === 'cancelTimers') armed.clear();
          if (effect.type === 'setTimer') armed.add(effect.timer);
        }
        const waits = talk.status.state === 'waiting' || talk.status.state === 'scheduled';
        if (one.type !== 'timer') expect(armed.size).toBe(waits ? 1 : 0);
        if (one.type === 'timer' && armed.size === 0 && waits) return;
      }
    }),
    { numRuns: 250 },
  );
});

test('every flow is registered under its own name, and under those it had before', () => {
  for (const [id, flow] of Object.entries(FLOWS)) expect([flow.id, ...(flow.formerIds ?? [])]).toContain(id);
});
