import { expect, test } from 'vitest';
import type { QuestionSpec } from '../../src/flows/flow.ts';
import { followup } from '../../src/flows/followup/flow.ts';
import { atDoctor, atSuggestions, f, rating, Talk } from './talk.ts';

/** The talk goes on with other questions: the hospital has changed its settings. */
function reloaded(talk: Talk, questions: readonly QuestionSpec[]): Talk {
  const next = new Talk(talk.flow, { ...talk.settings, questions });
  next.now = talk.now;
  next.snapshot = talk.snapshot;
  return next;
}

const without = (talk: Talk, ...gone: readonly string[]): Talk =>
  reloaded(
    talk,
    talk.settings.questions.filter(({ id }) => !gone.includes(id)),
  );

/** Ids of the questions that the last reply speaks of, in whatever way. */
const named = (talk: Talk): string => JSON.stringify(talk.parts);

const asked = (talk: Talk) => {
  if (talk.snapshot === null) throw new Error('not begun');
  return followup.openQuestion(talk.snapshot, talk.settings);
};

const UNHAPPY = rating('doctor', 'dissatisfied');
const DOUBTFUL = rating('doctor', 'satisfied', { confidence: 0.7 });

test('the reason for a grade of a question that is gone is not asked for: the next question is', () => {
  const talk = without(atDoctor().says(UNHAPPY), 'doctor');
  expect(asked(talk)).toEqual({ id: 'nurse', schema: 'rating' });
  talk.says(f('not_understood'));
  expect(talk.said).toContain('question.nurse.simpler');
  expect(named(talk)).not.toContain('doctor');
  expect(talk.status.answers).toEqual({ doctor: { grade: 'dissatisfied' } });
});

test('a grade in doubt about a question that is gone is forgotten', () => {
  const talk = without(atDoctor().says(DOUBTFUL), 'doctor');
  expect(asked(talk).id).toBe('nurse');
  talk.says(f('decline'));
  expect(named(talk)).not.toContain('doctor');
});

test('an answer that is taken back after its question went is not asked anew', () => {
  const talk = without(atDoctor().says(rating('doctor', 'satisfied')), 'doctor').says(f('correction'));
  expect(talk.said).toContain('question.nurse.ask');
  expect(named(talk)).not.toContain('doctor');
});

test('the reminder asks what is asked now', () => {
  const talk = atDoctor().says(UNHAPPY);
  const changed = without(talk, 'doctor');
  changed.event({ type: 'timer', timer: 'reminder' });
  expect(changed.said).toEqual(['reminder', 'question.nurse.ask']);
});

test('with nothing left to ask the next message ends the talk, whatever it says', () => {
  for (const finding of [f('agree'), f('not_understood'), f('thanks'), f('unreadable')]) {
    const talk = without(atSuggestions(), 'suggestions').says(finding);
    expect(talk.status).toMatchObject({ state: 'closed', outcome: 'completed' });
  }
});

test('a rating that became a question for free words is put as one', () => {
  const talk = atDoctor();
  const changed = reloaded(
    talk,
    talk.settings.questions.map((question) =>
      question.id === 'doctor' ? { ...question, type: 'free_text' } : question,
    ),
  );
  expect(asked(changed)).toEqual({ id: 'doctor', schema: 'free_text' });
  changed.writes('病房晚上太吵，睡不好觉');
  expect(changed.said).toContain('question.nurse.ask');
});

test('red flags and refusals count as ever after a change', () => {
  const talk = () => without(atDoctor().says(UNHAPPY), 'doctor', 'nurse', 'overall', 'suggestions');
  expect(talk().says(f('emergency')).status.state).toBe('with_staff');
  expect(talk().says(f('opt_out')).status).toMatchObject({ state: 'closed', outcome: 'opted_out' });
});
