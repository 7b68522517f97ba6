import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { changeOwnPassword, resetPassword } from '../../src/access/accounts.ts';
import { SignIn } from '../../src/access/sign-in.ts';
import type { OwnSession, TotpOffer } from '../../src/console/wire/access.ts';
import { HOUR, MINUTE } from '../../src/domain/clock.ts';
import type { Account } from '../../src/store/store.ts';
import { codeOf, signIn, trySignIn } from './client.ts';
import { type ConsoleRig, PASSWORD, startConsole } from './rig.ts';

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
      for (let n = 0; n < 5; n += 1) expect(codeOf(await trySignIn(url, name, 'wrong'))[1]).toBe('SIGN_IN_REFUSED');
      expect(codeOf(await trySignIn(url, name, PASSWORD))).toEqual([429, 'SIGN_IN_LOCKED']);
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
    expect(codeOf(await trySignIn(url, 'other', 'x'))).toEqual([429, 'SIGN_IN_TOO_FAST']);
    clock.now += 5 * MINUTE;
    expect(codeOf(await trySignIn(url, 'other', 'x'))).toEqual([401, 'SIGN_IN_REFUSED']);
  });
});

describe('a sign-in under way', () => {
  /** The console's own store, but that something happens while the password is checked. */
  async function meanwhile(happens: (rig: ConsoleRig, account: Account) => Promise<unknown>) {
    const rig = await startConsole();
    const account = await rig.account('lin', 'officer');
    const { access } = rig.deps;
    const { accounts } = access.store;
    const withSecrets = async (userName: string) => {
      const found = await accounts.withSecrets(userName);
      await happens(rig, account);
      return found;
    };
    const store = { ...access.store, accounts: { ...accounts, withSecrets } };
    return { rig, account, access: { ...access, store } };
  }
  const FORM = { userName: 'lin', password: PASSWORD, totp: undefined };
  const PLACE = { ip: '192.0.2.7', device: 'a browser' };
  const reset = ({ deps }: ConsoleRig, account: Account) =>
    resetPassword(deps.access, account, { who: 'test', dropTotp: false });

  test('does not outlive a reset of the password, or the end of the account', async () => {
    const leave = ({ store }: ConsoleRig, account: Account) =>
      store.accounts.change({ ...account, active: false }, { who: 'test', what: 'x', subject: account.id });
    for (const happens of [reset, leave]) {
      const { rig, account, access } = await meanwhile(happens);
      await expect(new SignIn(access).signIn(FORM, PLACE)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
      expect(await rig.store.sessions.of(account.id)).toEqual([]);
      expect((await rig.store.audit.list({ limit: 1, before: null }))[0]).toMatchObject({ what: 'session.refuse' });
    }
  });

  test('nor does a change of the own password undo a reset', async () => {
    const { account, access, rig } = await meanwhile(reset);
    const change = changeOwnPassword(
      access,
      { account, session: { hash: 'x' } },
      { old: PASSWORD, next: 'x new one 5!' },
    );
    await expect(change).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(codeOf(await trySignIn(rig.url, 'lin', 'x new one 5!'))).toEqual([401, 'SIGN_IN_REFUSED']);
  });

  test('between password and digits a reset, the lock and the end of the account hold', async () => {
    const right = async (rig: ConsoleRig) => {
      const { id } = await rig.account('lin', 'officer');
      const secret = 'A'.repeat(32);
      await rig.store.accounts.setTotp(id, { secret, proven: null }, { who: 'test', what: 'totp.set', subject: id });
      expect(codeOf(await trySignIn(rig.url, 'lin', PASSWORD))[1]).toBe('TOTP_NEEDED');
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: rig.clock.now });
      return { id, go: async () => codeOf(await trySignIn(rig.url, 'lin', PASSWORD, code)) };
    };
    const first = await startConsole();
    const afterReset = await right(first);
    await reset(first, (await first.store.accounts.find(afterReset.id)) as Account);
    expect(await afterReset.go()).toEqual([401, 'SIGN_IN_REFUSED']);
    const second = await startConsole();
    const afterLock = await right(second);
    for (let n = 0; n < 5; n += 1) await trySignIn(second.url, 'lin', 'wrong');
    expect(await afterLock.go()).toEqual([429, 'SIGN_IN_LOCKED']);
    const third = await startConsole();
    const afterEnd = await right(third);
    const account = (await third.store.accounts.find(afterEnd.id)) as Account;
    await third.store.accounts.change({ ...account, active: false }, { who: 'test', what: 'x', subject: account.id });
    expect(await afterEnd.go()).toEqual([401, 'SIGN_IN_REFUSED']);
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
    expect(codeOf(await zhou.get('/api/session'))).toEqual([401, 'NOT_SIGNED_IN']);
    clock.now += 50 * MINUTE;
    expect(codeOf(await lin.get('/api/session'))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  test('what a page asks for by itself keeps no session alive that nobody uses', async () => {
    const { person, clock, url } = await startConsole();
    const { cookie } = await person('lin', 'officer');
    const ask = async (idle: number) =>
      (await fetch(`${url}/api/session`, { headers: { cookie, 'x-huifang-idle': String(idle) } })).status;
    clock.now += 50 * MINUTE;
    expect(await ask(50 * 60)).toBe(200);
    clock.now += 9 * MINUTE;
    expect(await ask(5)).toBe(200);
    clock.now += 50 * MINUTE;
    expect(await ask(50 * 60)).toBe(200);
    clock.now += 10 * MINUTE;
    expect(await ask(60 * 60)).toBe(401);
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
      expect([weak, ...codeOf(await change(weak))]).toEqual([weak, 400, 'PASSWORD_WEAK']);
    expect(codeOf(await change('a new one, better', 'wrong'))).toEqual([403, 'PASSWORD_WRONG']);
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
    expect(codeOf(await confirm({ code: digits(secret, clock.now - HOUR) }))).toEqual([403, 'TOTP_WRONG']);
    expect(codeOf(await confirm({ password: 'wrong' }))).toEqual([403, 'PASSWORD_WRONG']);
    expect((await confirm({})).status).toBe(200);

    expect(codeOf(await trySignIn(url, 'lin', PASSWORD))).toEqual([401, 'TOTP_NEEDED']);
    const right = digits(secret, clock.now);
    expect(codeOf(await trySignIn(url, 'lin', PASSWORD, right))).toEqual([403, 'TOTP_WRONG']); // it confirmed the app
    clock.now += 30_000;
    const next = digits(secret, clock.now);
    expect((await trySignIn(url, 'lin', PASSWORD, next)).status).toBe(200);
    expect(codeOf(await trySignIn(url, 'lin', PASSWORD, next))).toEqual([403, 'TOTP_WRONG']);

    expect((await lin.post('/api/account/totp/drop', { password: PASSWORD })).status).toBe(200);
    expect((await trySignIn(url, 'lin', PASSWORD)).status).toBe(200);
  });

  test('digits cannot be guessed by giving the password again and again', async () => {
    const { url, account, store, clock } = await startConsole();
    const { id } = await account('lin', 'officer');
    await store.accounts.setTotp(
      id,
      { secret: 'A'.repeat(32), proven: null },
      { who: 'test', what: 'totp.set', subject: id },
    );
    const wrong = () => trySignIn(url, 'lin', PASSWORD, '000000');
    for (let n = 0; n < 5; n += 1) {
      expect(codeOf(await trySignIn(url, 'lin', PASSWORD))[1]).toBe('TOTP_NEEDED');
      expect(codeOf(await wrong())[1]).toBe('TOTP_WRONG');
    }
    expect(codeOf(await wrong())).toEqual([429, 'SIGN_IN_LOCKED']);
    clock.now += 15 * MINUTE;
    expect(codeOf(await wrong())[1]).toBe('TOTP_WRONG');
  });
});
