import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { localDate } from '../../src/domain/zoned-time.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import type { Store } from '../../src/store/store.ts';
import { DISCHARGES, importFile, line, listOf, NOW, temporaryFile, temporaryFolder, ZONE } from './support.ts';

const open: Store[] = [];

async function newStore(): Promise<Store> {
  const store = await openSqliteStore({ file: join(temporaryFolder(), 'test.sqlite'), zone: ZONE });
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

const FAR = NOW + 90 * 86_400_000;

function into(store: Store, path: string, dryRun = false) {
  return importFile(path, { directory: store.directory, dryRun });
}

test('importing the demo list plans 262 follow-ups; importing it again changes nothing', async () => {
  const store = await newStore();
  const first = await into(store, DISCHARGES);
  expect(first.report.imported).toBe(279);
  const due = await store.campaign.due(FAR, 1000);
  expect(due).toHaveLength(262);
  const before = await store.campaign.counts();
  const second = await into(store, DISCHARGES);
  expect(second.report).toMatchObject({
    records: 300,
    blank: 2,
    imported: 0,
    patients: 0,
    phones: 0,
    due: 0,
    reject: first.report.reject,
    skip: { total: 288, byCode: { deceased: 5, duplicate: 281, transferred: 2 } },
  });
  expect(await store.campaign.counts()).toEqual(before);
  expect(await store.campaign.due(FAR, 1000)).toEqual(due);
});

test('a dry run reports the same and stores nothing', async () => {
  const store = await newStore();
  const dry = await into(store, DISCHARGES, true);
  expect(await store.campaign.due(FAR, 1000)).toEqual([]);
  expect((await store.directory.findPatients(['00310309', '00310047'])).size).toBe(0);
  const wet = await into(store, DISCHARGES);
  expect(wet.rows).toEqual(dry.rows);
  expect({ ...wet.report, dryRun: true }).toEqual(dry.report);
});

test('what is stored is what the row says, and the follow-up is planned within sending hours', async () => {
  const store = await newStore();
  await into(
    store,
    listOf(
      line({
        联系电话: '13800011845(儿子)/13800050472',
        联系人: '王海',
        与患者关系: '儿子',
        科室: '骨科二病区',
        出院日期: '2026-11-17',
      }),
    ),
  );
  const [due] = await store.campaign.due(FAR, 10);
  expect(due?.stay).toMatchObject({
    facts: {
      patientName: '王建国',
      gender: 'male',
      ageYears: 57,
      department: '骨科',
      doctor: '梁宏伟',
      nurse: '李小琴',
      dischargedOn: '2026-11-17',
      minor: false,
    },
    recordNo: '00400001',
    admittedOn: '2026-11-05',
    disposition: '医嘱离院',
    channel: 'sms',
    address: '+8613800011845',
    secondPhone: '+8613800050472',
    relation: { name: '王海', relation: '儿子', respondent: 'family' },
    flags: [],
    followUp: 'planned',
  });
  expect(localDate(due?.stay.followUpAt ?? 0, ZONE)).toBe('2026-11-20');
});

test('the numbers of a hospital in Hong Kong, and one with its country code, are written to as they are', async () => {
  const store = await newStore();
  const list = listOf(
    line({ 病历号: '00400001', 联系电话: '6123 4567' }),
    line({ 病历号: '00400002', 联系电话: '+14155552671' }),
    line({ 病历号: '00400003', 联系电话: '13800010001' }),
    line({ 病历号: '00400004', 联系电话: '2123 4567' }),
  );
  const { report, rows } = await importFile(list, { directory: store.directory, dryRun: false, home: 'HK' });
  expect(report).toMatchObject({ imported: 3, reject: { byCode: { phone_landline: 1 } } });
  expect(JSON.stringify(rows)).not.toContain('1234567');
  const due = await store.campaign.due(FAR, 10);
  expect(due.map(({ stay }) => stay.address).sort()).toEqual(['+14155552671', '+85261234567', '+8613800010001']);
});

test('a child is written to through the guardian', async () => {
  const store = await newStore();
  await into(store, listOf(line({ 年龄: '7' })));
  const [due] = await store.campaign.due(FAR, 10);
  expect(due?.stay.facts.minor).toBe(true);
  expect(due?.stay.relation).toEqual({ relation: '监护人', respondent: 'family' });
});

test('what staff should look at is kept with the stay', async () => {
  const store = await newStore();
  await into(store, listOf(line({ 姓名: '邵?', 科室: '日间病房', 出院方式: '' })));
  const [due] = await store.campaign.due(FAR, 10);
  expect(due?.stay.flags).toEqual(['name_damaged', 'department_unknown', 'disposition_missing']);
});

test('a remark beside the name is not kept; a name that cannot be one is kept and flagged', async () => {
  const store = await newStore();
  await into(store, listOf(line({ 姓名: '王小明（传染病房）' }), line({ 病历号: '00999999', 姓名: '王<国' })));
  const due = await store.campaign.due(FAR, 10);
  expect(due.map(({ stay }) => [stay.facts.patientName, stay.flags])).toEqual([
    ['王小明', []],
    ['王<国', ['name_odd']],
  ]);
});

test('a death in a later file cancels what is planned, and no later file revives it', async () => {
  const store = await newStore();
  await into(store, listOf(line()));
  expect(await store.campaign.due(FAR, 10)).toHaveLength(1);
  await into(store, listOf(line({ 出院方式: '死亡', 出院日期: '2026-11-12' })));
  expect(await store.campaign.due(FAR, 10)).toEqual([]);
  const { rows } = await into(store, listOf(line({ 出院日期: '2026-11-14' })));
  expect(rows.map((row) => row.code)).toEqual(['deceased']);
  expect(await store.campaign.due(FAR, 10)).toEqual([]);
});

test('a later stay takes over the follow-up, an earlier one that comes late gets none', async () => {
  const store = await newStore();
  await into(store, listOf(line({ 出院日期: '2026-11-10' })));
  await into(store, listOf(line({ 出院日期: '2026-11-14' })));
  const { report } = await into(store, listOf(line({ 出院日期: '2026-11-08' })));
  expect([report.imported, report.due]).toEqual([1, 0]);
  const due = await store.campaign.due(FAR, 10);
  expect(due.map(({ stay }) => stay.facts.dischargedOn)).toEqual(['2026-11-14']);
});

test('another name under a stored record number is refused', async () => {
  const store = await newStore();
  await into(store, listOf(line()));
  const { rows } = await into(store, listOf(line({ 姓名: '李秀英', 出院日期: '2026-11-12' })));
  expect(rows.map((row) => [row.action, row.code])).toEqual([['reject', 'record_no_conflict']]);
});

test('past the window a stay is stored and not contacted', async () => {
  const store = await newStore();
  await into(store, listOf(line({ 出院日期: '2026-10-18', 入院日期: '' })));
  expect(await store.campaign.due(FAR, 10)).toEqual([]);
  expect([...(await store.directory.findPatients(['00400001'])).values()][0]?.dischargedOn).toEqual(['2026-10-18']);
});

test('an import that breaks off can be repeated; rows are reported only once they are stored', async () => {
  const store = await newStore();
  const lines = Array.from({ length: 2500 }, (_, index) =>
    line({ 病历号: String(index), 联系电话: `138${String(index).padStart(8, '0')}` }),
  );
  const path = listOf(...lines);
  let seen = 0;
  const broken = importFile(path, {
    directory: store.directory,
    dryRun: false,
    onRow: () => {
      seen += 1;
      if (seen === 1200) throw new Error('power cut');
    },
  });
  await expect(broken).rejects.toThrow('power cut');
  expect((await store.directory.findPatients(['1199', '1249', '1250'])).size).toBe(2);
  const { report } = await into(store, path);
  expect([report.imported, report.skip.byCode.duplicate]).toEqual([1250, 1250]);
  expect(await store.campaign.due(FAR, 5000)).toHaveLength(2500);
});

test('a ward is kept with the stay where the list names one, and can be asked for in reports', async () => {
  const store = await newStore();
  const list = readFileSync(listOf(line(), line({ 病历号: '00400002', 联系电话: '13800010002' })), 'utf8').split(
    '\r\n',
  );
  const wards = ['病区', '骨科三病区', ''];
  await into(
    store,
    temporaryFile(list.map((row, index) => (row === '' ? '' : `${row},${wards[index] ?? ''}`)).join('\r\n')),
  );
  const due = await store.campaign.due(FAR, 10);
  expect(new Map(due.map(({ stay }) => [stay.recordNo, stay.facts.ward]))).toEqual(
    new Map([
      ['00400001', '骨科三病区'],
      ['00400002', undefined],
    ]),
  );
  expect(await store.reports.wards(null)).toEqual(['骨科三病区']);
  expect(await store.reports.wards('儿科')).toEqual([]);
});
