import { describe, expect, test } from 'vitest';
import type { PasswordGiven } from '../../src/console/wire/access.ts';
import { codeOf, signIn, trySignIn } from './client.ts';
import { startConsole } from './rig.ts';

describe('accounts', () => {
  const newcomer = { userName: 'Wu.Qian', name: '吴倩', role: 'desk', department: null, staffName: null };

  test('an administrator makes one, its password is told once and has to be changed', async () => {
    const { url, person } = await startConsole();
    const admin = await person('admin', 'admin');
    const made = (await admin.post('/api/accounts', newcomer)).body as PasswordGiven;
    expect(made.account).toMatchObject({ userName: 'wu.qian', mustChangePassword: true, active: true });
    expect(JSON.stringify((await admin.get('/api/accounts')).body)).not.toContain(made.oneTimePassword);
    expect(codeOf(await admin.post('/api/accounts', newcomer))).toEqual([409, 'USER_NAME_TAKEN']);

    const wu = await signIn(url, 'wu.qian', made.oneTimePassword);
    expect((await wu.get('/api/session')).body).toMatchObject({ mustChangePassword: true });
    expect(codeOf(await wu.get('/api/colleagues'))).toEqual([403, 'PASSWORD_CHANGE_NEEDED']);
    await wu.post('/api/session/password', { old: made.oneTimePassword, new: 'something long 1' });
    expect((await wu.get('/api/colleagues')).body).toHaveLength(2);
  });

  test('a department head has a department', async () => {
    const { person } = await startConsole();
    const admin = await person('admin', 'admin');
    const head = { ...newcomer, role: 'head' };
    expect(codeOf(await admin.post('/api/accounts', head))).toEqual([400, 'BAD_REQUEST']);
    expect((await admin.post('/api/accounts', { ...head, department: '骨科' })).status).toBe(200);
  });

  test('reset: a new one-time password, no more sessions, no more wait; the second factor goes if asked', async () => {
    const { url, person, store } = await startConsole();
    const admin = await person('admin', 'admin');
    const lin = await person('lin', 'officer');
    const id = (await store.accounts.withSecrets('lin'))?.account.id ?? '';
    await store.accounts.setTotp(
      id,
      { secret: 'A'.repeat(32), proven: null },
      { who: 'test', what: 'totp.set', subject: id },
    );
    for (let n = 0; n < 6; n += 1) await trySignIn(url, 'lin', 'wrong');
    const first = (await admin.post(`/api/accounts/${id}/reset`, { dropTotp: false })).body as PasswordGiven;
    expect((await lin.get('/api/session')).status).toBe(401);
    expect(codeOf(await trySignIn(url, 'lin', first.oneTimePassword))[1]).toBe('TOTP_NEEDED');
    const second = (await admin.post(`/api/accounts/${id}/reset`, { dropTotp: true })).body as PasswordGiven;
    expect((await trySignIn(url, 'lin', second.oneTimePassword)).status).toBe(200);
    expect((await admin.post('/api/accounts/nobody/reset', { dropTotp: false })).status).toBe(404);
  });

  test('the last administrator stays one', async () => {
    const { person, store } = await startConsole();
    const admin = await person('admin', 'admin');
    const id = (await store.accounts.list())[0]?.id ?? '';
    const facts = { name: '管理员', role: 'admin', department: null, staffName: null, active: true };
    const change = (given: object) => admin.put(`/api/accounts/${id}`, { ...facts, ...given });
    expect(codeOf(await change({ active: false }))).toEqual([409, 'LAST_ADMIN']);
    expect(codeOf(await change({ role: 'officer' }))).toEqual([409, 'LAST_ADMIN']);
    await person('second', 'admin');
    expect((await change({ role: 'officer' })).status).toBe(200);
    expect(codeOf(await change({}))).toEqual([403, 'FORBIDDEN']);
  });

  test('what administrators do is in the audit, and can be found and checked there', async () => {
    const { person, store } = await startConsole();
    const admin = await person('admin', 'admin');
    const made = (await admin.post('/api/accounts', newcomer)).body as PasswordGiven;
    const { id } = made.account;
    await admin.post(`/api/accounts/${id}/reset`, { dropTotp: false });
    const { rows, next } = (await admin.get(`/api/audit?subject=${id}&what=account.`)).body as {
      rows: { what: string; name: string }[];
      next: unknown;
    };
    expect(rows.map(({ what, name }) => [what, name])).toEqual([
      ['account.reset', 'admin同事'],
      ['account.add', 'admin同事'],
    ]);
    expect(next).toBeNull();
    const page = (await admin.get('/api/audit?limit=2&from=2026-03-10&to=2026-03-10')).body as typeof rows & {
      rows: unknown[];
      next: number;
    };
    expect([page.rows.length, page.next]).toEqual([2, 3]);
    expect((await admin.get('/api/audit?to=2026-03-09')).body).toEqual({ rows: [], next: null });
    expect((await admin.get('/api/audit?from=gestern')).status).toBe(400);
    expect((await admin.get('/api/audit/check')).body).toMatchObject({ intact: true, rows: 4 });
    expect((await store.audit.page(0, 100)).every(({ hash }) => hash !== null)).toBe(true);
  });
});
