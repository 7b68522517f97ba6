import { z } from 'zod';
import { NAME_STYLES } from '../bot/phrases/name-style.ts';
import { inEachLanguage, words } from './fields.ts';

const MAX_QUESTION = 200;
const MAX_TOPIC = 30;

const question = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,29}$/, 'small letters, digits and _, beginning with a letter')
    .describe('Stands in answers, reports and dialogue files; never change it once used.'),
  type: z.enum(['rating', 'free_text']).describe('rating: 满意 / 基本满意 / 不满意; free_text: own words.'),
  roles: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'a role such as doctor or nurse'))
    .max(5)
    .default([])
    .describe('Roles the rating is about (doctor, nurse); empty for the hospital as a whole.'),
  ask: inEachLanguage(words(MAX_QUESTION)).describe('The question as first asked.'),
  simpler: inEachLanguage(words(MAX_QUESTION)).describe('The same in simpler words, for who did not understand.'),
  topic: inEachLanguage(words(MAX_TOPIC)).describe('Short noun for it inside other sentences, e.g. 医生的技术和服务.'),
});

/** Question ids that mean something else in the dialogue, or that every record of answers seems to have. */
const RESERVED = ['opening', 'when', 'consent_after_death', 'reason', 'facts', 'confirm', 'none', 'constructor'];

const questions = z
  .array(question)
  .min(1, 'at least one question')
  .max(10)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'an id used only once' });
      if (RESERVED.includes(id))
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `any id but ${RESERVED.join(', ')}` });
      seen.add(id);
    }
  })
  .describe('In the order of asking.');

const grades = z
  .strictObject({
    satisfied: inEachLanguage(words(MAX_TOPIC)),
    mostly_satisfied: inEachLanguage(words(MAX_TOPIC)),
    dissatisfied: inEachLanguage(words(MAX_TOPIC)),
    no_opinion: inEachLanguage(words(MAX_TOPIC)),
  })
  .describe('How the grades are called in messages and on buttons.');

/** The follow-up of discharged inpatients (handbook section 2). */
export const followupSchema = z
  .strictObject({
    delayDays: z.int().min(0).max(29).default(3).describe('Days from discharge to the first message.'),
    windowDays: z.int().min(1).max(60).default(30).describe('Nobody is contacted later than this after discharge.'),
    nameShown: z
      .enum(NAME_STYLES)
      .default('masked')
      .describe('How much of the name the opening shows: full 王建国, masked 王*国, surname_title 王先生.'),
    reminderAfterHours: z.int().min(1).max(168).default(24).describe('Silence until the one reminder.'),
    expireAfterHours: z.int().min(1).max(336).default(48).describe('Silence after the reminder until it closes.'),
    bereavementExpireAfterHours: z.int().min(1).max(336).default(72).describe('Silence after a death until it closes.'),
    maxProactivePerDay: z.int().min(1).max(3).default(1).describe('Messages a day that a contact did not ask for.'),
    maxProactivePerWeek: z.int().min(1).max(7).default(3).describe('The same within seven days.'),
    grades,
    questions,
  })
  .refine((followup) => followup.delayDays < followup.windowDays, {
    message: 'a number below windowDays',
    path: ['delayDays'],
  })
  .describe('The follow-up conversation and when it is held.');
