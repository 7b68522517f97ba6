import { atLocal, localDate, minuteOfDay } from '../domain/zoned-time.ts';

/** A shift as the configuration names it; `from` and `to` in minutes after midnight, `to` on the next day where it is not later. */
export interface ShiftKind {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Something that is checked at every handover: keys, the phone. */
export interface ShiftCheck {
  readonly id: string;
  readonly name: string;
}

/** What the hospital has set. */
export interface ShiftSettings {
  readonly zone: string;
  readonly list: readonly ShiftKind[];
  readonly checks: readonly ShiftCheck[];
  readonly waitMinutes: number;
  readonly complaintDays: number;
}

/**
 * Which day a shift that begins now belongs to, and when it is to be handed over (epoch ms). The small hours of a night shift belong to
 * the evening before.
 */
export function shiftSpan(
  kind: ShiftKind,
  now: number,
  zone: string,
): { readonly day: string; readonly endsAt: number } {
  const overnight = kind.to <= kind.from;
  const smallHours = overnight && minuteOfDay(now, zone) < kind.to;
  const day = localDate(smallHours ? atLocal(now, zone, -1, 12 * 60) : now, zone);
  return { day, endsAt: nextInstance(kind.to, now, zone) };
}

/** When the shift after this one is over (epoch ms): promises until then are the incoming officer's. */
export function endOfNextShift(kindId: string, endsAt: number, { list, zone }: ShiftSettings): number {
  const index = list.findIndex(({ id }) => id === kindId);
  const next = list[(index + 1) % list.length];
  return next === undefined ? endsAt : nextInstance(next.to, endsAt, zone);
}

/** The next time after `after` at which the clock of the zone shows this minute. */
function nextInstance(minute: number, after: number, zone: string): number {
  const today = atLocal(after, zone, 0, minute);
  return today > after ? today : atLocal(after, zone, 1, minute);
}
