import { z } from 'zod';

/** Below so many answers a rate says more about chance than about care (standards.md 5: no ranking below a set n). */
const MINIMUM = 30;

/** What reports show. */
export const reportsSchema = z
  .strictObject({
    minimum: z
      .int()
      .min(1)
      .max(1_000)
      .default(MINIMUM)
      .describe(
        'Below so many answers, stays, handoffs or entries no share and no average of them is shown and nothing is ranked.',
      ),
  })
  .prefault({})
  .describe('What reports show.');
