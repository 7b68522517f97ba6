import { expect, test } from 'vitest';
import { atDoctor, atSuggestions, bareComplaint, completed, f, opened, rating, type Talk, time } from './talk.ts';

const satisfied = (question: string) => rating(question, 'satisfied');

test('the same matter is added to its entry, another one makes a new entry', () => {
  const talk = atDoctor().says(f('complaint', { concerns: ['nurse'] }));
  expect(talk.says(f('complaint', { concerns: ['nurse', '小王'], text: '打针很疼' })).of('register')).toEqual([
    { type: 'register', kind: 'complaint', text: '打针很疼', concerns: ['nurse', '小王'], appendTo: 0 },
  ]);
  expect(talk.said).toEqual(['complaintAdded', 'question.doctor.ask']);
  talk.says(
    f('complaint', { concerns: ['food'] }),
    f('complaint', { concerns: ['fees'], text: '多收钱' }),
    f('praise', { concerns: ['doctor'] }),
  );
  expect(talk.entries).toEqual(['complaint', 'complaint', 'praise']);
});

test('facts are asked for the complaint, whatever else is entered with it', () => {
  const talk = atDoctor().says(bareComplaint(), f('praise', { concerns: ['doctor'] }));
  expect(talk.said).toEqual(['praiseThanks', 'complaintAskFacts']);
  talk.writes('输液没人换');
  expect(talk.of('register')).toMatchObject([{ kind: 'complaint', text: '输液没人换', appendTo: 0 }]);
});

test('several grades without a reason: it is asked once, and goes to what it is about', () => {
  const all = ['doctor', 'nurse', 'overall'].map((question) => rating(question, 'dissatisfied'));
  const talk = atDoctor().says(...all);
  expect(talk.parts).toEqual([{ key: 'askReason', vars: { topic: { question: 'overall' } } }]);
  talk.says(f('complaint', { text: '护士态度差', concerns: ['nurse'] }));
  expect(talk.status.answers).toEqual({
    doctor: { grade: 'dissatisfied' },
    nurse: { grade: 'dissatisfied', reason: '护士态度差' },
    overall: { grade: 'dissatisfied', reason: '护士态度差' },
  });
  expect(talk.said).toEqual(['complaintRecorded', 'question.suggestions.ask']);
});

test('a complaint in the message is the reason of the grade it is about', () => {
  const talk = atDoctor().says(
    rating('nurse', 'dissatisfied'),
    f('complaint', { text: '抽血没扎上', concerns: ['nurse'] }),
  );
  expect(talk.status.answers['nurse']).toEqual({ grade: 'dissatisfied', reason: '抽血没扎上' });
  expect(talk.said).toEqual(['complaintRecorded', 'question.doctor.ask']);
});

test('the same grade again with another reason keeps both; another grade drops them', () => {
  const talk = atDoctor().says(rating('nurse', 'dissatisfied', { reason: '夜里叫不应' }));
  talk.says(rating('nurse', 'dissatisfied', { reason: '抽血没扎上' }));
  expect(talk.status.answers['nurse']).toEqual({ grade: 'dissatisfied', reason: '夜里叫不应\n抽血没扎上' });
  talk.says(rating('nurse', 'dissatisfied', { reason: '抽血没扎上' }));
  expect(talk.status.answers['nurse']?.reason).toBe('夜里叫不应\n抽血没扎上');
  talk.says(rating('nurse', 'mostly_satisfied', { reason: '后来好些了' }));
  expect(talk.status.answers['nurse']).toEqual({ grade: 'mostly_satisfied', reason: '后来好些了' });
});

test('facts that were asked for are the reason too', () => {
  const talk = atDoctor().says(rating('doctor', 'dissatisfied'), bareComplaint());
  expect(talk.said).toEqual(['complaintAskFacts']);
  talk.writes('手术前一面都没见');
  expect(talk.status.answers['doctor']).toEqual({ grade: 'dissatisfied', reason: '手术前一面都没见' });
  expect(talk.said).toEqual(['complaintAdded', 'question.nurse.ask']);
});

test('an answer taken back without a new one is asked anew', () => {
  const talk = atDoctor().says(satisfied('doctor')).says(f('correction'));
  expect(talk.parts).toEqual([{ key: 'askGrade', vars: { topic: { question: 'doctor' } } }]);
  expect(talk.says(rating('doctor', 'satisfied')).said).toEqual(['question.nurse.ask']);
});

test('a yes that names no grade: which one? — in the end a person', () => {
  const talk = atDoctor().says(f('agree'));
  expect(talk.said).toEqual(['askGrade']);
  expect(talk.says(f('decline')).said).toEqual(['askGrade']);
  expect(talk.says(f('agree')).status.handoff).toMatchObject({ reason: 'not_understood' });
});

