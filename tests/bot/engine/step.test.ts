import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { step } from '../../../src/bot/engine/step.ts';
import type { SnapshotEnvelope } from '../../../src/domain/conversation.ts';
import { HuifangError } from '../../../src/domain/errors.ts';
import { consultation } from '../../../src/flows/consultation/flow.ts';
import { followup } from '../../../src/flows/followup/flow.ts';
import { ENV, f, rating, START } from '../../flows/talk.ts';

const stored = (name: string): SnapshotEnvelope =>
  JSON.parse(readFileSync(new URL(`../../snapshots/${name}.json`, import.meta.url), 'utf8')) as SnapshotEnvelope;
const hello = { type: 'message', text: '满意', findings: [rating('nurse', 'satisfied')] } as const;

test.each([1, 2])('a talk stored by version %i of the follow-up goes on', (version) => {
  const before = stored(`followup-${String(version)}`);
  expect(followup.openQuestion(before, ENV(START).settings)).toEqual({ id: 'nurse', schema: 'rating' });
  const result = step(followup, before, hello, ENV(START));
  expect(result.snapshot.flowVersion).toBe(2);
  expect(result.status).toMatchObject({
    state: 'waiting',
    answers: { doctor: { grade: 'dissatisfied', reason: '查房太匆忙' }, nurse: { grade: 'satisfied' } },
  });
  expect(result.effects).toContainEqual({ type: 'say', parts: [{ key: 'question.overall.ask' }] });
});

test('a talk stored by version 1 of the inquiry goes on', () => {
  const result = step(
    consultation,
    stored('inquiry-1'),
    { type: 'message', text: '谢谢', findings: [f('thanks')] },
    ENV(START),
  );
  expect(result.effects).toContainEqual({ type: 'say', parts: [{ key: 'modest' }] });
});

const sound = stored('followup-2');
test.each([
  ['another flow', { ...sound, flow: 'inquiry' as const }],
  ['a newer version', { ...sound, flowVersion: 3 }],
  ['an unknown older version', { ...sound, flowVersion: 0 }],
  ['an unknown format', { ...sound, format: 2 as unknown as 1 }],
  ['a state that does not exist', { ...sound, value: { interview: 'dancing' } }],
  ['a value that is no state', { ...sound, value: { interview: 'rating', check: 'grade' } }],
  ['no context', { ...sound, context: null }],
  ['a context that lacks a field', { ...sound, context: { ...(sound.context as object), answers: undefined } }],
])('%s is refused', (_, snapshot) => {
  expect(() => step(followup, snapshot, hello, ENV(START))).toThrow(HuifangError);
  expect(() => followup.migrate(snapshot)).toThrow(HuifangError);
});

test('the fault names fields, never what a patient wrote', () => {
  const broken = { ...sound, context: { ...(sound.context as object), entries: '护士态度差' } };
  expect(() => followup.migrate(broken)).toThrow(/context\.entries/);
  expect(() => followup.migrate(broken)).not.toThrow(/护士/);
});

test('a message on a talk that was never opened is answered all the same', () => {
  const result = step(followup, null, { type: 'message', text: '你好', findings: [f('greeting')] }, ENV(START));
  expect(result.effects).toContainEqual({ type: 'say', parts: [{ key: 'openingAgain' }] });
});

test('a timer that means nothing any more changes nothing', () => {
  const closed = step(
    followup,
    stored('followup-1'),
    { type: 'message', text: '不答了', findings: [f('refuse')] },
    ENV(START),
  );
  const late = step(followup, closed.snapshot, { type: 'timer', timer: 'reminder' }, ENV(START));
  expect(late).toMatchObject({ effects: [], entered: false, status: { outcome: 'declined' } });
});
