import { z } from 'zod';
import { isOneWord, saysSomething, taughtFaults } from '../bot/understanding/taught/faults.ts';
import { isMeaning, MEANINGS, type Meaning } from '../bot/understanding/taught/meanings.ts';
import { spellings } from './fields.ts';

const MAX_PHRASE = 60;
const MAX_WORD = 20;
/** The scores of the model lie about 1 apart where it is sure: a third of that changes much. */
const MAX_OFFSET = 0.3;

/** Not an enum: an unknown meaning must not keep the other faults from being told. */
const meaning = z
  .string()
  .refine(isMeaning, `one of ${MEANINGS.join(', ')}`)
  .meta({ enum: [...MEANINGS] })
  .describe('What it means; a rating with its grade.') as unknown as z.ZodType<Meaning, string>;

const phrase = z
  .string()
  .trim()
  .max(MAX_PHRASE)
  .refine((text) => saysSomething(text, 2), 'at least two characters besides punctuation');

const phraseEntry = z.strictObject({
  meaning,
  add: z
    .array(phrase)
    .max(200)
    .default([])
    .describe('Whole messages, or clauses of one, that mean this; emergency and self_harm: anywhere in the message.'),
  block: z
    .array(phrase)
    .max(200)
    .default([])
    .describe('Phrases that never mean this. Not for emergency, self_harm, deceased and opt_out.'),
  at: z
    .array(z.string())
    .max(20)
    .default([])
    .describe(
      'Only while one of these questions stands open: ids of questions, or kinds such as rating and free_text.',
    ),
});

const word = z
  .string()
  .trim()
  .max(MAX_WORD)
  .refine((text) => isOneWord(text), 'a word without punctuation');

const wordLists = z
  .record(z.string(), z.array(word).min(1, 'at least one word').max(200))
  .refine((lists) => Object.keys(lists).length <= 50, 'at most 50 lists')
  .default({})
  .describe('Words that patterns take for each other, by a name of your own.');

const parts = z.array(
  z
    .string()
    .trim()
    .max(MAX_WORD + 2),
);

const patternEntry = z.strictObject({
  meaning,
  all: parts
    .min(2, 'at least two words or lists')
    .max(6)
    .describe('Words and lists (as <name>) that follow each other in one clause, with anything between them.'),
  none: parts.max(20).default([]).describe('Words and lists that must not stand in that clause.'),
  within: z.int().min(2).max(60).default(20).describe('From the first to the last of them at most so many characters.'),
});

const offset = z.number().min(-MAX_OFFSET).max(MAX_OFFSET);

const thresholds = z
  .strictObject(
    Object.fromEntries(MEANINGS.map((name) => [name, offset.optional()])) as Record<
      Meaning,
      z.ZodOptional<typeof offset>
    >,
  )
  .default({})
  .describe('How much surer (above 0) or less sure (below 0) the model must be of a meaning. Safety only below 0.');

const timeWords = z
  .record(z.string(), z.string().trim().max(MAX_WORD))
  .refine((words) => Object.keys(words).length <= 100, 'at most 100 words')
  .default({})
  .describe('Own words of time and what they mean: HH:MM, or a time that is understood already ("收工后": "18:30").');

/** What a hospital adds to the understanding; docs/understanding.md tells how it is tried and accepted. */
export const understandingSchema = z
  .strictObject({
    emergencySigns: spellings
      .default([])
      .describe('Further words that mean an emergency; they only add, the built-in ones always hold.'),
    phrases: z.array(phraseEntry).max(100).default([]).describe('Phrases to add to a meaning, or to keep from it.'),
    wordLists,
    patterns: z.array(patternEntry).max(100).default([]).describe('Meanings of words that follow each other.'),
    thresholds,
    timeWords,
  })
  .superRefine((taught, context) => {
    for (const { path, allowed } of taughtFaults(taught))
      context.addIssue({ code: 'custom', path: [...path], message: allowed });
  })
  .prefault({})
  .describe('Additions to what is understood.');
