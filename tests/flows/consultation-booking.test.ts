import { expect, test } from 'vitest';
import type { Details } from '../../src/bot/appointment/appointment.types.ts';
import { consultation } from '../../src/flows/consultation/flow.ts';
import { answer, DOCTOR, read, suggests } from './consulted.ts';
import { f, Talk } from './talk.ts';

const BONES = { id: 'bones', name: '骨科' };
const SKIN = { id: 'skin', name: '皮肤科' };
const FRIDAY = { date: '2026-11-20', past: false };
const SUNDAY = { date: '2026-11-22', past: false };

const talk = () => new Talk(consultation);
const gives = (one: Talk, facts: Partial<Details>, ...findings: Parameters<Talk['says']>) =>
  one.writes('原话', findings, { consulted: read(facts) });
const yes = (one: Talk) => one.writes('对', [f('agree')], { consulted: read({}) });
const requests = (one: Talk) => one.of('request');
const complete = (one = talk()) =>
  gives(one, { wish: 'book', departments: [BONES], days: [FRIDAY], name: '李芳', phone: '13800012301' });

test('an appointment is asked for fact by fact and exists only once it is confirmed', () => {
  const one = gives(talk(), { wish: 'book' });
  expect(one.said).toEqual(['askPlace']);
  expect(gives(one, { departments: [BONES] }).said).toEqual(['askDay']);
  expect(gives(one, { days: [FRIDAY] }).said).toEqual(['askName']);
  expect(gives(one, { name: '李芳' }).said).toEqual(['askPhone']);
  expect(gives(one, { phone: '13800012301' }).said).toEqual(['confirmAppointment']);
  expect(one.all.filter(({ type }) => type === 'request')).toEqual([]);
  expect(yes(one).said).toEqual(['appointmentNoted']);
  expect(requests(one)).toEqual([
    {
      type: 'request',
      kind: 'appointment',
      ref: 0,
      appointment: {
        department: BONES,
        doctor: null,
        date: '2026-11-20',
        half: null,
        name: '李芳',
        phone: '13800012301',
      },
    },
  ]);
  expect(one.status).toMatchObject({ state: 'waiting', handoff: null });
});

test('what one message holds is not asked for again, and the summary names all of it', () => {
  expect(complete().parts).toEqual([
    {
      key: 'confirmAppointment',
      vars: {
        place: { place: [BONES] },
        day: { day: '2026-11-20', half: null },
        name: '李芳',
        phone: '13800012301',
      },
    },
  ]);
});

test('a corrected fact takes the place of the old one, the rest stays', () => {
  const one = gives(complete(), { departments: [SKIN], corrects: true });
  expect(one.parts[0]?.vars).toMatchObject({ place: { place: [SKIN] }, name: '李芳' });
  gives(one, { days: [{ date: '2026-11-23', past: false }], wish: 'change' });
  expect(yes(one).of('request')[0]).toMatchObject({ appointment: { department: SKIN, date: '2026-11-23' } });
});

test('no to the summary asks what to change; nothing is made', () => {
  const one = complete().writes('不对', [f('decline')], { consulted: read({}) });
  expect(one.said).toEqual(['askWhatToChange']);
  expect(requests(one)).toEqual([]);
  expect(gives(one, { phone: '13800012399' }).parts[0]?.vars).toMatchObject({ phone: '13800012399' });
});

test('a closed day is named with the open days around it, and the place is kept', () => {
  const one = gives(talk(), { wish: 'book', departments: [BONES], days: [SUNDAY] });
  expect(one.said).toEqual(['dayClosed']);
  expect(one.parts[0]?.vars?.['days']).toMatchObject({
    days: [{ date: '2026-11-20' }, { date: '2026-11-23' }, { date: '2026-11-24' }],
  });
  expect(gives(one, { days: [FRIDAY] }).said).toEqual(['askName']);
});

