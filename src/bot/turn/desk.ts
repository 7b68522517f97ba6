import type { ConversationRecord } from '../../domain/conversation.ts';
import type { Desk } from '../../domain/desk.ts';
import type { ConversationState } from '../../domain/vocabulary.ts';

/** A conversation that nobody of the staff has looked at yet. */
function newDesk(at: number): Desk {
  return { owner: null, ownerSince: at, waitingSince: null, snoozedUntil: null, labels: [], answeredAt: null };
}

/** What staff had of it, or a fresh sheet. */
export function deskOf({ desk }: Pick<ConversationRecord, 'desk'>, at: number): Desk {
  return desk ?? newDesk(at);
}

/** The contact wrote: they wait, from their first unanswered line on, and nothing they write is slept over. */
function written(desk: Desk, at: number): Desk {
  return { ...desk, waitingSince: desk.waitingSince ?? at, snoozedUntil: null };
}

/** Nobody has it any more. */
function cleared(desk: Desk, at: number): Desk {
  return { ...desk, owner: null, ownerSince: at, waitingSince: null, snoozedUntil: null };
}

/**
 * The desk after a step of the dialogue: a handoff opens it without an owner, the end of one takes the owner away. `heard`: the
 * contact wrote.
 */
export function deskAfter(
  before: Pick<ConversationRecord, 'state' | 'desk'>,
  state: ConversationState,
  { at, heard }: { readonly at: number; readonly heard: boolean },
): Desk | undefined {
  const { desk } = before;
  if (state === 'with_staff') {
    const enters = before.state !== 'with_staff';
    const { closed: _, ...known } = deskOf(before, at);
    const open = enters ? { ...cleared(known, at), answeredAt: null } : known;
    return heard ? written(open, at) : open;
  }
  return desk !== undefined && before.state === 'with_staff' ? cleared(desk, at) : desk;
}
