import { expect, test } from 'vitest';
import { consultation } from '../../src/flows/consultation/flow.ts';
import type { FlowEvent } from '../../src/flows/flow.ts';
import { FLOWS } from '../../src/flows/index.ts';
import { atDoctor, ENV, f, START, Talk } from './talk.ts';

const RED_FLAG = [f('emergency')];

for (const [name, begun] of [
  ['followup', atDoctor],
  ['consultation', () => new Talk(consultation).says(f('greeting'))],
] as const) {
  test(`${name}: an emergency in the same burst as the carrier's END loses neither`, () => {
    const talk = begun().writes('我胸口痛\nEND', RED_FLAG, { carrierKeyword: 'stop' });
    expect(talk.of('say')).toMatchObject([{ parts: [{ key: 'emergency' }], urgent: true }]);
    expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'opted_out' }]);
    expect(talk.status.state).toBe('with_staff');
    expect(talk.says(f('greeting')).said).toEqual([]);
  });
}

/** The next step of a talk whose number is known to have opted out, or not. */
function stepOf(talk: Talk, event: FlowEvent, optedOut: boolean) {
  if (talk.snapshot === null) throw new Error('not begun');
  return talk.flow.step(talk.snapshot, event, { ...ENV(talk.now + 60_000, talk.settings), optedOut });
}
const writes = (kind: Parameters<typeof f>[0], carrierKeyword?: 'start'): FlowEvent => ({
  type: 'message',
  text: '原话',
  findings: [f(kind)],
  ...(carrierKeyword === undefined ? {} : { carrierKeyword }),
});
const said = ({ effects }: ReturnType<typeof stepOf>) =>
  effects.flatMap((effect) => (effect.type === 'say' ? effect.parts.map(({ key }) => key) : []));

test('START after an opt-out that another talk or the carrier told of is heard, and the talk goes on', () => {
  const back = stepOf(atDoctor(), writes('unreadable', 'start'), true);
  expect(back.effects).toContainEqual({ type: 'mark', mark: 'opted_in' });
  const inWords = stepOf(atDoctor(), writes('opt_in'), true);
  expect(said(inWords)).toEqual(['optedIn']);
  const next = new Talk();
  next.snapshot = back.snapshot;
  next.event({ type: 'message', text: '满意', findings: [f('rating', { question: 'doctor', grade: 'satisfied' })] });
  expect(next.said).toContain('question.nurse.ask');
});

test('while the number has opted out a talk that did not hear of it says nothing but safety texts', () => {
  expect(said(stepOf(atDoctor(), writes('available'), true))).toEqual([]);
  expect(said(stepOf(atDoctor(), writes('emergency'), true))).toEqual(['emergency']);
  const reminder = stepOf(atDoctor(), { type: 'timer', timer: 'reminder' }, true);
  expect(said(reminder)).toEqual([]);
  expect(reminder.effects).toContainEqual(expect.objectContaining({ type: 'setTimer', timer: 'expiry' }));
});

test('who opted in again in another talk is answered in this one too', () => {
  const closed = atDoctor().says(f('opt_out'));
  expect(said(stepOf(closed, writes('who_are_you'), false))).not.toEqual([]);
  expect(said(stepOf(closed, writes('who_are_you'), true))).toEqual([]);
});

test('a stranger who had opted out and sends START is heard', () => {
  const env = { ...ENV(START), optedOut: true };
  expect(FLOWS.consultation.start(writes('opt_in', 'start'), env).effects).toContainEqual({
    type: 'mark',
    mark: 'opted_in',
  });
});