test.each([
  ['a doctor who is not there that day', { doctors: [DOCTOR], days: [FRIDAY] }, 'dayClosed'],
  ['a half of the day that is closed', { departments: [BONES], days: [FRIDAY], half: 'evening' }, 'dayClosed'],
  ['a public holiday', { departments: [BONES], days: [{ date: '2027-01-01', past: false }] }, 'dayHoliday'],
  ['a day that is over', { departments: [BONES], days: [{ date: '2026-11-10', past: true }] }, 'dayPast'],
  ['a day far ahead', { departments: [BONES], days: [{ date: '2027-12-01', past: false }] }, 'dayFar'],
  [
    'a week',
    { departments: [BONES], days: [FRIDAY, SUNDAY, { date: '2026-11-23', past: false }], stretch: true },
    'dayPick',
  ],
  ['a department that takes no appointments', { departments: [{ id: 'lab', name: '检验科' }] }, 'notBookable'],
  ['a name of two departments', { departments: [BONES, SKIN] }, 'chooseDepartment'],
  ['a broken number', { departments: [BONES], days: [FRIDAY], brokenPhone: '1380001' }, 'phoneBroken'],
] as const)('%s', (_, facts, said) => {
  expect(gives(talk(), { wish: 'book', ...(facts as Partial<Details>) }).said).toEqual([said]);
});

test('a weekend with one open day is that day', () => {
  const days = [
    { date: '2026-11-28', past: false },
    { date: '2026-11-30', past: false },
  ];
  expect(gives(talk(), { wish: 'book', departments: [BONES], days, stretch: true }).said).toEqual(['askName']);
});

test('the number of a choice is taken', () => {
  const one = gives(talk(), { wish: 'book', departments: [BONES, SKIN] });
  one.writes('2', [f('unreadable')], { consulted: read({}) });
  expect(one.parts[0]).toMatchObject({ key: 'askDay', vars: { place: { place: [SKIN] } } });
});

test('a question in between is answered and the open one asked again', () => {
  const one = gives(talk(), { wish: 'book', departments: [BONES] });
  one.writes('停车多少钱', [f('hospital_question')], { consulted: read({}, answer('每小时2元')) });
  expect(one.said).toEqual(['answer', 'askDay']);
  complete(one).writes('几楼', [f('hospital_question')], { consulted: read({}, answer('3层')) });
  expect(one.said).toEqual(['answer', 'confirmAgain']);
  expect(yes(one).said).toEqual(['appointmentNoted']);
});

test('it can be dropped while it is made, and called off or moved afterwards', () => {
  const dropped = gives(gives(talk(), { wish: 'book', departments: [BONES] }), { wish: 'cancel' });
  expect(dropped.said).toEqual(['bookingDropped']);
  const moved = gives(yes(complete()), { wish: 'change', earlier: true, days: [{ date: '2026-11-24', past: false }] });
  expect(moved.said).toEqual(['confirmChange']);
  expect(yes(moved).of('request')[0]).toMatchObject({ ref: 0, appointment: { date: '2026-11-24', name: '李芳' } });
  const off = gives(moved, { wish: 'cancel', earlier: true });
  expect(off.said).toEqual(['appointmentCancelled']);
  expect(off.of('cancelRequest')).toMatchObject([{ ref: 0, appointment: { date: '2026-11-24' } }]);
  expect(gives(off, { wish: 'cancel' }).said).toEqual(['nothingBooked']);
});

test('nothing is made on half a word: a question, a "but", a day that is over meanwhile', () => {
  for (const text of ['行吗', '好的，我先看看', '可以等我问问家人吗'])
    expect(requests(complete().writes(text, [f('agree')], { consulted: read({}) }))).toEqual([]);
  const late = complete();
  late.now = Date.parse('2026-11-21T10:00:00+08:00');
  expect(requests(yes(late))).toEqual([]);
  expect(late.said).toEqual(['dayClosed']);
});

test('of several appointments the one that is named is called off, and never another', () => {
  const one = yes(complete());
  gives(one, { wish: 'book', departments: [SKIN], days: [{ date: '2026-11-23', past: false }], name: '王强' });
  yes(one);
  expect(gives(one, { wish: 'cancel' }).said).toEqual(['whichAppointment']);
  expect(gives(one, { wish: 'cancel', departments: [{ id: 'eyes', name: '眼科' }] }).said).toEqual(['nothingBooked']);
  expect(gives(one, { wish: 'cancel', days: [FRIDAY] }).of('cancelRequest')).toMatchObject([{ ref: 0 }]);
});

test('a complaint in between does not lose the appointment', () => {
  const one = gives(talk(), { wish: 'book', departments: [BONES], days: [FRIDAY] });
  one.writes('昨天的护士态度差', [f('complaint')], { consulted: read({}) });
  expect(one.said).toEqual(['complaintRecorded', 'askName']);
  expect(gives(one, { name: '李芳' }).said).toEqual(['askPhone']);
});

