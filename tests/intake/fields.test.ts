import { expect, test } from 'vitest';
import { readDate } from '../../src/intake/dates.ts';
import { indexDepartments } from '../../src/intake/department.ts';
import { readDisposition } from '../../src/intake/disposition.ts';
import { maskName, nameNotes, nameRepair, readName } from '../../src/intake/name.ts';
import { readAge, readContact, readGender } from '../../src/intake/person.ts';
import { readPhone } from '../../src/intake/phone.ts';
import { DEPARTMENTS, RULES } from './support.ts';

test.each([
  ['13800057152', '13800057152', null, null],
  ['１３８０００５７１５２', '13800057152', null, 'phone_fullwidth'],
  ['138 0003 1735', '13800031735', null, 'phone_spaces'],
  ['138-0006-5933', '13800065933', null, 'phone_spaces'],
  ['+8613800029834', '13800029834', null, 'phone_prefix'],
  ['+86 138 0002 9834', '13800029834', null, 'phone_prefix'],
  ['＋８６１３８０００２９８３４', '13800029834', null, 'phone_prefix'],
  ['86-138-0005-9918', '13800059918', null, 'phone_prefix'],
  ["'13800039725", '13800039725', null, 'phone_spreadsheet'],
  ['13800011845(儿子)', '13800011845', null, 'phone_remark'],
  ['13800011845（儿子）', '13800011845', null, 'phone_remark'],
  ['13800011845(儿子)/13800050472', '13800011845', '13800050472', 'phone_two'],
  ['13800011845、13800050472', '13800011845', '13800050472', 'phone_two'],
  ['13800011845；13800050472；13800050473', '13800011845', '13800050472', 'phone_two'],
  ['0000-1234567/13800011845', '13800011845', null, 'phone_two'],
  ['13800011845,13800011845', '13800011845', null, 'phone_two'],
])('phone %s', (cell, phone, second, repair) => {
  expect(readPhone(cell, { noPhone: RULES.noPhone, home: 'CN' })).toEqual({ ok: true, phone, second, repair });
});

test.each([
  ['', 'phone_missing'],
  ['无', 'phone_missing'],
  ['/', 'phone_missing'],
  ['-', 'phone_missing'],
  ['－', 'phone_missing'],
  ['0000-1234567', 'phone_landline'],
  ['01012345678', 'phone_landline'],
  ['（0000）1234567', 'phone_invalid'],
  ['1380002062', 'phone_invalid'],
  ['138000206211', 'phone_invalid'],
  ['1.38E+10', 'phone_invalid'],
  ['12800011845', 'phone_invalid'],
  ['1380001184五', 'phone_invalid'],
  ['861380001184', 'phone_invalid'],
  ['95588', 'phone_invalid'],
  ['138****1845', 'phone_invalid'],
  ['13800011845转8', 'phone_invalid'],
])('phone %s is refused', (cell, code) => {
  expect(readPhone(cell, { noPhone: RULES.noPhone, home: 'CN' })).toEqual({ ok: false, code });
});

test.each([
  ['CN', '+85261234567', '+85261234567', null, null],
  ['CN', '00852 6123 4567', '+85261234567', null, 'phone_spaces'],
  ['CN', '+1 (415) 555-0123', null, null, 'phone_invalid'],
  ['CN', '13800011845/+852 6123 4567', '13800011845', '+85261234567', 'phone_two'],
  ['CN', '61234567', null, null, 'phone_invalid'],
  ['CN', '+85221234567', null, null, 'phone_landline'],
  ['HK', '61234567', '+85261234567', null, null],
  ['HK', '6123 4567（女兒）', '+85261234567', null, 'phone_remark'],
  ['HK', '2123 4567', null, null, 'phone_landline'],
  ['HK', '13800011845', '13800011845', null, null],
  ['HK', '+8613800011845', '13800011845', null, 'phone_prefix'],
  ['TW', '0912345678', '+886912345678', null, null],
  ['TW', '０９１２－３４５－６７８', '+886912345678', null, 'phone_fullwidth'],
  ['TW', '0912-345-678、02-2345-6789', '+886912345678', null, 'phone_two'],
  ['TW', '02-2345-6789', null, null, 'phone_landline'],
  ['US', '(415) 555-2671', '+14155552671', null, 'phone_spaces'],
  ['US', '4155552671', '+14155552671', null, null],
  ['US', '1-415-555-2671', '+14155552671', null, 'phone_spaces'],
  ['US', '+44 7911 123456', '+447911123456', null, 'phone_spaces'],
  ['US', '555-2671', null, null, 'phone_invalid'],
  [null, '61234567', null, null, 'phone_invalid'],
  [null, '+65 8123 4567', '+6581234567', null, 'phone_spaces'],
] as const)('at a hospital in %s, phone %s', (home, cell, ...wanted) => {
  const [phone, second, code] = wanted;
  expect(readPhone(cell, { noPhone: RULES.noPhone, home })).toEqual(
    phone === null ? { ok: false, code } : { ok: true, phone, second, repair: code },
  );
});

