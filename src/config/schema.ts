import { z } from 'zod';
import { PHRASES, type PhraseKey } from '../bot/phrases/registry.ts';
import { calendarSchema } from './calendar.schema.ts';
import { inEachLanguage, words } from './fields.ts';
import { followupSchema } from './followup.schema.ts';
import { hospitalSchema, sendingHoursSchema, staffHoursSchema } from './hospital.schema.ts';
import { intakeSchema } from './intake.schema.ts';
import { promisesSchema } from './promises.schema.ts';
import { registersSchema } from './registers.schema.ts';
import { reportsSchema } from './reports.schema.ts';
import { rosterSchema } from './roster.schema.ts';
import { shiftsSchema } from './shifts.schema.ts';
import { slaSchema, smsPriceSchema } from './sla.schema.ts';
import { standardRepliesSchema } from './standard-replies.schema.ts';
import { understandingSchema } from './understanding.schema.ts';

const MAX_PHRASE = 400;

/** One entry for each phrase of the registry, so that a missing or an unknown one is a fault with its path. */
function phrasesSchema() {
  const wording = inEachLanguage(words(MAX_PHRASE));
  const entries = Object.entries(PHRASES).map(([key, spec]) => {
    const holes = spec.placeholders.map((name) => `{${name.replace('?', '')}}`).join(' ');
    return [key, wording.describe(holes === '' ? spec.meaning : `${spec.meaning}. Placeholders: ${holes}`)] as const;
  });
  return z
    .strictObject(Object.fromEntries(entries) as Record<PhraseKey, typeof wording>)
    .describe('Every sentence the service says.');
}

const channelsSchema = z
  .strictObject({
    sms: z
      .strictObject({
        settleMs: z
          .int()
          .min(0)
          .max(10_000)
          .default(2_000)
          .describe('Texts that follow each other within this time are read together, in milliseconds.'),
        ratePerSecond: z
          .number()
          .min(0.1)
          .max(1_000)
          .default(1)
          .describe('Messages a second that the sender may send (US long code 1, toll-free 3, short code 100).'),
      })
      .prefault({}),
  })
  .prefault({})
  .describe('Carriers.');

/** Where a phrase can be tied to, besides the ids of the configured questions. */
const OPEN_QUESTIONS = [
  'opening',
  'when',
  'consent_after_death',
  'confirm',
  'none',
  'rating',
  'free_text',
  'reason',
  'facts',
];

/** flows.config.json: the one schema, from which types, defaults, checks and flows.config.schema.json come. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Lets editors help; not read by the service.'),
    hospital: hospitalSchema,
    sendingHours: sendingHoursSchema,
    staffHours: staffHoursSchema,
    calendar: calendarSchema,
    followup: followupSchema,
    channels: channelsSchema,
    intake: intakeSchema,
    registers: registersSchema,
    knowledge: z
      .strictObject({ file: words(300).describe('Path of the knowledge base, relative to this file.') })
      .describe('What hospital questions are answered from.'),
    roster: rosterSchema,
    understanding: understandingSchema,
    console: z
      .strictObject({
        sla: slaSchema,
        promises: promisesSchema,
        shifts: shiftsSchema,
        reports: reportsSchema,
        smsPrice: smsPriceSchema,
        standardReplies: standardRepliesSchema,
      })
      .prefault({})
      .describe('What the staff console works by.'),
    phrases: phrasesSchema(),
  })
  .superRefine(({ understanding, followup }, context) => {
    const places = [...followup.questions.map(({ id }) => id), ...OPEN_QUESTIONS];
    for (const [index, { at }] of understanding.phrases.entries()) {
      for (const [place, question] of at.entries()) {
        if (places.includes(question)) continue;
        const path = ['understanding', 'phrases', index, 'at', place];
        context.addIssue({ code: 'custom', path, message: `one of ${places.join(', ')}` });
      }
    }
  })
  .describe('Settings and wording of one hospital.');

/** A checked configuration: defaults filled in, clock times in minutes after midnight. */
export type HospitalConfig = z.output<typeof configSchema>;
