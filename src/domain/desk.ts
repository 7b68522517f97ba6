import type { ConversationState, Outcome } from './vocabulary.ts';

/**
 * What staff do with a conversation, beside its dialogue. A record has none until a person is concerned with it: a handoff, a claim,
 * a work item does not make one by itself.
 */
export interface Desk {
  /** Id of the account that has it. While somebody has it the conversation is `with_staff`, and the bot is silent. */
  readonly owner: string | null;
  /** Epoch ms since it has this owner, or since it has none. */
  readonly ownerSince: number;
  /** Epoch ms of the contact's first line that nobody of the staff has answered; null: nobody waits for us. */
  readonly waitingSince: number | null;
  /** Epoch ms: out of the queues until then, or until the contact writes. */
  readonly snoozedUntil: number | null;
  readonly labels: readonly string[];
  /** Epoch ms at which staff first answered the open handoff; null: not yet. */
  readonly answeredAt: number | null;
  /** While it is closed: which account closed it, as what, when (epoch ms), and the last line by then. */
  readonly closed?: {
    readonly by: string;
    readonly at: number;
    readonly outcome: Outcome;
    readonly seq: number;
  };
}

/** Outcomes after which nobody is written to any more; closed so by mistake, a conversation can be taken back. */
export const SILENCING = ['deceased', 'wrong_number', 'opted_out'] as const satisfies readonly Outcome[];

/**
 * Whether staff closed it so that nothing is sent any more, and nothing has come since that would make it right: what the contact
 * wrote themselves is not taken back.
 */
export function isSlip({
  state,
  lastSeq,
  desk,
}: {
  readonly state: ConversationState;
  readonly lastSeq: number;
  readonly desk?: Desk;
}): boolean {
  if (state !== 'closed' || desk?.closed === undefined) return false;
  const { outcome, seq } = desk.closed;
  return SILENCING.some((one) => one === outcome) && (outcome !== 'opted_out' || seq === lastSeq);
}
