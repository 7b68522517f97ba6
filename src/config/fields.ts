import { z } from 'zod';
import { LANGUAGES, type Language } from '../domain/language.ts';

/** Small building blocks of the configuration schema. */

const MINUTES_PER_HOUR = 60;

/** Minutes after midnight of `HH:MM`. */
function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * MINUTES_PER_HOUR + minutes;
}

/** A clock time `09:00`; becomes minutes after midnight. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time from 00:00 to 23:59, written HH:MM')
  .transform(toMinutes);

/** A span of the day; both ends belong to it (handbook section 2). */
export const hoursOfDay = z
  .strictObject({
    from: clockTime.describe('First minute of the span, HH:MM.'),
    to: clockTime.describe('Last minute of the span, HH:MM.'),
  })
  .refine((span) => span.from < span.to, { message: 'from earlier than to', path: ['to'] });

/** The same field once for each language that patients can be written to in. */
export function inEachLanguage<T extends z.ZodType>(field: T): z.ZodObject<Record<Language, T>, z.core.$strict> {
  const shape = Object.fromEntries(LANGUAGES.map((language) => [language, field])) as Record<Language, T>;
  return z.strictObject(shape);
}

/** One line of text a patient reads. */
export function words(maxLength: number): z.ZodString {
  return z.string().trim().min(1, 'some text').max(maxLength);
}

/** A telephone number as patients should dial it: digits, with an optional + and hyphens or blanks between. */
export const phoneAsDialled = z
  .string()
  .regex(/^\+?\d(?:[ -]?\d){2,19}$/, 'a telephone number of 3 to 20 digits, hyphens and blanks allowed');

/** A list of spellings that mean the same, such as accepted column headers. */
export const spellings = z.array(z.string().trim().min(1).max(60)).max(60);