test('a second appointment gets a number of its own', () => {
  const one = yes(complete());
  gives(one, { wish: 'book', departments: [SKIN], days: [FRIDAY], name: '王小宝' });
  expect(one.said).toEqual(['confirmAppointment']);
  expect(yes(one).of('request')[0]).toMatchObject({ ref: 1, appointment: { department: SKIN, phone: '13800012301' } });
});

test('yes to a suggested department begins its appointment', () => {
  const one = talk().writes('脸上长痘', [], { consulted: read({}, suggests(SKIN)) });
  expect(one.said).toEqual(['suggestDepartment']);
  expect(yes(one).parts[0]).toMatchObject({ key: 'askDay', vars: { place: { place: [SKIN] } } });
});

test('a department without appointments is named without offering one', () => {
  const one = talk().writes('被狗咬了一口', [], { consulted: read({}, suggests({ id: 'lab', name: '急诊医学科' })) });
  expect(one.said).toEqual(['suggestDirectly']);
});

test('no to "is it so now?", and then what is really asked', () => {
  const one = talk().writes('浑身不得劲', [f('emergency', { tier: 'low' })], { consulted: read({}) });
  expect(one.said).toEqual(['emergencyCheck']);
  one.writes('没有，我就是想问挂什么科', [f('agree'), f('hospital_question')], { consulted: read({}, suggests(SKIN)) });
  expect(one.said).toEqual(['suggestDepartment']);
  expect(one.status.handoff).toBeNull();
});

test('no to it is fine', () => {
  const one = talk().writes('脸上长痘', [], { consulted: read({}, suggests(SKIN)) });
  expect(one.writes('不用', [f('decline')], { consulted: read({}) }).said).toEqual(['offerDeclined']);
});

test('a red flag ends the appointment', () => {
  const one = complete().writes('我胸口疼', [f('emergency')], { consulted: read({}) });
  expect(one.said).toEqual(['emergency']);
  expect(one.status.handoff).toMatchObject({ reason: 'emergency', priority: 'urgent' });
});

test('who gets no further is helped by a person', () => {
  const one = gives(talk(), { wish: 'book', departments: [BONES] });
  for (let i = 0; i < 2; i += 1) one.writes('随便说说', [f('off_topic')], { consulted: read({}) });
  expect(one.status.state).toBe('waiting');
  one.writes('随便说说', [f('off_topic')], { consulted: read({}) });
  expect(one.status.handoff).toMatchObject({ reason: 'not_understood' });
});

test('what the model hears in the facts of an appointment is no threat; what a rule finds is', () => {
  const facts = { wish: 'book', departments: [BONES] } as const;
  const model = f('threat', { evidence: 'model.threat 0.2' });
  expect(talk().writes('我要约骨科', [model], { consulted: read(facts) }).said).toEqual(['askDay']);
  const rule = f('threat', { evidence: 'threat.press' });
  expect(talk().writes('约骨科，不然我找记者', [rule], { consulted: read(facts) }).status.handoff?.reason).toBe(
    'threat',
  );
});

test('a question the knowledge base lacks waits for a number, then somebody calls back', () => {
  const one = talk().writes('能做试管吗', [f('hospital_question')], { consulted: read({}, { type: 'unanswered' }) });
  expect(one.said).toEqual(['willCheckAskNumber']);
  expect(one.status).toMatchObject({ state: 'waiting', handoff: null });
  gives(one, { brokenPhone: '1380001' });
  expect(one.said).toEqual(['phoneBroken']);
  gives(one, { phone: '13800012301' });
  expect(one.said).toEqual(['callbackNoted']);
  expect(one.of('request')[0]).toMatchObject({ kind: 'callback', phone: '13800012301' });
  expect(one.status.handoff).toMatchObject({ reason: 'unanswered', priority: 'normal' });
});

test('without a number the question is kept for staff', () => {
  const asked = () =>
    talk().writes('能做试管吗', [f('hospital_question')], { consulted: read({}, { type: 'unanswered' }) });
  const refused = asked().writes('不用了', [f('decline')], { consulted: read({}) });
  expect(refused.said).toEqual(['noNumber']);
  expect(refused.of('note')).toHaveLength(1);
  const silent = asked().fires('expiry');
  expect(silent.of('note')).toHaveLength(1);
  expect(silent.status).toMatchObject({ state: 'closed', outcome: 'expired' });
});

