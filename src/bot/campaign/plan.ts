import type { SendingHours } from '../../domain/hours.ts';
import { fromLocal, localDate, parseDate, toLocal } from '../../domain/zoned-time.ts';

/** What the follow-up date of one stay depends on. */
export interface PlanInput {
  /** `YYYY-MM-DD`, an existing day. */
  readonly dischargedOn: string;
  /** Epoch ms of the import: nothing is planned earlier. */
  readonly importedAt: number;
  /** Decides the place within the sending hours, so that a day's messages do not all leave at once. */
  readonly stayId: string;
  readonly zone: string;
  readonly sendingHours: SendingHours;
  /** Days from discharge to the follow-up, if the import comes in time. */
  readonly delayDays: number;
  /** Days after discharge in which a follow-up may happen (handbook section 2: 30). */
  readonly windowDays: number;
}

/** Instants in epoch ms. `windowEnd` is the end of the sending hours of the window's last day. */
export type FollowUpPlan =
  | { readonly windowPassed: false; readonly followUpAt: number; readonly windowEnd: number }
  | { readonly windowPassed: true; readonly windowEnd: number };

const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;
const HASH_RANGE = 2 ** 32;

/** 0 ≤ share < 1, the same for the same id (FNV-1a with a final mix: ids that differ in one digit land far apart). */
function share(id: string): number {
  let hash = HASH_START;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), HASH_FACTOR);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / HASH_RANGE;
}

function between(from: number, to: number, id: string): number {
  return from + Math.floor((to - from) * share(id));
}

/**
 * When a stay is followed up: on day `delayDays` after discharge at a moment of the sending hours that the id decides. If
 * that moment is over, in what is left of the import day's sending hours, else on the next day; never past the window.
 */
export function planFollowUp(input: PlanInput): FollowUpPlan {
  const { dischargedOn, importedAt, stayId, zone, sendingHours, delayDays, windowDays } = input;
  const discharged = parseDate(dischargedOn);
  if (discharged === undefined) throw new RangeError('dischargedOn is no existing day');
  const moment = (days: number, minute: number) =>
    fromLocal({ ...discharged, day: discharged.day + days }, minute, zone);
  const spread = (from: number, to: number) => between(from, to, stayId);

  const windowEnd = moment(windowDays, sendingHours.to);
  const planned = spread(moment(delayDays, sendingHours.from), moment(delayDays, sendingHours.to));
  if (planned >= importedAt) return { windowPassed: false, followUpAt: planned, windowEnd };
  if (importedAt > windowEnd) return { windowPassed: true, windowEnd };

  const today = toLocal(importedAt, zone);
  const onDay = (offset: number, minute: number) => fromLocal({ ...today, day: today.day + offset }, minute, zone);
  const closesToday = onDay(0, sendingHours.to);
  if (importedAt <= closesToday) {
    const opens = Math.max(importedAt, onDay(0, sendingHours.from));
    return { windowPassed: false, followUpAt: spread(opens, closesToday), windowEnd };
  }
  const tomorrow = onDay(1, sendingHours.from);
  if (tomorrow > windowEnd) return { windowPassed: true, windowEnd };
  return { windowPassed: false, followUpAt: spread(tomorrow, onDay(1, sendingHours.to)), windowEnd };
}

/** Whole days from `dischargedOn` (`YYYY-MM-DD`) to the local day of `at`; negative if it is still to come. */
export function daysSince(dischargedOn: string, at: number, zone: string): number {
  const from = parseDate(dischargedOn);
  const to = parseDate(localDate(at, zone));
  if (from === undefined || to === undefined) throw new RangeError('dischargedOn is no existing day');
  const days = Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day);
  return Math.round(days / 86_400_000);
}
