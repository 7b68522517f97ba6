import { describe, expect, test } from 'vitest';
import { at, atDoctor, atSuggestions, bareComplaint, completed, f, opened, rating, START, Talk, time } from './talk.ts';

const satisfied = (question: string) => rating(question, 'satisfied');

describe('the interview', () => {
  test('runs from the opening to the closing', () => {
    const talk = new Talk().open();
    expect(talk.said).toEqual(['opening']);
    expect(talk.of('say')[0]?.proactive).toBe(true);
    expect(talk.says(f('self'), f('available')).said).toEqual(['question.doctor.ask']);
    expect(talk.status.respondent).toBe('patient');
    expect(talk.says(satisfied('doctor')).said).toEqual(['question.nurse.ask']);
    expect(talk.says(satisfied('nurse')).said).toEqual(['question.overall.ask']);
    expect(talk.says(satisfied('overall')).said).toEqual(['question.suggestions.ask']);
    expect(talk.says(f('decline')).said).toEqual(['closing']);
    expect(talk.status).toMatchObject({ state: 'closed', outcome: 'completed' });
    expect(talk.of('close')).toEqual([{ type: 'close', outcome: 'completed' }]);
    expect(talk.of('cancelTimers')).toHaveLength(1);
  });
  test('asks once for a reason and goes on', () => {
    const talk = atDoctor().says(rating('doctor', 'dissatisfied'));
    expect(talk.parts).toEqual([{ key: 'askReason', vars: { topic: { question: 'doctor' } } }]);
    talk.writes('查房太匆忙');
    expect(talk.status.answers['doctor']).toEqual({ grade: 'dissatisfied', reason: '查房太匆忙' });
    expect(talk.said).toEqual(['noted', 'question.nurse.ask']);
    expect(atDoctor().says(rating('doctor', 'mostly_satisfied')).says(f('decline')).said).toEqual([
      'question.nurse.ask',
    ]);
  });
  test('asks for no reason that is in the message', () => {
    expect(atDoctor().says(satisfied('doctor'), rating('nurse', 'dissatisfied', { reason: '态度差' })).said).toEqual([
      'question.overall.ask',
    ]);
  });
  test('a corrected grade drops its old reason', () => {
    const talk = atDoctor()
      .says(rating('doctor', 'dissatisfied', { reason: '匆忙' }))
      .says(rating('doctor', 'satisfied', { correction: true }));
    expect(talk.status.answers['doctor']).toEqual({ grade: 'satisfied' });
    expect(talk.said).toEqual(['corrected', 'question.nurse.ask']);
  });
  test('a bare 不知道 gets the question once more, then counts as no opinion', () => {
    const talk = atDoctor().says(f('no_opinion', { firmness: 'unsure' }));
    expect(talk.said).toEqual(['question.doctor.simpler']);
    talk.says(f('no_opinion', { firmness: 'unsure' }));
    expect(talk.status.answers['doctor']).toEqual({ grade: 'no_opinion' });
    expect(talk.said).toEqual(['noOpinionNoted', 'question.nurse.ask']);
  });
});

