import { describe, expect } from 'vitest';
import { DAY } from '../../../src/domain/clock.ts';
import type { DeliveryState } from '../../../src/domain/message.ts';
import type { Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import { cancelling } from './outbox-cancelled.ts';
import { deliveries, FAILURE, ids, LEASE, URGENT } from './outbox-lines.ts';
import type { StoreFactory } from './suite.ts';
import { begin, newContact, nextTurn, T0 } from './turns.ts';

/** Claiming, order, settling, receipts. */
export function outboxContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: outbox`, () => {
    claiming(test);
    settling(test);
    uncertainty(test);
    receipts(test);
    cancelling(test);
  });
}

function claiming(test: ReturnType<typeof withStore>): void {
  test('a claimed line carries all that a worker needs', async (store) => {
    const record = await begin(store, 1, {
      in: ['好'],
      out: [{ text: '您好', mark: { proactive: true, confirmsOptOut: true, expiresAt: T0 + 99 } }],
    });
    expect(await store.outbox.counts()).toEqual({ pending: 1, sending: 0, uncertain: 0 });
    const [line] = await store.outbox.claim(T0 + 5, 10, LEASE);
    expect(line).toEqual({
      id: 'c1.2',
      conversationId: 'c1',
      seq: 2,
      channel: 'sms',
      address: record.address,
      text: '您好',
      options: ['满意'],
      mark: { urgent: false, proactive: true, confirmsOptOut: true, notBefore: T0, expiresAt: T0 + 99 },
      fence: 0,
      currentFence: 0,
      optedOut: false,
      overtaken: false,
      attempts: 1,
      firstTriedAt: T0 + 5,
      providerId: null,
      createdAt: T0,
      byStaff: false,
    });
    expect(await deliveries(store)).toEqual(['none', 'sending']);
    expect(await store.outbox.counts()).toEqual({ pending: 0, sending: 1, uncertain: 0 });
    expect(await store.outbox.claim(T0 + 5, 10, LEASE)).toEqual([]);
  });

  test('nothing is claimed before its time, and the next time is known', async (store) => {
    expect(await store.outbox.nextDue()).toBeUndefined();
    await begin(store, 1, { out: [{ text: 'later', mark: { notBefore: T0 + 100 } }] });
    await begin(store, 2, { out: [{ text: 'sooner', mark: { notBefore: T0 + 50 } }] });
    expect(await store.outbox.nextDue()).toBe(T0 + 50);
    expect(await store.outbox.claim(T0 + 49, 10, LEASE)).toEqual([]);
    expect(await ids(store.outbox.claim(T0 + 100, 10, LEASE))).toEqual(['c2.1', 'c1.1']);
    expect(await store.outbox.nextDue()).toBe(T0 + 100 + LEASE);
  });

  test('a line that is meant for the morning holds no later line up', async (store) => {
    const morning = T0 + 43_200_000;
    const record = await begin(store, 1, { out: [{ text: 'result', mark: { notBefore: morning } }] });
    expect(await store.outbox.nextDue()).toBe(morning);
    await store.turns.commit(nextTurn(record, { out: ['reply'] }));
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.2']);
    await store.outbox.settle('c1.2', { type: 'done', delivery: 'accepted' }, T0);
    expect(await store.outbox.claim(T0, 10, LEASE)).toEqual([]);
    expect(await ids(store.outbox.claim(morning, 10, LEASE))).toEqual(['c1.1']);
  });

  test('a claim takes at most so many lines, and never one twice', async (store) => {
    for (let n = 1; n <= 5; n++) await begin(store, n, { out: ['a'] });
    const claims = await Promise.all([1, 2, 3].map(() => ids(store.outbox.claim(T0, 2, LEASE))));
    expect(claims.map((claim) => claim.length)).toEqual([2, 2, 1]);
    expect(new Set(claims.flat()).size).toBe(5);
  });

  test('lines of one conversation leave one after another, in order', async (store) => {
    const record = await begin(store, 1, { out: ['first'] });
    await store.turns.commit(nextTurn(record, { out: [{ text: 'second', mark: { notBefore: T0 - 50 } }, 'third'] }));
    const left: string[] = [];
    for (let round = 0; round < 3; round++) {
      const claimed = await ids(store.outbox.claim(T0, 10, LEASE));
      expect(claimed).toHaveLength(1);
      expect(await store.outbox.claim(T0, 10, LEASE)).toEqual([]);
      left.push(...claimed);
      await store.outbox.settle(claimed[0] ?? '', { type: 'done', delivery: 'accepted' }, T0);
    }
    expect(left).toEqual(['c1.1', 'c1.2', 'c1.3']);
    expect(await store.outbox.nextDue()).toBeUndefined();
  });

  test('a line behind one that waits for its retry is not due before it', async (store) => {
    await begin(store, 1, { out: ['first', 'second'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0 + 500, failure: FAILURE }, T0);
    expect(await store.outbox.nextDue()).toBe(T0 + 500);
    expect(await store.outbox.claim(T0 + 499, 10, LEASE)).toEqual([]);
    expect(await ids(store.outbox.claim(T0 + 500, 10, LEASE))).toEqual(['c1.1']);
  });

  test('an urgent line goes before everything else, in its own conversation and in the queue', async (store) => {
    const record = await begin(store, 1, { out: ['waits', { text: 'later', mark: { notBefore: T0 + 999 } }] });
    await begin(store, 2, { out: ['other'] });
    await store.turns.commit(nextTurn(record, { in: ['胸痛'], out: [URGENT, { ...URGENT, text: '再说一次' }] }));
    expect(await ids(store.outbox.claim(T0, 1, LEASE))).toEqual(['c1.4']);
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.1', 'c2.1']);
    await store.outbox.settle('c1.4', { type: 'done', delivery: 'sent' }, T0);
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.5']);
  });

  test('the worker sees the fence and the opt-out as they are now', async (store) => {
    const record = await begin(store, 1, { out: ['a'] });
    const contact = newContact(record, { version: 2, optedOutAt: T0 + 1 });
    await store.turns.commit(nextTurn(record, {}, { record: { ...record, fence: 1 }, contact }));
    const [line] = await store.outbox.claim(T0, 10, LEASE);
    expect(line).toMatchObject({ fence: 0, currentFence: 1, optedOut: true });
  });
}

function settling(test: ReturnType<typeof withStore>): void {
  test('a settled line keeps its state, provider id and failure on the transcript', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'failed', providerId: 'SM1', failure: FAILURE }, T0);
    expect((await store.views.view('c1'))?.messages[0]).toMatchObject({
      delivery: 'failed',
      providerId: 'SM1',
      failure: FAILURE,
    });
    expect(await store.outbox.counts()).toEqual({ pending: 0, sending: 0, uncertain: 0 });
  });

  test('attempts are counted, and a retry forgets when the last one began', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0 + 10, failure: FAILURE }, T0);
    expect((await store.views.view('c1'))?.messages[0]).toMatchObject({ delivery: 'pending', failure: FAILURE });
    const [line] = await store.outbox.claim(T0 + 10, 10, LEASE);
    expect(line).toMatchObject({ attempts: 2, firstTriedAt: T0 + 10 });
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'accepted', providerId: 'SM2' }, T0);
    const sent = (await store.views.view('c1'))?.messages[0];
    expect(sent).toMatchObject({ delivery: 'accepted' });
    expect(sent).not.toHaveProperty('failure');
  });

  test('a line that was only held counts no attempt and keeps no failure', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle(
      'c1.1',
      { type: 'retry', at: T0 + 10, failure: { code: 'quiet', detail: 'night' }, tried: false },
      T0,
    );
    const held = (await store.views.view('c1'))?.messages[0];
    expect(held).toMatchObject({ delivery: 'pending' });
    expect(held).not.toHaveProperty('failure');
    const [line] = await store.outbox.claim(T0 + 10, 10, LEASE);
    expect(line).toMatchObject({ attempts: 1, firstTriedAt: T0 + 10 });
  });

  test('a late answer to an attempt that was given up does not touch the line that waits for its next', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0 + 10, failure: FAILURE }, T0);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0 + 5000, failure: FAILURE }, T0);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0 + 5000, failure: FAILURE }, T0);
    expect(await deliveries(store)).toEqual(['pending']);
    expect(await ids(store.outbox.claim(T0 + 10, 10, LEASE))).toEqual(['c1.1']);
  });

  test('settling what is unknown, or settled already, does nothing', async (store) => {
    await begin(store, 1, { in: ['好'], out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.2', { type: 'done', delivery: 'delivered' }, T0);
    for (const id of ['c1.2', 'c1.1', 'c1.7', 'c9.1', 'nonsense', 'c1.', 'c1.2x']) {
      await store.outbox.settle(id, { type: 'retry', at: T0, failure: FAILURE }, T0);
      await store.outbox.settle(id, { type: 'uncertain', checkAt: T0, failure: FAILURE }, T0);
      await store.outbox.settle(id, { type: 'done', delivery: 'failed', failure: FAILURE }, T0);
    }
    expect(await deliveries(store)).toEqual(['none', 'delivered']);
    expect(await store.outbox.counts()).toEqual({ pending: 0, sending: 0, uncertain: 0 });
  });
}

function uncertainty(test: ReturnType<typeof withStore>): void {
  test('an uncertain line is checked when due, under a lease, and blocks the lines after it', async (store) => {
    await begin(store, 1, { out: ['a', 'b'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0 + 100, failure: FAILURE }, T0);
    expect(await deliveries(store)).toEqual(['uncertain', 'pending']);
    expect(await store.outbox.counts()).toEqual({ pending: 1, sending: 0, uncertain: 1 });
    expect(await store.outbox.nextDue()).toBe(T0 + 100);
    expect(await store.outbox.claim(T0 + 100, 10, LEASE)).toEqual([]);
    expect(await store.outbox.claimUncertain(T0 + 99, 10, LEASE)).toEqual([]);
    const [line] = await store.outbox.claimUncertain(T0 + 100, 10, LEASE);
    expect(line).toMatchObject({ id: 'c1.1', attempts: 1, firstTriedAt: T0 });
    expect(await store.outbox.claimUncertain(T0 + 100, 10, LEASE)).toEqual([]);
    expect(await store.outbox.nextDue()).toBe(T0 + 100 + LEASE);
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'sent', providerId: 'SM1' }, T0);
    expect(await ids(store.outbox.claim(T0 + 100, 10, LEASE))).toEqual(['c1.2']);
  });

  test('a line that turned out not to have left is sent again', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0 + 1, failure: FAILURE }, T0);
    await store.outbox.claimUncertain(T0 + 1, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0 + 2, failure: FAILURE }, T0);
    const [line] = await store.outbox.claim(T0 + 2, 10, LEASE);
    expect(line).toMatchObject({ attempts: 2, firstTriedAt: T0 + 2 });
  });

  test('a claim whose lease ran out is never simply sent again', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    expect(await store.outbox.claimUncertain(T0 + LEASE - 1, 10, LEASE)).toEqual([]);
    expect(await store.outbox.claim(T0 + LEASE, 10, LEASE)).toEqual([]);
    expect(await ids(store.outbox.claimUncertain(T0 + LEASE, 10, LEASE))).toEqual(['c1.1']);
    expect(await deliveries(store)).toEqual(['uncertain']);
  });

  test('an urgent line overtakes an uncertain one, urgent or not', async (store) => {
    const record = await begin(store, 1, { out: [URGENT, 'b'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0 + 900, failure: FAILURE }, T0);
    await store.turns.commit(nextTurn(record, { out: [URGENT] }));
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.3']);
  });
}

function receipts(test: ReturnType<typeof withStore>): void {
  const receipt = (store: Store, delivery: DeliveryState, id?: string, providerId = 'SM1') =>
    store.outbox.receipt({ ...(id === undefined ? {} : { id }), providerId, delivery }, T0);

  test("a receipt is found by our id or by the provider's, and states only move upward", async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'accepted', providerId: 'SM1' }, T0);
    const found = { conversationId: 'c1', seq: 1 };
    expect(await receipt(store, 'sent')).toEqual({ ...found, changed: true });
    expect(await receipt(store, 'queued', 'c1.1')).toEqual({ ...found, changed: false });
    expect(await receipt(store, 'delivered', 'c1.1')).toEqual({ ...found, changed: true });
    expect(await receipt(store, 'failed')).toEqual({ ...found, changed: false });
    expect(await receipt(store, 'sent')).toEqual({ ...found, changed: false });
    expect(await receipt(store, 'read')).toEqual({ ...found, changed: true });
    expect(await receipt(store, 'delivered')).toEqual({ ...found, changed: false });
    expect(await deliveries(store)).toEqual(['read']);
  });

  test('a receipt nobody knows is answered with nothing', async (store) => {
    await begin(store, 1, { in: ['好'], out: ['a'] });
    expect(await receipt(store, 'sent', undefined, 'SM404')).toBeUndefined();
    expect(await receipt(store, 'sent', 'c9.1', 'SM404')).toBeUndefined();
    expect(await receipt(store, 'sent', 'c1.1', 'SM404')).toBeUndefined();
    expect(await deliveries(store)).toEqual(['none', 'pending']);
  });

  test('a receipt that comes before the answer of the send settles the line', async (store) => {
    await begin(store, 1, { out: ['a', 'b'] });
    await store.outbox.claim(T0, 10, LEASE);
    expect(await receipt(store, 'delivered', 'c1.1', 'SM7')).toEqual({ conversationId: 'c1', seq: 1, changed: true });
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.2']);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0, failure: FAILURE }, T0);
    await store.outbox.settle('c1.1', { type: 'retry', at: T0, failure: FAILURE }, T0);
    await store.outbox.settle('c1.1', { type: 'done', delivery: 'accepted', providerId: 'SM7' }, T0);
    expect(await store.outbox.claimUncertain(T0, 10, LEASE)).toEqual([]);
    expect((await store.views.view('c1'))?.messages[0]).toMatchObject({ delivery: 'delivered', providerId: 'SM7' });
    expect((await store.views.view('c1'))?.messages[0]).not.toHaveProperty('failure');
  });

  test('a receipt settles an uncertain line, and one that waited to be tried again', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await begin(store, 2, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.settle('c1.1', { type: 'uncertain', checkAt: T0, failure: FAILURE }, T0);
    await store.outbox.settle('c2.1', { type: 'retry', at: T0, failure: FAILURE }, T0);
    expect((await receipt(store, 'sending', 'c1.1'))?.changed).toBe(true);
    expect((await receipt(store, 'queued', 'c2.1', 'SM2'))?.changed).toBe(true);
    expect(await store.outbox.claim(T0, 10, LEASE)).toEqual([]);
    expect(await store.outbox.claimUncertain(T0, 10, LEASE)).toEqual([]);
    // The carrier's "sending" means that the carrier has it.
    expect([...(await deliveries(store, 'c1')), ...(await deliveries(store, 'c2'))]).toEqual(['queued', 'queued']);
  });

  test('a receipt of failure keeps its reason; one that changes nothing keeps the old', async (store) => {
    await begin(store, 1, { out: ['a'] });
    await store.outbox.claim(T0, 10, LEASE);
    await store.outbox.receipt({ id: 'c1.1', providerId: 'SM1', delivery: 'undelivered', failure: FAILURE }, T0);
    await store.outbox.receipt(
      { id: 'c1.1', providerId: 'SM1', delivery: 'failed', failure: { code: 'x', detail: 'y' } },
      T0,
    );
    expect((await store.views.view('c1'))?.messages[0]).toMatchObject({ delivery: 'undelivered', failure: FAILURE });
  });

  test('what we begin ourselves and was put off can be released; an answer never waits for it', async (store) => {
    const proactive = { text: '您好', mark: { proactive: true } };
    const record = await begin(store, 1, { out: [proactive] });
    const failure = { code: 'held', detail: '' };
    const held = async () => {
      expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.1']);
      await store.outbox.settle('c1.1', { type: 'retry', at: T0 + DAY, failure, tried: false }, T0);
    };
    await held();
    expect(await store.outbox.claim(T0, 10, LEASE)).toEqual([]);
    await store.outbox.release();
    await held();
    await store.turns.commit(nextTurn(record, { in: ['方便'], out: ['医生您满意吗？'] }));
    expect(await ids(store.outbox.claim(T0, 10, LEASE))).toEqual(['c1.3']);
    await store.outbox.release();
    expect(await store.outbox.claim(T0, 10, LEASE)).toMatchObject([{ id: 'c1.1', attempts: 1, overtaken: true }]);
  });
}
