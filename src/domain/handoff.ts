import type { Handoff } from './conversation.ts';
import { HANDOFF_REASONS, type HandoffReason, PRIORITIES, type Priority } from './vocabulary.ts';

/** How soon somebody has to be there (handbook section 5). */
export function priorityOf(reason: HandoffReason): Priority {
  if (reason === 'emergency' || reason === 'self_harm') return 'urgent';
  return reason === 'threat' ? 'high' : 'normal';
}

export function higher(one: Priority, other: Priority): Priority {
  return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
}

/** A red flag renames an open handoff, the earlier name stays in its history; anything else only raises it. */
export function joinHandoff(open: Handoff | null, next: Pick<Handoff, 'reason' | 'priority'>, now: number): Handoff {
  if (open === null) return { ...next, since: now, history: [] };
  const priority = higher(open.priority, next.priority);
  const rank = HANDOFF_REASONS.indexOf(next.reason);
  const renames = priorityOf(next.reason) === 'urgent' && rank < HANDOFF_REASONS.indexOf(open.reason);
  if (!renames) return { ...open, priority };
  return { reason: next.reason, priority, since: open.since, history: [...open.history, open.reason] };
}
