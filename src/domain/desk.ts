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
}
