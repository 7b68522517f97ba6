import { HuifangError } from '../domain/errors.ts';
import type { Packet, PacketPoint, PointCheck, Shift } from '../domain/shift.ts';
import type { NewTask } from '../store/store.ts';

/** √ or × as the incoming officer sets it. */
export type GivenCheck = Pick<PointCheck, 'key' | 'ok' | 'remark'>;

/** What is known of the points between the two signatures. */
export interface Meanwhile {
  /** Keys of points that are settled by now. */
  readonly resolved: ReadonlySet<string>;
  /** Keys of points that the incoming officer may not see. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * A mark for every point of the packet, in its order. Throws SHIFT_UNCHECKED when one is missing or an × has no remark. What the
 * incoming officer may not see is not theirs to accept: it goes to a supervisor.
 */
export function checkAll(
  packet: Packet,
  given: readonly GivenCheck[],
  { resolved, hidden }: Meanwhile,
): readonly PointCheck[] {
  const marks = new Map(given.map((check) => [check.key, check]));
  const checks = packet.points.map(({ key }): PointCheck | null => {
    const known = { key, resolved: resolved.has(key) };
    if (hidden.has(key)) return { ...known, ok: false, remark: '', recused: true };
    const mark = marks.get(key);
    if (mark === undefined || (!mark.ok && mark.remark.trim() === '')) return null;
    return { ...known, ok: mark.ok, remark: mark.remark.trim(), recused: false };
  });
  const missing = packet.points.filter((_, index) => checks[index] === null).map(({ key }) => key);
  if (missing.length > 0) throw new HuifangError('SHIFT_UNCHECKED', missing);
  return checks.filter((check) => check !== null);
}

/** A task for the supervisors, about what a shift left open. */
function taskOf(shift: Shift, given: Pick<NewTask, 'id' | 'text' | 'at' | 'conversationId' | 'details'>): NewTask {
  return {
    ...given,
    kind: 'note',
    source: 'shift',
    priority: 'high',
    due: null,
    remindAt: null,
    assignee: null,
    details: { shift: shift.id, ...given.details },
  };
}

/** One task for each point that was not accepted; they stand in the language of the hospital's staff. */
export function escalations(
  shift: Shift & { readonly packet: Packet },
  checks: readonly PointCheck[],
  { at, newId }: { readonly at: number; readonly newId: () => string },
): readonly NewTask[] {
  const refused = new Map(checks.filter(({ ok }) => !ok).map((check) => [check.key, check]));
  return shift.packet.points.flatMap((point) => {
    const check = refused.get(point.key);
    if (check === undefined) return [];
    const text = `${shift.name}交班未接收：${describe(point)}。${check.recused ? '接班人需回避' : `原因：${check.remark}`}`;
    const { conversationId, key } = point;
    return [taskOf(shift, { id: newId(), text, at, conversationId, details: { point: key } })];
  });
}

/** Nobody came. */
export function waitingTask(shift: Shift, id: string, at: number, minutes: number): NewTask {
  const text = `${shift.name}（${shift.accountName}）交班已等 ${String(minutes)} 分钟，还没有人接班`;
  return taskOf(shift, { id, text, at, conversationId: null, details: {} });
}

/** It ended long ago, and its officer has not handed it over. */
export function lateTask(shift: Shift, id: string, at: number, minutes: number): NewTask {
  const text = `${shift.name}（${shift.accountName}）已过交班时间 ${String(minutes)} 分钟，还没有交班`;
  return taskOf(shift, { id, text, at, conversationId: null, details: {} });
}

function describe({ who, department, text }: PacketPoint): string {
  return [department, who, text].filter((part) => part !== null && part !== '').join(' ');
}
