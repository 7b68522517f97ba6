import { describe, expect, test } from 'vitest';
import { followup } from '../../src/flows/followup/flow.ts';
import { at, atDoctor, atSuggestions, completed, f, opened, rating, type Talk, time } from './talk.ts';

const satisfied = (question: string) => rating(question, 'satisfied');

describe('words that no rule could read', () => {
  const unread = f('off_topic', { confidence: 0.5 });
  const long = '一二三四五六七八九十一二三四五';
  test('many of them are shown to staff beside the friendly line, the same ones once', () => {
    const talk = atDoctor().writes(long, [unread]);
    expect(talk.of('note')).toEqual([{ type: 'note', text: long }]);
    expect(talk.said).toEqual(['offTopic', 'question.doctor.ask']);
    expect(talk.writes(long, [unread]).of('note')).toEqual([]);
    expect(talk.writes(`另外，${long}`, [unread]).of('note')).toHaveLength(1);
  });
  test.each([
    ['few', long.slice(1), [unread]],
    ['plain chat', long, [f('off_topic')]],
    ['understood', long, [rating('doctor', 'satisfied')]],
  ])('%s: nothing for staff', (_, text, findings) => {
    expect(atDoctor().writes(text, findings).of('note')).toEqual([]);
  });
  test('few, but loud: shown as well', () => {
    expect(atDoctor().writes('又来！有完没完！', [unread]).of('note')).toHaveLength(1);
  });
  test('taken as the reason or the suggestion that was asked for, they are not lost', () => {
    expect(atDoctor().says(rating('doctor', 'dissatisfied')).writes(long).of('note')).toEqual([]);
    expect(atSuggestions().writes(long).of('note')).toEqual([]);
  });
  test('where a time was asked for, and after the end, they are shown too', () => {
    expect(opened().says(f('busy')).writes(long, [unread]).of('note')).toHaveLength(1);
    expect(completed().writes(long, [unread]).of('note')).toHaveLength(1);
  });
});

describe('a grade without a name while nothing is asked', () => {
  const answerable = (talk: Talk) => {
    if (talk.snapshot === null) throw new Error('not begun');
    return followup.understandingHints(talk.snapshot, talk.settings).openRatings;
  };
  test('with staff it can answer only the question that was put last', () => {
    expect(answerable(atDoctor().says(f('human')))).toEqual(['doctor']);
    expect(answerable(atDoctor().says(satisfied('doctor')).says(f('human')))).toEqual(['nurse']);
    expect(answerable(atDoctor().says(satisfied('doctor'), f('human')))).toEqual([]);
    expect(answerable(opened().says(f('human')))).toEqual([]);
  });
  test('the question put last is remembered over what was asked on the side', () => {
    const doubtful = atDoctor().says(f('emergency', { tier: 'low', confidence: 0.6 }));
    expect(answerable(doubtful.says(f('agree')))).toEqual(['doctor']);
    expect(answerable(atDoctor().says(time('2026-11-18T20:00')).says(f('human')))).toEqual(['doctor']);
  });
  test('an answer that was taken back, and is asked anew, can be given', () => {
    const anew = atDoctor().says(satisfied('doctor')).says(f('correction'));
    expect(anew.said).toEqual(['askGrade']);
    expect(answerable(anew.says(f('human')))).toEqual(['doctor']);
  });
  test('after the end as well, but after silence the interview can go on', () => {
    expect(answerable(opened().says(f('refuse')))).toEqual([]);
    expect(answerable(atDoctor().says(f('refuse')))).toEqual(['doctor']);
    expect(answerable(atDoctor().fires('reminder').fires('expiry'))).toEqual(['doctor', 'nurse', 'overall']);
  });
});

test('改天 while a time is agreed names none: asked when, and the agreed time stands until another is named', () => {
  const vague = (local: string) => f('contact_time', { at: at(local), precision: 'vague' });
  const talk = opened().says(time('2026-11-18T20:00')).says(vague('2026-11-19T10:02'));
  expect(talk.said).toEqual(['askWhen']);
  expect(talk.fires('resume').said).toEqual(['resume', 'question.doctor.ask']);
  const held = opened().says(time('2026-11-18T20:00')).says(vague('2026-11-19T10:02')).says(f('busy'));
  expect(held.status).toMatchObject({ state: 'scheduled', resumeAt: at('2026-11-18T20:00') });
  const moved = opened().says(time('2026-11-18T20:00')).says(vague('2026-11-19T10:02')).says(time('2026-11-20T09:00'));
  expect(moved.status.resumeAt).toBe(at('2026-11-20T09:00'));
  expect(opened().says(time('2026-11-18T20:00')).says(vague('2026-11-23T09:00')).status.resumeAt).toBe(
    at('2026-11-23T09:00'),
  );
});
