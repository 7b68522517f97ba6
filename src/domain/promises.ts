import { MINUTE } from './clock.ts';
import type { HandoffReason } from './vocabulary.ts';
import { afterWorkingMinutes, type WorkingTime } from './working-time.ts';

/** What the bot can have promised with a work item: an appointment or a callback, or somebody for a handoff. */
export type Promised = 'appointment' | 'callback' | HandoffReason;

/** How long each promise may take, in minutes. */
export interface PromiseRules {
  readonly work: WorkingTime;
  /** Working time. */
  readonly appointment: number;
  readonly callback: number;
  readonly medicalQuestion: number;
  /** Any other handoff. */
  readonly handoff: number;
  /** A danger to life; by the clock on the wall. */
  readonly urgent: number;
  /** How long before it is due somebody is reminded. */
  readonly remind: number;
}

/** A due time with its reminder, epoch ms. */
export interface DueTime {
  readonly due: number;
  readonly remindAt: number;
}

/**
 * When what was promised at `at` is due. null: the promise stands elsewhere, as that of an unanswered question does in its callback.
 * `at` and the result are epoch ms.
 */
export function promiseDue(what: Promised, at: number, rules: PromiseRules): DueTime | null {
  if (what === 'unanswered') return null;
  if (what === 'emergency' || what === 'self_harm') return { due: at + rules.urgent * MINUTE, remindAt: at };
  const due = afterWorkingMinutes(at, minutesFor(what, rules), rules.work);
  return { due, remindAt: remindAt(due, at, rules) };
}

/** A reminder comes before the end, and not before the promise was made. */
export function remindAt(due: number, at: number, rules: Pick<PromiseRules, 'remind'>): number {
  return Math.max(at, due - rules.remind * MINUTE);
}

function minutesFor(what: Promised, rules: PromiseRules): number {
  if (what === 'appointment') return rules.appointment;
  if (what === 'callback') return rules.callback;
  return what === 'medical_question' ? rules.medicalQuestion : rules.handoff;
}
