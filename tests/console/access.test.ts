import { existsSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Download, endpoint } from '../../src/console/api/endpoint.ts';
import type { StreamCall } from '../../src/console/server/deps.ts';
import type { OwnSession, PasswordGiven, TotpOffer } from '../../src/console/wire/access.ts';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import { clientOf, signIn, trySignIn } from './client.ts';
import { PASSWORD, startConsole } from './rig.ts';

const code = (answer: { status: number; body: unknown }) => [
  answer.status,
  (answer.body as { code?: string } | null)?.code ?? 'ok',
];

describe('signing in', () => {
  test('the cookie is out of reach of scripts and of other sites; over https it stays there', async () => {
    const { url, account } = await startConsole();
    await account('lin', 'officer');
    const cookie = (await trySignIn(url, 'lin', PASSWORD)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^huifang_console=[\w-]{43}; Path=\/api; Max-Age=43200; HttpOnly; SameSite=Strict$/);
    const secure = await startConsole({ publicBaseUrl: 'https://huifang.example.org' });
    await secure.account('lin', 'officer');
    expect((await trySignIn(secure.url, 'lin', PASSWORD)).headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test('user names are taken however they are typed; nothing is told of which exist', async () => {
    const { url, account, store } = await startConsole();
    await account('Lin.Xiao', 'officer');
    const gone = await account('gone', 'officer');
    await store.accounts.change({ ...gone, active: false }, { who: 'test', what: 'x', subject: gone.id });
    expect((await trySignIn(url, ' ＬＩＮ.xiao', PASSWORD)).status).toBe(200);
    const refusals = [
      await trySignIn(url, 'lin.xiao', 'wrong'),
      await trySignIn(url, 'nobody', PASSWORD),
      await trySignIn(url, 'gone', PASSWORD),
    ];
    for (const { status, body } of refusals) expect([status, body]).toEqual([401, refusals[0]?.body]);
    expect(JSON.stringify(refusals[0]?.body)).toContain('SIGN_IN_REFUSED');
  });

  test('five wrong ones in a row: a quarter of an hour nobody gets in, whether the name exists or not', async () => {
    const { url, account, clock } = await startConsole();
    await account('lin', 'officer');
    for (const name of ['lin', 'nobody']) {
      for (let n = 0; n < 5; n += 1) expect(code(await trySignIn(url, name, 'wrong'))[1]).toBe('SIGN_IN_REFUSED');
      expect(code(await trySignIn(url, name, PASSWORD))).toEqual([429, 'SIGN_IN_LOCKED']);
    }
    clock.now += 15 * MINUTE;
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(200);
    // In a row: the right one begins a new count.
    for (let n = 0; n < 4; n += 1) await trySignIn(url, 'lin', 'wrong');
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(200);
    for (let n = 0; n < 4; n += 1) expect((await trySignIn(url, 'lin', 'wrong')).status).toBe(401);
  });

  test('attempts that come together are not more than five', async () => {
    const { url, account } = await startConsole();
    await account('lin', 'officer');
    const answers = await Promise.all(Array.from({ length: 12 }, () => trySignIn(url, 'lin', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test('one network address does not try for ever', async () => {
    const { url, clock } = await startConsole();
    for (let n = 0; n < 30; n += 1) await trySignIn(url, `name${String(n)}`, 'x');
    expect(code(await trySignIn(url, 'other', 'x'))).toEqual([429, 'SIGN_IN_TOO_FAST']);
    clock.now += 5 * MINUTE;
    expect(code(await trySignIn(url, 'other', 'x'))).toEqual([401, 'SIGN_IN_REFUSED']);
  });
});

describe('sessions', () => {
  test('an hour without use, or twelve in all, and a session is over', async () => {
    const { person, clock } = await startConsole();
    const lin = await person('lin', 'officer');
    const zhou = await person('zhou', 'officer');
    for (let minutes = 0; minutes < 12 * 60 - 50; minutes += 50) {
      clock.now += 50 * MINUTE;
      expect((await lin.get('/api/session')).status).toBe(200);
    }
    expect(code(await zhou.get('/api/session'))).toEqual([401, 'NOT_SIGNED_IN']);
    clock.now += 50 * MINUTE;
    expect(code(await lin.get('/api/session'))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  test('signing out ends it; others of one’s own can be ended by name, those of colleagues not', async () => {
    const { url, person } = await startConsole();
    const lin = await person('lin', 'officer');
    const zhou = await person('zhou', 'officer');
    const [theirs] = (await zhou.get('/api/account/sessions')).body as OwnSession[];
    const second = await signIn(url, 'lin', PASSWORD);
    const mine = (await lin.get('/api/account/sessions')).body as OwnSession[];
    expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = mine.find(({ current }) => !current)?.id ?? '';
    const ended = await lin.post('/api/account/sessions/end', { sessions: [other, theirs?.id ?? ''] });
    expect(ended.body).toEqual({ ended: 1 });
    expect([(await second.get('/api/session')).status, (await zhou.get('/api/session')).status]).toEqual([401, 200]);
    expect((await lin.del('/api/session')).status).toBe(204);
    expect((await lin.get('/api/session')).status).toBe(401);
  });

  test('the store keeps no secret that signs anybody in', async () => {
    const { person, store } = await startConsole();
    const { cookie } = await person('lin', 'officer');
    const { account } = (await store.accounts.withSecrets('lin')) ?? {};
    const kept = JSON.stringify([await store.sessions.of(account?.id ?? ''), await store.accounts.withSecrets('lin')]);
    expect(kept).not.toContain(cookie.split('=')[1]);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).toContain('$argon2id$');
  });

  test('a new password ends the other sessions and keeps this one; it has to be a good one, and the old one right', async () => {
    const { url, person } = await startConsole();
    const lin = await person('lin', 'officer');
    const other = await signIn(url, 'lin', PASSWORD);
    const change = (next: string, old = PASSWORD) => lin.post('/api/session/password', { old, new: next });
    for (const weak of [
      'short',
      '13800020824',
      '1234567890',
      'qwertyuiop',
      'aaaaaaaaaaaa',
      'my name is LIN!',
      PASSWORD,
    ])
      expect([weak, ...code(await change(weak))]).toEqual([weak, 400, 'PASSWORD_WEAK']);
    expect(code(await change('a new one, better', 'wrong'))).toEqual([403, 'PASSWORD_WRONG']);
    expect((await change('a new one, better')).status).toBe(200);
    expect([(await lin.get('/api/session')).status, (await other.get('/api/session')).status]).toEqual([200, 401]);
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(401);
    expect((await trySignIn(url, 'lin', 'a new one, better')).status).toBe(200);
  });
});

describe('the second factor', () => {
  const digits = (secret: string, now: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });

  test('on, asked for, taken once, off again', async () => {
    const { url, person, clock } = await startConsole();
    const lin = await person('lin', 'officer');
    const { secret, qr } = (await lin.get('/api/account/totp/offer')).body as TotpOffer;
    expect(qr).toMatch(/^data:image\/png;base64,/);
    const confirm = (given: object) =>
      lin.put('/api/account/totp', { secret, password: PASSWORD, code: digits(secret, clock.now), ...given });
    expect(code(await confirm({ code: digits(secret, clock.now - HOUR) }))).toEqual([403, 'TOTP_WRONG']);
    expect(code(await confirm({ password: 'wrong' }))).toEqual([403, 'PASSWORD_WRONG']);
    expect((await confirm({})).status).toBe(200);

    expect(code(await trySignIn(url, 'lin', PASSWORD))).toEqual([401, 'TOTP_NEEDED']);
    const right = digits(secret, clock.now);
    expect(code(await trySignIn(url, 'lin', PASSWORD, right))).toEqual([403, 'TOTP_WRONG']); // it confirmed the app
    clock.now += 30_000;
    const next = digits(secret, clock.now);
    expect((await trySignIn(url, 'lin', PASSWORD, next)).status).toBe(200);
    expect(code(await trySignIn(url, 'lin', PASSWORD, next))).toEqual([403, 'TOTP_WRONG']);

    expect((await lin.post('/api/account/totp/drop', { password: PASSWORD })).status).toBe(200);
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(200);
  });

  test('digits cannot be guessed by giving the password again and again', async () => {
    const { url, account, store, clock } = await startConsole();
    const { id } = await account('lin', 'officer');
    await store.accounts.setTotp(id, 'A'.repeat(32), { who: 'test', what: 'totp.set', subject: id });
    const wrong = () => trySignIn(url, 'lin', PASSWORD, '000000');
    for (let n = 0; n < 5; n += 1) {
      expect(code(await trySignIn(url, 'lin', PASSWORD))[1]).toBe('TOTP_NEEDED');
      expect(code(await wrong())[1]).toBe('TOTP_WRONG');
    }
    expect(code(await wrong())).toEqual([429, 'SIGN_IN_LOCKED']);
    clock.now += 15 * MINUTE;
    expect(code(await wrong())[1]).toBe('TOTP_WRONG');
  });
});

describe('calls from elsewhere', () => {
  test('a change needs our header, JSON, and if a browser names a page, one of ours', async () => {
    const { url, person } = await startConsole({ publicBaseUrl: 'https://huifang.example.org' });
    const lin = await person('lin', 'officer');
    const end = (headers: Record<string, string>) =>
      lin.post('/api/account/sessions/end', { sessions: ['x'] }, headers);
    expect(code(await end({ 'x-huifang-console': '' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect(code(await end({ origin: 'https://evil.example' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect(code(await end({ origin: 'null' }))).toEqual([403, 'CONSOLE_ORIGIN']);
    expect((await end({ origin: url })).status).toBe(200);
    expect((await end({ origin: 'https://huifang.example.org' })).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect([type, (await end({ 'content-type': type })).status]).toEqual([type, 415]);
    const signingIn = clientOf(url, '').post(
      '/api/session',
      { userName: 'lin', password: PASSWORD },
      {
        origin: 'https://evil.example',
      },
    );
    expect(code(await signingIn)).toEqual([403, 'CONSOLE_ORIGIN']);
  });

  test('answers are kept by nobody and shown in no frame', async () => {
    const { person } = await startConsole();
    const { headers } = await (await person('lin', 'officer')).get('/api/session');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('endpoints', () => {
  const show = endpoint({
    method: 'GET',
    path: '/api/things/:id',
    permission: 'inbox.view',
    summary: 'A thing.',
    params: z.strictObject({ id: z.string() }),
    query: z.strictObject({ why: z.string().min(3), size: z.enum(['small', 'big']).optional() }),
    audit: ({ params: { id }, query: { why } }) => ({ what: 'thing.view', subject: id, why }),
    handle: ({ params, now }) => Promise.resolve({ id: params.id, now }),
  });
  const paper = endpoint({
    method: 'GET',
    path: '/api/paper',
    permission: 'inbox.view',
    summary: 'A file.',
    handle: () =>
      Promise.resolve(
        new Download({ name: '登记表 1.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) }),
      ),
  });
  const upload = endpoint({
    method: 'POST',
    path: '/api/upload',
    permission: 'inbox.view',
    summary: 'Takes a file.',
    upload: { maxBytes: 1_000 },
    auditedInCommit: true,
    handle: ({ file }) => Promise.resolve({ bytes: file?.bytes, path: file?.path }),
  });

  test('a view is written down before it is answered, with who and why', async () => {
    const { person, store, clock } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    expect((await lin.get('/api/things/c1?why=patient%20asked')).body).toEqual({ id: 'c1', now: clock.now });
    const [{ id = '' } = {}] = await store.accounts.list();
    expect((await store.audit.list({ limit: 1, before: null }))[0]).toMatchObject({
      who: `account:${id}`,
      what: 'thing.view',
      subject: 'c1',
      why: 'patient asked',
      at: clock.now,
    });
  });

  test('a wrong shape is refused with field and what is allowed, never with the value', async () => {
    const { person } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    const { status, body } = await lin.get('/api/things/c1?size=13800020824&other=1');
    expect(status).toBe(400);
    const { details } = body as { details: string[] };
    expect(details).toEqual([
      expect.stringMatching(/^why: .*string/),
      expect.stringMatching(/^size: .*"small"\|"big"/),
      expect.stringMatching(/"other"/),
    ]);
    expect(JSON.stringify(body)).not.toContain('13800020824');
  });

  test('a file comes as an attachment with its Chinese name', async () => {
    const { person } = await startConsole({ endpoints: [paper] });
    const { headers } = await (await person('lin', 'officer')).get('/api/paper');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="____1.pdf"; filename*=UTF-8''${encodeURIComponent('登记表 1.pdf')}`,
    );
    expect(headers.get('content-type')).toBe('application/pdf');
  });

  test('an upload waits in a file while its endpoint runs; too much of it is refused', async () => {
    const { person } = await startConsole({ endpoints: [upload] });
    const lin = await person('lin', 'officer');
    const send = (size: number, type = 'application/octet-stream') =>
      lin.post('/api/upload', 'x'.repeat(size), { 'content-type': type });
    const kept = await send(900);
    expect(kept.body).toMatchObject({ bytes: 900 });
    expect(existsSync((kept.body as { path: string }).path)).toBe(false);
    expect((await send(1_001)).status).toBe(413);
    expect((await send(10, 'application/json')).status).toBe(400);
  });

  test('a role that is taken away stops working with the next call', async () => {
    const { person, store, url } = await startConsole({ endpoints: [show] });
    const lin = await person('lin', 'officer');
    expect((await lin.get('/api/things/c1?why=asked')).status).toBe(200);
    const [account] = await store.accounts.list();
    if (account === undefined) throw new Error('nobody there');
    const by = { who: 'test', what: 'account.change', subject: account.id };
    await store.accounts.change({ ...account, role: 'desk' }, by);
    expect(code(await lin.get('/api/things/c1?why=asked'))).toEqual([403, 'FORBIDDEN']);
    await store.accounts.change({ ...account, active: false }, by);
    expect(code(await lin.get('/api/things/c1?why=asked'))).toEqual([401, 'NOT_SIGNED_IN']);
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(401);
  });

  test('a stream is opened for those who may, and learns when they no longer may', async () => {
    const asked: unknown[] = [];
    const stream = {
      path: '/api/stream',
      permission: 'inbox.view' as const,
      summary: 'A stream.',
      open: async ({ who, reply, stillSignedIn }: StreamCall) => {
        asked.push(who.name, (await stillSignedIn())?.name);
        const account = await store.accounts.find(who.accountId);
        if (account !== undefined)
          await store.accounts.change({ ...account, role: 'desk' }, { who: 'test', what: 'x', subject: 'y' });
        asked.push(await stillSignedIn());
        reply.hijack();
        reply.raw.end('opened');
      },
    };
    const { person, store } = await startConsole({ streams: [stream] });
    expect(code(await (await person('gao', 'leader')).get('/api/stream'))).toEqual([403, 'FORBIDDEN']);
    await (await person('lin', 'officer')).get('/api/stream');
    expect(asked).toEqual(['lin同事', 'lin同事', undefined]);
  });
});

describe('accounts', () => {
  const newcomer = { userName: 'Wu.Qian', name: '吴倩', role: 'desk', department: null, staffName: null };

  test('an administrator makes one, its password is told once and has to be changed', async () => {
    const { url, person } = await startConsole();
    const admin = await person('admin', 'admin');
    const made = (await admin.post('/api/accounts', newcomer)).body as PasswordGiven;
    expect(made.account).toMatchObject({ userName: 'wu.qian', mustChangePassword: true, active: true });
    expect(JSON.stringify((await admin.get('/api/accounts')).body)).not.toContain(made.oneTimePassword);
    expect(code(await admin.post('/api/accounts', newcomer))).toEqual([409, 'USER_NAME_TAKEN']);

    const wu = await signIn(url, 'wu.qian', made.oneTimePassword);
    expect((await wu.get('/api/session')).body).toMatchObject({ mustChangePassword: true });
    expect(code(await wu.get('/api/colleagues'))).toEqual([403, 'PASSWORD_CHANGE_NEEDED']);
    await wu.post('/api/session/password', { old: made.oneTimePassword, new: 'something long 1' });
    expect((await wu.get('/api/colleagues')).body).toHaveLength(2);
  });

  test('a department head has a department', async () => {
    const { person } = await startConsole();
    const admin = await person('admin', 'admin');
    const head = { ...newcomer, role: 'head' };
    expect(code(await admin.post('/api/accounts', head))).toEqual([400, 'BAD_REQUEST']);
    expect((await admin.post('/api/accounts', { ...head, department: '骨科' })).status).toBe(200);
  });

  test('reset: a new one-time password, no more sessions, no more wait; the second factor goes if asked', async () => {
    const { url, person, store } = await startConsole();
    const admin = await person('admin', 'admin');
    const lin = await person('lin', 'officer');
    const id = (await store.accounts.withSecrets('lin'))?.account.id ?? '';
    await store.accounts.setTotp(id, 'A'.repeat(32), { who: 'test', what: 'totp.set', subject: id });
    for (let n = 0; n < 6; n += 1) await trySignIn(url, 'lin', 'wrong');
    const first = (await admin.post(`/api/accounts/${id}/reset`, { dropTotp: false })).body as PasswordGiven;
    expect((await lin.get('/api/session')).status).toBe(401);
    expect(code(await trySignIn(url, 'lin', first.oneTimePassword))[1]).toBe('TOTP_NEEDED');
    const second = (await admin.post(`/api/accounts/${id}/reset`, { dropTotp: true })).body as PasswordGiven;
    expect((await trySignIn(url, 'lin', second.oneTimePassword)).status).toBe(200);
    expect((await admin.post('/api/accounts/nobody/reset', { dropTotp: false })).status).toBe(404);
  });

  test('the last administrator stays one', async () => {
    const { person, store } = await startConsole();
    const admin = await person('admin', 'admin');
    const [{ id = '' } = {}] = await store.accounts.list();
    const facts = { name: '管理员', role: 'admin', department: null, staffName: null, active: true };
    const change = (given: object) => admin.put(`/api/accounts/${id}`, { ...facts, ...given });
    expect(code(await change({ active: false }))).toEqual([409, 'LAST_ADMIN']);
    expect(code(await change({ role: 'officer' }))).toEqual([409, 'LAST_ADMIN']);
    await person('second', 'admin');
    expect((await change({ role: 'officer' })).status).toBe(200);
    expect(code(await change({}))).toEqual([403, 'FORBIDDEN']);
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
