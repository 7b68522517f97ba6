import { z } from 'zod';

const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const minutes = (fallback: number) => z.int().min(5).max(MINUTES_OF_A_WEEK).default(fallback);
/** A setting of earlier versions: the file is refused, and whoever reads that is told where it stands now. */
const moved = (where: string) =>
  z
    .never(`nothing of this name any more; how soon somebody is answered stands in ${where}`)
    .optional()
    .describe(`Gone: see ${where}.`);

/** Until when what the bot promises is due, besides the answer of a person (`console.sla`). */
export const promisesSchema = z
  .strictObject({
    appointmentMinutes: minutes(240).describe('The appointment desk confirms a request; working time.'),
    callbackMinutes: minutes(480).describe('Somebody calls back with what had to be checked; working time.'),
    remindMinutes: minutes(60).describe('So long before a promise is due somebody is reminded.'),
    urgentMinutes: moved('console.sla.urgentMinutes'),
    handoffMinutes: moved('console.sla.highMinutes and console.sla.normalMinutes'),
    medicalQuestionMinutes: moved('console.sla.normalMinutes'),
  })
  .prefault({})
  .describe(
    'Minutes until which what the service promises is due; then it stands among the broken promises. When a person takes over is promised by console.sla.',
  );
