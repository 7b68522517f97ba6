import { expect, test } from 'vitest';
import { at, atDoctor, bareComplaint, completed, f, opened, rating, type Talk, time } from './talk.ts';

const satisfied = (question: string) => rating(question, 'satisfied');
const expired = (): Talk => atDoctor().fires('reminder').fires('expiry');

test('打错了 before identity is 6, after an answer it is talk', () => {
  expect(opened().says(f('wrong_number')).status.outcome).toBe('wrong_number');
  const later = atDoctor().says(satisfied('doctor')).says(f('wrong_number'));
  expect(later.parts).toEqual([{ key: 'askGrade', vars: { topic: { question: 'doctor' } } }]);
});

test('opting out closes a conversation that staff hold, and what else was said is recorded', () => {
  const talk = atDoctor().says(f('human')).says(f('opt_out'), f('complaint'), satisfied('doctor'));
  expect(talk.status).toMatchObject({
    state: 'closed',
    outcome: 'opted_out',
    answers: { doctor: { grade: 'satisfied' } },
  });
  expect(talk.entries).toEqual(['complaint']);
  expect(talk.said).toEqual(['optedOut']);
});

test('a red flag after an opt-out still gets the emergency text, and one with it is not lost', () => {
  const after = atDoctor().says(f('opt_out')).says(f('emergency'));
  expect(after.said).toEqual(['emergency']);
  expect(after.status.state).toBe('with_staff');
  const both = atDoctor().says(f('opt_out'), f('emergency'));
  expect(both.status).toMatchObject({ state: 'with_staff', outcome: null });
  expect(both.of('mark')).toEqual([{ type: 'mark', mark: 'opted_out' }]);
  expect(both.says(f('human')).said).toEqual([]);
});

test('a doubtful danger after an opt-out is asked about; a clear no leaves it closed in silence', () => {
  const talk = atDoctor()
    .says(f('opt_out'))
    .says(f('emergency', { tier: 'low' }));
  expect(talk.said).toEqual(['emergencyCheck']);
  expect(talk.of('say')[0]?.urgent).toBe(true);
  talk.says(f('decline'));
  expect(talk.said).toEqual([]);
  expect(talk.status).toMatchObject({ state: 'closed', outcome: 'opted_out' });
  const together = atDoctor()
    .says(f('opt_out'), f('self_harm', { tier: 'low' }))
    .says(f('decline'));
  expect(together.status).toMatchObject({ state: 'closed', outcome: 'opted_out' });
});

test('a red flag while staff hold it renames and raises the handoff and is answered; anything else is heard in silence', () => {
  const talk = atDoctor().says(f('human'));
  expect(talk.says(f('complaint'), satisfied('nurse')).said).toEqual([]);
  expect(talk.entries).toEqual(['complaint']);
  expect(talk.status.answers['nurse']).toEqual({ grade: 'satisfied' });
  expect(talk.says(f('threat')).status.handoff).toMatchObject({ reason: 'human_requested', priority: 'high' });
  talk.says(f('emergency'));
  expect(talk.said).toEqual(['emergencyLater']);
  expect(talk.status.handoff).toMatchObject({ reason: 'emergency', priority: 'urgent', history: ['human_requested'] });
  expect(talk.of('handoff')).toEqual([{ type: 'handoff', reason: 'emergency', priority: 'urgent' }]);
  expect(talk.says(f('emergency')).of('handoff')).toEqual([]);
  expect(talk.said).toEqual(['emergencyLater']);
});

test('an opt-out after closing turns the outcome and keeps the answers; opting in clears it', () => {
  const talk = completed().says(f('opt_out'));
  expect(talk.status).toMatchObject({ outcome: 'opted_out', answers: { doctor: { grade: 'satisfied' } } });
  expect(talk.says(f('human')).of('note')).toHaveLength(1);
  expect(talk.status).toMatchObject({ state: 'closed', handoff: null });
  expect(talk.says(f('opt_out')).said).toEqual([]);
  talk.says(f('opt_in'));
  expect(talk.said).toEqual(['optedIn']);
  expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'opted_in' }]);
  expect(talk.says(f('thanks')).said).toEqual(['modest']);
});

test('a threat or a medical question after an opt-out brings staff, without a word', () => {
  for (const kind of ['threat', 'medical_question'] as const) {
    const talk = atDoctor().says(f('opt_out')).says(f(kind));
    expect(talk.said).toEqual([]);
    expect(talk.status.state).toBe('with_staff');
  }
});

