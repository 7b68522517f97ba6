import { expect, test } from 'vitest';
import { importFile, line, listOf, RULES, temporaryFile } from './support.ts';

async function codes(...lines: readonly string[]) {
  const { rows } = await importFile(listOf(...lines));
  return rows.map((row) => [row.action, row.code]);
}

test('a death counts for every row of the patient, whatever the order', async () => {
  const dead = { 病历号: '00400009', 出院方式: '死亡' };
  const before = line({ 病历号: '00400009', 出院日期: '2026-10-25', 入院日期: '2026-10-20' });
  expect(await codes(before, line(dead))).toEqual([
    ['skip', 'deceased'],
    ['skip', 'deceased'],
  ]);
  expect(await codes(line(dead), before)).toEqual([
    ['skip', 'deceased'],
    ['skip', 'deceased'],
  ]);
});

test('a death counts also in a row that would be rejected, and wins over every other reason', async () => {
  expect(await codes(line(), line({ 出院方式: '5', 联系电话: '', 出院日期: '', 姓名: '' }))).toEqual([
    ['skip', 'deceased'],
    ['skip', 'deceased'],
  ]);
});

test('the first rule that applies decides', async () => {
  const all = { 姓名: '', 出院日期: '', 入院日期: '2026-13-01', 联系电话: '' };
  expect(await codes(line({ ...all, 出院方式: '转院' }))).toEqual([['skip', 'transferred']]);
  expect(await codes(line(all))).toEqual([['reject', 'name_missing']]);
  expect(await codes(line({ ...all, 姓名: '王' }))).toEqual([['reject', 'discharge_date_missing']]);
  expect(await codes(line({ ...all, 姓名: '王', 出院日期: '2026-11-20' }))).toEqual([['reject', 'date_invalid']]);
  expect(await codes(line({ 出院日期: '2026-11-20', 入院日期: '2026-11-25', 联系电话: '' }))).toEqual([
    ['reject', 'discharge_in_future'],
  ]);
  expect(await codes(line({ 入院日期: '2026-11-25', 联系电话: '' }))).toEqual([['reject', 'admitted_after_discharge']]);
  expect(await codes(line({ 联系电话: '', 病历号: '' }))).toEqual([['reject', 'phone_missing']]);
  expect(await codes(line({ 病历号: '' }))).toEqual([['reject', 'record_no_missing']]);
});

test('the field of a bad date is named', async () => {
  const { rows } = await importFile(
    listOf(line({ 入院日期: '2026-02-30' }), line({ 病历号: '2', 出院日期: '2026-02-30' })),
  );
  expect(rows.map((row) => row.field)).toEqual(['admittedOn', 'dischargedOn']);
});

test('discharged today is no future, and a missing admission date is no fault', async () => {
  expect(await codes(line({ 出院日期: '2026-11-18', 入院日期: '' }))).toEqual([['accept', null]]);
});

test('leading zeros of a record number make a difference', async () => {
  expect(await codes(line({ 病历号: '0012' }), line({ 病历号: '12' }))).toEqual([
    ['accept', 'shared_phone'],
    ['accept', 'shared_phone'],
  ]);
});

test('duplicates are compared after repairing; a rejected row does not count as imported', async () => {
  expect(await codes(line(), line({ 出院日期: '2026/11/9', 联系电话: '138 0001 0001' }))).toEqual([
    ['accept', null],
    ['skip', 'duplicate'],
  ]);
  expect(await codes(line({ 联系电话: '1380001000' }), line())).toEqual([
    ['reject', 'phone_invalid'],
    ['accept', 'corrected'],
  ]);
});

test('another name under the same record number is rejected, and the first one is flagged', async () => {
  const { rows } = await importFile(listOf(line(), line({ 姓名: '李秀英', 出院日期: '2026-11-10' })));
  expect(rows.map((row) => [row.action, row.code])).toEqual([
    ['accept', 'record_no_conflict'],
    ['reject', 'record_no_conflict'],
  ]);
  expect(await codes(line({ 姓名: '王　建国' }), line({ 出院日期: '2026-11-12' }))).toEqual([
    ['normalise', 'name_inner_blank'],
    ['accept', 'readmission'],
  ]);
  // A lost character may be any: no proof of another person.
  expect((await codes(line({ 姓名: '王建?' }), line({ 出院日期: '2026-11-12' })))[1]).toEqual([
    'accept',
    'readmission',
  ]);
});

