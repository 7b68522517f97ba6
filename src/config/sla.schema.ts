import { z } from 'zod';

const MINUTES_A_WEEK = 7 * 24 * 60;

/** How soon somebody who waits for a person is answered: the one table that the inbox, promises and reports go by. */
export const slaSchema = z
  .strictObject({
    urgentAlertSeconds: z
      .int()
      .min(5)
      .max(600)
      .default(60)
      .describe(
        'An emergency or thoughts of self-harm: opened by somebody of the staff within so many seconds, at any hour. Reports show how often.',
      ),
    urgentMinutes: z
      .int()
      .min(1)
      .max(120)
      .default(5)
      .describe('An emergency or thoughts of self-harm: answered within so many minutes, at any hour.'),
    highMinutes: z
      .int()
      .min(1)
      .max(MINUTES_A_WEEK)
      .default(30)
      .describe(
        'A threat to go to the press or an authority: answered within so many minutes of working time (staffHours, without holidays).',
      ),
    normalMinutes: z
      .int()
      .min(1)
      .max(MINUTES_A_WEEK)
      .default(240)
      .describe('Everybody else: answered within so many minutes of working time (staffHours, without holidays).'),
  })
  .prefault({})
  .describe(
    'How soon somebody who waits for a person is answered: the clock of the inbox counts it down, the work item promises it, and reports count what was in time.',
  );

/** What an SMS costs, as the contract with the carrier says. */
export const smsPriceSchema = z
  .strictObject({
    amount: z.number().min(0).max(1_000).describe('Price of one segment.'),
    currency: z.string().trim().min(1).max(8).describe('As it is shown: 元, NT$, US$ …'),
  })
  .optional()
  .describe('What one SMS segment costs; without it the console shows segments only.');
