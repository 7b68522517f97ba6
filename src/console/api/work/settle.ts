import { z } from 'zod';
import type { PhraseRef } from '../../../domain/effect.ts';
import { HuifangError } from '../../../domain/errors.ts';
import { promiseDue } from '../../../domain/promises.ts';
import { TASK_OUTCOMES, type Task, type TaskKind, type TaskOutcome, TOLD_WAYS } from '../../../domain/work.ts';
import type { TaskChange } from '../../../store/store.ts';
import type { WorkDeps } from './deps.ts';

const MAX_TEXT = 500;

/** What is decided of a task; also what its words are asked for with. */
export const settleSchema = z.strictObject({
  version: z.int(),
  outcome: z.enum(TASK_OUTCOMES),
  text: z.string().trim().max(MAX_TEXT),
  appointedAt: z.int().optional(),
  doctor: z.string().trim().max(40).optional(),
  tell: z.enum(TOLD_WAYS),
});
export type Settlement = z.output<typeof settleSchema>;

const ALLOWED: Readonly<Record<TaskKind, readonly TaskOutcome[]>> = {
  appointment: ['confirmed', 'moved', 'refused'],
  callback: ['answered', 'unreached', 'settled'],
  note: ['settled'],
  // It ends with its conversation.
  handoff: [],
};
/** Something is still owed after these. */
const GOES_ON: readonly TaskOutcome[] = ['moved', 'unreached'];
const NEEDS_TIME: readonly TaskOutcome[] = ['confirmed', 'moved'];
const NEEDS_TEXT: readonly TaskOutcome[] = ['refused', 'answered'];

/** Throws BAD_REQUEST for what cannot be decided of this task. */
export function checkSettlement({ kind }: Task, { outcome, text, appointedAt, tell }: Settlement, now: number): void {
  const faults = [
    ALLOWED[kind].includes(outcome) ? '' : `outcome: ${outcome} — allowed: ${ALLOWED[kind].join(', ') || 'none'}`,
    NEEDS_TIME.includes(outcome) && (appointedAt ?? 0) <= now ? 'appointedAt: a time to come' : '',
    NEEDS_TEXT.includes(outcome) && text === '' ? 'text: the reason, or what came of it' : '',
    outcome === 'settled' && tell === 'message' ? 'tell: there is no message for it — allowed: phone, no' : '',
  ].filter((fault) => fault !== '');
  if (faults.length > 0) throw new HuifangError('BAD_REQUEST', faults);
}

/** What changes of the task. What goes on is promised anew: somebody will call about it. */
export function changeFor(
  task: Task,
  given: Settlement,
  call: { account: string; now: number },
  deps: WorkDeps,
): TaskChange {
  const { outcome, text, appointedAt, doctor, tell } = given;
  const { account, now } = call;
  const told = tell === 'message' ? 'no' : tell;
  const base: TaskChange = {
    assignee: account,
    result: { outcome, text, appointedAt: appointedAt ?? null, told, by: account, at: now },
    contactChanged: null,
    ...(doctor === undefined || doctor === '' ? {} : { details: { ...task.details, doctor } }),
  };
  if (!GOES_ON.includes(outcome)) return { ...base, state: 'done' };
  const again = promiseDue({ kind: task.kind === 'appointment' ? 'appointment' : 'callback' }, now, deps.rules());
  return { ...base, state: 'in_progress', ...(again ?? {}) };
}

const PHRASES: Readonly<Partial<Record<TaskOutcome, string>>> = {
  confirmed: 'appointmentConfirmed',
  moved: 'appointmentMoved',
  refused: 'appointmentRefused',
  answered: 'callbackDone',
  unreached: 'callbackMissed',
};

/** How the contact is told, in phrases of the phrase book; undefined when there is none for it. */
export function phrasesFor(
  { details }: Task,
  given: Omit<Settlement, 'version' | 'tell'>,
): readonly PhraseRef[] | undefined {
  const key = PHRASES[given.outcome];
  if (key === undefined) return undefined;
  const doctor = given.doctor === undefined || given.doctor === '' ? details['doctor'] : given.doctor;
  const place = [details['department'], doctor].filter((name) => name !== undefined && name !== '');
  const words = withoutFullStop(given.text);
  return [
    {
      key,
      vars: {
        place: { place: place.map((name) => ({ id: '', name: name ?? '' })) },
        time: { instant: given.appointedAt ?? 0 },
        name: details['name'] ?? '',
        reason: words,
        found: words,
      },
    },
  ];
}

/** The phrase brings its own. */
function withoutFullStop(text: string): string {
  return text.replace(/[。．.！!；;，,\s]+$/u, '');
}
