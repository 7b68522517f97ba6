import { beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import { Desk } from './rig.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.start();
});

describe('two patients on one phone', () => {
  const told = { account: 'lin', index: 0, number: '2026-0001', text: '已与护士长核实', id: 't1' };

  /** The first one has complained and is done, the second one is being asked. */
  async function both(): Promise<{ older: string; newer: string }> {
    const older = await desk.closedTalk();
    desk.now += DAY;
    const newer = await desk.openOther(older);
    await desk.hear(newer, '是家属，方便');
    return { older, newer };
  }

  test('the answer to a result of the older one is read there, and all else where it is asked', async () => {
    const { older, newer } = await both();
    await desk.first.staff.tellResult(older, told);
    await desk.hear(newer, '满意，谢谢');
    expect((await desk.said(older)).at(-1)).toContain('谢谢您告诉我们');
    expect((await desk.view(newer)).record.answers).toEqual({});
    await desk.hear(newer, '医生很好');
    expect((await desk.view(newer)).record.answers).toMatchObject({ doctor: { grade: 'satisfied' } });
    expect((await desk.view(older)).record).not.toHaveProperty('interrupts');
  });

  test('what is no answer to the result goes on where the other one stands', async () => {
    const { older, newer } = await both();
    await desk.first.staff.tellResult(older, told);
    await desk.hear(newer, '医生很好，护士也很好，整体满意');
    expect((await desk.view(newer)).record.answers).toMatchObject({ doctor: { grade: 'satisfied' } });
    expect((await desk.view(older)).record.resultTold).toBeDefined();
  });

  test('staff talk in the older one: answers come to them, the bot is silent in both until they are done', async () => {
    const { older, newer } = await both();
    await desk.first.staff.claim(older, 'lin');
    await desk.first.staff.reply(older, { account: 'lin', text: '您好，想再了解一下情况', id: 'r1' });
    const before = await desk.said(newer);
    await desk.hear(newer, '护士态度确实不好');
    expect((await desk.view(older)).messages.at(-1)).toMatchObject({ author: 'contact', text: '护士态度确实不好' });
    desk.now += DAY;
    for (const timer of await desk.store.timers.due(desk.now, 10)) await desk.first.turns.fire(timer);
    expect(await desk.said(newer)).toEqual(before);
    await desk.first.staff.close(older, 'lin', 'completed');
    await desk.hear(newer, '医生很好');
    expect((await desk.view(newer)).record.answers).toMatchObject({ doctor: { grade: 'satisfied' } });
  });

  test('while one is asked no third one is begun, whatever was told of the first', async () => {
    const { older } = await both();
    await desk.first.staff.tellResult(older, told);
    await expect(desk.openOther(older)).rejects.toThrow('busy');
  });
});

describe('news of the hospital’s list while a person has the talk', () => {
  test('the patient has died: given back, the talk is over without a word', async () => {
    const id = await desk.open();
    await desk.first.staff.claim(id, 'lin');
    await desk.first.turns.withdraw(id, 'deceased');
    expect((await desk.view(id)).record.state).toBe('with_staff');
    const before = await desk.said(id);
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'deceased' });
    expect(await desk.said(id)).toEqual(before);
  });

  test('back in hospital before anything was answered', async () => {
    const id = await desk.open();
    await desk.first.staff.claim(id, 'lin');
    await desk.first.turns.withdraw(id, 'readmitted');
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.view(id)).record).toMatchObject({ state: 'closed', outcome: 'not_reached' });
  });
});
