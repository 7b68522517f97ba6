import { beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/domain/clock.ts';
import { Desk } from './rig.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.start();
});

const BACK = '接着刚才的随访';

describe('one owner at a time', () => {
  test('a handoff waits for a person; who claims it has it, and the second learns who', async () => {
    const id = await desk.open();
    await desk.hear(id, '我要找你们领导');
    expect((await desk.view(id)).record).toMatchObject({
      state: 'with_staff',
      desk: { owner: null, waitingSince: desk.now },
    });
    expect(await desk.first.staff.claim(id, 'lin')).toEqual({ type: 'done' });
    expect(await desk.second.staff.claim(id, 'zhou')).toEqual({ type: 'taken', owner: 'lin' });
    expect(await desk.owner(id)).toBe('lin');
    expect(await desk.first.staff.claim(id, 'lin')).toEqual({ type: 'done' });
  });

  test('both claim in the same moment: one has it, the other learns of it', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    const gate = desk.first.holdNextCommit();
    const slow = desk.first.staff.claim(id, 'lin');
    await gate.reached;
    expect(await desk.second.staff.claim(id, 'zhou')).toEqual({ type: 'done' });
    gate.open();
    expect(await slow).toEqual({ type: 'taken', owner: 'zhou' });
    expect(await desk.owner(id)).toBe('zhou');
  });

  test('released it waits again; given away it is the colleague’s; a supervisor may take it from its owner', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    expect(await desk.first.staff.release(id, 'zhou')).toEqual({ type: 'not_owner', owner: 'lin' });
    expect(await desk.first.staff.release(id, 'lin')).toEqual({ type: 'done' });
    expect(await desk.owner(id)).toBeNull();
    await desk.first.staff.claim(id, 'lin');
    expect(await desk.first.staff.give(id, { account: 'lin', to: 'zhou', force: false })).toEqual({ type: 'done' });
    expect(await desk.owner(id)).toBe('zhou');
    expect(await desk.first.staff.give(id, { account: 'chief', to: 'lin', force: false })).toEqual({
      type: 'not_owner',
      owner: 'zhou',
    });
    expect(await desk.first.staff.give(id, { account: 'chief', to: 'lin', force: true })).toEqual({ type: 'done' });
    expect(await desk.owner(id)).toBe('lin');
  });

  test('a conversation the bot has can be taken: it is silent from then on, whatever is said', async () => {
    const id = await desk.open();
    await desk.hear(id, '是本人，方便');
    expect(await desk.first.staff.claim(id, 'lin')).toEqual({ type: 'done' });
    const before = (await desk.said(id)).length;
    await desk.hear(id, '医生很好，护士态度差');
    expect((await desk.said(id)).length).toBe(before);
    const { record } = await desk.view(id);
    expect(record).toMatchObject({
      state: 'with_staff',
      handoff: null,
      desk: { owner: 'lin', waitingSince: desk.now },
    });
    await desk.hear(id, '我爸爸胸口疼得喘不上气');
    expect((await desk.said(id)).at(-1)).toContain('120');
    expect((await desk.view(id)).record.handoff).toMatchObject({ reason: 'emergency', priority: 'urgent' });
    expect(await desk.owner(id)).toBe('lin');
  });

  test('a conversation that is not there', async () => {
    expect(await desk.first.staff.claim('nobody', 'lin')).toEqual({ type: 'missing' });
  });
});

describe('what staff say', () => {
  test('the owner’s words arrive once, in order, and the contact waits no longer', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    const reply = { account: 'lin', text: '您好，我是随访中心小林，请问有什么可以帮您？', id: 'r1' };
    expect(await desk.first.staff.reply(id, reply)).toEqual({ type: 'done' });
    expect(await desk.second.staff.reply(id, reply)).toEqual({ type: 'done' });
    await desk.deliver();
    expect(
      desk.arrived
        .get(id)
        ?.filter(({ author }) => author === 'staff')
        .map(({ text }) => text),
    ).toEqual([reply.text]);
    const { record, messages } = await desk.view(id);
    expect(record.desk).toMatchObject({ waitingSince: null, answeredAt: desk.now });
    expect(messages.at(-1)).toMatchObject({ author: 'staff', by: 'lin', delivery: 'delivered' });
  });

  test('words of somebody who no longer has it are not sent and kept as a draft', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    await desk.first.staff.give(id, { account: 'chief', to: 'zhou', force: true });
    expect(await desk.first.staff.reply(id, { account: 'lin', text: '马上为您查', id: 'r1' })).toEqual({
      type: 'not_owner',
      owner: 'zhou',
    });
    await desk.deliver();
    expect(desk.arrived.get(id)?.some(({ author }) => author === 'staff')).toBe(false);
    expect(await desk.store.desk.drafts(id)).toMatchObject([
      { id: 'r1', author: 'lin', text: '马上为您查', refused: 'not_owner' },
    ]);
  });

  test('what was said while one had it leaves, whoever has it when the carrier takes it', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    await desk.first.staff.reply(id, { account: 'lin', text: '我请护士长给您回电。', id: 'r1' });
    await desk.first.staff.handBack(id, 'lin');
    await desk.deliver();
    const texts = desk.arrived.get(id)?.map(({ text }) => text) ?? [];
    expect(texts.at(-2)).toBe('我请护士长给您回电。');
    expect(texts.at(-1)).toContain(BACK);
  });

  test('nothing is said to who wants no more messages: the opt-out closes the conversation whoever has it', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    await desk.hear(id, '退订');
    expect((await desk.view(id)).record).toMatchObject({
      state: 'closed',
      outcome: 'opted_out',
      desk: { owner: null },
    });
    expect(await desk.first.staff.claim(id, 'lin')).toEqual({ type: 'done' });
    expect(await desk.first.staff.reply(id, { account: 'lin', text: '您好', id: 'r1' })).toEqual({ type: 'opted_out' });
    expect(await desk.store.desk.drafts(id)).toMatchObject([{ refused: 'opted_out' }]);
  });

  test('a reply for later leaves at its time, unless its author has lost the conversation by then', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    const draft = { conversationId: id, author: 'lin', at: desk.now, sendAt: desk.now + HOUR, refused: null };
    await desk.store.desk.saveDraft({ ...draft, id: 'd1', text: '查到了，明天上午请来。' });
    await desk.store.desk.saveDraft({ ...draft, id: 'd2', text: '再补充一点。', sendAt: desk.now + 2 * HOUR });
    expect(await desk.store.desk.dueDrafts(desk.now, 10)).toEqual([]);
    desk.now += HOUR;
    for (const due of await desk.store.desk.dueDrafts(desk.now, 10)) await desk.first.staff.sendDraft(due);
    expect((await desk.said(id)).at(-1)).toBe('查到了，明天上午请来。');
    await desk.first.staff.give(id, { account: 'chief', to: 'zhou', force: true });
    desk.now += HOUR;
    for (const due of await desk.store.desk.dueDrafts(desk.now, 10)) await desk.first.staff.sendDraft(due);
    expect((await desk.said(id)).at(-1)).toBe('查到了，明天上午请来。');
    expect(await desk.store.desk.drafts(id)).toMatchObject([{ id: 'd2', refused: 'not_owner', sendAt: null }]);
  });
});

