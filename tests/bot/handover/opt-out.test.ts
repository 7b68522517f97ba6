import { beforeEach, expect, test } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { Desk } from './rig.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.start();
});

const promises = async () =>
  (await desk.store.views.tallies('2000-01-01', '2099-12-31'))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('promise.'));
const openWork = async (id: string) =>
  (await desk.view(id)).workItems.filter(({ status }) => status === 'open').map(({ kind, text }) => [kind, text]);

test('an opt-out ends the handoff: nobody is left waiting for, and what was not answered says not to write', async () => {
  const id = await desk.open();
  await desk.hear(id, '人工');
  await desk.hear(id, '退订');
  expect(await openWork(id)).toEqual([['note', expect.stringContaining('不要再发消息') as string]]);
});

test('an opt-out after staff have answered leaves nothing to do', async () => {
  const id = await desk.open();
  await desk.hear(id, '人工');
  await desk.first.staff.claim(id, 'lin');
  await desk.first.staff.reply(id, { account: 'lin', text: '您好，我是小林', id: 'r1' });
  await desk.hear(id, '退订');
  expect(await openWork(id)).toEqual([]);
});

test('an opt-out after a red flag: somebody telephones, within the time of an emergency', async () => {
  const id = await desk.open();
  await desk.hear(id, '我胸口疼得厉害，喘不上气');
  await desk.hear(id, '退订');
  expect(await openWork(id)).toEqual([['callback', expect.stringContaining('打电话') as string]]);
  expect(await desk.store.work.nextAlarm()).toBe(desk.now);
  expect((await desk.view(id)).workItems).toMatchObject([
    { kind: 'handoff', status: 'closed' },
    { kind: 'callback', priority: 'urgent' },
  ]);
});

test.each(['我胸口疼得厉害，喘不上气', '人工'])(
  'an opt-out keeps no promise: nobody has done anything (%s)',
  async (words) => {
    const id = await desk.open();
    await desk.hear(id, words);
    await desk.hear(id, '退订');
    expect(await promises()).toEqual([]);
  },
);

test('an opt-out after the time has run out: the promise was broken', async () => {
  const id = await desk.open();
  await desk.hear(id, '我胸口疼得厉害，喘不上气');
  desk.now += DAY;
  await desk.hear(id, '退订');
  expect(await promises()).toEqual(['promise.late']);
});

test('an opt-out of somebody who was answered once and has asked again leaves a note', async () => {
  const id = await desk.open();
  await desk.hear(id, '人工');
  await desk.first.staff.claim(id, 'lin');
  await desk.first.staff.reply(id, { account: 'lin', text: '您好，我是小林', id: 'r1' });
  await desk.hear(id, '押金什么时候退给我？');
  await desk.hear(id, '退订');
  expect(await openWork(id)).toEqual([['note', expect.stringContaining('不要再发消息') as string]]);
});
