import { z } from 'zod';

const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const minutes = (fallback: number) => z.int().min(5).max(MINUTES_OF_A_WEEK).default(fallback);

/** Until when what the bot promises is due. */
export const promisesSchema = z
  .strictObject({
    appointmentMinutes: minutes(240).describe('The appointment desk confirms a request; working time.'),
    callbackMinutes: minutes(480).describe('Somebody calls back with what had to be checked; working time.'),
    medicalQuestionMinutes: minutes(240).describe('The ward or a specialist gets in touch; working time.'),
    handoffMinutes: minutes(60).describe('A colleague takes over for any other reason; working time.'),
    urgentMinutes: minutes(10).describe('Somebody sees to a danger to life; by the clock, day and night.'),
    remindMinutes: minutes(60).describe('So long before a promise is due somebody is reminded.'),
  })
  .prefault({})
  .describe('Minutes until which what the service promises is due; then it stands among the broken promises.');
