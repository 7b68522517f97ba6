import { expect, test } from 'vitest';
import { commandCampaign } from '../../../src/bot/campaign/switch.ts';
import { DAY, HOUR, MINUTE } from '../../../src/domain/clock.ts';
import { insideSendingHours } from '../../../src/domain/sending-hours.ts';
import { localDate } from '../../../src/domain/zoned-time.ts';
import type { ConversationView } from '../../../src/store/store.ts';
import { stayFacts, T0, ZONE } from '../../contracts/store/turns.ts';
import { type Proactive, planned, Rig, said } from './rig.ts';

const PHONE = '+8613800040001';
const NAMES = ['王建国', '李秀英', '张伟民', '赵小兰', '陈思远'];
const at = (local: string): number => Date.parse(`${local}:00+08:00`);

/** Stays of several patients that give the same number, all due now. */
function family(count: number) {
  return NAMES.slice(0, count).map((name, index) => planned(index + 1, PHONE, name));
}

/** One a day, three in any seven days, inside 09:00–21:00. */
function expectCaps(messages: readonly Proactive[]): void {
  const days = messages.map((message) => localDate(message.at, ZONE));
  expect(days).toEqual([...new Set(days)]);
  for (const { at: instant } of messages) {
    expect(insideSendingHours(instant, { from: 540, to: 1260 }, ZONE)).toBe(true);
    expect(messages.filter((other) => other.at > instant - 7 * DAY && other.at <= instant).length).toBeLessThanOrEqual(
      3,
    );
  }
}

/** Each talk names its own patient and none of the others. */
function expectOwnNames(talks: readonly ConversationView[]): void {
  const masked = talks.map(({ record }) => `${record.stay?.patientName.slice(0, 1) ?? '?'}*`);
  expect([...masked].sort()).toEqual(
    NAMES.slice(0, talks.length)
      .map((name) => `${name.slice(0, 1)}*`)
      .sort(),
  );
  for (const [index, view] of talks.entries()) {
    const text = said(view, 'out').join('\n');
    expect(masked.filter((name) => text.includes(name))).toEqual([masked[index]]);
  }
}

test('several patients on one phone: one after another, and what is said never lands with another', async () => {
  const rig = await Rig.start();
  await rig.plan(...family(3));
  await rig.work();
  expect(await rig.talks(PHONE)).toHaveLength(1);

  await rig.pass(5 * HOUR);
  expect(await rig.talks(PHONE)).toHaveLength(1);
  for (const text of ['方便', '医生很好', '护士态度差，按铃半天没人来', '一般', '饭菜太凉', '没了'])
    await rig.receive(PHONE, text);
  expect((await rig.talk(PHONE)).record.state).toBe('closed');

  await rig.pass(DAY);
  const second = (await rig.talks(PHONE)).at(-1);
  await rig.receive(PHONE, '方便');
  await rig.receive(PHONE, '都满意');
  await rig.receive(PHONE, '没有');
  await rig.pass(DAY);
  const talks = await rig.talks(PHONE);
  expect(talks).toHaveLength(3);
  expect(second?.record.id).toBe(talks[1]?.record.id);

  expectOwnNames(talks);
  const [first, next, last] = talks;
  expect(first?.record.answers).toMatchObject({ doctor: { grade: 'satisfied' }, nurse: { grade: 'dissatisfied' } });
  expect(next?.record.answers).toMatchObject({ nurse: { grade: 'satisfied' }, overall: { grade: 'satisfied' } });
  expect(next?.registers).toEqual([]);
  expect([last?.record.answers, last?.messages.length]).toEqual([{}, 1]);
  expectCaps(rig.proactive);
});

test('while staff have one patient’s talk, the next patient on the phone waits', async () => {
  const rig = await Rig.start();
  await rig.plan(...family(2));
  await rig.work();
  await rig.receive(PHONE, '转人工');
  expect((await rig.talk(PHONE)).record.state).toBe('with_staff');
  await rig.pass(3 * DAY);
  expect(await rig.talks(PHONE)).toHaveLength(1);
});