describe('situations 1–10', () => {
  test('2, 3: busy, asked when, a time, the greeting, the reply read as at the opening', () => {
    const talk = opened().says(f('busy'));
    expect(talk.said).toEqual(['askWhen']);
    talk.says(time('2026-11-18T20:00'));
    expect(talk.parts).toEqual([{ key: 'scheduled', vars: { time: { instant: at('2026-11-18T20:00') } } }]);
    expect(talk.status).toMatchObject({ state: 'scheduled', resumeAt: at('2026-11-18T20:00') });
    expect(talk.of('setTimer')).toEqual([{ type: 'setTimer', timer: 'resume', due: at('2026-11-18T20:00') }]);
    talk.fires('resume');
    expect(talk.said).toEqual(['resume', 'question.doctor.ask']);
    expect(talk.of('say')[0]?.proactive).toBeUndefined();
    expect(talk.says(f('available')).said).toEqual(['question.doctor.ask']);
  });
  test('2: no time twice means the next day at the same hour', () => {
    const talk = opened().says(f('busy')).writes('看情况吧');
    expect(talk.status.state).toBe('scheduled');
    expect(talk.status.resumeAt).toBe(START + 86_400_000 + 120_000);
    expect(talk.said).toEqual(['scheduledNextDay']);
  });
  test('3: a new time while one is agreed replaces it', () => {
    const talk = opened().says(time('2026-11-18T15:00')).says(time('2026-11-18T20:00'));
    expect(talk.status.resumeAt).toBe(at('2026-11-18T20:00'));
    expect(talk.says(f('agree')).said).toEqual([]);
    expect(talk.says(f('available')).said).toEqual(['question.doctor.ask']);
  });
  test('4: a relative answers', () => {
    const talk = opened().says(f('relative', { relation: '女儿' }));
    expect(talk.said).toEqual(['thanksFamily', 'question.doctor.ask']);
    expect(talk.status.respondent).toBe('family');
  });
  test('5: a relative who knows nothing', () => {
    const talk = opened().says(f('unaware_relative'));
    expect(talk.said).toEqual(['notReached']);
    expect(talk.status).toMatchObject({ state: 'closed', outcome: 'not_reached' });
  });
  test('6: wrong number', () => {
    const talk = opened().says(f('wrong_number'));
    expect(talk.said).toEqual(['wrongNumber']);
    expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'wrong_number' }]);
    expect(talk.status.outcome).toBe('wrong_number');
    expect(talk.says(f('wrong_number')).said).toEqual([]);
  });
  test('7: the patient has died; consent leads through the whole interview', () => {
    const talk = opened().says(f('deceased'));
    expect(talk.said).toEqual(['condolence']);
    expect(talk.of('mark')).toEqual([{ type: 'mark', mark: 'deceased' }]);
    expect(talk.of('setTimer').map((effect) => effect.timer)).toEqual(['bereavement']);
    expect(talk.status).toMatchObject({ state: 'waiting', respondent: 'family' });
    expect(talk.says(f('agree')).said).toEqual(['question.doctor.ask']);
    talk.says(satisfied('doctor'), satisfied('nurse'), satisfied('overall'));
    expect(talk.of('setTimer').map((effect) => effect.timer)).toEqual(['bereavement']);
    expect(talk.says(f('decline'), f('thanks')).said).toEqual(['modest', 'closingBereaved']);
    expect(talk.status.outcome).toBe('completed');
  });
  test('7: refusal then or later, and silence', () => {
    expect(opened().says(f('deceased')).says(f('decline')).said).toEqual(['bereavedGoodbye']);
    const later = opened().says(f('deceased')).says(f('agree')).says(f('refuse'));
    expect(later.status.outcome).toBe('deceased');
    const silent = opened().says(f('deceased')).fires('bereavement');
    expect(silent.said).toEqual([]);
    expect(silent.status).toMatchObject({ state: 'closed', outcome: 'deceased' });
  });
  test('8: a suggestion on the way', () => {
    const talk = atDoctor().says(f('suggestion'));
    expect(talk.said).toEqual(['suggestionThanks', 'question.doctor.ask']);
    expect(talk.entries).toEqual(['suggestion']);
  });
  test('9: a complaint without facts is asked for them once and they are added', () => {
    const talk = atDoctor().says(bareComplaint());
    expect(talk.said).toEqual(['complaintAskFacts']);
    expect(talk.entries).toEqual(['complaint']);
    talk.writes('22号晚上按铃四十分钟才来人');
    expect(talk.of('register')).toEqual([
      { type: 'register', kind: 'complaint', text: '22号晚上按铃四十分钟才来人', concerns: [], appendTo: 0 },
    ]);
    expect(talk.said).toEqual(['complaintAdded', 'question.doctor.ask']);
    expect(talk.entries).toEqual(['complaint']);
  });
  test('10: how long until a reply', () => {
    const talk = atDoctor().says(f('complaint')).says(f('complaint_status'));
    expect(talk.entries).toEqual(['complaint']);
    expect(talk.said).toEqual(['complaintStatus', 'question.doctor.ask']);
  });
});