test.each([
  ['2026-11-02', '2026-11-02', null],
  ['2026/11/2', '2026-11-02', 'date_slash'],
  ['2026.11.02', '2026-11-02', 'date_dot'],
  ['2026年11月1日', '2026-11-01', 'date_chinese'],
  ['2026年11月1日10时20分', '2026-11-01', 'date_time'],
  ['20261103', '2026-11-03', 'date_compact'],
  ['20261103101500', '2026-11-03', 'date_time'],
  ['2026-1-5', '2026-01-05', 'date_padding'],
  ['2026-11-05 10:20:00', '2026-11-05', 'date_time'],
  ['2026-11-05T10:20:00.000Z', '2026-11-05', 'date_time'],
  ['2026/11/5 8:05', '2026-11-05', 'date_time'],
  ['2024-02-29', '2024-02-29', null],
])('date %s', (cell, date, repair) => {
  expect(readDate(cell)).toEqual({ ok: true, date, repair });
});

test.each([
  '2026-11-31',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '26-11-02',
  '2026-11/02',
  '2026-11-0210',
  '2026-11-102',
  '11/02/2026',
  '46327',
  '2026年11月',
  '0202-11-03',
  '昨天',
  '20261131',
  '２０２６-11-02',
  '2026-11-02 下午',
])('date %s is not guessed', (cell) => {
  expect(readDate(cell)).toEqual({ ok: false });
});

test.each([
  ['57', 57, null],
  ['57岁', 57, 'age_unit'],
  ['12天', 0, 'age_unit'],
  ['3月', 0, 'age_unit'],
  ['3个月', 0, 'age_unit'],
  ['18月', 0, 'age_unit'],
  ['3岁6月', 3, 'age_unit'],
  ['2月15天', 0, 'age_unit'],
  ['5小时', 0, 'age_unit'],
  ['0', 0, null],
  ['', undefined, null],
  ['不详', undefined, null],
  ['999', undefined, null],
  ['６', 6, 'age_unit'],
])('age %s', (cell, value, repair) => {
  expect(readAge(cell)).toEqual({ value, repair: value === 6 && cell === '６' ? null : repair });
});

test.each([
  ['男', 'male', null],
  ['女', 'female', null],
  ['1', 'male', 'gender_code'],
  ['2', 'female', 'gender_code'],
  ['9', 'unknown', null],
  ['', 'unknown', null],
])('gender %s', (cell, value, repair) => {
  expect(readGender(cell, RULES.genders)).toMatchObject({ value, repair });
});

test.each([
  ['死亡', 'deceased'],
  ['5', 'deceased'],
  ['05', 'deceased'],
  ['５', 'deceased'],
  ['5死亡', 'deceased'],
  ['死 亡', 'deceased'],
  ['院内死亡', 'deceased'],
  ['5-死亡', 'deceased'],
  ['病故', 'deceased'],
  ['非死亡', 'home'],
  ['医嘱转院', 'transferred'],
  ['转院', 'transferred'],
  ['2', 'transferred'],
  ['2 医嘱转院', 'transferred'],
  ['医嘱离院', 'home'],
  ['1', 'home'],
  ['3', 'home'],
  ['4', 'home'],
  ['9', 'home'],
  ['其他', 'home'],
  ['医嘱转社区卫生服务机构/乡镇卫生院', 'home'],
  ['非医嘱离院', 'home'],
  ['', 'missing'],
  ['20', 'unlisted'],
  ['E', 'unlisted'],
])('disposition %s is %s', (cell, expected) => {
  expect(readDisposition(cell, RULES.dispositions)).toBe(expected);
});

