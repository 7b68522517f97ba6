import { expect, test } from 'vitest';
import { consultation } from '../../src/flows/consultation/flow.ts';
import { answer, read, suggests } from './consulted.ts';
import { bareComplaint, f, Talk } from './talk.ts';

const talk = () => new Talk(consultation);

test('a stranger hears who we are and how we can help', () => {
  const one = talk().says(f('greeting'));
  expect(one.said).toEqual(['unknownContact']);
  expect(one.status).toMatchObject({ state: 'waiting', outcome: null });
  expect(one.says(f('agree')).said).toEqual([]);
});

test('a question is answered, or recorded for a call', () => {
  const known = talk().writes('几点上班', [f('hospital_question')], { consulted: read({}, answer('八点')) });
  expect(known.parts).toEqual([{ key: 'answer', vars: { answer: '八点' } }]);
  const unknown = talk().says(f('hospital_question'));
  expect(unknown.said).toEqual(['willCheckAskNumber']);
});

test.each([
  ['human', ['humanSoon', 'askNumberForStaff'], 'human_requested'],
  ['threat', ['threatRecorded', 'askNumberForStaff'], 'threat'],
  ['medical_question', ['medicalQuestion', 'askNumberForStaff'], 'medical_question'],
  ['beyond_authority', ['beyondAuthority', 'askNumberForStaff'], 'beyond_authority'],
  ['emergency', ['emergency'], 'emergency'],
  ['self_harm', ['selfHarm'], 'self_harm'],
] as const)('%s brings a person', (kind, said, reason) => {
  const one = talk().says(f(kind));
  expect(one.said).toEqual(said);
  expect(one.status).toMatchObject({ state: 'with_staff', handoff: { reason } });
  expect(one.says(f('thanks'), f('praise')).said).toEqual([]);
  expect(one.entries).toContain('praise');
  expect(one.says(f('emergency')).said).toEqual(['emergencyLater']);
});

test('a complaint, its facts, praise, thanks', () => {
  const one = talk().says(bareComplaint());
  expect(one.said).toEqual(['complaintAskFacts']);
  one.writes('停车场乱收费');
  expect(one.said).toEqual(['complaintAdded']);
  expect(one.of('register')[0]?.appendTo).toBe(0);
  expect(one.says(f('praise')).said).toEqual(['praiseThanks']);
  expect(one.says(f('thanks')).said).toEqual(['modest']);
});

test('opting out is confirmed once and then only safety texts are said', () => {
  const one = talk().says(f('opt_out'));
  expect(one.said).toEqual(['optedOut']);
  expect(one.status).toMatchObject({ state: 'closed', outcome: 'opted_out' });
  expect(one.says(f('greeting')).said).toEqual([]);
  expect(one.says(f('emergency', { tier: 'low' })).said).toEqual(['emergencyCheck']);
  expect(one.says(f('decline')).said).toEqual([]);
  expect(one.status.outcome).toBe('opted_out');
  expect(one.says(f('opt_in')).said).toEqual(['optedIn']);
});

test('the second insult and the second unreadable message bring a person', () => {
  expect(talk().says(f('abuse')).said).toEqual(['abuseCalm']);
  expect(talk().says(f('abuse')).says(f('abuse')).said).toEqual(['abuseHandoff']);
  expect(talk().says(f('unreadable')).says(f('unreadable')).said).toEqual(['notUnderstood', 'askNumberForStaff']);
});

test('it ends in silence, and the next message opens it again', () => {
  const one = talk().says(f('greeting')).fires('expiry');
  expect(one.said).toEqual([]);
  expect(one.status).toMatchObject({ state: 'closed', outcome: 'completed' });
  expect(one.says(f('hospital_question')).status.state).toBe('waiting');
});

test('understanding is told what stands open', () => {
  const question = (one: Talk) => consultation.openQuestion(one.result.snapshot, one.settings);
  expect(question(talk().says(f('greeting')))).toEqual({ id: 'none', schema: 'none' });
  expect(question(talk().says(bareComplaint()))).toEqual({ id: 'facts', schema: 'facts' });
  expect(question(talk().says(f('self_harm', { tier: 'low' })))).toEqual({ id: 'confirm', schema: 'yes_no' });
  const closed = talk().says(f('opt_out'));
  expect(consultation.understandingHints(closed.result.snapshot, closed.settings)).toEqual({
    openRatings: [],
    lastAnswered: null,
    identified: false,
    closed: true,
  });
});

