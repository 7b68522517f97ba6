import type { ReceiptStatus } from '../../channels/channel.ts';
import type { DeliveryState } from '../../domain/message.ts';

/**
 * A carrier's status as a delivery state. The carrier's own `sending` is `queued` here, because our `sending` means
 * that the call to the carrier is under way.
 */
export const DELIVERY_OF_STATUS: Readonly<Record<ReceiptStatus, DeliveryState>> = {
  accepted: 'accepted',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  cancelled: 'cancelled',
  read: 'read',
};
