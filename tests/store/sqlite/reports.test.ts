import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import type { ReportScope } from '../../../src/store/store.ts';
import { begin, nextTurn, stayRow, T0, ZONE } from '../../contracts/store/turns.ts';
import { testFolder } from './folder.ts';

const MONTH: ReportScope = { from: '2026-03-01', to: '2026-03-31', department: null, ward: null, channel: null };

async function filled(): Promise<string> {
  const file = join(testFolder(), 'huifang.db');
  const store = await openSqliteStore({ file, zone: ZONE });
  await store.directory.addStays([stayRow(1), stayRow(2)], T0);
  const record = await begin(store, 1, { out: ['您好'] }, { followUp: 'open' });
  const handoff = { id: 'h1', reason: 'threat', priority: 'high', text: 'x' } as const;
  const audit = [{ who: 'a1', what: 'conversation.reply', subject: 'c1' }];
  await store.turns.commit(nextTurn(record, { in: ['我要投诉'], out: ['抱歉'] }, { handoff, audit }));
  await store.close();
  return file;
}

function change(file: string, sql: string): void {
  const db = openDatabase(file);
  db.exec(sql);
  db.close();
}

async function figures(file: string): Promise<unknown> {
  const store = await openSqliteStore({ file, zone: ZONE });
  try {
    return [
      await store.reports.figures(MONTH, 'day'),
      await store.reports.figures(MONTH, 'month'),
      await store.reports.handoffs(MONTH, 10),
      await store.reports.work(MONTH.from, MONTH.to),
    ];
  } finally {
    await store.close();
  }
}

test('a file that no report has counted is counted when it is opened', async () => {
  const file = await filled();
  const before = await figures(file);
  for (const table of ['stays', 'talks', 'counts', 'handoffs', 'work', 'state'])
    change(file, `DELETE FROM report_${table}`);
  expect(await figures(file)).toEqual(before);
});

test('a wrong figure is named, and put right when that is asked for', async () => {
  const file = await filled();
  const before = await figures(file);
  change(
    file,
    `UPDATE report_counts SET counts = json_set(counts, '$.reached', 7) WHERE period = '2026-03-07';
     UPDATE report_handoffs SET reason = 'abuse';
     UPDATE report_stays SET names = ' discharged ' WHERE stay = 2;
     INSERT INTO report_work VALUES ('2026-03-10', 'a2', 'conversation.reply', 5);`,
  );
  const store = await openSqliteStore({ file, zone: ZONE });
  onTestFinished(() => store.close());
  const { differences, found, stays } = await store.reports.recompute(false);
  expect(stays).toBe(2);
  expect(found).toBe(4);
  expect(differences).toContainEqual({ kind: 'count', what: '2026-03-07 心内科 sms reached', kept: '7', counted: '1' });
  expect(differences).toContainEqual({
    kind: 'work',
    what: '2026-03-10 a2 conversation.reply',
    kept: '5',
    counted: '0',
  });
  expect(differences.map(({ kind }) => kind).toSorted()).toEqual(['count', 'handoff', 'stay', 'work']);
  expect((await store.reports.recompute(true)).found).toBe(4);
  expect((await store.reports.recompute(false)).differences).toEqual([]);
  await store.close();
  expect(await figures(file)).toEqual(before);
});

test('a conversation that cannot be read costs its own figures and no other', async () => {
  const file = await filled();
  change(file, "UPDATE conversations SET record = '{' WHERE id = 'c1'");
  const store = await openSqliteStore({ file, zone: ZONE });
  onTestFinished(() => store.close());
  await store.reports.recompute(true);
  await store.campaign.cancel('stay-2', 'opted_out');
  const [row] = await store.reports.figures(MONTH, 'month');
  expect(row?.counts).toMatchObject({ discharged: 2, 'out.opted_out': 1 });
});
