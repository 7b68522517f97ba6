import { z } from 'zod';
import { HuifangError } from '../../domain/errors.ts';
import { FINDING_KINDS } from '../../domain/finding.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { GRADES } from '../../domain/vocabulary.ts';

/** The open questions that a labelled message may name (handbook section 9). */
export const MESSAGE_QUESTIONS = [
  'opening',
  'when',
  'doctor',
  'nurse',
  'overall',
  'reason',
  'suggestions',
  'consent_after_death',
  'none',
] as const;
export type MessageQuestion = (typeof MESSAGE_QUESTIONS)[number];

const kind = z.enum(FINDING_KINDS);
const instant = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'not an ISO 8601 instant');
const wanted = z.object({
  kind,
  question: z.string().optional(),
  grade: z.enum(GRADES).optional(),
  at: instant.optional(),
  tier: z.enum(['high', 'low', 'medium']).optional(),
  /** Part of the reason or text that must have been kept. */
  reason: z.string().optional(),
  relation: z.string().optional(),
});

const messageSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  question: z.enum(MESSAGE_QUESTIONS).default('none'),
  lang: z.enum(LANGUAGES).default('zh-CN'),
  now: instant.optional(),
  want: z.array(z.union([kind.transform((name) => ({ kind: name })), wanted])).default([]),
  never: z.array(kind).default([]),
  /** What further readers of the message read in it besides: right if it is found, and not missed if it is not. */
  also: z.array(kind).default([]),
  tags: z.array(z.string()).default([]),
  /** The two messages of a contrast pair share its name. */
  pair: z.string().optional(),
});

/** What a message must be understood as. */
export type Wanted = z.infer<typeof wanted>;

/** One labelled message of handbook section 9. */
export interface LabelledMessage extends Omit<z.infer<typeof messageSchema>, 'want'> {
  readonly want: readonly Wanted[];
}

/** Reads one line of a file of labelled messages. `place` (file:line) stands in the error. */
export function parseMessage(line: string, place: string): LabelledMessage {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new HuifangError('BAD_REQUEST', [`${place}: not JSON`]);
  }
  const read = messageSchema.safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${place}: ${issue.path.join('.')}: ${issue.message}`);
  throw new HuifangError('BAD_REQUEST', faults);
}