test('a person who takes over is given the number that comes later', () => {
  const one = talk().says(f('human'));
  expect(one.said).toContain('askNumberForStaff');
  gives(one, { phone: '13800012301' });
  expect(one.said).toEqual([]);
  expect(one.of('handoffPhone')).toEqual([{ type: 'handoffPhone', phone: '13800012301' }]);
});

test('a reply has three phrases at most, also where much is to be said before the next question', () => {
  const one = gives(talk(), { wish: 'book' });
  const day = { date: '2028-01-01', past: false };
  gives(one, { wish: 'cancel', days: [day] }, f('already_surveyed'), f('scam_doubt'));
  expect(one.said.length).toBeLessThanOrEqual(3);
  expect(one.said[0]).toBe('scamAnswer');
});

test.each(['就这样吧', '可以了', '没问题'])(
  '%s, said to the summary, confirms it, though elsewhere it takes leave',
  (text) => {
    const one = complete();
    expect(one.writes(text, [f('refuse')], { consulted: read({ givesUp: true }) }).said).toEqual(['appointmentNoted']);
    expect(requests(one)).toHaveLength(1);
  },
);

test('yes with the day of the summary once more confirms it; with another day it is shown anew', () => {
  const one = complete();
  expect(one.writes('对 就周日', [], { consulted: read({ days: [SUNDAY] }) }).said).not.toContain('appointmentNoted');
  expect(requests(one)).toEqual([]);
  const two = complete();
  expect(two.writes('对 就周五', [], { consulted: read({ days: [FRIDAY] }) }).said).toEqual(['appointmentNoted']);
});

test('asked what to change, a yes confirms nothing: the summary comes once more', () => {
  const one = complete();
  expect(one.writes('写错了', [], { consulted: read({ corrects: true }) }).said).toEqual(['askWhatToChange']);
  expect(yes(one).said).toEqual(['confirmAppointment']);
  expect(requests(one)).toEqual([]);
  expect(yes(one).said).toEqual(['appointmentNoted']);
});

test('given up with a reason the appointment ends quietly; another day is another day', () => {
  const begun = () => talk().writes('骨科', [], { consulted: read({ wish: 'book', departments: [BONES] }) });
  const away = { consulted: read({ wish: 'cancel', givesUp: true, days: [FRIDAY] }) };
  expect(begun().writes('算了 周五家里有客 先不挂了', [], away).said).toEqual(['bookingDropped']);
  expect(begun().writes('算了 改周五', [], { consulted: read({ givesUp: true, days: [FRIDAY] }) }).said).toEqual([
    'askName',
  ]);
});

test('a name, a number or a day to go takes the offer up; a question about the day does not', () => {
  const offered = () => talk().writes('脚疼', [], { consulted: read({}, suggests(BONES)) });
  expect(offered().writes('我叫李芳', [], { consulted: read({ name: '李芳' }) }).said).toEqual(['askDay']);
  const day = { consulted: read({ days: [FRIDAY] }, answer('骨科周五开放', 'department:bones')) };
  expect(offered().writes('周五去', [], day).said).toEqual(['askName']);
  expect(offered().writes('周五开不开', [], day).said).toEqual(['answer']);
});

test('of two departments the trouble tells which', () => {
  const two = talk().writes('挂个号', [], { consulted: read({ wish: 'book', departments: [SKIN, BONES] }) });
  expect(two.writes('脚崴了', [], { consulted: read({}, suggests(BONES)) }).said).toEqual(['askDay']);
});

test('a bare department answers the offer of an appointment; a question about it is answered', () => {
  const whole = {
    ...answer('骨科在3层', 'department:bones'),
    topic: { entities: ['department:bones'], attribute: null, day: null },
  };
  const place = { ...whole, topic: { ...whole.topic, attribute: 'place' } };
  const offered = () => talk().writes('脚疼', [], { consulted: read({}, suggests(SKIN)) });
  expect(offered().writes('骨科', [], { consulted: read({ departments: [BONES] }, whole) }).said).toEqual(['askDay']);
  expect(offered().writes('骨科在哪', [], { consulted: read({ departments: [BONES] }, place) }).said).toEqual([
    'answer',
  ]);
});
