import type { Tuning } from '../../src/app/tuning.ts';

/** One call to the carrier may take so long. */
export const CALL_TIMEOUT = 1_500;

/** The same machinery as in production with shorter spans: a claim outlives a call, a check follows the claim. */
export const TUNING: Tuning = {
  delivery: { leaseMs: 3_000, checkAfterMs: [500, 1_000, 2_000, 2_600, 1_000], retryBaseMs: 200, maxSleepMs: 1_000 },
  carrier: { timeoutMs: CALL_TIMEOUT, absentAfterMs: 2_500 },
  sweep: { everyMs: 4_000, overlapMs: 20_000 },
};
