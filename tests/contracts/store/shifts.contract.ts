import { describe, expect } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import type { Packet } from '../../../src/domain/shift.ts';
import type { NewShift, NewTask, ShiftQuery, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { T0 } from './turns.ts';

const shift = (id: string, account: string, day = '2026-03-10'): NewShift => ({
  id,
  account,
  accountName: '王敏',
  kind: 'day',
  name: '白班',
  day,
  startedAt: T0,
  endsAt: T0 + 6 * HOUR,
});
const PACKET: Packet = { at: T0, points: [], general: '一切正常' };
const signature = (account: string, at = T0) => ({ account, name: account, at });
const acceptance = (account: string) => ({ ...signature(account), checks: [], remark: '' });
const task = (id: string): NewTask => ({
  id,
  conversationId: null,
  kind: 'note',
  source: 'shift',
  priority: 'high',
  text: '钥匙未交接',
  details: { shift: 's1' },
  at: T0,
  due: null,
  remindAt: null,
  assignee: null,
});
const ALL: ShiftQuery = {
  states: ['running', 'handing_over', 'over'],
  from: '2026-01-01',
  to: '2026-12-31',
  unreviewed: false,
  limit: 10,
  after: null,
};

async function signedOver(store: Store, id: string, account: string, at = T0): Promise<void> {
  await store.shifts.begin(shift(id, account));
  await store.shifts.handOver(id, 1, { packet: PACKET, by: signature(account, at) });
}

/** Shifts and their signatures. */
export function shiftsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);
  describe(`${name}: shifts`, () => {
    test('an account has one shift until it is over', async (store) => {
      expect(await store.shifts.begin(shift('s1', 'u1'))).toBe('begun');
      expect(await store.shifts.begin(shift('s2', 'u1'))).toBe('running');
      expect(await store.shifts.begin(shift('s3', 'u2'))).toBe('begun');
      expect((await store.shifts.current('u1'))?.id).toBe('s1');
      await store.shifts.handOver('s1', 1, { packet: PACKET, by: signature('u1') });
      expect(await store.shifts.current('u1')).toMatchObject({ state: 'handing_over', packet: PACKET, version: 2 });
      expect(await store.shifts.begin(shift('s2', 'u1'))).toBe('running');
      await store.shifts.accept('s1', 2, { acceptance: acceptance('u2'), tasks: [] });
      expect(await store.shifts.current('u1')).toBeUndefined();
      expect((await store.shifts.open()).map(({ id }) => id)).toEqual(['s3']);
      expect(await store.shifts.begin(shift('s2', 'u1'))).toBe('begun');
    });

    test('of two who sign at once one takes over; the tasks of the other are not made', async (store) => {
      await signedOver(store, 's1', 'u1');
      const both = await Promise.all([
        store.shifts.accept('s1', 2, { acceptance: acceptance('u2'), tasks: [task('w2')] }),
        store.shifts.accept('s1', 2, { acceptance: acceptance('u3'), tasks: [task('w3')] }),
      ]);
      expect(both).toEqual(['changed', 'conflict']);
      expect((await store.shifts.find('s1'))?.acceptance?.account).toBe('u2');
      expect((await store.work.find('w2'))?.task).toMatchObject({ source: 'shift', conversationId: null });
      expect(await store.work.find('w3')).toBeUndefined();
    });

    test('what was signed is not signed again', async (store) => {
      await signedOver(store, 's1', 'u1');
      const other = { packet: { ...PACKET, general: '另一份' }, by: signature('u1') };
      expect(await store.shifts.handOver('s1', 2, other)).toBe('conflict');
      expect(await store.shifts.handOver('s1', 1, other)).toBe('conflict');
      expect((await store.shifts.find('s1'))?.packet?.general).toBe('一切正常');
      expect(await store.shifts.accept('nothing', 1, { acceptance: acceptance('u2'), tasks: [] })).toBe('conflict');
    });

    test('supervisors are told once that nobody comes', async (store) => {
      await signedOver(store, 's1', 'u1', T0);
      await signedOver(store, 's2', 'u2', T0 + HOUR);
      expect(await store.shifts.nextWaiting()).toBe(T0);
      expect((await store.shifts.waiting(T0 + MINUTE)).map(({ id }) => id)).toEqual(['s1']);
      await store.shifts.escalate('s1', T0 + MINUTE, task('w1'));
      await store.shifts.escalate('s1', T0 + MINUTE, task('w2'));
      expect(await store.work.find('w1')).toBeDefined();
      expect(await store.work.find('w2')).toBeUndefined();
      expect(await store.shifts.waiting(T0 + MINUTE)).toEqual([]);
      expect(await store.shifts.nextWaiting()).toBe(T0 + HOUR);
    });

    test('lists go by day and page; what no supervisor has reviewed is found', async (store) => {
      for (const n of [1, 2, 3]) {
        const id = `s${String(n)}`;
        await store.shifts.begin(shift(id, `u${String(n)}`, `2026-03-1${String(n)}`));
        if (n === 3) continue;
        await store.shifts.handOver(id, 1, { packet: PACKET, by: signature(`u${String(n)}`) });
        await store.shifts.accept(id, 2, { acceptance: acceptance('u9'), tasks: [] });
      }
      const ids = async (query: Partial<ShiftQuery>) =>
        (await store.shifts.list({ ...ALL, ...query })).rows.map(({ id }) => id);
      expect(await ids({})).toEqual(['s3', 's2', 's1']);
      expect(await ids({ from: '2026-03-12', to: '2026-03-12' })).toEqual(['s2']);
      expect(await ids({ states: ['running'] })).toEqual(['s3']);
      const first = await store.shifts.list({ ...ALL, limit: 2 });
      expect(first.rows).toHaveLength(2);
      expect(await ids({ after: first.next })).toEqual(['s1']);
      expect(await ids({ unreviewed: true })).toEqual(['s2', 's1']);
      const review = { ...signature('boss'), remark: '已阅' };
      expect(await store.shifts.review(['s1', 's3'], review)).toBe(1);
      expect(await store.shifts.review(['s1'], { ...review, remark: '再阅' })).toBe(0);
      expect(await ids({ unreviewed: true })).toEqual(['s2']);
      expect((await store.shifts.find('s1'))?.review).toEqual(review);
    });
  });
}
