import { isPaused } from '../bot/campaign/switch.ts';
import { MINUTE } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

/** Openings and sends of so long a time are done at one stop. */
const STRIDE = 5 * MINUTE;
/** How long one stop may take to come to rest, real milliseconds. */
const REST_LIMIT_MS = 3_000;
const REST_POLL_MS = 1;
const REST_POLL_MAX_MS = 100;

export interface TimeTravelDeps {
  readonly store: Store;
  readonly clock: { now(): number; moveTo(instant: number): void };
  readonly wake: () => void;
}

/**
 * Moves the simulated clock to `target`, stopping wherever something falls due, so that it happens in its order. Where
 * something cannot be done (the log says what), the rest of the way is one jump.
 */
export async function travelTo(deps: TimeTravelDeps, target: number): Promise<void> {
  const { clock, wake } = deps;
  let stuck = false;
  while (clock.now() < target) {
    clock.moveTo(stuck ? target : await nextStop(deps, target));
    wake();
    stuck = !(await rest(deps));
  }
}

/** Agreed times and reminders come to the minute; messages that are opened or sent are taken several at a stop. */
async function nextStop({ store, clock }: TimeTravelDeps, target: number): Promise<number> {
  const { timer, other } = await dues(store);
  const batch = other === undefined ? target : Math.max(other, clock.now()) + STRIDE;
  return Math.min(target, timer ?? target, batch);
}

/** When the next thing happens by itself: a timer, a line that leaves, a follow-up that is opened. */
export async function nextDue(store: Store): Promise<number | undefined> {
  const { timer, other } = await dues(store);
  return earliest(timer, other);
}

async function dues(store: Store): Promise<{ timer: number | undefined; other: number | undefined }> {
  const paused = await isPaused(store);
  const [timer, line, followUp] = await Promise.all([
    store.timers.nextDue(),
    store.outbox.nextDue(),
    paused ? undefined : store.campaign.nextDue(),
  ]);
  return { timer, other: earliest(line, followUp) };
}

function earliest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** Waits until nothing is due any more; false when that does not come about. */
async function rest(deps: TimeTravelDeps): Promise<boolean> {
  const until = Date.now() + REST_LIMIT_MS;
  for (let pause = REST_POLL_MS; Date.now() < until; pause = Math.min(2 * pause, REST_POLL_MAX_MS)) {
    const due = await nextDue(deps.store);
    const { sending } = await deps.store.outbox.counts();
    if (sending === 0 && (due === undefined || due > deps.clock.now())) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
    deps.wake();
  }
  return false;
}
