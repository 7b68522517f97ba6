import type { Store } from '../store/store.ts';
import { SimulatedClock } from './clocks.ts';

/** Settings key: what the simulated clock showed last, epoch ms. */
export const CLOCK_KEY = 'clock.now';
/** The demo hospital's export is of this day, a Wednesday; the demo begins in its morning. */
export const DEMO_START = Date.parse('2026-11-18T09:00:00+08:00');
const SAVE_EVERY_MS = 10_000;

/** A simulated clock that stands still while the service is down: starting again goes on exactly where it was. */
export interface DemoClock {
  readonly clock: SimulatedClock;
  save(): Promise<void>;
  stop(): Promise<void>;
}

export async function openDemoClock(store: Store): Promise<DemoClock> {
  const saved = Number((await store.settings.get(CLOCK_KEY)) ?? DEMO_START);
  const [newest] = await store.views.list(1, 0);
  const clock = new SimulatedClock(Math.max(saved, newest?.record.updatedAt ?? saved));
  const save = () => store.settings.set(CLOCK_KEY, String(clock.now()));
  await save();
  const timer = setInterval(() => {
    save().catch(() => undefined); // the next one is due in a moment; a store that fails shows elsewhere
  }, SAVE_EVERY_MS);
  return {
    clock,
    save,
    async stop() {
      clearInterval(timer);
      await save();
    },
  };
}
