import type { Receipt, SendFailure } from '../../channels/channel.ts';
import type { DeliveryDeps } from './delivery.types.ts';
import { DELIVERY_OF_STATUS } from './delivery-state.ts';
import { resendLater } from './resend.ts';

type ReceiptDeps = Pick<DeliveryDeps, 'store' | 'clock' | 'logger' | 'onUndeliverable' | 'sendingRules'>;

/**
 * Applies a receipt. The store moves states only upward, so order and repetition do not matter. What a failure says
 * about the number is passed on each time it is said: the carrier repeats it if we die in between, and a turn that
 * opts someone out twice changes nothing.
 */
export async function applyReceipt(deps: ReceiptDeps, receipt: Receipt): Promise<void> {
  const { id, providerId, status, failure } = receipt;
  const delivery = DELIVERY_OF_STATUS[status];
  const { code, detail } = failure ?? {};
  const found = await deps.store.outbox.receipt(
    {
      providerId,
      delivery,
      ...(id === undefined ? {} : { id }),
      ...(code === undefined || detail === undefined ? {} : { failure: { code, detail } }),
    },
    deps.clock.now(),
  );
  if (found === undefined) {
    deps.logger.warn({ id, providerId, status }, 'a receipt for a message that is not known');
    return;
  }
  if (failure === undefined) return;
  const why = failure.consequence ?? 'failed';
  if (why === 'failed') {
    if (!found.changed) return; // said before, or it arrived all the same
    alertOf(deps, id, failure);
    if (failure.class === 'retryable' && (await resendLater(deps, found, failure, deps.clock.now()))) return;
  }
  await deps.onUndeliverable(found.conversationId, why, { seq: found.seq, code: failure.code, detail: failure.detail });
}

/** What spoiled this one (a wording that the carrier filters) spoils the next: whoever runs the service has to know. */
function alertOf({ logger }: ReceiptDeps, id: string | undefined, failure: SendFailure): void {
  if (failure.class === 'our_fault')
    logger.error({ id, code: failure.code }, 'the carrier refuses this message by our fault');
}
