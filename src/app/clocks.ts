import type { Clock } from '../domain/clock.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock of its own that runs at the speed of the real one and can be moved forward: for the demo only. */
export class SimulatedClock implements Clock {
  #offset: number;

  /** `start`: what it shows now, epoch ms. */
  constructor(start: number) {
    this.#offset = start - Date.now();
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Moves to `instant`; never backwards. */
  moveTo(instant: number): void {
    this.#offset += Math.max(0, instant - this.now());
  }
}
