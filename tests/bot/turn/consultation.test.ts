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

test('a story before the question draws no other entry near: the clause that asks is answered', async () => {
  const rig = await Rig.start();
  for (const [text, expected] of [
    ['我妈上个月在你们那做的手术 现在保险公司要住院病历 去哪复印', /病案室/],
    ['昨天下午抽的血 查甲功 手机上咋看报告', /报告查询/],
    ['家里老人住院 医生说要输血 停车一天多少钱', /15元/],
  ] as const) {
    await rig.receive(VISITOR, text);
    expect((await rig.talk(VISITOR)).messages.at(-1)?.text).toMatch(expected);
  }
});

test('a wish for an appointment and nothing else is asked on, fact by fact, whatever the words', async () => {
  const rig = await Rig.start();
  const says = async (text: string) => {
    await rig.receive(VISITOR, text);
    return (await rig.talk(VISITOR)).messages.at(-1)?.text ?? '';
  };
  expect(await says('想挂个号')).toMatch(/哪个科室/);
  expect(await says('骨科')).toMatch(/哪一天/);
  expect(await says('周五上午')).toMatch(/姓名/);
  expect(await says('赵国庆')).toMatch(/核对.*骨科.*赵国庆/);
  expect(await says('写错了 是赵国清')).toMatch(/核对.*赵国清/);
  expect(await says('对 这回没错了')).toMatch(/交给预约处/);
});

test('a child with tics is for paediatrics, not for the department called after the throat', async () => {
  const rig = await Rig.start();
  await rig.receive(VISITOR, '孩子7岁，老是挤眼睛、耸肩膀、清嗓子，应该挂什么号呢');
  expect((await rig.talk(VISITOR)).messages.at(-1)?.text).toMatch(/先看儿科/);
});
