import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AccountCommandResult } from '../../src/access/command.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { signIn, trySignIn } from '../console/client.ts';
import { startDemo } from '../demo/service.ts';
import { temporaryFolder } from '../intake/support.ts';
import { runProgram } from '../store/sqlite/folder.ts';

const account = (dataDir: string, ...words: readonly string[]) =>
  runProgram('src/cli/account.ts', words, { DATA_DIR: dataDir, DEMO: 'on' });
const audit = (dataDir: string, ...words: readonly string[]) =>
  runProgram('src/cli/audit.ts', words, { DATA_DIR: dataDir, DEMO: 'on' });

test('without a service: accounts are added, listed and reset in the data file, and each use is audited', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  expect((await account(dataDir, 'list')).out).toContain('no accounts yet');
  const added = await account(dataDir, 'add', 'Lin', '林晓', 'head', '--department', '骨科');
  expect([added.status, added.err]).toEqual([0, '']);
  expect(added.out).toMatch(
    /lin {2}head {8}林晓 {2}骨科\n一次性密码 one-time password: [a-z2-9]{4}(-[a-z2-9]{4}){3}\n$/,
  );
  expect((await account(dataDir, 'reset', 'LIN', '--drop-totp')).out).toMatch(/one-time password: /);
  const { accounts, oneTimePassword } = JSON.parse(
    (await account(dataDir, 'list', '--json')).out,
  ) as AccountCommandResult;
  expect([accounts.length, accounts[0]?.userName, oneTimePassword]).toEqual([1, 'lin', null]);

  for (const words of [
    [],
    ['drop', 'lin'],
    ['add', 'x', 'y', 'king'],
    ['reset'],
    ['list', '--what'],
    ['reset', 'nobody'],
  ])
    expect([words, (await account(dataDir, ...words)).status]).toEqual([words, 2]);

  const rows = (await audit(dataDir, 'export')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; who: string });
  expect(rows.map(({ what }) => what)).toEqual(['account.add', 'totp.drop', 'account.reset']);
  expect(rows[0]?.who).toMatch(/^cli:/);
  expect((await audit(dataDir, 'export', '--to', '2001-01-01')).out).toBe('');
}, 120_000);

test('the audit is verified, and a changed row and a cut end are named', async () => {
  const dataDir = temporaryFolder();
  for (const name of ['a1', 'b1', 'c1']) await account(dataDir, 'add', name, name, 'desk');
  const intact = await audit(dataDir, 'verify');
  const [, known = ''] = /3 rows {2}(3:[0-9a-f]{64})\n$/.exec(intact.out) ?? [];
  expect([intact.status, known]).toEqual([0, expect.stringMatching(/^3:/)]);
  expect((await audit(dataDir, 'verify', '--known', known)).status).toBe(0);
  const tamper = (sql: string) => {
    const db = openDatabase(join(dataDir, 'demo.sqlite'));
    db.exec(sql);
    db.close();
  };
  tamper('DROP TRIGGER audit_keeps_everything; DELETE FROM audit WHERE no = 3');
  expect((await audit(dataDir, 'verify')).status).toBe(0);
  expect((await audit(dataDir, 'verify', '--known', known)).status).toBe(1);
  tamper("DROP TRIGGER audit_stays_as_it_is; UPDATE audit SET who = 'x' WHERE no = 2");
  const broken = await audit(dataDir, 'verify');
  expect([broken.status, broken.out]).toEqual([1, expect.stringContaining('broken at row 2: changed')]);
}, 120_000);

test('while the service runs, it is the service that does it', async () => {
  const demo = await startDemo();
  onTestFinished(() => demo.stop());
  const lin = demo.firstAccounts.find(({ userName }) => userName === 'linxiao');
  const client = await signIn(demo.url, 'linxiao', lin?.password ?? '');
  const reset = await account(demo.dataDir, 'reset', 'linxiao', '--json');
  const { oneTimePassword } = JSON.parse(reset.out) as AccountCommandResult;
  expect((await client.get('/api/session')).status).toBe(401);
  expect((await trySignIn(demo.url, 'linxiao', oneTimePassword ?? '')).status).toBe(200);
  expect((await account(demo.dataDir, 'add', 'linxiao', '又一个', 'desk')).err).toContain('USER_NAME_TAKEN');
  expect((await audit(demo.dataDir, 'verify')).out).toMatch(/intact/);
  expect((await audit(demo.dataDir, 'export')).out).toContain('account.reset');
}, 120_000);
