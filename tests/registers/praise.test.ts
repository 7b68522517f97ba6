import { describe, expect, test } from 'vitest';
import { praiseByPerson } from '../../src/registers/praise.ts';
import { openNames, praisedIn, type StaffMember } from '../../src/registers/praised.ts';

const STAFF: readonly StaffMember[] = [
  { name: '梁宏伟', role: 'doctor', department: '骨科' },
  { name: '李小琴', role: 'nurse', department: '骨科' },
  { name: '王芳', role: 'nurse', department: '骨科' },
  { name: '王芳', role: 'nurse', department: '儿科' },
  { name: '张敏', role: 'doctor', department: '儿科' },
  { name: '张敏', role: 'nurse', department: '骨科' },
];

const entry = (concerns: readonly string[], concernedDepartment = '骨科') => ({ concerns, concernedDepartment });
const praised = (concerns: readonly string[], department = '骨科') =>
  praisedIn(entry(concerns, department), STAFF).map(({ name, certain }) => (certain ? name : `?${name}`));

describe('whom a praise is about', () => {
  test.each([
    [['梁宏伟', '梁宏伟医生', '医生', '梁医生', 'doctor'], ['梁宏伟']],
    [['doctor', '梁宏伟（医生，骨科）'], ['梁宏伟']],
    [
      ['doctor', 'nurse', '梁宏伟（医生，骨科）'],
      ['?nurse', '梁宏伟'],
    ],
    [
      ['nurse', '李小琴护士', '梁宏伟'],
      ['李小琴', '梁宏伟'],
    ],
    [['doctor'], ['?doctor']],
    [['梁医生'], ['?梁医生']],
    [['doctor', '梁医生'], ['?梁医生']],
    [['李护士（可能是李小琴，待核实）', 'nurse'], ['?李护士（可能是李小琴，待核实）']],
    [['赵小明', '赵小明医生', '赵医生'], ['?赵小明医生']],
    [
      ['李医生', '李小琴'],
      ['?李医生', '李小琴'],
    ],
    [['张敏护士'], ['张敏']],
    [['骨科护士站'], ['?骨科护士站']],
  ])('%j: %j', (concerns, expected) => {
    expect(praised(concerns)).toEqual(expected);
  });

  test('people of one name are told apart by the department, and by nothing less', () => {
    expect(praisedIn(entry(['王芳'], '儿科'), STAFF)).toEqual([{ name: '王芳', department: '儿科', certain: true }]);
    expect(praised(['张敏'], '外科')).toEqual(['?张敏']);
    expect(praised(['王芳'], '外科')).toEqual(['?王芳']);
  });

  test('a person counts once in an entry, under the name and department of the roster', () => {
    const records = [
      { number: '2026-0001', ...entry(['梁宏伟', '梁宏伟医生', '医生', '梁医生'], '急诊科') },
      { number: '2026-0002', ...entry(['梁宏伟（医生，骨科）', 'doctor']) },
    ];
    expect(praiseByPerson(records as never, STAFF)).toEqual([
      { name: '梁宏伟', department: '骨科', count: 2, numbers: ['2026-0001', '2026-0002'] },
    ]);
  });

  test('what stays as written can be joined', () => {
    expect(openNames(entry(['梁医生', '李小琴']), STAFF)).toEqual(['梁医生']);
  });
});
