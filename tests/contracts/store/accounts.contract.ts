import { describe, expect } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/clock.ts';
import type { Account, SessionRow, Store } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { T0 } from './turns.ts';

const BY = { who: 'test', what: 'test', subject: 'x' };
const LIMIT = { most: 3, waitMs: 10 * MINUTE };

function newAccount(id: string, change: Partial<Account> = {}): Account {
  return {
    id,
    userName: `user-${id}`,
    name: '林晓',
    role: 'officer',
    department: null,
    staffName: null,
    active: true,
    mustChangePassword: true,
    hasTotp: false,
    createdAt: T0,
    ...change,
  };
}

function session(id: string, accountId: string, change: Partial<SessionRow> = {}): SessionRow {
  return { hash: `hash-${id}`, id, accountId, createdAt: T0, seenAt: T0, device: 'a browser', ...change };
}

async function audited(store: Store): Promise<readonly string[]> {
  return (await store.audit.page(0, 100)).map(({ what }) => what);
}

/** Accounts, their secrets and sessions. */
export function accountsContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: accounts`, () => {
    test('an account is as it was given; user names are there once, also of inactive ones', async (store) => {
      const head = newAccount('a', { role: 'head', department: '骨科', staffName: '梁宏伟', active: false });
      expect(await store.accounts.add(head, 'hash', { ...BY, what: 'account.add' })).toBe('added');
      expect(await store.accounts.add(newAccount('b', { userName: 'user-a' }), 'hash', BY)).toBe('taken');
      expect(await store.accounts.find('a')).toEqual(head);
      expect(await store.accounts.find('b')).toBeUndefined();
      expect(await store.accounts.withSecrets('user-a')).toEqual({
        account: head,
        secrets: { passwordHash: 'hash', totpSecret: null },
      });
      expect(await store.accounts.withSecrets('user-b')).toBeUndefined();
      await store.accounts.add(newAccount('0', { userName: 'zz' }), 'hash', BY);
      expect((await store.accounts.list()).map(({ id }) => id)).toEqual(['a', '0']);
      expect(await audited(store)).toEqual(['account.add', 'test']);
    });

    test('a change leaves user name, password and second factor alone', async (store) => {
      await store.accounts.add(newAccount('a'), 'hash', BY);
      await store.accounts.setTotp('a', { secret: 'SECRET', proven: null }, BY);
      const wanted = newAccount('a', { name: '周敏', role: 'desk', userName: 'other', createdAt: 0 });
      expect(await store.accounts.change(wanted, BY)).toBe('changed');
      expect(await store.accounts.find('a')).toEqual({
        ...newAccount('a'),
        name: '周敏',
        role: 'desk',
        hasTotp: true,
      });
      expect(await store.accounts.change(newAccount('b'), BY)).toBe('unknown');
    });

    test('one administrator stays, however two of them deactivate each other', async (store) => {
      const [a, b] = [newAccount('a', { role: 'admin' }), newAccount('b', { role: 'admin' })];
      for (const admin of [a, b]) await store.accounts.add(admin, 'hash', BY);
      const results = await Promise.all([
        store.accounts.change({ ...a, active: false }, BY),
        store.accounts.change({ ...b, role: 'officer' }, BY),
      ]);
      expect(results).toEqual(['changed', 'last_admin']);
      expect(await store.accounts.change({ ...a, name: '更名', active: false }, BY)).toBe('changed');
      expect(await store.accounts.change({ ...b, name: '更名' }, BY)).toBe('changed');
    });

    test('a new password ends the sessions but the one that is kept; a deactivated account has none', async (store) => {
      for (const id of ['a', 'b']) await store.accounts.add(newAccount(id), 'hash', BY);
      for (const id of ['s1', 's2']) await store.sessions.add(session(id, 'a'), 'hash', BY);
      await store.sessions.add(session('other', 'b'), 'hash', BY);
      const password = { hash: 'new', mustChange: false, keepSession: 'hash-s2', proven: null };
      expect(await store.accounts.setPassword('a', password, BY)).toBe(true);
      expect(await store.accounts.setPassword('nobody', password, BY)).toBe(false);
      expect((await store.sessions.of('a')).map(({ id }) => id)).toEqual(['s2']);
      expect(await store.accounts.withSecrets('user-a')).toMatchObject({
        account: { mustChangePassword: false },
        secrets: { passwordHash: 'new' },
      });
      await store.accounts.change(newAccount('a', { active: false }), BY);
      expect(await store.sessions.of('a')).toEqual([]);
      expect(await store.sessions.of('b')).toHaveLength(1);
    });

    test('what was proven by a password that is another by now is not done, and leaves no row in the audit', async (store) => {
      await store.accounts.add(newAccount('a'), 'hash', BY);
      await store.sessions.add(session('s1', 'a'), 'hash', BY);
      const rows = (await audited(store)).length;
      const password = { hash: 'new', mustChange: false, keepSession: null, proven: 'older' };
      expect(await store.accounts.setPassword('a', password, BY)).toBe(false);
      expect(await store.accounts.setTotp('a', { secret: 'SECRET', proven: 'older' }, BY)).toBe(false);
      expect(await store.sessions.add(session('s2', 'a'), 'older', BY)).toBe(false);
      expect((await store.sessions.of('a')).map(({ id }) => id)).toEqual(['s1']);
      expect(await store.accounts.withSecrets('user-a')).toMatchObject({
        secrets: { passwordHash: 'hash', totpSecret: null },
      });
      expect(await audited(store)).toHaveLength(rows);
      await store.accounts.change(newAccount('a', { active: false }), BY);
      expect(await store.sessions.add(session('s3', 'a'), 'hash', BY)).toBe(false);
    });

    test('a time step of the second factor is used once, and never an earlier one', async (store) => {
      await store.accounts.add(newAccount('a'), 'hash', BY);
      await store.accounts.setTotp('a', { secret: 'SECRET', proven: null }, BY);
      const together = await Promise.all([1, 2].map(() => store.accounts.useTotpStep('a', 100)));
      expect(together).toEqual([true, false]);
      expect(await store.accounts.useTotpStep('a', 99)).toBe(false);
      expect(await store.accounts.useTotpStep('a', 101)).toBe(true);
      await store.accounts.setTotp('a', { secret: null, proven: null }, BY);
      expect(await store.accounts.withSecrets('user-a')).toMatchObject({
        account: { hasTotp: false },
        secrets: { totpSecret: null },
      });
    });

    test('attempts are counted before anybody looks, also those that come together, and forgotten in time', async (store) => {
      const attempt = (now: number) => store.accounts.attempt('key', now, LIMIT);
      expect(await Promise.all([1, 2, 3, 4].map(() => attempt(T0)))).toEqual([null, null, null, T0 + LIMIT.waitMs]);
      expect(await attempt(T0 + LIMIT.waitMs - 1)).toBe(T0 + LIMIT.waitMs);
      expect(await store.accounts.attempt('other', T0, LIMIT)).toBeNull();
      expect(await attempt(T0 + LIMIT.waitMs)).toBeNull();
      await store.accounts.clearAttempts('key');
      for (let n = 0; n < 5; n += 1) {
        expect(await attempt(T0)).toBeNull();
        await store.accounts.giveBackAttempt('key');
      }
    });
  });

  describe(`${name}: sessions`, () => {
    test('a session is found with the account as it is now, and lasts over a restart of nothing', async (store) => {
      await store.accounts.add(newAccount('a'), 'hash', BY);
      await store.sessions.add(session('s1', 'a'), 'hash', { ...BY, what: 'session.start' });
      expect(await store.sessions.find('hash-s1')).toEqual({ session: session('s1', 'a'), account: newAccount('a') });
      await store.accounts.change(newAccount('a', { role: 'leader' }), BY);
      await store.sessions.touch('hash-s1', T0 + HOUR);
      await store.sessions.touch('hash-s1', T0);
      expect(await store.sessions.find('hash-s1')).toMatchObject({
        session: { seenAt: T0 + HOUR },
        account: { role: 'leader' },
      });
      expect(await store.sessions.find('hash-s2')).toBeUndefined();
    });

    test('only the account’s own are ended, and what is too old goes', async (store) => {
      for (const id of ['a', 'b']) await store.accounts.add(newAccount(id), 'hash', BY);
      await store.sessions.add(session('s1', 'a'), 'hash', BY);
      await store.sessions.add(session('s2', 'a', { createdAt: T0 + 1 }), 'hash', BY);
      await store.sessions.add(session('s3', 'b', { seenAt: T0 + HOUR }), 'hash', BY);
      expect((await store.sessions.of('a')).map(({ id }) => id)).toEqual(['s2', 's1']);
      expect(await store.sessions.end('a', ['s1', 's3', 'none'], BY)).toBe(1);
      await store.sessions.prune(T0, T0 + 1);
      expect([await store.sessions.of('a'), (await store.sessions.of('b')).length]).toEqual([[], 1]);
      await store.sessions.prune(T0 + 1, 0);
      expect(await store.sessions.of('b')).toEqual([]);
    });
  });
}
