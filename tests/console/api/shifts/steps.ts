import type { ShiftDetail } from '../../../../src/console/wire/shifts.ts';
import { ANNA, PASSWORD, type shiftRig } from './rig.ts';

type Rig = Awaited<ReturnType<typeof shiftRig>>;

export async function started({ call }: Rig, who = ANNA): Promise<ShiftDetail> {
  return call<ShiftDetail>('POST /api/shifts', who, { body: { kind: 'day' } });
}

export async function signedOver(rig: Rig, notes: Record<string, string> = {}): Promise<ShiftDetail> {
  const { id, version } = await started(rig);
  return rig.call<ShiftDetail>('POST /api/shifts/:id/hand-over', ANNA, {
    params: { id },
    body: { version, notes, general: '今天电话较多', password: PASSWORD },
  });
}

export const marks = (shift: ShiftDetail, refused: Record<string, string> = {}) =>
  shift.points.map(({ key }) => ({ key, ok: refused[key] === undefined, remark: refused[key] ?? '' }));

export const accepting = (shift: ShiftDetail, change: object = {}) => ({
  params: { id: shift.id },
  body: { version: shift.version, checks: marks(shift), remark: '', transfer: false, password: PASSWORD, ...change },
});
