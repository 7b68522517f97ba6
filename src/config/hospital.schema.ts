import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { hoursOfDay, inEachLanguage, phoneAsDialled, words } from './fields.ts';
import { REGION_CODES, REGIONS } from './regions.ts';

/** Longest name that still leaves room for the opening in two SMS segments; the length check has the last word. */
const MAX_NAME = 60;

/** True if Node knows the time zone. */
function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const phones = z
  .strictObject({
    main: phoneAsDialled.describe('Switchboard or enquiries; given to people we do not know.'),
    verify: phoneAsDialled.describe('Published number at which anyone can ask whether a message is really ours.'),
    emergency: phoneAsDialled.describe("The emergency department's own number; named in safety texts."),
    complaints: phoneAsDialled.describe('Complaints office.'),
  })
  .describe('Numbers of the hospital, written as patients dial them.');

/** Who we are. */
export const hospitalSchema = z
  .strictObject({
    name: inEachLanguage(words(MAX_NAME)).describe('Official name, as it stands in messages.'),
    staffNo: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,10}$/, '1 to 10 letters, digits or hyphens')
      .describe('Staff number the follow-up service works under (handbook situation 16).'),
    zone: z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai').describe('IANA time zone.'),
    language: z
      .enum(LANGUAGES)
      .default('zh-CN')
      .describe('Language of the first message where the patient has no other.'),
    region: z
      .enum(REGION_CODES)
      .describe(
        'Decides emergency number and crisis line, and whose mobile numbers a list may hold without a country code.',
      ),
    emergencyPhone: phoneAsDialled.optional().describe("Overrides the region's emergency number."),
    crisisPhone: phoneAsDialled.optional().describe("Overrides the region's crisis line."),
    phones,
  })
  .superRefine((hospital, context) => {
    if (REGIONS[hospital.region] !== undefined) return;
    for (const key of ['emergencyPhone', 'crisisPhone'] as const) {
      if (hospital[key] === undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'a telephone number, because region is OTHER' });
    }
  })
  .describe('The hospital as patients know it.');

/** When we may start to talk (handbook section 2: default 09:00–21:00, both ends included). */
export const sendingHoursSchema = hoursOfDay
  .prefault({ from: '09:00', to: '21:00' })
  .describe('Messages nobody has asked for leave only in this span of the day; answers leave at any hour.');

/** When a colleague is there. */
export const staffHoursSchema = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.int().min(1).max(7))
          .min(1)
          .max(7)
          .refine((days) => new Set(days).size === days.length, 'each day once')
          .describe('1 = Monday … 7 = Sunday.'),
        from: hoursOfDay.shape.from,
        to: hoursOfDay.shape.to,
      })
      .refine((span) => span.from < span.to, { message: 'from earlier than to', path: ['to'] }),
  )
  .min(1, 'at least one span')
  .max(14)
  .describe('Working hours of the staff who take conversations over.');