test('a complaint together with a reschedule does both', () => {
  const talk = opened().says(f('busy'), f('complaint'), time('2026-11-18T19:00'));
  expect(talk.said).toEqual(['complaintRecorded', 'scheduled']);
  expect(talk.status).toMatchObject({ state: 'scheduled', resumeAt: at('2026-11-18T19:00') });
  const bare = opened().says(bareComplaint(), time('2026-11-18T19:00'));
  expect(bare.fires('resume').said).toEqual(['resume', 'complaintAskFacts']);
});

test('a complaint while a time is agreed leaves the time standing, facts asked for or not', () => {
  const talk = opened().says(time('2026-11-18T19:00')).says(bareComplaint());
  expect(talk.said).toEqual(['complaintAskFacts']);
  talk.writes('药发错了，半天没人管');
  expect(talk.said).toEqual(['complaintAdded']);
  expect(talk.status).toMatchObject({ state: 'scheduled', resumeAt: at('2026-11-18T19:00') });
  expect(talk.of('setTimer').map((effect) => effect.timer)).toEqual(['resume']);
});

test('after closing only new matters reopen', () => {
  for (const kind of ['beyond_authority', 'threat', 'human', 'medical_question', 'emergency', 'self_harm'] as const) {
    expect(completed().says(f(kind)).status.state).toBe('with_staff');
  }
  for (const kind of [
    'praise',
    'suggestion',
    'complaint',
    'hospital_question',
    'abuse',
    'unreadable',
    'available',
    'refuse',
    'who_are_you',
    'deceased',
  ] as const) {
    expect(completed().says(f(kind)).status).toMatchObject({ state: 'closed', outcome: 'completed' });
  }
  expect(completed().says(f('praise')).said).toEqual(['praiseThanks']);
});

test('a bare complaint reopens, and silence afterwards leaves the old outcome', () => {
  const talk = completed().says(bareComplaint()).fires('expiry');
  expect(talk.status).toMatchObject({ state: 'closed', outcome: 'completed' });
  expect(talk.said).toEqual([]);
});

test('a grade after expired is stored and the interview goes on', () => {
  const talk = expired().says(satisfied('doctor'));
  expect(talk.said).toEqual(['question.nurse.ask']);
  expect(talk.status).toMatchObject({ state: 'waiting', outcome: null });
  expect(talk.of('setTimer').map((effect) => effect.timer)).toEqual(['reminder']);
});

test('a grade corrected after completion is stored and it stays closed', () => {
  const talk = completed().says(rating('nurse', 'dissatisfied', { correction: true }));
  expect(talk.status).toMatchObject({
    state: 'closed',
    outcome: 'completed',
    answers: { nurse: { grade: 'dissatisfied' } },
  });
  expect(talk.said).toEqual(['corrected']);
});

test('a death or a wrong number learnt after the end', () => {
  const dead = expired().says(f('deceased'));
  expect(dead.said).toEqual(['condolenceAck']);
  expect(dead.status.outcome).toBe('deceased');
  expect(dead.of('mark')).toEqual([{ type: 'mark', mark: 'deceased' }]);
  expect(opened().says(f('refuse')).says(f('wrong_number')).status.outcome).toBe('wrong_number');
});

test('a death while staff hold the talk is marked in silence', () => {
  const talk = atDoctor().says(f('human')).says(f('deceased'));
  expect(talk.said).toEqual([]);
  expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'deceased' }]);
});

test('a remark that may mean a death is checked softly', () => {
  const medium = f('deceased', { tier: 'medium' });
  const talk = opened().says(medium);
  expect(talk.said).toEqual(['confirmDeceased']);
  expect(talk.of('mark')).toEqual([]);
  expect(talk.says(f('agree')).said).toEqual(['condolence']);
  expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'deceased' }]);
  expect(opened().says(medium).says(f('decline')).said).toEqual(['openingAgain']);
  expect(opened().says(medium).writes('嗯嗯呢').status.handoff).toMatchObject({ reason: 'not_understood' });
});

test('a death with a complaint: both are answered', () => {
  const talk = opened().says(f('deceased'), f('complaint'));
  expect(talk.said).toEqual(['condolenceAck', 'complaintRecorded', 'askConsent']);
  expect(talk.says(f('suggestion')).said).toEqual(['suggestionThanks', 'askConsent']);
});

test('a death together with a handoff is marked and met with a condolence', () => {
  expect(opened().says(f('deceased'), f('threat')).said).toEqual(['condolenceAck', 'threatRecorded']);
});