test('the free-text question: an opinion, a wish or a no ends it, a question does not', () => {
  expect(atSuggestions().says(f('suggestion')).said).toEqual(['closingSuggestion']);
  expect(atSuggestions().says(f('praise')).said).toEqual(['closingPraise']);
  expect(atSuggestions().says(f('complaint')).said).toEqual(['closingComplaint']);
  expect(atSuggestions().says(f('thanks')).said).toEqual(['modest', 'closing']);
  expect(atSuggestions().says(f('who_are_you')).said).toEqual(['whoWeAre', 'question.suggestions.ask']);
  expect(atSuggestions().says(f('agree')).said).toEqual(['question.suggestions.ask']);
  expect(atSuggestions().says(f('refuse')).status.outcome).toBe('completed');
  const bare = atSuggestions().says(bareComplaint());
  expect(bare.said).toEqual(['complaintAskFacts']);
  expect(bare.writes('饭是馊的').said).toEqual(['closingComplaint']);
  const unread = atSuggestions().writes('洗澡水一会儿冷一会儿热的');
  expect(unread.entries).toEqual(['suggestion']);
  expect(unread.status.outcome).toBe('completed');
});

test('everything in one message', () => {
  const talk = opened().says(f('self'), satisfied('doctor'), satisfied('nurse'), satisfied('overall'), f('decline'));
  expect(talk.said).toEqual(['closing']);
  expect(talk.says(f('thanks')).said).toEqual(['modest']);
});

test('a reminder is answered: the next silence gets its own, and the old end is called off', () => {
  const talk = opened().fires('reminder');
  expect(talk.said).toEqual(['reminder', 'openingAgain']);
  expect(talk.fires('reminder').said).toEqual([]);
  talk.says(f('available'));
  expect(talk.of('cancelTimers')).toHaveLength(1);
  expect(talk.of('setTimer').map((effect) => effect.timer)).toEqual(['reminder']);
});

test('a number that cannot be reached, or that the carrier reports as opted out', () => {
  const gone = opened().event({ type: 'undeliverable', why: 'unreachable' });
  expect(gone.status).toMatchObject({ state: 'closed', outcome: 'not_reached' });
  expect(gone.said).toEqual([]);
  const out = opened().event({ type: 'undeliverable', why: 'opted_out' });
  expect(out.status.outcome).toBe('opted_out');
  expect(out.of('mark')).toEqual([{ type: 'mark', mark: 'opted_out' }]);
});

test('understanding is told what stands open', () => {
  const question = (talk: Talk) => talk.flow.openQuestion(talk.result.snapshot, talk.settings);
  const hints = (talk: Talk) => talk.flow.understandingHints(talk.result.snapshot, talk.settings);
  expect(question(opened())).toEqual({ id: 'opening', schema: 'identity_availability' });
  expect(hints(opened())).toEqual({
    openRatings: ['doctor', 'nurse', 'overall'],
    lastAnswered: null,
    given: {},
    identified: false,
    closed: false,
  });
  expect(question(opened().says(f('busy')))).toEqual({ id: 'when', schema: 'time' });
  expect(question(atDoctor())).toEqual({ id: 'doctor', schema: 'rating' });
  expect(question(atDoctor().says(rating('doctor', 'dissatisfied')))).toEqual({
    id: 'reason',
    schema: 'reason',
    about: 'doctor',
  });
  expect(question(atDoctor().says(bareComplaint()))).toEqual({ id: 'facts', schema: 'facts' });
  expect(question(atDoctor().says(rating('doctor', 'satisfied', { confidence: 0.7 })))).toEqual({
    id: 'confirm',
    schema: 'yes_no',
    about: 'doctor',
  });
  expect(question(atSuggestions())).toEqual({ id: 'suggestions', schema: 'free_text' });
  expect(question(opened().says(f('deceased')))).toEqual({ id: 'consent_after_death', schema: 'yes_no' });
  expect(question(opened().says(time('2026-11-18T15:00')).fires('resume'))).toEqual({
    id: 'opening',
    schema: 'identity_availability',
    about: 'doctor',
  });
  expect(question(completed())).toEqual({ id: 'none', schema: 'none' });
  expect(hints(completed())).toEqual({
    openRatings: [],
    lastAnswered: 'overall',
    given: { doctor: 'satisfied', nurse: 'satisfied', overall: 'satisfied' },
    identified: true,
    closed: true,
  });
});

test('the same reason as before is taken from there, and not asked for', () => {
  const blamed = atDoctor().says(rating('doctor', 'dissatisfied', { reason: '没讲清楚' }));
  const talk = blamed.says(rating('nurse', 'mostly_satisfied', { sameReason: true }));
  expect(talk.status.answers['nurse']).toEqual({ grade: 'mostly_satisfied', reason: '没讲清楚' });
  expect(talk.said).toEqual(['question.overall.ask']);
  const without = atDoctor().says(rating('doctor', 'mostly_satisfied', { sameReason: true }));
  expect(without.said).toEqual(['askReason']);
});

