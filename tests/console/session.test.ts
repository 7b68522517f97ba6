import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from '../demo/service.ts';
import { signIn } from './client.ts';

test('a real service: the first start tells the passwords, they sign in, and roles hold', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  const passwordOf = (userName: string) =>
    demo.firstAccounts.find((account) => account.userName === userName)?.password ?? '';
  expect(demo.firstAccounts.map(({ role }) => role)).toEqual([
    'admin',
    'officer',
    'officer',
    'supervisor',
    'head',
    'conduct',
    'leader',
    'desk',
  ]);

  const admin = await signIn(demo.url, 'admin', passwordOf('admin'));
  expect((await admin.get('/api/accounts')).body).toMatchObject({ code: 'PASSWORD_CHANGE_NEEDED' });
  const changed = await admin.post('/api/session/password', { old: passwordOf('admin'), new: 'a good long one 7' });
  expect(changed).toMatchObject({ status: 200, body: { mustChangePassword: false } });
  expect((await admin.get('/api/accounts')).body).toHaveLength(8);

  const head = await signIn(demo.url, 'head', passwordOf('head'));
  expect(await head.get('/api/session')).toMatchObject({
    body: {
      account: { department: expect.stringMatching(/科/) as string },
      about: { demo: true, zone: 'Asia/Shanghai' },
    },
  });
  expect((await head.get('/api/accounts')).body).toMatchObject({ code: 'FORBIDDEN' });
  expect((await head.get('/api/colleagues')).body).toHaveLength(8);
});
