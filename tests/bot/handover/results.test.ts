import { beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/domain/clock.ts';
import { Desk } from './rig.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.start();
});

describe('the result of a complaint', () => {
  const told = { account: 'lin', index: 0, number: '2026-0001', text: '已与护士长核实', id: 't1' };

  async function complained(): Promise<string> {
    const id = await desk.closedTalk();
    await desk.first.staff.tellResult(id, told);
    return id;
  }

  test('is told with its number, and asked once whether that settles it', async () => {
    const id = await complained();
    expect((await desk.said(id)).at(-1)).toBe(
      '您反映的问题（登记号2026-0001）有结果了：已与护士长核实。请问这样处理您满意吗？回复1满意 2不满意',
    );
    await desk.hear(id, '满意，谢谢');
    expect((await desk.said(id)).at(-1)).toContain('谢谢您告诉我们');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'completed' });
    expect((await desk.view(id)).record.resultTold).toBeUndefined();
  });

  test.each(['2', '不满意', '没解决', '还没有人联系我'])('%s: recorded, and a colleague will call', async (text) => {
    const id = await complained();
    await desk.hear(id, text);
    expect((await desk.said(id)).at(-1)).toContain('再与您联系');
    expect((await desk.view(id)).workItems).toContainEqual(
      expect.objectContaining({
        kind: 'callback',
        text: expect.stringContaining(`2026-0001 的处理结果不满意：${text}`) as string,
        status: 'open',
      }),
    );
  });

  test.each([
    ['满意', '接着刚才的随访'],
    ['2', '再与您联系'],
  ])('%s: an open question of the follow-up is asked again with the answer, once', async (text, first) => {
    const id = await desk.open();
    for (const said of ['是本人，方便', '医生满意，护士夜里叫了三次都不来']) await desk.hear(id, said);
    const asked = (await desk.said(id)).at(-1) ?? '';
    await desk.first.staff.tellResult(id, told);
    await desk.hear(id, text);
    const reply = (await desk.said(id)).at(-1) ?? '';
    expect(reply).toContain(first);
    expect(reply).toContain('总体');
    expect(asked).toContain('总体');
    expect((await desk.view(id)).record).toMatchObject({ state: 'waiting', answers: { nurse: {} } });
    await desk.hear(id, '满意');
    expect((await desk.view(id)).record.answers).toMatchObject({ overall: { grade: 'satisfied' } });
  });

  test('in between a question is answered and a red flag goes first', async () => {
    const id = await complained();
    await desk.hear(id, '我现在胸口疼得厉害，喘不上气');
    expect((await desk.said(id)).at(-1)).toContain('120');
    expect((await desk.view(id)).record.state).toBe('with_staff');
  });

  test('told at night it leaves in the morning', async () => {
    const id = await desk.open();
    desk.now += 13 * HOUR;
    expect(await desk.first.staff.tell(id, { account: 'lin', words: { text: '已为您登记。' }, id: 't2' })).toEqual({
      type: 'done',
    });
    await desk.deliver();
    expect(desk.arrived.get(id)?.some(({ text }) => text === '已为您登记。')).toBe(false);
    desk.now += 10 * HOUR;
    await desk.deliver();
    expect(desk.arrived.get(id)?.at(-1)?.text).toBe('已为您登记。');
  });

  test('told at night, nothing that is written before it leaves is an answer to it, and a reply does not wait for it', async () => {
    const id = await desk.closedTalk();
    desk.now += 13 * HOUR;
    await desk.first.staff.tellResult(id, told);
    await desk.hear(id, '护士夜里叫了三次都不来，到现在没有人联系我');
    await desk.deliver();
    expect(desk.arrived.get(id)?.some(({ text }) => text.includes('2026-0001'))).toBe(false);
    expect(desk.arrived.get(id)?.at(-1)?.text).toBe((await desk.said(id)).at(-1));
    expect((await desk.view(id)).record.resultTold).toBeDefined();
    desk.now += 10 * HOUR;
    await desk.deliver();
    expect(desk.arrived.get(id)?.at(-1)?.text).toContain('2026-0001');
    await desk.hear(id, '满意，谢谢');
    expect((await desk.said(id)).at(-1)).toContain('谢谢您告诉我们');
  });

  test('told twice it leaves once, also when the contact has opted out in between', async () => {
    const id = await complained();
    const before = await desk.said(id);
    expect(await desk.second.staff.tellResult(id, told)).toEqual({ type: 'done' });
    await desk.hear(id, '退订');
    expect(await desk.second.staff.tellResult(id, told)).toEqual({ type: 'done' });
    expect((await desk.said(id)).filter((text) => before.includes(text))).toHaveLength(before.length);
    expect(await desk.second.staff.tellResult(id, { ...told, id: 't9' })).toEqual({ type: 'opted_out' });
  });

  test('a result that cannot be delivered is a note for staff', async () => {
    const id = await complained();
    const { record } = await desk.view(id);
    const trouble = { why: 'unreachable', seq: record.lastSeq, detail: '空号（21211）' } as const;
    await desk.first.turns.undeliverable(id, trouble);
    const notes = (await desk.view(id)).workItems.filter(({ kind }) => kind === 'note');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toContain('21211');
  });

  test('the same words again are done, whoever has the conversation by now', async () => {
    const id = await desk.open();
    await desk.first.staff.claim(id, 'lin');
    const words = { account: 'lin', text: '您好', id: 'r1' };
    await desk.first.staff.reply(id, words);
    await desk.first.staff.give(id, { account: 'lin', to: 'zhou', force: false });
    expect(await desk.first.staff.reply(id, words)).toEqual({ type: 'done' });
    expect(await desk.store.desk.drafts(id)).toEqual([]);
    expect((await desk.said(id)).filter((text) => text === '您好')).toHaveLength(1);
  });
});