test('openings and reminders together: one a day and three a week, whoever of the family is next', async () => {
  const rig = await Rig.start();
  await rig.plan(...family(5));
  await rig.passTo(T0 + 26 * DAY);
  expectCaps(rig.proactive);
  const talks = await rig.talks(PHONE);
  expect(talks.length).toBeGreaterThanOrEqual(4);
  // Nobody answered: each was reminded once, and closed in silence.
  for (const { record, messages } of talks.slice(0, -1)) {
    expect([record.state, record.outcome]).toEqual(['closed', 'expired']);
    expect(messages).toHaveLength(2);
  }
});

test('who refuses at once makes room for the next, still within the caps', async () => {
  const rig = await Rig.start();
  await rig.plan(...family(5));
  for (let day = 0; day < 16; day += 1) {
    const open = (await rig.talks(PHONE)).at(-1);
    if (open?.record.state === 'waiting') await rig.receive(PHONE, '不了，谢谢');
    await rig.pass(DAY);
  }
  expectCaps(rig.proactive);
  const days = rig.proactive.map((message) => Math.round((message.at - T0) / DAY));
  expect(days.slice(0, 4)).toEqual([0, 1, 2, 7]);
});

test('a reminder that fell due at night, or while the service was down, waits for the morning', async () => {
  const rig = await Rig.start();
  rig.now = at('2026-03-10T20:30');
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '方便');
  const before = said(await rig.talk(PHONE), 'out').length;
  // Down from the evening on, up again at 23:00 of the day on which the reminder was due.
  rig.now = at('2026-03-11T23:00');
  await rig.restart();
  await rig.work();
  expect(said(await rig.talk(PHONE), 'out')).toHaveLength(before);
  await rig.passTo(at('2026-03-12T08:59'));
  expect(said(await rig.talk(PHONE), 'out')).toHaveLength(before);
  await rig.passTo(at('2026-03-12T09:00'));
  expect(said(await rig.talk(PHONE), 'out')).toHaveLength(before + 1);
  expect(rig.proactive.at(-1)?.at).toBe(at('2026-03-12T09:00'));
});

test('an agreed time survives a restart; missed at night it is kept the next morning', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'), planned(2, '+8613800040002', '李秀英'));
  await rig.work();
  await rig.receive(PHONE, '晚上八点再说');
  await rig.receive('+8613800040002', '晚上八点再说');
  expect((await rig.talk(PHONE)).record).toMatchObject({ state: 'scheduled', resumeAt: at('2026-03-10T20:00') });
  await rig.restart();
  await rig.passTo(at('2026-03-10T20:00'));
  expect((await rig.talk(PHONE)).messages.at(-1)).toMatchObject({ direction: 'out', at: at('2026-03-10T20:00') });

  const late = await Rig.start();
  await late.plan(planned(1, PHONE, '王建国'));
  await late.work();
  await late.receive(PHONE, '晚上八点再说');
  late.now = at('2026-03-10T23:40');
  await late.restart();
  await late.work();
  expect((await late.talk(PHONE)).record.state).toBe('scheduled');
  await late.passTo(at('2026-03-11T09:00'));
  expect((await late.talk(PHONE)).messages.at(-1)).toMatchObject({ direction: 'out', at: at('2026-03-11T09:00') });
});

