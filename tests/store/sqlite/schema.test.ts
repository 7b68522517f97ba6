import { expect, test } from 'vitest';
import { openDatabase, text } from '../../../src/store/sqlite/database.ts';
import { identify, migrate, SCHEMA_VERSION } from '../../../src/store/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../src/store/sqlite/migrations/index.ts';

test('the schema that all migrations give is the one written down', async () => {
  const db = openDatabase(':memory:');
  migrate(db);
  const rows = db
    .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, type, name")
    .all();
  await expect(`${rows.map((row) => `${text(row, 0)};`).join('\n\n')}\n`).toMatchFileSnapshot('schema.golden.sql');
});

test('migrations are in the order of their numbers, and a migrated file knows its version', () => {
  const numbers = MIGRATIONS.map(({ version }) => version);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  const db = openDatabase(':memory:');
  migrate(db);
  migrate(db);
  expect(identify(db)).toEqual({ version: SCHEMA_VERSION, ours: true, empty: false });
});

test('a migration that fails leaves the file as it was before it', () => {
  const db = openDatabase(':memory:');
  migrate(db);
  const broken = { version: SCHEMA_VERSION + 1, name: 'broken', sql: 'CREATE TABLE half (a); CREATE TABLE half (a);' };
  expect(() => {
    migrate(db, [...MIGRATIONS, broken]);
  }).toThrow('half');
  expect(identify(db).version).toBe(SCHEMA_VERSION);
  expect(db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
});

test('a file of the first version knows its staff once it is migrated', () => {
  const db = openDatabase(':memory:');
  migrate(db, MIGRATIONS.slice(0, 1));
  const stay = (id: string, facts: object) => {
    const json = JSON.stringify({ facts: { department: '骨科', ...facts } });
    db.prepare(
      "INSERT INTO stays (id, patient, discharged_on, channel, address, follow_up, stay) VALUES (?, 1, ?, 'sms', '', 'done', ?)",
    ).run(id, id, json);
  };
  stay('a', { doctor: '梁宏伟', nurse: '李小琴' });
  stay('b', { doctor: '梁宏伟' });
  stay('c', {});
  migrate(db);
  expect(db.prepare('SELECT name, role, department FROM staff').all()).toEqual([
    ['李小琴', 'nurse', '骨科'],
    ['梁宏伟', 'doctor', '骨科'],
  ]);
});

test('the audit takes chained rows at its end, and no changes', () => {
  const db = openDatabase(':memory:');
  migrate(db);
  const add = "INSERT INTO audit (no, at, who, what, subject, hash) VALUES (1, 1, 'a', 'b', 'c', 'd')";
  db.exec(add);
  for (const [sql, refusal] of [
    ["UPDATE audit SET who = 'x'", 'append-only'],
    ['DELETE FROM audit', 'append-only'],
    [add.replace('INSERT', 'INSERT OR REPLACE'), 'at the end'],
    ["INSERT INTO audit (at, who, what, subject) VALUES (1, 'a', 'b', 'c')", 'chained'],
  ] as const) {
    expect(() => {
      db.exec(sql);
    }).toThrow(refusal);
  }
});

test('de-duplication keys of an older file count as of the day of the migration', () => {
  const db = openDatabase(':memory:');
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 16),
  );
  db.exec("INSERT INTO dedupe VALUES ('sms:SM1')");
  migrate(db);
  const [day] = db.prepare('SELECT day FROM dedupe').get() ?? [];
  expect(Number(day)).toBeGreaterThanOrEqual(Math.floor(Date.now() / 86_400_000) - 1);
});

test('an overdue complaint of an older file that the leaders know of is still one they know of', () => {
  const db = openDatabase(':memory:');
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 17),
  );
  const entry = "'complaint', 2026, ?, ?, 0, '太吵', '', 1, 'open', ?";
  const add = db.prepare(
    `INSERT INTO registers (kind, year, number, conversation, idx, text, concerns, at, status, escalated) VALUES (${entry})`,
  );
  for (const told of [0, 1, 2]) add.run(told, told, told);
  migrate(db);
  expect(db.prepare('SELECT escalated FROM registers ORDER BY no').all()).toEqual([[0], [1], [3]]);
});
