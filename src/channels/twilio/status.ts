import type { ReceiptStatus } from '../channel.ts';

/**
 * Twilio's message states. Anything else is refused, because its rank is unknown. Where the rank is kept: channels.md
 * 2.6 and the store.
 */
const STATUSES: Readonly<Record<string, ReceiptStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'cancelled',
  read: 'read',
};

/** The state of a message as we name it; undefined for one that is not in the list. */
export function readStatus(status: string | undefined): ReceiptStatus | undefined {
  return status !== undefined && Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
}