test('the list says that the patient died: the open talk ends without a word, and what waits is not sent', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'), planned(2, '+8613800040002', '李秀英'));
  await rig.work();
  await rig.receive(PHONE, '方便');
  const before = (await rig.talk(PHONE)).messages;
  await rig.store.directory.markDeceased(['R1', 'R7'], rig.now);
  await rig.pass(10 * MINUTE);
  const { record, messages, patientDeceased } = await rig.talk(PHONE);
  expect([record.state, record.outcome, patientDeceased]).toEqual(['closed', 'deceased', true]);
  expect(messages).toHaveLength(before.length);
  expect(messages.filter(({ direction }) => direction === 'out').map(({ delivery }) => delivery)).not.toContain(
    'pending',
  );
  await rig.pass(10 * DAY);
  expect((await rig.talk(PHONE)).messages).toHaveLength(before.length);
  expect((await rig.talk('+8613800040002')).record.outcome).toBe('expired');

  // A death that is known before anything is planned.
  await rig.plan(planned(7, '+8613800040007', '周大勇', { windowEnd: rig.now + 20 * DAY }));
  await rig.pass(2 * DAY);
  expect(await rig.talks('+8613800040007')).toEqual([]);
  expect(await rig.store.campaign.counts()).toMatchObject({ 'cancelled.deceased': 1 });
});

test('back in hospital: a talk that nobody has begun to answer ends, one under way may finish', async () => {
  const rig = await Rig.start();
  const other = '+8613800040002';
  await rig.plan(planned(1, PHONE, '王建国'), planned(2, other, '李秀英'));
  await rig.work();
  for (const text of ['方便', '满意']) await rig.receive(other, text);
  const again = (n: number, address: string, name: string) => {
    const stay = planned(n, address, name, { followUpAt: rig.now + 5 * DAY, windowEnd: rig.now + 30 * DAY });
    const facts = { ...stayFacts(n), patientName: name, stayId: `stay-${String(n)}-again`, dischargedOn: '2026-03-10' };
    return { ...stay, facts };
  };
  await rig.plan(again(1, PHONE, '王建国'), again(2, other, '李秀英'));
  await rig.pass(MINUTE);
  expect((await rig.talk(PHONE)).record).toMatchObject({ state: 'closed', outcome: 'not_reached' });
  expect((await rig.talk(other)).record.state).toBe('waiting');
  for (const text of ['满意', '满意', '没有']) await rig.receive(other, text);
  expect((await rig.talk(other)).record.outcome).toBe('completed');
  await rig.pass(6 * DAY);
  expect((await rig.talks(PHONE)).map(({ record }) => record.stay?.dischargedOn)).toEqual(['2026-03-07', '2026-03-10']);
});

test('nobody who opted out, whose number is wrong or cannot be reached is written to again', async () => {
  const rig = await Rig.start();
  const [out, wrong, dead] = [PHONE, '+8613800040002', '+8613800040003'];
  await rig.plan(planned(1, out, '王建国'), planned(2, wrong, '李秀英'), planned(3, dead, '张伟民'));
  await rig.work();
  await rig.receive(out, '退订');
  await rig.receive(wrong, '你打错了，没有这个人');
  await rig.turns.undeliverable((await rig.talk(dead)).record.id, {
    why: 'unreachable',
    seq: 1,
    detail: '空号（21211）',
  });
  const before = rig.proactive.length;
  await rig.plan(
    planned(4, out, '赵小兰', { windowEnd: T0 + 40 * DAY }),
    { ...planned(2, wrong, '李秀英'), facts: { ...stayFacts(2), stayId: 'stay-2b', dischargedOn: '2026-03-09' } },
    planned(5, dead, '陈思远'),
    planned(6, wrong, '孙家和'),
  );
  await rig.pass(9 * DAY);
  expect(rig.proactive.slice(before).map(({ address }) => address)).toEqual([wrong, wrong]);
  expect((await rig.talks(wrong)).map(({ record }) => record.stay?.patientName)).toEqual(['李秀英', '孙家和']);
  expect(await rig.store.campaign.counts()).toMatchObject({
    'cancelled.opted_out': 1,
    'cancelled.wrong_number': 1,
    'cancelled.unreachable': 1,
  });
});

