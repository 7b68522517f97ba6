import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/sqlite/database.ts';
import { migrate } from '../../../src/store/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../src/store/sqlite/migrations/index.ts';
import { openStore, testFolder } from './folder.ts';

const FILE = 'data.sqlite';

/** A store with five rows, changed behind its back while it is closed. */
async function tampered(change: (db: Database) => void) {
  const file = join(testFolder(), FILE);
  const store = await openStore(file);
  for (let n = 1; n <= 5; n += 1)
    await store.audit.append({ who: `account:${n}`, what: 'patient.view', subject: `c${n}`, why: 'asked' });
  await store.close();
  const db = openDatabase(file);
  db.exec('DROP TRIGGER audit_stays_as_it_is; DROP TRIGGER audit_keeps_everything; DROP TRIGGER audit_is_chained;');
  change(db);
  db.close();
  return (await openStore(file)).audit.verify();
}

const set = (sql: string) =>
  tampered((db) => {
    db.exec(sql);
  });

test.each([
  ['who', "UPDATE audit SET who = 'account:9' WHERE no = 3", 3, 'changed'],
  ['what', "UPDATE audit SET what = 'nothing' WHERE no = 1", 1, 'changed'],
  ['subject', "UPDATE audit SET subject = 'c9' WHERE no = 5", 5, 'changed'],
  ['when', 'UPDATE audit SET at = at + 1 WHERE no = 2', 2, 'changed'],
  ['why', 'UPDATE audit SET why = NULL WHERE no = 4', 4, 'changed'],
  ['its own hash', "UPDATE audit SET hash = 'x' WHERE no = 4", 4, 'changed'],
  ['a row in the middle is gone', 'DELETE FROM audit WHERE no = 2', 3, 'missing'],
  [
    'two rows changed places',
    'UPDATE audit SET no = 9 WHERE no = 2; UPDATE audit SET no = 2 WHERE no = 3; UPDATE audit SET no = 3 WHERE no = 9',
    2,
    'changed',
  ],
  ['a row lost its hash', 'UPDATE audit SET hash = NULL WHERE no = 3', 3, 'unchained'],
] as const)('%s: found, with the first row that does not fit', async (_what, sql, brokenAt, why) => {
  expect(await set(sql)).toMatchObject({ intact: false, brokenAt, why });
});

test('rows cut off at the end show against a head that was noted', async () => {
  expect(await set('DELETE FROM audit WHERE no > 3')).toMatchObject({ intact: true, rows: 3 });
});

test('rows from before the chain are kept as they are, and covered by the first row after them', async () => {
  const old = (change: string) => async () => {
    const file = join(testFolder(), FILE);
    const db = openDatabase(file);
    migrate(
      db,
      MIGRATIONS.filter(({ version }) => version < 5),
    );
    for (const who of ['a', 'b'])
      db.prepare('INSERT INTO audit (at, who, what, subject) VALUES (1, ?, ?, ?)').run(
        who,
        'campaign.pause',
        'campaign',
      );
    db.close();
    const store = await openStore(file);
    await store.audit.append({ who: 'c', what: 'd', subject: 'e' });
    await store.close();
    const again = openDatabase(file);
    again.exec(`DROP TRIGGER audit_stays_as_it_is; ${change}`);
    again.close();
    const { audit } = await openStore(file);
    return { check: await audit.verify(), hashes: (await audit.page(0, 9)).map(({ hash }) => hash !== null) };
  };
  expect(await old('SELECT 1')()).toMatchObject({
    check: { intact: true, rows: 3, head: { no: 3 } },
    hashes: [false, false, true],
  });
  expect((await old("UPDATE audit SET who = 'x' WHERE no = 1")()).check).toMatchObject({ intact: false, brokenAt: 3 });
});