describe('situations 11–22', () => {
  test('11: beyond authority, with a complaint only where a shortcoming is stated', () => {
    const plain = atDoctor().says(f('beyond_authority'));
    expect(plain.said).toEqual(['beyondAuthority']);
    expect(plain.entries).toEqual([]);
    const fault = atDoctor().says(f('beyond_authority'), f('complaint'));
    expect(fault.entries).toEqual(['complaint']);
    expect(fault.said).toEqual(['beyondAuthority']);
    expect(fault.status.handoff).toMatchObject({ reason: 'beyond_authority', priority: 'normal' });
  });
  test('12: a threat is recorded and reported', () => {
    const talk = atDoctor().says(f('threat'), rating('nurse', 'dissatisfied', { reason: '粗暴' }));
    expect(talk.said).toEqual(['threatRecorded']);
    expect(talk.entries).toEqual(['complaint']);
    expect(talk.status).toMatchObject({ state: 'with_staff', handoff: { reason: 'threat', priority: 'high' } });
    expect(talk.status.answers['nurse']).toEqual({ grade: 'dissatisfied', reason: '粗暴' });
  });
  test('13: praise answers the question it is about', () => {
    const talk = atDoctor().says(f('praise', { concerns: ['doctor'] }), satisfied('doctor'));
    expect(talk.said).toEqual(['praiseThanks', 'question.nurse.ask']);
    expect(talk.entries).toEqual(['praise']);
  });
  test.each([
    ['14 apology', f('apology'), ['apologyAccepted', 'question.doctor.ask']],
    ['15 thanks', f('thanks'), ['modest', 'question.doctor.ask']],
    ['16 who are you', f('who_are_you'), ['whoWeAre', 'question.doctor.ask']],
    ['16 a machine?', f('who_are_you', { about: 'bot' }), ['botIdentity', 'question.doctor.ask']],
    ['17 scam', f('scam_doubt'), ['scamAnswer', 'question.doctor.ask']],
    ['18 not understood', f('not_understood'), ['notClear', 'question.doctor.simpler']],
    ['19 misunderstood', f('misunderstood'), ['misunderstood', 'question.doctor.simpler']],
    ['20 surveyed already', f('already_surveyed'), ['alreadySurveyed', 'question.doctor.ask']],
    ['31 chat', f('off_topic'), ['offTopic', 'question.doctor.ask']],
  ])('%s', (_, finding, said) => {
    expect(atDoctor().says(finding).said).toEqual(said);
  });
  test('20: a refusal afterwards', () => {
    expect(atDoctor().says(f('already_surveyed')).says(f('decline')).status.outcome).toBe('declined');
  });
  test('19: corrects what we got wrong', () => {
    const talk = atDoctor().says(rating('doctor', 'dissatisfied')).says(f('misunderstood'), satisfied('doctor'));
    expect(talk.said).toEqual(['misunderstood', 'question.nurse.ask']);
  });
  test('21: unreadable, then a person', () => {
    const talk = atDoctor().says(f('unreadable'));
    expect(talk.said).toEqual(['unreadable', 'question.doctor.simpler']);
    expect(talk.writes('呜啦啦').status.handoff).toMatchObject({ reason: 'not_understood' });
    expect(talk.said).toEqual(['notUnderstood']);
  });
  test('22: yes takes it, no asks again, a grade answers', () => {
    const doubtful = rating('doctor', 'mostly_satisfied', { confidence: 0.7 });
    const talk = atDoctor().says(doubtful);
    expect(talk.parts).toEqual([
      { key: 'confirmGrade', vars: { grade: { grade: 'mostly_satisfied' }, topic: { question: 'doctor' } } },
    ]);
    expect(talk.says(f('agree')).status.answers['doctor']).toEqual({ grade: 'mostly_satisfied' });
    expect(talk.said).toEqual(['askReason']);
    expect(atDoctor().says(doubtful).says(f('decline')).said).toEqual(['askGrade']);
    expect(atDoctor().says(doubtful).says(satisfied('doctor')).said).toEqual(['question.nurse.ask']);
    expect(atDoctor().says(rating('doctor', 'satisfied', { confidence: 0.55 })).said).toEqual(['askGrade']);
  });
});