test('a paused campaign opens nothing, answers who writes, and goes on where it was', async () => {
  const rig = await Rig.start();
  await commandCampaign(rig.store, 'pause', 'test');
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.restart();
  await rig.pass(HOUR);
  expect(rig.proactive).toEqual([]);
  await rig.receive('+8613800049999', '你好');
  expect(said(await rig.talk('+8613800049999'), 'out')).toHaveLength(1);
  await commandCampaign(rig.store, 'resume', 'test');
  await rig.work();
  expect(rig.proactive.map(({ address, at: instant }) => [address, instant])).toEqual([[PHONE, rig.now]]);
});

test('the family tells that the patient is back in hospital: a kind word, nothing is asked, and only the next stay is followed up', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '我爸又住院了');
  const view = await rig.talk(PHONE);
  expect(view.record).toMatchObject({ state: 'closed', outcome: 'not_reached', handoff: null });
  expect(view.messages.at(-1)?.phrases).toContain('backInHospital');
  expect(view.timers).toEqual([]);
  expect(await rig.store.campaign.counts()).toEqual({ 'cancelled.readmitted': 1 });
  await rig.pass(5 * DAY);
  expect((await rig.talk(PHONE)).messages).toHaveLength(view.messages.length);

  const next = planned(1, PHONE, '王建国', { followUpAt: rig.now, windowEnd: rig.now + 20 * DAY });
  await rig.plan({ ...next, facts: { ...next.facts, stayId: 'stay-1-again', dischargedOn: '2026-03-14' } });
  await rig.work();
  expect((await rig.talks(PHONE)).map(({ record }) => record.state)).toEqual(['closed', 'waiting']);
});

test('back in hospital in the middle of the questions: what was answered stays; a time they name is kept instead', async () => {
  const rig = await Rig.start();
  const other = '+8613800040002';
  await rig.plan(planned(1, PHONE, '王建国'), planned(2, other, '李秀英'));
  await rig.work();
  for (const text of ['方便', '满意', '对不起，我爸又进医院了']) await rig.receive(PHONE, text);
  expect((await rig.talk(PHONE)).record).toMatchObject({
    state: 'closed',
    outcome: 'declined',
    answers: { doctor: { grade: 'satisfied' } },
  });
  await rig.receive(other, '我妈又住院了，下周一再联系吧');
  expect((await rig.talk(other)).record).toMatchObject({ state: 'scheduled', resumeAt: at('2026-03-16T09:00') });
  await rig.receive(PHONE, '护士态度很差，叫了半天没人来');
  expect((await rig.talk(PHONE)).registers).toMatchObject([{ kind: 'complaint' }]);
});

test('whoever is still in hospital comes out: they are asked when it would suit, and the stay is followed up', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '人还在住院');
  const view = await rig.talk(PHONE);
  expect(view.record).toMatchObject({ state: 'waiting', outcome: null });
  expect(view.messages.at(-1)?.phrases).toContain('askWhen');
  expect(await rig.store.campaign.counts()).not.toHaveProperty('cancelled.readmitted');
});

test('a patient who tells of a relative in hospital is busy; the patient themself back in hospital is not asked', async () => {
  const rig = await Rig.start();
  const listed = '+8613800040003';
  await rig.plan(
    planned(1, PHONE, '王建国'),
    planned(3, listed, '李秀英', { relation: { relation: '本人', respondent: 'patient' } }),
  );
  await rig.work();
  for (const text of ['我是本人，方便', '我妈又住院了', '我妈又住院了，没空']) await rig.receive(PHONE, text);
  expect((await rig.talk(PHONE)).record).toMatchObject({ outcome: null, respondent: 'patient' });
  await rig.receive(listed, '我妈又住院了');
  expect((await rig.talk(listed)).record).toMatchObject({ state: 'waiting', outcome: null });
  expect(await rig.store.campaign.counts()).not.toHaveProperty('cancelled.readmitted');
  await rig.receive(listed, '我又住院了');
  expect((await rig.talk(listed)).record).toMatchObject({ state: 'closed' });
  expect(await rig.store.campaign.counts()).toMatchObject({ 'cancelled.readmitted': 1 });
});
