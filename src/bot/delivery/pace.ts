import type { DeliverySettings, Rate } from './delivery.types.ts';

/**
 * When a channel may be used: a token bucket for its rate, a hold after "too many requests", and a pause that grows
 * while sending fails by our own fault.
 */
export class ChannelPace {
  readonly #rateNow: () => Rate | undefined;
  readonly #settings: DeliverySettings;
  #tokens: number;
  #filledAt: number;
  #heldUntil = 0;
  #faults = 0;
  #faultCode: string | undefined;

  /** `rate` is asked each time: another configuration holds from the next message on. */
  constructor(rate: () => Rate | undefined, settings: DeliverySettings, now: number) {
    this.#rateNow = rate;
    this.#settings = settings;
    this.#tokens = rate()?.burst ?? Number.POSITIVE_INFINITY;
    this.#filledAt = now;
  }

  /** Whole messages that may leave at `now`. */
  available(now: number): number {
    if (now < this.#heldUntil) return 0;
    this.#refill(now);
    return Math.floor(this.#tokens);
  }

  /** Uses one; false if there is none. */
  take(now: number): boolean {
    if (this.available(now) < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** First instant at which one message may leave. */
  nextAt(now: number): number {
    if (this.available(now) >= 1) return now;
    if (now < this.#heldUntil) return this.#heldUntil;
    const missing = 1 - this.#tokens;
    return now + Math.ceil((missing / (this.#rateNow()?.perSecond ?? 1)) * 1000);
  }

  /** The carrier asked us to slow down. */
  slowDown(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }

  /** Sending failed by our fault: returns the end of the pause, longer each time in a row. */
  fault(code: string, now: number): number {
    // Sends that were under way together are one fault, not several.
    if (this.#faultCode === undefined || now >= this.#heldUntil) {
      const pause = Math.min(this.#settings.pauseMaxMs, this.#settings.pauseBaseMs * 2 ** this.#faults);
      this.#faults += 1;
      this.#heldUntil = Math.max(this.#heldUntil, now + pause);
    }
    this.#faultCode = code;
    return this.#heldUntil;
  }

  /** The carrier took or properly refused a message: the fault is over. True if there was one. */
  recovered(): boolean {
    const had = this.#faultCode !== undefined;
    this.#faults = 0;
    this.#faultCode = undefined;
    return had;
  }

  get faultCode(): string | undefined {
    return this.#faultCode;
  }

  get heldUntil(): number {
    return this.#heldUntil;
  }

  #refill(now: number): void {
    const rate = this.#rateNow();
    if (rate === undefined) return;
    const passed = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(rate.burst, this.#tokens + (passed / 1000) * rate.perSecond);
    this.#filledAt = now;
  }
}
