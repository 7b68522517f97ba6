import { createIds } from '../../../../src/app/ids.ts';
import { createStaffActions } from '../../../../src/bot/handover/actions.ts';
import { shiftEndpoints } from '../../../../src/console/api/shifts/endpoints.ts';
import { HuifangError } from '../../../../src/domain/errors.ts';
import type { ShiftSettings } from '../../../../src/shifts/schedule.ts';
import { Rig } from '../../../bot/turn/rig.ts';
import { ZONE } from '../../../contracts/store/turns.ts';
import { caller, signedIn } from '../call.ts';

export const ANNA = signedIn('officer', { accountId: 'anna', name: '王敏' });
export const BEN = signedIn('officer', { accountId: 'ben', name: '李强' });
export const CARL = signedIn('officer', { accountId: 'carl', name: '赵云' });
export const BOSS = signedIn('supervisor', { accountId: 'boss', name: '陈主管' });

const SETTINGS: ShiftSettings = {
  zone: ZONE,
  list: [
    { id: 'day', name: '白班', from: 540, to: 900 },
    { id: 'night', name: '夜班', from: 1260, to: 540 },
  ],
  checks: [
    { id: 'keys', name: '钥匙' },
    { id: 'phone', name: '值班电话' },
  ],
  waitMinutes: 30,
  complaintDays: 2,
};
/** Everybody's. */
export const PASSWORD = 'right';

/** The endpoints of shifts on real turns and a real store. */
export async function shiftRig() {
  const rig = await Rig.start();
  const now = () => rig.now;
  const { store } = rig;
  const staff = createStaffActions(rig.turns, store, now);
  const endpoints = shiftEndpoints({
    shifts: store.shifts,
    work: store.work,
    desk: store.desk,
    registers: store.registers,
    turns: store.turns,
    ids: createIds({ now }),
    settings: () => SETTINGS,
    hospitalName: () => '示范县第二人民医院',
    confirm: (_, password) =>
      password === PASSWORD ? Promise.resolve() : Promise.reject(new HuifangError('PASSWORD_WRONG')),
    give: (id, to) => staff.give(id, to),
    claim: (id, account) => staff.claim(id, account),
    audit: store.audit,
    changed: () => undefined,
    escalated: () => undefined,
  });
  return { rig, store, staff, call: caller(endpoints, now) };
}