describe('situations 23–32', () => {
  test('23: one reminder, then the end without a word', () => {
    const talk = atDoctor().says(satisfied('doctor'));
    expect(talk.timer('reminder')).toBe(talk.now + 86_400_000);
    talk.fires('reminder');
    expect(talk.said).toEqual(['reminder', 'question.nurse.ask']);
    expect(talk.of('setTimer')).toEqual([{ type: 'setTimer', timer: 'expiry', due: talk.now + 2 * 86_400_000 }]);
    talk.fires('expiry');
    expect(talk.said).toEqual([]);
    expect(talk.status).toMatchObject({
      state: 'closed',
      outcome: 'expired',
      answers: { doctor: { grade: 'satisfied' } },
    });
  });
  test('24: refuses', () => {
    const talk = opened().says(f('refuse'));
    expect(talk.said).toEqual(['declined']);
    expect(talk.status.outcome).toBe('declined');
  });
  test('25: opts out, one confirmation, none where the carrier has sent it', () => {
    const talk = atDoctor().says(f('opt_out'), f('human'));
    expect(talk.said).toEqual(['optedOut']);
    expect(talk.of('say')[0]?.confirmsOptOut).toBe(true);
    expect(talk.of('note')).toHaveLength(1);
    expect(talk.status).toMatchObject({ state: 'closed', outcome: 'opted_out', handoff: null });
    expect(talk.says(f('thanks')).said).toEqual([]);
    expect(atDoctor().writes('STOP', [f('opt_out')], { carrierKeyword: 'stop' }).said).toEqual([]);
  });
  test('26: a person, and when', () => {
    expect(atDoctor().says(f('human')).said).toEqual(['humanSoon']);
    const talk = opened();
    talk.now = at('2026-11-20T20:00');
    expect(talk.says(f('human')).parts).toEqual([
      { key: 'humanLater', vars: { time: { instant: at('2026-11-23T08:00') } } },
    ]);
  });
  test('26 and 12: the first names it, the highest priority holds', () => {
    const talk = atDoctor().says(f('threat'), f('human'));
    expect(talk.status.handoff).toMatchObject({ reason: 'human_requested', priority: 'high' });
  });
  test('27: a red flag wins over everything and hides nothing', () => {
    const talk = atDoctor().says(f('emergency'), f('complaint'), time('2026-11-18T20:00'), satisfied('doctor'));
    expect(talk.said).toEqual(['emergency']);
    expect(talk.of('say')[0]?.urgent).toBe(true);
    expect(talk.status).toMatchObject({ state: 'with_staff', handoff: { reason: 'emergency', priority: 'urgent' } });
    expect(talk.entries).toEqual(['complaint']);
    expect(talk.status.answers['doctor']).toEqual({ grade: 'satisfied' });
  });
  test('27: in doubt it is asked, and only a clear no takes it back', () => {
    const low = f('emergency', { tier: 'low' });
    const talk = atDoctor().says(low);
    expect(talk.said).toEqual(['emergencyCheck']);
    expect(talk.says(f('decline')).said).toEqual(['question.doctor.ask']);
    expect(atDoctor().says(low).writes('有一点').status.handoff).toMatchObject({
      reason: 'emergency',
      priority: 'urgent',
    });
  });
  test('28: thoughts of suicide', () => {
    const talk = atDoctor().says(f('self_harm'));
    expect(talk.said).toEqual(['selfHarm']);
    expect(talk.status.handoff).toMatchObject({ reason: 'self_harm', priority: 'urgent' });
  });
  test('29: a medical question', () => {
    expect(atDoctor().says(f('medical_question'), satisfied('doctor')).said).toEqual(['medicalQuestion']);
  });
  test('30: the second insult brings a person; one with a complaint is a complaint', () => {
    const talk = atDoctor().says(f('abuse'));
    expect(talk.said).toEqual(['abuseCalm', 'question.doctor.ask']);
    expect(talk.says(f('abuse')).said).toEqual(['abuseHandoff']);
    const complaint = atDoctor().says(f('abuse')).says(f('abuse'), f('complaint'));
    expect(complaint.status.state).toBe('waiting');
  });
  test('32: after closing', () => {
    expect(completed().says(f('thanks')).said).toEqual(['modest']);
    expect(completed().says(f('complaint')).said).toEqual(['complaintRecorded']);
    expect(completed().says(f('complaint')).status).toMatchObject({ state: 'closed', outcome: 'completed' });
    const asked = completed().writes('病历怎么复印', [f('hospital_question')], {
      knowledge: { id: 'x', answer: '到病案室' },
    });
    expect(asked.parts).toEqual([{ key: 'answer', vars: { answer: '到病案室' } }]);
    expect(asked.status.state).toBe('closed');
    const bare = completed().says(bareComplaint());
    expect(bare.status.state).toBe('waiting');
    expect(bare.says(f('complaint')).status).toMatchObject({ state: 'closed', outcome: 'completed' });
    expect(bare.said).toEqual(['complaintAdded']);
  });
  test('a question: answered, or checked, and the open question again', () => {
    const known = atDoctor().writes('病历怎么复印', [f('hospital_question')], {
      knowledge: { id: 'x', answer: '到病案室' },
    });
    expect(known.said).toEqual(['answer', 'question.doctor.ask']);
    const unknown = atSuggestions().says(f('hospital_question'));
    expect(unknown.said).toEqual(['willCheck', 'question.suggestions.ask']);
    expect(unknown.of('request')).toHaveLength(1);
  });
});
