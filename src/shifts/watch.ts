import { MINUTE } from '../domain/clock.ts';
import type { IdSource } from '../domain/ids.ts';
import type { Store, WorkRow } from '../store/store.ts';
import { lateTask, waitingTask } from './acceptance.ts';

/** What the watch looks at and tells. */
export interface WatchDeps {
  readonly store: Pick<Store, 'work' | 'shifts'>;
  readonly ids: IdSource;
  /** After so many minutes a handover that nobody takes over, or a shift that nobody hands over, is told to the supervisors. */
  readonly waitMinutes: () => number;
  readonly notice: (row: WorkRow, notice: 'reminder' | 'broken') => void;
  /** Nobody takes a shift over, or its officer does not hand it over; `task` is for the supervisors. */
  readonly escalated: (shiftId: string, taskId: string) => void;
}

/**
 * One look at the clock: reminders that have come, promises that were broken, shifts that nobody takes over or hands over. Each is told
 * once. `now` and the answer (when to look again; undefined: nothing is pending) are epoch ms.
 */
export async function watchRound(deps: WatchDeps, now: number): Promise<number | undefined> {
  const { store, waitMinutes } = deps;
  const reminded = await store.work.takeReminders(now);
  const broken = await store.work.takeBroken(now);
  for (const id of reminded) if (!broken.includes(id)) await tell(deps, id, 'reminder');
  for (const id of broken) await tell(deps, id, 'broken');
  await escalate(deps, now);
  const wait = waitMinutes() * MINUTE;
  const [alarm, signed, end] = await Promise.all([
    store.work.nextAlarm(),
    store.shifts.nextWaiting(),
    store.shifts.nextEnd(),
  ]);
  const since = [signed, end].filter((at) => at !== undefined).map((at) => at + wait);
  const next = alarm === undefined ? since : [alarm, ...since];
  return next.length === 0 ? undefined : Math.min(...next);
}

async function tell({ store, notice }: WatchDeps, id: string, what: 'reminder' | 'broken'): Promise<void> {
  const row = await store.work.find(id);
  if (row !== undefined) notice(row, what);
}

/** What nobody has taken over, or handed over, long after it should have been. */
async function escalate({ store, ids, waitMinutes, escalated }: WatchDeps, now: number): Promise<void> {
  const minutes = waitMinutes();
  const since = now - minutes * MINUTE;
  for (const shift of await store.shifts.waiting(since)) {
    const task = waitingTask(shift, ids.next(), now, minutes);
    await store.shifts.escalate(shift.id, now, task);
    escalated(shift.id, task.id);
  }
  for (const shift of await store.shifts.late(since)) {
    const task = lateTask(shift, ids.next(), now, minutes);
    await store.shifts.tellLate(shift.id, now, task);
    escalated(shift.id, task.id);
  }
}