test('of several stays only the latest is due, in whatever order they come', async () => {
  const early = line({ 出院日期: '2026-10-22', 入院日期: '2026-10-14' });
  const late = line({ 出院日期: '2026-11-12' });
  for (const lines of [
    [early, late],
    [late, early],
  ]) {
    const { report } = await importFile(listOf(...lines));
    expect([report.imported, report.patients, report.due, report.dueWithin7]).toEqual([2, 1, 1, 1]);
  }
});

test('a later transfer withdraws the follow-up of the earlier stay', async () => {
  const { report } = await importFile(listOf(line(), line({ 出院日期: '2026-11-12', 出院方式: '转院' })));
  expect([report.imported, report.due, report.skip.byCode.transferred]).toEqual([1, 0, 1]);
});

test('the window: day 30 is due, day 31 is listed only', async () => {
  const { report, rows } = await importFile(
    listOf(
      line({ 病历号: '1', 出院日期: '2026-10-19', 入院日期: '' }),
      line({ 病历号: '2', 出院日期: '2026-10-18', 入院日期: '' }),
      line({ 病历号: '3', 出院日期: '2026-11-11', 入院日期: '' }),
      line({ 病历号: '4', 出院日期: '2026-11-10', 入院日期: '' }),
    ),
  );
  expect([report.due, report.dueWithin7, report.windowPassed]).toEqual([3, 1, 1]);
  expect(rows[1]?.notes).toContain('window_passed');
});

test('a row with too many or too few fields is not read into the wrong columns', async () => {
  const cut = line().split(',').slice(0, 9).join(',');
  expect(await codes(`${line()},x`, `${line({ 病历号: '2' })},,`, cut)).toEqual([
    ['reject', 'row_malformed'],
    ['accept', null],
    ['reject', 'row_malformed'],
  ]);
});

test('a row that does not fit the header says how many columns it has, and what it does not reach', async () => {
  const cells = line().split(',');
  const { rows } = await importFile(listOf(`${line()},x`, cells.slice(0, 9).join(','), cells.slice(0, 4).join(',')));
  expect(rows.map(({ field, columns }) => [field, columns])).toEqual([
    ['recordNo', { expected: 15, found: 16 }],
    ['dischargedOn', { expected: 15, found: 9 }],
    ['phone', { expected: 15, found: 4 }],
  ]);
});

test('a death in a shifted row still stops the patient', async () => {
  expect(await codes(line(), line({ 出院日期: '2026-11-12', 出院诊断: 'a,b', 出院方式: '死亡' }))).toEqual([
    ['skip', 'deceased'],
    ['skip', 'deceased'],
  ]);
});

test('unknown codes and missing dispositions are imported and flagged for staff', async () => {
  expect(await codes(line({ 出院方式: '20' }), line({ 病历号: '2', 出院方式: '' }))).toEqual([
    ['accept', 'disposition_unknown'],
    ['accept', 'disposition_missing'],
  ]);
});

test("another hospital's export fits by its column names", async () => {
  const rules = {
    ...RULES,
    columns: {
      ...RULES.columns,
      recordNo: ['PatientID'],
      patientName: ['患者'],
      phone: ['Tel No.'],
      dischargedOn: ['离院'],
      disposition: ['Outcome'],
      language: ['Lang'],
    },
    dispositions: { deceased: ['20'], transferred: ['02'] },
  };
  const text = [
    'Tel No.\tOUTCOME\t患者\t patientid \t离院\tLang',
    '13800010001\t01\t王建国\tA1\t2026-11-09\tEnglish',
    '13800010002\t20\t李芳\tA2\t2026-11-09\t',
    '13800010003\t2\t张伟\tA3\t2026-11-09\t',
  ].join('\n');
  const { report, rows } = await importFile(temporaryFile(text), { rules });
  expect(rows.map((row) => [row.action, row.code])).toEqual([
    ['accept', 'contact_unknown'],
    ['skip', 'deceased'],
    ['skip', 'transferred'],
  ]);
  expect(report.absentColumns).toEqual(['age', 'department', 'relation']);
});
