import type { DeliveryState } from '../../../src/domain/message.ts';
import type { OutboxLine, Store } from '../../../src/store/store.ts';

export const LEASE = 60_000;
export const FAILURE = { code: '30008', detail: 'the carrier gave no reason' };
export const URGENT = { text: '请立即拨打120', mark: { urgent: true } };

export async function ids(lines: Promise<readonly OutboxLine[]>): Promise<string[]> {
  return (await lines).map((line) => line.id);
}

export async function deliveries(store: Store, id = 'c1'): Promise<DeliveryState[]> {
  return ((await store.views.view(id))?.messages ?? []).map((line) => line.delivery);
}
