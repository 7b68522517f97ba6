import { z } from 'zod';
import {
  DISMISSALS,
  REGISTER_CATEGORIES,
  REGISTER_CHANNELS,
  REGISTER_STATUSES,
  SEVERITIES,
} from '../../../domain/register.ts';
import { REGISTER_KINDS } from '../../../domain/vocabulary.ts';

const MAX_LINE = 200;
const MAX_TEXT = 4_000;
const MAX_LIST = 20;
const MAX_PAGE = 100;

const line = z.string().trim().max(MAX_LINE);
const text = z.string().trim().max(MAX_TEXT);
const reason = z.string().trim().min(2).max(MAX_LINE);
const department = z.string().trim().min(1).max(60);
const categories = z.array(z.enum(REGISTER_CATEGORIES)).max(MAX_LIST);
const severity = z.enum(SEVERITIES);
const version = z.int().min(0);

const kind = z.enum(REGISTER_KINDS);
export const entryParams = z.strictObject({ kind, number: z.string().regex(/^\d{4}-\d{4,9}$/, 'such as 2026-0001') });

/** The columns that are filled in without a step. */
const formFields = z.strictObject({
  contactName: line.exactOptional(),
  relation: line.exactOptional(),
  patientName: line.exactOptional(),
  recordNo: line.exactOptional(),
  phone: line.exactOptional(),
  address: line.exactOptional(),
  followedUpAt: z.int().nullable().exactOptional(),
  concerns: z.array(line.min(1)).max(MAX_LIST).exactOptional(),
  concernedDepartment: line.exactOptional(),
  categories: categories.exactOptional(),
  severity: severity.exactOptional(),
  proposal: text.exactOptional(),
  opinion: text.exactOptional(),
  facts: text.exactOptional(),
  improvement: text.exactOptional(),
  returnVisit: text.exactOptional(),
  handled: text.exactOptional(),
  remarks: text.exactOptional(),
});

/** A complaint says whom it is about, or expressly that nobody was named: who is, never handles it. */
export const newEntry = z
  .strictObject({
    kind,
    text: text.min(1),
    receivedAt: z.int(),
    receivedThrough: z.enum(REGISTER_CHANNELS),
    conversationId: z.string().min(1).max(64).nullable(),
    fields: formFields,
    nobodyNamed: z.boolean().default(false),
  })
  .refine(
    ({ kind: of, fields, nobodyNamed }) => of !== 'complaint' || nobodyNamed || (fields.concerns ?? []).length > 0,
    {
      message: 'whom it is about, or nobodyNamed',
      path: ['fields', 'concerns'],
    },
  );

export const entryEdit = z.strictObject({
  version,
  fields: formFields,
  /** What the contact said on the telephone about the result. */
  settled: z.strictObject({ settled: z.boolean(), words: text }).exactOptional(),
});

export const entryLink = z.strictObject({ version, target: entryParams.shape.number.nullable() });

/** One step of the workflow; each takes what it writes and nothing else. */
export const entryStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('take'), version }),
  z.strictObject({
    step: z.literal('assign'),
    version,
    reason: reason.exactOptional(),
    fields: z.strictObject({
      department,
      coDepartments: z.array(department).max(MAX_LIST),
      categories,
      severity,
    }),
  }),
  z.strictObject({
    step: z.literal('answer'),
    version,
    finding: text,
    fields: z.strictObject({ facts: text.exactOptional(), improvement: text.exactOptional() }).exactOptional(),
  }),
  z.strictObject({
    step: z.literal('approve'),
    version,
    fields: z.strictObject({ proposal: text, opinion: text.exactOptional() }),
  }),
  z.strictObject({ step: z.literal('instruct'), version, fields: z.strictObject({ instruction: text }) }),
  z.strictObject({ step: z.literal('return'), version, reason }),
  z.strictObject({ step: z.literal('pause'), version, reason }),
  z.strictObject({ step: z.literal('resume'), version }),
  z.strictObject({
    step: z.literal('close'),
    version,
    reply: z.strictObject({ text, channel: z.enum(REGISTER_CHANNELS) }),
  }),
  z.strictObject({
    step: z.literal('dismiss'),
    version,
    dismissal: z.enum(DISMISSALS),
    reason: reason.exactOptional(),
  }),
  z.strictObject({
    step: z.literal('join'),
    version,
    joined: z.strictObject({
      written: line.min(1),
      person: z.strictObject({ name: line.min(1), role: z.enum(['doctor', 'nurse']), department: line }),
    }),
  }),
  z.strictObject({ step: z.literal('conclude'), version, fields: z.strictObject({ handled: text }) }),
]);

/** A list in one word of the address: `open,assigned`. */
const listOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((written) => written.split(','))
    .pipe(z.array(z.enum(values)).min(1));

export const entryFilter = z.strictObject({
  kinds: listOf(REGISTER_KINDS).default(['complaint', 'suggestion']),
  status: listOf(REGISTER_STATUSES).exactOptional(),
  department: line.min(1).exactOptional(),
  category: z.enum(REGISTER_CATEGORIES).exactOptional(),
  overdue: z.literal('1').exactOptional(),
  text: line.min(1).exactOptional(),
  year: z.coerce.number().int().min(2000).max(2100).exactOptional(),
  order: z.enum(['newest', 'due']).default('newest'),
});

export const entryQuery = entryFilter.extend({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  after: z.string().max(40).exactOptional(),
});

export const language = z.enum(['zh-CN', 'zh-TW', 'en']).default('zh-CN');
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11');
export const withReason = z.strictObject({ reason });
