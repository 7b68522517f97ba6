import { expect } from 'vitest';
import type { withStore } from './harness.ts';
import { deliveries, FAILURE, ids, LEASE, URGENT } from './outbox-lines.ts';
import { begin, nextTurn, T0 } from './turns.ts';

/** What a turn takes back from the outbox. */
export function cancelling(test: ReturnType<typeof withStore>): void {
  test('a turn cancels what has not left: neither claimed nor urgent lines, nor its own', async (store) => {
    const record = await begin(store, 1, { out: ['claimed', 'waits', URGENT] });
    await begin(store, 2, { out: ['other conversation'] });
    await store.outbox.settle(
      (await ids(store.outbox.claim(T0, 1, LEASE)))[0] ?? '',
      { type: 'done', delivery: 'sent' },
      T0,
    );
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.1', 'c2.1']);
    await store.turns.commit(nextTurn(record, { out: [URGENT, 'new'] }, { cancelUnsent: true }));
    expect(await deliveries(store)).toEqual(['sending', 'cancelled', 'sent', 'pending', 'pending']);
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.4']);
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'accepted' }, T0);
    await store.outbox.settle('c1.4', { type: 'done', delivery: 'accepted' }, T0);
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.5']);
  });

  test('an uncertain line is not cancelled: it may be out', async (store) => {
    const record = await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0, failure: FAILURE }, T0);
    await store.turns.commit(nextTurn(record, {}, { cancelUnsent: true }));
    expect(await deliveries(store)).toEqual(['uncertain']);
    expect(await ids(store.outbox.claimUncertain(T0, 10, LEASE))).toEqual(['c1.1']);
  });
}
