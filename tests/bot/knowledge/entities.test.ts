import { expect, test } from 'vitest';
import { findEntities, indexEntities } from '../../../src/bot/knowledge/index.ts';
import { KNOWLEDGE } from './asking.ts';

const index = indexEntities(KNOWLEDGE);
const departments = (text: string) =>
  findEntities(index, text).departments.map(({ candidates }) => candidates.map(({ id }) => id));
const doctors = (text: string) =>
  findEntities(index, text).doctors.map(({ candidates }) => candidates.map(({ id }) => id));

test.each([
  ['神经内科在几楼', [['neurology']]],
  ['想约妇产科', [['gynaecology', 'obstetrics']]],
  ['挂皮肤医生的号', [['dermatology']]],
  ['心臟內科', [['cardiology']]],
  ['book a dentist appointment', [['dental']]],
  ['外科楼怎么走', []],
  ['一共120元', []],
  ['骨科和眼科', [['orthopaedics'], ['ophthalmology']]],
])('%s', (text, expected) => {
  expect(departments(text)).toEqual(expected);
});

test.each([
  ['林绍强医生', [['d041']]],
  ['林少强医生在吗', [['d041']]],
  ['李医生', [['d012']]],
  ['谢谢医生', []],
  ['Dr. Chen', [['d001']]],
])('%s', (text, expected) => {
  expect(doctors(text)).toEqual(expected);
});

test('a mention tells where it stands in the text as received', () => {
  const text = '請問 神經內科 在哪';
  const [start, end] = findEntities(index, text).departments[0]?.span ?? [0, 0];
  expect(text.slice(start, end)).toBe('神經內科');
});
