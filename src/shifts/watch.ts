import { MINUTE } from '../domain/clock.ts';
import type { IdSource } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import { waitingTask } from './acceptance.ts';

/** What the watch looks at and tells. */
export interface WatchDeps {
  readonly store: Pick<Store, 'work' | 'shifts'>;
  readonly ids: IdSource;
  /** After so many minutes a handover that nobody takes over is told to the supervisors. */
  readonly waitMinutes: () => number;
  readonly workChanged: (workId: string) => void;
  readonly shiftChanged: (shiftId: string) => void;
}

/**
 * One look at the clock: reminders that have come, promises that were broken, handovers that nobody takes over. Each is told once.
 * `now` and the answer (when to look again; undefined: nothing is pending) are epoch ms.
 */
export async function watchRound(deps: WatchDeps, now: number): Promise<number | undefined> {
  const { store, waitMinutes } = deps;
  const reminded = await store.work.takeReminders(now);
  const broken = await store.work.takeBroken(now);
  for (const id of new Set([...reminded, ...broken])) deps.workChanged(id);
  const wait = waitMinutes() * MINUTE;
  for (const shift of await store.shifts.waiting(now - wait)) {
    const task = waitingTask(shift, deps.ids.next(), now, waitMinutes());
    await store.shifts.escalate(shift.id, now, task);
    deps.shiftChanged(shift.id);
    deps.workChanged(task.id);
  }
  const [alarm, signed] = await Promise.all([store.work.nextAlarm(), store.shifts.nextWaiting()]);
  const next = [alarm, signed === undefined ? undefined : signed + wait].filter((at) => at !== undefined);
  return next.length === 0 ? undefined : Math.min(...next);
}
