import type { Clock } from '../../domain/clock.ts';

/** What a round found: when to look again (epoch ms of the service's clock), or nothing to wait for. */
type Round = () => Promise<number | undefined>;

export interface LoopOptions {
  readonly clock: Clock;
  readonly round: Round;
  /** Longest sleep in real milliseconds, so that a missed wake-up heals itself. */
  readonly maxSleepMs: number;
  readonly onError: (error: unknown) => void;
}

/** A background worker: rounds one after another, asleep until the next due moment or a wake-up. */
export interface Loop {
  start(): void;
  /** Something changed (a commit, the simulated clock): look now. */
  wake(): void;
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
}

const PAUSE_AFTER_ERROR_MS = 1_000;

export function createLoop(options: LoopOptions): Loop {
  return new BackgroundLoop(options);
}

class BackgroundLoop implements Loop {
  readonly #options: LoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  wake(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#work().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.wake();
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#again = false;
    clearTimeout(this.#timer);
    await this.#running;
    clearTimeout(this.#timer);
  }

  async #work(): Promise<void> {
    const { clock, round, maxSleepMs, onError } = this.#options;
    let sleep = maxSleepMs;
    try {
      const next = await round();
      if (next !== undefined) sleep = Math.min(maxSleepMs, Math.max(0, next - clock.now()));
    } catch (error) {
      onError(error);
      sleep = PAUSE_AFTER_ERROR_MS;
    }
    if (!this.#stopped) {
      this.#timer = setTimeout(() => {
        this.wake();
      }, sleep);
    }
  }
}
