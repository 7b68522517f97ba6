import { z } from 'zod';
import { HuifangError } from '../domain/errors.ts';
import { LANGUAGES } from '../domain/language.ts';
import {
  CONVERSATION_STATES,
  GRADES,
  HANDOFF_REASONS,
  OUTCOMES,
  PRIORITIES,
  REGISTER_KINDS,
  RESPONDENTS,
} from '../domain/vocabulary.ts';

/**
 * A pattern of a dialogue file. Read with Unicode rules where these accept it; they refuse harmless escapes such as `\\-` that
 * other tools write, so then without. A leading `(?i)` makes it blind to case.
 */
export function patternOf(source: string): RegExp {
  const blind = source.startsWith('(?i)');
  const body = blind ? source.slice(4) : source;
  const flags = blind ? 'i' : '';
  try {
    return new RegExp(body, `${flags}u`);
  } catch {
    return new RegExp(body, flags);
  }
}

const regex = z.string().superRefine((source, context) => {
  try {
    patternOf(source);
  } catch {
    context.addIssue({ code: 'custom', message: 'not a regular expression' });
  }
});
const instant = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'not an ISO 8601 instant');
const duration = z
  .string()
  .regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/, 'not an ISO 8601 duration such as PT48H');
const grade = z.enum(GRADES);

const expectSchema = z.object({
  state: z.enum(CONVERSATION_STATES).optional(),
  outcome: z.enum(OUTCOMES).nullish(),
  respondent: z.enum(RESPONDENTS).nullish(),
  answers: z.record(z.string(), z.union([grade, z.object({ grade, reason: regex.optional() }), z.null()])).optional(),
  registers: z.array(z.enum(REGISTER_KINDS)).optional(),
  handoff: z.object({ reason: z.enum(HANDOFF_REASONS).optional(), priority: z.enum(PRIORITIES).optional() }).nullish(),
  requests: z.array(z.looseObject({ kind: z.string() })).optional(),
  resumeAt: z.union([instant, z.object({ from: instant, to: instant })]).nullish(),
  replies: z
    .array(z.object({ after: z.int().min(-1), match: z.array(regex).optional(), never: z.array(regex).optional() }))
    .optional(),
  never: z.array(regex).optional(),
  sent: z.union([z.int(), z.object({ max: z.int() })]).optional(),
});

/** What happens besides a single text: time, a burst, staff, a message of ours that does not arrive. */
const happening = z.union([
  z.strictObject({ wait: duration }),
  z.strictObject({ burst: z.array(z.string()).min(1) }),
  z.strictObject({ staff: z.enum(['claim', 'release', 'handBack']) }),
  z.strictObject({ staff: z.literal('reply'), text: z.string().min(1) }),
  z.strictObject({ staff: z.literal('close'), outcome: z.enum(OUTCOMES) }),
  z.strictObject({ undelivered: z.enum(['opted_out', 'unreachable', 'expired', 'failed', 'uncertain']) }),
]);

const dialogueSchema = z.object({
  id: z.string().min(1),
  flow: z.enum(['followup', 'consultation']),
  channel: z.enum(['sms', 'telegram', 'web']).optional(),
  lang: z.enum(LANGUAGES).default('zh-CN'),
  now: instant,
  patient: z
    .object({
      name: z.string(),
      gender: z.enum(['male', 'female', 'unknown']).default('unknown'),
      phone: z.string(),
      department: z.string(),
      dischargedOn: z.string(),
    })
    .optional(),
  turns: z.array(z.union([z.string(), happening])),
  tags: z.array(z.string()).default([]),
  expect: expectSchema,
});

/** One scripted conversation with what must come of it (format: docs/flows.md, "Dialogue files"). */
export type Dialogue = z.infer<typeof dialogueSchema>;
export type Expectation = Dialogue['expect'];
export type DialogueTurn = Dialogue['turns'][number];
export type StaffTurn = Extract<DialogueTurn, { staff: unknown }>;

/** Reads one line of a dialogue file. Throws DIALOGUE_INVALID with file, line and every fault. */
export function parseDialogue(line: string, where: string): Dialogue {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new HuifangError('DIALOGUE_INVALID', [
      `${where}: not JSON: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const parsed = dialogueSchema.safeParse(json);
  if (!parsed.success) {
    throw new HuifangError(
      'DIALOGUE_INVALID',
      parsed.error.issues.map((issue) => `${where}: ${issue.path.join('.')}: ${issue.message}`),
    );
  }
  if (parsed.data.flow === 'followup' && parsed.data.patient === undefined) {
    throw new HuifangError('DIALOGUE_INVALID', [`${where}: patient: a follow-up needs its discharge record`]);
  }
  return parsed.data;
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export function durationMs(text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
