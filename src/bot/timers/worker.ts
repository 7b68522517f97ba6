import { type Clock, MINUTE } from '../../domain/clock.ts';
import type { Timer } from '../../domain/timer.ts';
import type { Store } from '../../store/store.ts';
import { createLoop, type Loop } from './loop.ts';

const BATCH = 200;
const MAX_SLEEP_MS = 5_000;
/** How long a timer that failed is left alone, so that one broken conversation neither holds up the others nor fills the log. */
const SET_ASIDE_MS = 10 * MINUTE;

export interface TimerWorkerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly fire: (timer: Timer) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Fires what is due, oldest first. Timers are rows: one that fires when the process dies fires again after the restart. */
export function createTimerWorker(deps: TimerWorkerDeps): Loop {
  const { store, clock, onError } = deps;
  const aside = new Aside();
  const attempt = async (timer: Timer): Promise<void> => {
    try {
      await deps.fire(timer);
    } catch (error) {
      aside.put(timer, clock.now() + SET_ASIDE_MS);
      onError(error);
    }
  };
  const round = async () => {
    for (;;) {
      const now = clock.now();
      aside.release(now);
      const due = await store.timers.due(now, BATCH + aside.size);
      const ready = due.filter((timer) => !aside.has(timer));
      if (ready.length === 0) return due.length === 0 ? store.timers.nextDue() : undefined;
      await Promise.all(ready.map(attempt));
    }
  };
  return createLoop({ clock, round, maxSleepMs: MAX_SLEEP_MS, onError });
}

/** Timers that failed, each until an instant (epoch ms). Kept in memory: after a restart they are tried again. */
class Aside {
  readonly #until = new Map<string, number>();

  get size(): number {
    return this.#until.size;
  }

  put(timer: Timer, until: number): void {
    this.#until.set(keyOf(timer), until);
  }

  has(timer: Timer): boolean {
    return this.#until.has(keyOf(timer));
  }

  release(now: number): void {
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
  }
}

function keyOf({ conversationId, kind, due }: Timer): string {
  return `${conversationId} ${kind} ${String(due)}`;
}
