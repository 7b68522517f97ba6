import type { Clock } from '../../src/domain/clock.ts';

/** Runs with the real time from a chosen instant on, and can be moved forward. */
export class MovingClock implements Clock {
  #offset: number;

  constructor(startAt: number) {
    this.#offset = startAt - Date.now();
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  advance(span: number): void {
    this.#offset += span;
  }
}

/** Waits until `check` holds; fails with `what` after `limitMs`. */
export async function until(what: string, check: () => boolean | Promise<boolean>, limitMs = 5_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited ${String(limitMs)} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
