import type { DeliveryState } from '../domain/message.ts';

/**
 * How far a line has got (channels.md 2.6). The last states of a line share a rank: the first one to arrive stands, and only
 * `read` says more. Both backends compare by this table.
 */
const RANK: Readonly<Record<DeliveryState, number>> = {
  none: 0,
  pending: 1,
  sending: 2,
  uncertain: 3,
  accepted: 4,
  queued: 5,
  sent: 6,
  delivered: 7,
  undelivered: 7,
  failed: 7,
  cancelled: 7,
  expired: 7,
  read: 8,
};

/** True if a line in state `from` may become `to`: states only move upward. */
export function movesUp(from: DeliveryState, to: DeliveryState): boolean {
  return RANK[to] > RANK[from];
}

/**
 * A receipt speaks with the carrier's words: its `sending` means that the carrier has the line, which in our words is
 * `queued`. States before `accepted` say nothing about a line that is out.
 */
export function fromReceipt(state: DeliveryState): DeliveryState | undefined {
  if (state === 'sending') return 'queued';
  return RANK[state] >= RANK.accepted ? state : undefined;
}
