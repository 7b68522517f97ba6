import { HOUR, MINUTE, SECOND } from '../../domain/clock.ts';
import type { DeliverySettings } from './delivery.types.ts';

/** Defaults; channels.md 1 (send safety) and 2.7 give the reasons for the spans of `checkAfterMs`. */
export const DELIVERY_DEFAULTS: DeliverySettings = {
  concurrency: 16,
  leaseMs: 30 * SECOND,
  maxAttempts: 10,
  retryBaseMs: 5 * SECOND,
  retryMaxMs: 15 * MINUTE,
  checkAfterMs: [20 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE + SECOND, 10 * MINUTE],
  giveUpMs: 6 * HOUR,
  pauseBaseMs: 30 * SECOND,
  pauseMaxMs: 30 * MINUTE,
  maxSleepMs: 30 * SECOND,
  rates: { sms: { perSecond: 10, burst: 10 }, telegram: { perSecond: 25, burst: 25 } },
};

/** `attempts` failed so far: exponential with jitter, between half and all of the step. */
export function backOff(attempts: number, settings: DeliverySettings, random: () => number): number {
  const step = Math.min(settings.retryMaxMs, settings.retryBaseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(step * (0.5 + random() / 2));
}

/** When to look next for a message first tried at `triedAt`. The last step of the schedule repeats. */
export function nextCheck(triedAt: number, now: number, settings: DeliverySettings): number {
  const elapsed = now - triedAt;
  const next = settings.checkAfterMs.find((after) => after > elapsed);
  return next === undefined ? now + (settings.checkAfterMs.at(-1) ?? MINUTE) : triedAt + next;
}