test('a stored consultation is checked before it goes on', () => {
  const sound = talk().says(f('greeting')).result.snapshot;
  expect(consultation.migrate(sound)).toBe(sound);
  expect(() => consultation.migrate({ ...sound, value: 'dancing' })).toThrow(/value/);
});

test('what means nothing here changes nothing', () => {
  const one = talk().says(f('greeting'));
  expect(one.event({ type: 'timer', timer: 'reminder' }).result).toMatchObject({ effects: [], entered: false });
  expect(one.event({ type: 'undeliverable', why: 'opted_out' }).status.outcome).toBe('opted_out');
});

const BONES = { id: 'bones', name: '骨科' };
const model = (kind: 'emergency' | 'self_harm' | 'unreadable', confidence: number) =>
  ({ ...f(kind), confidence, evidence: `model.${kind}` }) as ReturnType<typeof f>;

test('a danger that only the model suspects gives way to a department where the words tell of something slight', () => {
  const told = (text: string, finding: ReturnType<typeof f>, asksDepartment = false) =>
    talk().writes(text, [finding], { consulted: { ...read({}, suggests(BONES)), asksDepartment } });
  const slight = told('纸上有鲜血 一点点 好几回了', model('emergency', 0.88));
  expect(slight.said).toEqual(['suggestDepartment']);
  expect(slight.of('note')).toHaveLength(1);
  expect(told('便血 鲜的 一马桶', model('emergency', 0.88)).said).toContain('emergency');
  expect(told('有时候流血 现在止不住', model('emergency', 0.88)).said).toContain('emergency');
  expect(told('纸上有鲜血 一点点', model('emergency', 0.95)).said).toContain('emergency');
  expect(told('纸上有鲜血 一点点', f('emergency')).said).toContain('emergency');
  expect(told('一翻身房子在转 去哪个科', model('self_harm', 0.87), true).said).toEqual(['suggestDepartment']);
  expect(told('活着没意思 去哪个科', model('self_harm', 0.87), true).said).not.toEqual(['suggestDepartment']);
});

/** Seen by a rule alone. */
const perhaps = f('medical_question', { confidence: 0.9 });

test('when a doctor is there is no medical question; whether one may walk is', () => {
  const asks = (text: string) =>
    talk().writes(text, [perhaps], { consulted: read({}, answer('周一上午', 'doctor:d1')) });
  expect(asks('叶主任哪几天上班').said).toEqual(['answer']);
  expect(asks('骨科几点上班 我脚崴了能走路不').said).toContain('medicalQuestion');
});

test('an answer to a part of a message leaves the worry beside it to a doctor', () => {
  const reply = { ...answer('小程序里看'), of: '手机上咋看报告' };
  const asks = (text: string) => talk().writes(text, [perhaps], { consulted: read({}, reply) });
  expect(asks('昨天抽的血 手机上咋看报告').said).toEqual(['answer']);
  expect(asks('白细胞偏高要紧不 手机上咋看报告').said).toContain('medicalQuestion');
});

test("what is surely about one's own treatment is for a doctor, whatever entry speaks of medicines", () => {
  const consulted = read({}, answer('用法印在药袋标签上'));
  const said = talk().writes('血压正常了，我能不能自己停药', [f('medical_question')], { consulted }).said;
  expect(said).toContain('medicalQuestion');
});

test('a greeting before a question that nothing answers does not swallow it; what only the model cannot read is read', () => {
  const unknown = { consulted: read({}, { type: 'unanswered' as const }) };
  expect(talk().writes('您好，能开英文证明吗', [f('greeting'), f('hospital_question')], unknown).said).toEqual([
    'willCheckAskNumber',
  ]);
  const hpv = talk().writes('hpv 9价现在有没', [model('unreadable', 0.85)], { consulted: read({}, answer('1318元')) });
  expect(hpv.said).toEqual(['answer']);
});