describe('giving back', () => {
  test('the bot goes on with the question that stands open', async () => {
    const id = await desk.open();
    await desk.hear(id, '是本人，方便');
    await desk.hear(id, '满意，对了，我找你们领导说个事，转人工');
    await desk.first.staff.claim(id, 'lin');
    await desk.hear(id, '护士也满意');
    expect(await desk.first.staff.handBack(id, 'lin')).toEqual({ type: 'done' });
    const { record, workItems } = await desk.view(id);
    expect(record).toMatchObject({ state: 'waiting', handoff: null, desk: { owner: null, waitingSince: null } });
    expect(Object.keys(record.answers).sort()).toEqual(['doctor', 'nurse']);
    expect(workItems.filter(({ kind }) => kind === 'handoff').map(({ status }) => status)).toEqual(['closed']);
    const last = (await desk.said(id)).at(-1);
    expect(last).toContain(BACK);
    expect(last).toContain('医院');
    await desk.hear(id, '满意');
    await desk.hear(id, '没有了');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'completed' });
  });

  test('in the evening nothing is said before the next sending hours', async () => {
    const id = await desk.open();
    await desk.hear(id, '是本人，方便');
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    desk.now += 13 * HOUR;
    const before = (await desk.said(id)).length;
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.said(id)).length).toBe(before);
    const { record, timers } = await desk.view(id);
    expect(record).toMatchObject({ state: 'scheduled', resumeAt: desk.now + 10 * HOUR });
    expect(timers.map(({ kind }) => kind)).toEqual(['resume']);
  });

  test('a talk that was over before is over again, without a word', async () => {
    const id = await desk.open();
    await desk.hear(id, '不方便，别打扰我，没兴趣');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'declined' });
    await desk.hear(id, '转人工');
    await desk.first.staff.claim(id, 'lin');
    const before = (await desk.said(id)).length;
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'declined' });
    expect((await desk.said(id)).length).toBe(before);
  });

  test('an agreed time still stands', async () => {
    const id = await desk.open();
    await desk.hear(id, '现在忙，明天下午三点');
    const { resumeAt } = (await desk.view(id)).record;
    await desk.first.staff.claim(id, 'lin');
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.view(id)).record).toMatchObject({ state: 'scheduled', resumeAt });
  });

  test('nobody who is not the owner gives it back', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    expect(await desk.first.staff.handBack(id, 'lin')).toEqual({ type: 'not_owner', owner: null });
  });
});

test('a consultation is taken over, given back for the next question, and ended', async () => {
  const write = (text: string, externalId: string) =>
    desk.first.turns.receive({ channel: 'sms', address: '+8613900000001', externalId, text, receivedAt: desk.now });
  await write('你好，请问门诊几点开门', 'C1');
  const [record] = await desk.store.views.ofAddress('sms', '+8613900000001');
  const id = record?.id ?? '';
  expect(await desk.first.staff.claim(id, 'lin')).toEqual({ type: 'done' });
  const silent = (await desk.said(id)).length;
  await write('停车方便吗', 'C2');
  expect((await desk.said(id)).length).toBe(silent);
  const none = { account: 'lin', question: 'doctor', answer: null, why: '…' };
  expect(await desk.first.staff.correctAnswer(id, none)).toEqual({ type: 'done' });
  await desk.first.staff.handBack(id, 'lin');
  expect((await desk.view(id)).record).toMatchObject({ state: 'waiting', desk: { owner: null } });
  await write('骨科在几楼', 'C3');
  expect((await desk.said(id)).length).toBe(silent + 1);
  await desk.first.staff.claim(id, 'lin');
  await desk.first.staff.close(id, 'lin', 'completed');
  expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'completed' });
  await desk.first.staff.claim(id, 'lin');
  await desk.first.staff.handBack(id, 'lin');
  expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'completed' });
});
