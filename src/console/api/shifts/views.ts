import { HuifangError } from '../../../domain/errors.ts';
import type { Packet, PacketPoint, Shift } from '../../../domain/shift.ts';
import { localDate } from '../../../domain/zoned-time.ts';
import { holdsName, namesOf } from '../../../registers/naming.ts';
import { openMatters } from '../../../shifts/open-matters.ts';
import { buildPacket } from '../../../shifts/packet.ts';
import { settledPoints } from '../../../shifts/settled.ts';
import type { PointView, ShiftDetail, ShiftRow } from '../../wire/shifts.ts';
import type { SignedIn } from '../endpoint.ts';
import { entryOf, sees } from '../work/task.ts';
import type { ShiftDeps } from './deps.ts';

/** A shift as lists show it. */
export function shiftRow({ packet: _, acceptance, ...shift }: Shift): ShiftRow {
  const signedIn =
    acceptance === null ? null : { account: acceptance.account, name: acceptance.name, at: acceptance.at };
  const refused = acceptance === null ? 0 : acceptance.checks.filter(({ ok }) => !ok).length;
  return { ...shift, signedIn, refused };
}

/** Throws NOT_FOUND. */
export async function findShift({ shifts }: Pick<ShiftDeps, 'shifts'>, id: string): Promise<Shift> {
  const shift = await shifts.find(id);
  if (shift === undefined) throw new HuifangError('NOT_FOUND');
  return shift;
}

/** Points that this person may not see: they hang on a complaint that names them. */
export async function hiddenPoints(
  deps: Pick<ShiftDeps, 'desk' | 'registers'>,
  who: SignedIn,
  points: readonly PacketPoint[],
): Promise<ReadonlySet<string>> {
  const names = namesOf(who);
  if (names.length === 0) return new Set();
  const hidden = await Promise.all(
    points.map(async ({ key, conversationId, text }) => {
      if (holdsName(text, names)) return true;
      return !(await sees(deps, who, { conversationId, entry: entryOf(key) }));
    }),
  );
  return new Set(points.filter((_, index) => hidden[index]).map(({ key }) => key));
}

/** What would be handed over now. */
export async function packetNow(
  deps: ShiftDeps,
  shift: Shift,
  words: { readonly notes: Readonly<Record<string, string>>; readonly general: string },
  now: number,
): Promise<Packet> {
  return buildPacket(await openMatters(deps, shift, deps.settings(), now), words, now);
}

/** One shift with its points, as this person may see it. */
export async function shiftDetail(deps: ShiftDeps, who: SignedIn, shift: Shift, now: number): Promise<ShiftDetail> {
  const packet = shift.packet ?? (await packetNow(deps, shift, { notes: {}, general: '' }, now));
  const hidden = await hiddenPoints(deps, who, packet.points);
  const shown = packet.points.filter(({ key }) => !hidden.has(key));
  const resolved = await resolvedIn(deps, shift, shown);
  return {
    ...shiftRow(shift),
    points: shown.map((point) => ({
      ...pointView(point, shift, resolved),
      overdue: point.dueOn !== null && point.dueOn < localDate(packet.at, deps.settings().zone),
    })),
    more: packet.more ?? {},
    general: packet.general,
    acceptRemark: shift.acceptance?.remark ?? '',
  };
}

/** Once the shift is over it stands as it was signed. */
async function resolvedIn(
  deps: ShiftDeps,
  { state, acceptance }: Shift,
  points: readonly PacketPoint[],
): Promise<ReadonlySet<string>> {
  if (acceptance !== null) return new Set(acceptance.checks.filter((check) => check.resolved).map(({ key }) => key));
  return state === 'handing_over' ? settledPoints(deps, points) : new Set();
}

function pointView(
  point: PacketPoint,
  { acceptance }: Shift,
  resolved: ReadonlySet<string>,
): Omit<PointView, 'overdue'> {
  const check = acceptance?.checks.find(({ key }) => key === point.key);
  return {
    ...point,
    resolved: resolved.has(point.key),
    check: check === undefined ? null : { ok: check.ok, remark: check.remark, recused: check.recused },
  };
}