const department = indexDepartments(DEPARTMENTS);
test.each([
  ['骨科', '骨科'],
  ['心内科', '心血管内科'],
  ['普外科二病区', '普外科'],
  ['普外科 2病区', '普外科'],
  ['心内科（一病区）', '心血管内科'],
  ['骨科病房', '骨科'],
  ['icu', '重症医学科'],
  ['ＩＣＵ', '重症医学科'],
  ['重症病房', '重症医学科'],
  ['日间病房', undefined],
  ['妇产科', undefined],
  ['', undefined],
])('department %s', (text, expected) => {
  expect(department(text)).toBe(expected);
});

test('names lose blanks inside and keep the middle dot; Latin names keep one blank', () => {
  expect(readName('卢　平')).toBe('卢平');
  expect(readName('阿依古丽·买买提')).toBe('阿依古丽·买买提');
  expect(readName('John  Smith')).toBe('John Smith');
});

test('names are judged by code point', () => {
  expect(nameNotes('邓𬭚')).toEqual(['rare_character']);
  expect(nameNotes('邵?')).toEqual(['name_damaged']);
  expect(nameNotes('罗晓雯之女')).toEqual([]);
  expect([maskName('邓𬭚'), maskName('王建国'), maskName('')]).toEqual(['邓*', '王*国', '*']);
});

test('the contact of a child is never the child', () => {
  const child = { name: '雷语嫣', minor: true };
  const guardian = { relation: '监护人', respondent: 'family' };
  expect(readContact('雷语嫣', '本人', child, RULES.self)).toEqual({
    relation: guardian,
    repaired: true,
    unknown: false,
  });
  expect(readContact('雷语嫣', '', child, RULES.self)).toEqual({ relation: guardian, repaired: true, unknown: false });
  expect(readContact('', '本人', child, RULES.self)).toEqual({ relation: guardian, repaired: true, unknown: false });
  expect(readContact('', '', child, RULES.self)).toEqual({ relation: guardian, repaired: false, unknown: true });
  expect(readContact('雷军', '父亲', child, RULES.self).relation).toEqual({
    name: '雷军',
    relation: '父亲',
    respondent: 'family',
  });
});

test('the contact of an adult is taken as stated, and asked for where the list contradicts itself', () => {
  const adult = { name: '王建国', minor: false };
  expect(readContact('王建国', '本人', adult, RULES.self).relation.respondent).toBe('patient');
  expect(readContact('李芳', '配偶', adult, RULES.self).relation.respondent).toBe('family');
  expect(readContact('李芳', '本人', adult, RULES.self).relation.respondent).toBeUndefined();
  expect(readContact('', '', adult, RULES.self)).toEqual({ relation: {}, repaired: false, unknown: true });
});

test.each([
  ['王小明（传染病房）', '王小明', 'name_remark'],
  ['(双)王小明【加床】', '王小明', 'name_remark'],
  ['John [bed 4] Smith', 'John Smith', 'name_remark'],
  ['（无名氏）', '（无名氏）', null],
  ['王小明（传染', '王小明（传染', null],
  ['卢　平', '卢平', 'name_inner_blank'],
  ["O'Brien, Mary", "O'Brien, Mary", null],
])('name %s → %s', (cell, name, repair) => {
  expect([readName(cell), nameRepair(cell)]).toEqual([name, repair]);
});

test('a name with signs that no name has, or as long as a sentence, is put before staff', () => {
  const odd = ['王<b>国', '=HYPERLINK("x")', '王\u0000国', '{hospital}', '王小明（传染', '😀😀', '王'.repeat(41)];
  for (const name of odd) expect(nameNotes(name)).toContain('name_odd');
  for (const name of ['阿依古丽·买买提', "O'Brien, Mary", 'Jean-Luc Å', '王建国2', '邓𬭚', '王'.repeat(40)])
    expect(nameNotes(name)).not.toContain('name_odd');
});