test('a goodbye ends the talk, but not an appointment that was just made', () => {
  expect(atDoctor().says(f('farewell')).status.outcome).toBe('declined');
  expect(opened().says(time('2026-11-18T15:00')).says(f('agree'), f('farewell')).status.state).toBe('scheduled');
});

test('a yes at the opening makes the contact known, a wish for another time does not', () => {
  const known = (talk: Talk) => talk.flow.understandingHints(talk.result.snapshot, talk.settings).identified;
  expect(known(opened().says(f('agree')))).toBe(true);
  expect(known(opened().says(time('2026-11-18T15:00')))).toBe(false);
});

test('with everything answered a later time has nothing left to ask', () => {
  expect(atSuggestions().says(f('suggestion'), time('2026-11-18T19:00')).status.outcome).toBe('completed');
});

test('a doubtful grade with a reason is confirmed, the reason kept; two readings of it are not', () => {
  const doubt = rating('doctor', 'mostly_satisfied', { confidence: 0.7, reason: '好多话没讲清楚' });
  const talk = atDoctor().says(doubt);
  expect(talk.says(doubt).status.answers['doctor']).toEqual({ grade: 'mostly_satisfied', reason: '好多话没讲清楚' });
  const split = atDoctor().says(doubt, rating('doctor', 'dissatisfied', { confidence: 0.7 }));
  expect(split.said).toEqual(['askGrade']);
});

test('a check on the side, answered while a time is agreed, leads back to that time in words', () => {
  const talk = opened()
    .says(time('2026-11-19T10:00'))
    .says(f('deceased', { tier: 'medium' }));
  expect(talk.said).toEqual(['confirmDeceased']);
  expect(talk.says(f('decline')).said).toEqual(['scheduled']);
  expect(talk.status.state).toBe('scheduled');
});

test('talk at a question of our own keeps the question', () => {
  const doubt = rating('doctor', 'mostly_satisfied', { confidence: 0.7 });
  expect(atDoctor().says(doubt).says(f('who_are_you')).said).toEqual(['whoWeAre', 'confirmGrade']);
  expect(opened().says(f('busy')).says(f('scam_doubt')).said).toEqual(['scamAnswer', 'askWhenAgain']);
  const medium = f('deceased', { tier: 'medium' });
  expect(opened().says(medium).says(f('who_are_you')).said).toEqual(['whoWeAre', 'confirmDeceased']);
  expect(atDoctor().says(rating('doctor', 'dissatisfied')).says(f('misunderstood')).said).toEqual([
    'misunderstood',
    'askGrade',
  ]);
});

test('while a time is agreed: the time again to who did not understand, else silence', () => {
  const talk = opened().says(time('2026-11-18T15:00'));
  expect(talk.says(f('not_understood')).said).toEqual(['notClear', 'scheduled']);
  expect(talk.says(f('busy')).said).toEqual([]);
  expect(talk.writes('好嘞').said).toEqual([]);
  expect(talk.status.state).toBe('scheduled');
});

test('a question about the hospital after an opt-out becomes a note', () => {
  const talk = atDoctor().says(f('opt_out')).says(f('hospital_question'));
  expect(talk.said).toEqual([]);
  expect(talk.of('note')).toHaveLength(1);
  expect(talk.of('request')).toEqual([]);
});

test('insisting on a yes at the free-text question ends it', () => {
  expect(atSuggestions().says(f('agree')).says(f('agree')).said).toEqual(['closing']);
});

test('the same courtesy is not said twice running while the interview moves on', () => {
  const talk = atDoctor().says(satisfied('doctor'), f('thanks'));
  expect(talk.said).toEqual(['modest', 'question.nurse.ask']);
  expect(talk.says(satisfied('nurse'), f('thanks')).said).toEqual(['question.overall.ask']);
  expect(talk.says(f('thanks')).said).toEqual(['modest', 'question.overall.ask']);
});

test('what is said of one role is no reason for the grade of another', () => {
  const talk = atDoctor()
    .says(rating('doctor', 'dissatisfied'))
    .says(f('complaint', { concerns: ['nurse'] }));
  expect(talk.status.answers['doctor']).toEqual({ grade: 'dissatisfied' });
  expect(talk.said).toEqual(['complaintRecorded', 'question.nurse.ask']);
});

test('a question that goes over to a person with the talk is not promised a call besides', () => {
  const talk = atDoctor().says(f('hospital_question'), f('beyond_authority'));
  expect(talk.said).toEqual(['beyondAuthority']);
  expect(talk.of('request')).toEqual([]);
});
