import { MINUTE } from './clock.ts';
import { answerDue, type SlaRules, workingTime } from './sla.ts';
import type { HandoffReason, Priority } from './vocabulary.ts';
import { afterWorkingMinutes } from './working-time.ts';

/** What the bot can have promised with a work item: an appointment or a callback, or somebody for a handoff. */
export type Promised =
  | { readonly kind: 'appointment' | 'callback' }
  | { readonly kind: 'handoff'; readonly reason: HandoffReason; readonly priority: Priority };

/** How long each promise may take. */
export interface PromiseRules {
  /** Of handoffs: somebody who waits is promised what the clock of the inbox counts down. */
  readonly sla: SlaRules;
  /** Minutes of working time. */
  readonly appointment: number;
  readonly callback: number;
  /** How many minutes before it is due somebody is reminded. */
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
  const due = dueOf(what, at, rules);
  return due === null ? null : { due, remindAt: remindAt(due, at, rules) };
}

/** A reminder comes before the end, and not before the promise was made. */
export function remindAt(due: number, at: number, rules: Pick<PromiseRules, 'remind'>): number {
  return Math.max(at, due - rules.remind * MINUTE);
}

function dueOf(what: Promised, at: number, rules: PromiseRules): number | null {
  if (what.kind !== 'handoff') return afterWorkingMinutes(at, rules[what.kind], workingTime(rules.sla));
  return what.reason === 'unanswered' ? null : answerDue(at, what.priority, rules.sla);
}
