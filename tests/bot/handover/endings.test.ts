import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/domain/clock.ts';
import { stayFacts, stayRow } from '../../contracts/store/turns.ts';
import { Desk } from './rig.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.start();
});

describe('ending and putting right', () => {
  test.each([
    ['completed', {}],
    ['not_reached', {}],
    ['wrong_number', {}],
    ['opted_out', {}],
    ['deceased', { patientDeceased: true }],
  ] as const)('closed as %s', async (outcome, more) => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    expect(await desk.first.staff.close(id, 'lin', outcome)).toEqual({ type: 'done' });
    const view = await desk.view(id);
    expect(view).toMatchObject({ record: { state: 'closed', outcome, desk: { owner: null } }, ...more });
    expect(view.contact.optedOutAt !== null).toBe(outcome === 'opted_out');
    expect(view.timers).toEqual([]);
  });

  test.each(['deceased', 'wrong_number', 'opted_out'] as const)(
    'closed as %s by a slip: taken back it is in hand again, and what was cancelled is planned again',
    async (outcome) => {
      const id = await desk.open();
      const { record } = await desk.view(id);
      const next = stayRow(40, {
        facts: { ...stayFacts(1), stayId: 's40', dischargedOn: '2026-03-09' },
        address: record.address,
      });
      await desk.store.directory.addStays([next], desk.now);
      await desk.hear(id, '人工');
      await desk.first.staff.claim(id, 'lin');
      await desk.first.staff.close(id, 'lin', outcome);
      desk.now += HOUR;
      expect(await desk.first.staff.takeBack(id, 'chief')).toEqual({ type: 'done' });
      const view = await desk.view(id);
      expect(view).toMatchObject({
        record: { state: 'with_staff', outcome: null, desk: { owner: 'chief' } },
        contact: { optedOutAt: null },
        patientDeceased: false,
      });
      expect((await desk.store.directory.staysOf('sms', record.address)).map(({ followUp }) => followUp)).toContain(
        'planned',
      );
      await desk.first.staff.handBack(id, 'chief');
      expect((await desk.view(id)).record.state).not.toBe('closed');
      expect(await desk.first.staff.takeBack(id, 'chief')).toEqual({ type: 'no_slip' });
    },
  );

  test('what the contact said themselves is not taken back', async () => {
    const id = await desk.open();
    await desk.hear(id, '退订');
    expect(await desk.first.staff.takeBack(id, 'chief')).toEqual({ type: 'no_slip' });
    const other = await desk.open();
    await desk.first.staff.claim(other, 'lin');
    await desk.first.staff.close(other, 'lin', 'opted_out');
    await desk.hear(other, '退订');
    expect(await desk.first.staff.takeBack(other, 'chief')).toEqual({ type: 'no_slip' });
    expect((await desk.view(other)).contact.optedOutAt).not.toBeNull();
  });

  test('an answer is put right while staff have the talk, not while the bot asks', async () => {
    const id = await desk.open();
    await desk.hear(id, '是本人，方便');
    await desk.hear(id, '不满意，等了很久');
    const grade = { grade: 'mostly_satisfied' } as const;
    const put = (answer: typeof grade | null, why = '电话核实') =>
      desk.first.staff.correctAnswer(id, { account: 'lin', question: 'doctor', answer, why });
    expect(await put(grade)).toEqual({ type: 'bot_is_asking' });
    await desk.first.staff.claim(id, 'lin');
    await put(grade);
    expect((await desk.view(id)).record.answers['doctor']).toEqual(grade);
    await put(null, '说的是护士');
    const { answers, corrections } = (await desk.view(id)).record;
    expect(answers['doctor']).toBeUndefined();
    expect(corrections).toEqual([
      {
        ...{ question: 'doctor', by: 'lin', at: desk.now, why: '电话核实' },
        ...{ from: { grade: 'dissatisfied', reason: expect.stringContaining('等了很久') as string }, to: grade },
      },
      { question: 'doctor', by: 'lin', at: desk.now, why: '说的是护士', from: grade, to: null },
    ]);
    await desk.first.staff.handBack(id, 'lin');
    expect((await desk.said(id)).at(-1)).toContain('医生');
  });

  test('put aside until a time, or until the contact writes', async () => {
    const id = await desk.open();
    await desk.hear(id, '人工');
    await desk.first.staff.claim(id, 'lin');
    await desk.first.staff.snooze(id, 'lin', desk.now + DAY);
    expect((await desk.view(id)).record.desk?.snoozedUntil).toBe(desk.now + DAY);
    await desk.hear(id, '在吗');
    expect((await desk.view(id)).record.desk?.snoozedUntil).toBeNull();
    await desk.first.staff.label(id, ['费用']);
    expect((await desk.view(id)).record.desk?.labels).toEqual(['费用']);
  });
});
