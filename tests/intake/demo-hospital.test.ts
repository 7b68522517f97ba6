import { expect, test } from 'vitest';
import { DISCHARGES, DISCHARGES_GBK, importFile } from './support.ts';

/** The hospital's own table: record, action, code. */
const DIRTY = `
3 normalise phone_fullwidth | 7 normalise phone_spaces | 9 skip deceased | 12 skip duplicate | 14 normalise date_slash
17 reject phone_landline | 21 normalise date_dot | 24 normalise minor_contact_self | 26 normalise trailing_blanks
29 normalise phone_prefix | 31 reject phone_missing | 33 skip transferred | 36 normalise name_inner_blank
40 reject discharge_in_future | 47 reject phone_missing | 52 normalise phone_two | 58 reject phone_invalid
64 reject admitted_after_discharge | 71 skip transferred | 77 skip deceased | 83 normalise department_alias
90 normalise age_unit | 95 normalise gender_code | 115 reject phone_invalid | 122 reject phone_invalid
130 normalise date_chinese | 137 normalise date_time | 149 normalise phone_spreadsheet | 156 skip deceased
170 reject date_invalid | 178 reject discharge_date_missing | 185 normalise quoted_field | 192 reject name_missing
200 normalise age_unit | 206 skip deceased | 207 skip deceased | 221 normalise date_compact | 228 normalise phone_prefix
236 normalise department_alias | 292 skip duplicate | 294 reject record_no_conflict`;
const ODD = `
5 rare_character | 19 rare_character | 38 minor | 101 rare_character | 104 rare_character | 108 shared_phone
119 contact_unknown | 142 shared_phone | 163 name_damaged | 199 shared_phone | 214 readmission | 215 readmission
244 department_unknown | 251 long_name | 257 minor | 293 corrected`;

function entries(table: string): string[][] {
  return table
    .trim()
    .split(/[|\n]/)
    .map((entry) => entry.trim().split(' '));
}

const utf8 = await importFile(DISCHARGES);
const gbk = await importFile(DISCHARGES_GBK);

test.each(entries(DIRTY))('record %s: %s %s', (record, action, code) => {
  const row = utf8.rows[Number(record) - 1];
  expect([row?.record, row?.action, row?.code]).toEqual([Number(record), action, code]);
});

test.each(entries(ODD))('record %s is right as it is, noted as %s', (record, code) => {
  const row = utf8.rows[Number(record) - 1];
  expect([row?.record, row?.action, row?.code]).toEqual([Number(record), 'accept', code]);
});

test('every other record is accepted', () => {
  const special = new Set(entries(DIRTY).map(([record]) => Number(record)));
  expect(utf8.rows.filter((row) => row.action !== 'accept' && !special.has(row.record))).toEqual([]);
});

test('discharges.csv gives the counts the hospital states', () => {
  expect(utf8.report).toMatchObject({
    encoding: 'utf-8',
    today: '2026-11-18',
    absentColumns: [],
    records: 300,
    blank: 2,
    imported: 279,
    accept: 259,
    normalise: 20,
    patients: 278,
    under18: 17,
    phones: 276,
    due: 262,
    dueWithin7: 61,
    windowPassed: 16,
    reject: {
      total: 12,
      byCode: {
        admitted_after_discharge: 1,
        date_invalid: 1,
        discharge_date_missing: 1,
        discharge_in_future: 1,
        name_missing: 1,
        phone_invalid: 3,
        phone_landline: 1,
        phone_missing: 2,
        record_no_conflict: 1,
      },
    },
    skip: { total: 9, byCode: { deceased: 5, duplicate: 2, transferred: 2 } },
  });
  expect(utf8.report.byDepartment).toEqual({
    骨科: 32,
    普外科: 25,
    心血管内科: 19,
    妇科: 17,
    儿科: 16,
    肾内科: 16,
    内分泌科: 15,
    产科: 15,
    神经内科: 14,
    呼吸与危重症医学科: 12,
    甲状腺乳腺外科: 11,
    肿瘤血液科: 10,
    泌尿外科: 10,
    消化内科: 8,
    老年医学科: 7,
    感染性疾病科: 7,
    眼科: 7,
    肛肠科: 6,
    神经外科: 6,
    胸外科: 5,
    耳鼻咽喉科: 5,
    中医科: 5,
    康复医学科: 4,
    急诊医学科: 3,
    重症医学科: 3,
    日间病房: 1,
  });
});

test('discharges-gbk.csv gives the counts the hospital states', () => {
  expect(gbk.report).toMatchObject({
    encoding: 'gb18030',
    records: 40,
    blank: 0,
    imported: 34,
    accept: 26,
    normalise: 8,
    patients: 34,
    under18: 4,
    phones: 34,
    due: 30,
    dueWithin7: 8,
    windowPassed: 4,
    reject: { total: 3, byCode: { discharge_in_future: 1, phone_landline: 1, phone_missing: 1 } },
    skip: { total: 3, byCode: { deceased: 1, duplicate: 1, transferred: 1 } },
  });
  expect(gbk.rows).toEqual(utf8.rows.slice(0, 40));
});

test('a masked report still says what was repaired', () => {
  const changes = (record: number) => utf8.rows[record - 1]?.changes;
  expect(changes(3)).toEqual([{ field: 'phone', code: 'phone_fullwidth', to: '138****7152' }]);
  expect(changes(14)).toEqual([
    { field: 'admittedOn', code: 'date_slash', to: '2026-10-24' },
    { field: 'dischargedOn', code: 'date_slash', to: '2026-11-02' },
  ]);
  expect(changes(26)).toHaveLength(7);
  expect(changes(36)).toEqual([{ field: 'patientName', code: 'name_inner_blank', to: '卢*' }]);
  expect(changes(236)).toEqual([{ field: 'department', code: 'department_alias', to: '普外科' }]);
  expect(JSON.stringify(utf8.rows)).not.toMatch(/1[3-9]\d{9}/);
});
