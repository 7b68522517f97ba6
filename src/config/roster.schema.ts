import { z } from 'zod';
import { spellings } from './fields.ts';

const MAX_NAME = 40;
const name = z.string().trim().min(1, 'a name').max(MAX_NAME);

/** What a hospital adds by hand to the staff whom the discharge lists and the knowledge base name. */
export const rosterSchema = z
  .strictObject({
    staff: z
      .array(
        z.strictObject({
          name,
          role: z.enum(['doctor', 'nurse']),
          department: z.string().trim().max(MAX_NAME).default('').describe('As the discharge lists write it.'),
        }),
      )
      .max(2_000)
      .default([])
      .describe('People whom no list names, and other names that patients know somebody by.'),
    departments: z
      .array(
        z.strictObject({
          name: name.describe('As the knowledge base has it.'),
          aliases: spellings.describe('Further names that patients use.'),
        }),
      )
      .max(500)
      .default([])
      .describe('Further names of departments.'),
    hidden: z
      .array(name)
      .max(2_000)
      .default([])
      .describe('Names of the lists that are nobody of the staff any more, or never were.'),
  })
  .prefault({})
  .describe('Staff and departments besides those of the lists.');
