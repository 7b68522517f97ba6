import { expect, test } from 'vitest';
import { planned, Rig, said } from './rig.ts';

const VISITOR = '+8613800012301';
const PHONE = '+8613800030001';

test('an answer keeps where it came from, for staff', async () => {
  const rig = await Rig.start();
  await rig.receive(VISITOR, '皮肤科在几楼');
  const { messages } = await rig.talk(VISITOR);
  expect(messages.at(-1)?.text).toContain('4层');
  expect(messages[0]?.readings.join('\n')).toMatch(/answer department:dermatology \d{4}-\d\d-\d\d/);
});

test('an appointment made over a restart is one work item, moved and called off by the same contact later', async () => {
  const rig = await Rig.start();
  await rig.receive(VISITOR, '想约皮肤科');
  await rig.receive(VISITOR, '下周二上午，我叫李芳');
  expect((await rig.talk(VISITOR)).workItems).toEqual([]);
  await rig.restart();
  await rig.receive(VISITOR, '对');
  const items = async () =>
    (await rig.talk(VISITOR)).workItems.map(({ kind, status, details }) => ({ kind, status, ...details }));
  const [made, ...more] = await items();
  expect(more).toEqual([]);
  expect(made).toMatchObject({
    kind: 'appointment',
    status: 'open',
    department: '皮肤科',
    half: 'morning',
    name: '李芳',
    phone: VISITOR,
  });
  await rig.receive(VISITOR, '我上次约的改到下周三');
  expect(await items()).toEqual([made]);
  await rig.receive(VISITOR, '对');
  const [moved] = await items();
  expect(moved).toMatchObject({ kind: 'appointment', status: 'open', name: '李芳' });
  expect(moved).not.toEqual(made);
  await rig.receive(VISITOR, '取消我约的号');
  expect(await items()).toMatchObject([
    { kind: 'appointment', status: 'cancelled' },
    // The desk may have settled it already.
    { kind: 'note', status: 'open' },
  ]);
});

test('a follow-up contact who asks a hospital question in the middle of the survey gets the answer of the tables', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '方便');
  await rig.receive(PHONE, '复查挂林绍强医生的号多少钱？');
  const reply = said(await rig.talk(PHONE), 'out').at(-1) ?? '';
  expect(reply).toContain('18元');
  expect(reply).toContain('满意');
});
