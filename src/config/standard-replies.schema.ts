import { z } from 'zod';
import { HOSPITAL_PLACEHOLDERS } from '../bot/phrases/book.ts';
import { forbiddenIn } from '../bot/phrases/forbidden.ts';
import { holesOf } from '../bot/phrases/template.ts';
import { inEachLanguage, words } from './fields.ts';

const LONGEST_TITLE = 30;
const LONGEST_TEXT = 400;
const MOST = 200;

/** What may stand in braces: `{name}` is the patient's, as surname and title. */
const PLACEHOLDERS: readonly string[] = ['name', ...HOSPITAL_PLACEHOLDERS];

/** As with the phrases: handbook section 5 holds for what staff are given to say, and a hole has to be known. */
const text = words(LONGEST_TEXT).superRefine((wording, context) => {
  for (const hit of forbiddenIn(wording))
    context.addIssue({ code: 'custom', message: `other words than "${hit.wording}" (${hit.reason})` });
  for (const hole of holesOf(wording))
    if (!PLACEHOLDERS.includes(hole))
      context.addIssue({
        code: 'custom',
        message: `{${hole}} is unknown; ${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`,
      });
});

const reply = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, '2 to 40 small letters, digits, hyphens')
    .describe('Stays the same when the wording changes.'),
  group: z
    .enum(['complaint', 'medical', 'appointment', 'contact', 'courtesy', 'grief'])
    .describe('Under which heading officers find it.'),
  shortcut: z
    .string()
    .regex(/^[a-z0-9]{1,10}$/, '1 to 10 small letters or digits')
    .optional()
    .describe('Typed after a slash it puts the reply in.'),
  title: inEachLanguage(words(LONGEST_TITLE)).describe('What officers choose it by.'),
  text: inEachLanguage(text).describe(
    `What the contact reads. Placeholders: ${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`,
  ),
});

/** What officers often say, so that it is said well (handbook section 3). */
export const standardRepliesSchema = z
  .array(reply)
  .max(MOST)
  .superRefine((replies, context) => {
    for (const key of ['id', 'shortcut'] as const) {
      const seen = new Set<string>();
      for (const [index, one] of replies.entries()) {
        const value = one[key];
        if (value !== undefined && seen.has(value))
          context.addIssue({ code: 'custom', path: [index, key], message: `each ${key} once` });
        if (value !== undefined) seen.add(value);
      }
    }
  })
  .default([])
  .describe('Replies that officers put in with a click or a shortcut; checked for wordings like the phrases.');
