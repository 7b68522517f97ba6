import { expect, test } from 'vitest';
import type { ReviewedView, ShiftPage, ShiftsNow } from '../../../../src/console/wire/shifts.ts';
import { signedIn } from '../call.ts';
import { BEN, BOSS, PASSWORD, shiftRig } from './rig.ts';
import { accepting, signedOver } from './steps.ts';

test('nobody reviews a shift that they handed over or took over', async () => {
  const rig = await shiftRig();
  const deputy = signedIn('supervisor', { accountId: 'ben', name: '李强' });
  const shift = await signedOver(rig);
  await rig.call('POST /api/shifts/:id/accept', deputy, accepting(shift));
  const body = { ids: [shift.id], remark: '', password: PASSWORD };
  for (const accountId of ['anna', 'ben'])
    await expect(
      rig.call('POST /api/shifts/review', signedIn('supervisor', { accountId }), { body }),
    ).rejects.toMatchObject({ code: 'SHIFT_OWN_REVIEW', details: ['2026-03-10 白班'] });
  expect((await rig.store.shifts.find(shift.id))?.review).toBeNull();
  expect(await rig.call<ReviewedView>('POST /api/shifts/review', BOSS, { body })).toEqual({ reviewed: 1 });
});

test('a supervisor reviews with a signature; what is not reviewed is shown until then', async () => {
  const rig = await shiftRig();
  const shift = await signedOver(rig);
  await rig.call('POST /api/shifts/:id/accept', BEN, accepting(shift));
  expect((await rig.call<ShiftsNow>('GET /api/shifts/now', BOSS)).unreviewed).toBe(1);
  const wrong = { body: { ids: [shift.id], remark: '', password: 'wrong' } };
  await expect(rig.call('POST /api/shifts/review', BOSS, wrong)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  const body = { ids: [shift.id], remark: '已阅', password: PASSWORD };
  expect(await rig.call<ReviewedView>('POST /api/shifts/review', BOSS, { body })).toEqual({ reviewed: 1 });
  const page = await rig.call<ShiftPage>('GET /api/shifts', BOSS, { query: { unreviewed: 'true' } });
  expect(page.rows).toEqual([]);
  const all = await rig.call<ShiftPage>('GET /api/shifts', BOSS);
  expect(all.rows).toMatchObject([{ id: shift.id, review: { name: '陈主管', remark: '已阅' } }]);
});
