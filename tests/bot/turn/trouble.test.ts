import { expect, test } from 'vitest';
import { planned, Rig } from './rig.ts';

const PHONE = '+8613800040001';

async function emergency(): Promise<{ rig: Rig; id: string; seq: number }> {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  await rig.receive(PHONE, '我胸口痛得厉害，喘不上气');
  const { record } = await rig.talk(PHONE);
  return { rig, id: record.id, seq: record.lastSeq };
}

test.each([
  ['opted_out', '对方已退订，不会再发送。（21610）', 'closed'],
  ['unreachable', '号码无效，请核对号码。（21211）', 'with_staff'],
] as const)('a safety text refused as %s: staff hear that it did not arrive, once', async (why, detail, state) => {
  const { rig, id, seq } = await emergency();
  await rig.turns.undeliverable(id, { why, seq, detail });
  await rig.turns.undeliverable(id, { why, seq, detail });
  const { record, contact, workItems } = await rig.talk(PHONE);
  expect(record.state).toBe(state);
  expect(why === 'opted_out' ? contact.optedOutAt : contact.unreachable).not.toBeNull();
  expect(workItems.filter(({ kind }) => kind === 'handoff')).toHaveLength(1);
  expect(workItems.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual([
    expect.stringContaining(detail),
  ]);
});

test('a safety text whose fate stays unknown and is refused later is told both times, and the refusal counts', async () => {
  const { rig, id, seq } = await emergency();
  await rig.turns.undeliverable(id, { why: 'uncertain', seq, detail: '未确认（timeout）' });
  await rig.turns.undeliverable(id, { why: 'opted_out', seq, detail: '已退订（21610）' });
  const { contact, workItems } = await rig.talk(PHONE);
  expect(contact.optedOutAt).not.toBeNull();
  expect(workItems.filter(({ kind }) => kind === 'note')).toHaveLength(2);
});

test('without staff a refusal is settled by the talk alone', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  const { record } = await rig.talk(PHONE);
  await rig.turns.undeliverable(record.id, { why: 'unreachable', seq: 1, detail: '空号（21211）' });
  expect((await rig.talk(PHONE)).workItems).toEqual([]);
});

test('a repeat that a pause outlasted is no silent loss: staff hear of it', async () => {
  const rig = await Rig.start();
  await rig.plan(planned(1, PHONE, '王建国'));
  await rig.work();
  const { record } = await rig.talk(PHONE);
  await rig.turns.undeliverable(record.id, { why: 'paused', seq: 2, detail: '随访计划已暂停，未发送。' });
  expect((await rig.talk(PHONE)).workItems.map(({ text }) => text)).toEqual(['随访计划已暂停，未发送。']);
});
