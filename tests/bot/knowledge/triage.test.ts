import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TRIAGE_MODEL } from '../../../src/app/model-file.ts';
import { loadKnowledge } from '../../../src/bot/knowledge/index.ts';
import type { Department, Knowledge } from '../../../src/bot/knowledge/knowledge.types.ts';
import { createTriage } from '../../../src/bot/knowledge/triage/index.ts';

const RAW: unknown = JSON.parse(
  readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8'),
);
const KNOWLEDGE = loadKnowledge(RAW, '2026-11-18');
const triage = createTriage(KNOWLEDGE, TRIAGE_MODEL.read());
const first = (text: string) => triage(text).suggestions[0]?.department;
const all = (text: string) => triage(text).suggestions.map(({ department }) => department);

test.each([
  ['最近爬楼胸口发闷，心也慌', 'cardiology'],
  ['咳嗽有痰半个月了', 'respiratory'],
  ['反酸烧心，吃完饭胃胀', 'gastroenterology'],
  ['脑壳昏，手杆麻', 'neurology'],
  ['尿里泡沫多，眼皮肿', 'nephrology'],
  ['波棱盖疼，下不了楼', 'orthopaedics'],
  ['腰上起了一串水泡，火辣辣疼', 'dermatology'],
  ['大便完有个肉球掉出来，还滴血', 'proctology'],
  ['智齿发炎脸肿', 'dental'],
  ['耳朵嗡嗡响，听不清', 'ent'],
  ['膝蓋痛，下樓梯更痛', 'orthopaedics'],
  ['個胃好脹，成日嗌酸', 'gastroenterology'],
  ['pain in my lower back for two weeks', 'orthopaedics'],
  ['my eyes are red and itchy', 'ophthalmology'],
])('%s: %s first', (text, department) => {
  const { tellsTrouble, suggestions } = triage(text);
  expect(tellsTrouble).toBe(true);
  expect(suggestions[0]?.department).toBe(department);
});

test.each([
  '停车多少钱',
  '胃镜多少钱',
  '我妈去年住过骨科',
  '眼科几楼',
  '王主任周几坐诊',
  '谢谢你',
  '嗯',
  '想投诉内科护士',
  'where can I park',
  '',
])('%s: no trouble, nobody suggested', (text) => {
  expect(triage(text)).toEqual({ asksDepartment: false, tellsTrouble: false, suggestions: [], sure: false });
});

test('which department is asked, with and without a trouble', () => {
  expect(triage('头晕挂什么科')).toMatchObject({ asksDepartment: true, tellsTrouble: true });
  expect(triage('请问挂哪个科？').asksDepartment).toBe(true);
  expect(triage('which department should I see for a rash').asksDepartment).toBe(true);
  expect(triage('李大夫是哪个科的').asksDepartment).toBe(false);
  expect(triage('头晕').asksDepartment).toBe(false);
});

test('one to three departments, best first, each once, with scores from 0 to 1', () => {
  for (const text of ['头晕，血压一百七', '牙疼', '浑身不得劲', '失眠', '孩子眼睛红']) {
    const { suggestions } = triage(text);
    const scores = suggestions.map(({ score }) => score);
    expect(suggestions.length).toBeGreaterThanOrEqual(1);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect(new Set(all(text)).size).toBe(suggestions.length);
  }
});

test('two troubles: both departments', () => {
  expect(all('牙疼，脚也崴了')).toEqual(expect.arrayContaining(['dental', 'orthopaedics']));
});

test('a child is seen by paediatrics, eyes and teeth by their own department as well', () => {
  expect(first('孩子发烧咳嗽')).toBe('paediatrics');
  expect(first('三岁，拉肚子两天')).toBe('paediatrics');
  expect(all('闺女六岁，眼睛红')).toEqual(expect.arrayContaining(['paediatrics', 'ophthalmology']));
  expect(all('儿子十八岁，拉肚子')).not.toContain('paediatrics');
});

test('a child that is only mentioned is not the patient', () => {
  expect(first('带孩子累得腰疼')).toBe('orthopaedics');
  expect(all('带孩子累得腰疼')).not.toContain('paediatrics');
  expect(first('孩子感冒传染给我了，我咳嗽两周')).not.toBe('paediatrics');
});

test('who is expecting is sent to obstetrics, who is not, is not', () => {
  expect(first('怀孕五个月，咳嗽')).toBe('obstetrics');
  expect(first('孕妇牙疼')).toBe('obstetrics');
  expect(first('没怀孕，咳嗽半个月')).toBe('respiratory');
  expect(first('意外怀孕，不想要')).toBe('gynaecology');
});

test('women are not sent to the department of men', () => {
  expect(first('女，尿频尿痛')).toBe('urology');
  expect(first('我老公那方面不行')).toBe('urology');
  expect(all('男，下身痒')).not.toContain('obstetrics');
});

test('an old person with many troubles is seen as a whole; age alone changes nothing', () => {
  expect(first('奶奶九十了，一身的病，吃十几种药')).toBe('geriatrics');
  expect(first('奶奶牙疼')).toBe('dental');
});

test('what is said not to be does not vote', () => {
  expect(first('没有咳嗽，就是心慌')).toBe('cardiology');
  expect(all('没有咳嗽，就是心慌')).not.toContain('respiratory');
  expect(first('不疼不痒，乳房有个硬块')).toBe('breast-thyroid');
});

test('an illness of the past that is to be seen to again votes', () => {
  expect(first('去年脑梗，现在来复查')).toBe('neurology');
});

test('a wish for a department is heard, a visit in the past is not', () => {
  expect(first('失眠，想看中医')).toBe('tcm');
  expect(first('想打流感疫苗')).toBe('vaccination');
  expect(first('想做个全身体检')).toBe('checkup');
  expect(first('骨科看过了，还是头晕')).not.toBe('orthopaedics');
});

test('only what can be booked is suggested; cuts and bites go to the emergency department', () => {
  const closed = KNOWLEDGE.departments
    .filter(({ bookable, id }) => !bookable && id !== 'emergency')
    .map(({ id }) => id);
  for (const text of ['想做个CT', '要抽血化验', '想做胃镜，胃疼', '重症胰腺炎']) {
    for (const id of closed) expect(all(text)).not.toContain(id);
  }
  expect(first('切菜切了手，口子挺深')).toBe('emergency');
  expect(first('被狗咬了小腿')).toBe('emergency');
});

test('a vague trouble is not sure, a plain one is', () => {
  expect(triage('哪哪都不舒服').sure && first('哪哪都不舒服') !== 'general-practice').toBe(false);
  expect(triage('牙疼得睡不着，后槽牙有个洞').sure).toBe(true);
});

const OPEN = [{ days: [1, 2, 3, 4, 5] as const, from: 480, to: 1020 }];
const department = (id: string, name: string, more: Partial<Department> = {}): Department => ({
  id,
  name,
  aliases: [],
  phone: '',
  building: '',
  floor: '',
  bookable: true,
  open: OPEN,
  intro: '',
  treats: [],
  emergencySigns: [],
  ...more,
});
const hospital = (...departments: readonly Department[]) =>
  createTriage({ ...KNOWLEDGE, departments } satisfies Knowledge, TRIAGE_MODEL.read());

test('a small hospital: who takes over where a department is missing', () => {
  const small = hospital(department('nk', '内科'), department('wk', '外科'), department('fck', '妇产科'));
  const at = (text: string) => small(text).suggestions[0]?.department;
  expect(at('手指关节早上发僵，类风湿')).toBe('nk');
  expect(at('心慌胸闷')).toBe('nk');
  expect(at('痔疮犯了，大便带血')).toBe('wk');
  expect(at('乳房有硬块')).toBe('wk');
  expect(at('怀孕了想产检')).toBe('fck');
  expect(at('月经不调')).toBe('fck');
});

test('a department without outpatients, or not to be booked, is never suggested', () => {
  const shut = hospital(department('a', '骨科', { open: [] }), department('b', '骨科', { bookable: false }));
  expect(shut('腰疼').suggestions).toEqual([]);
});

test("the hospital's own list decides where it differs from common use", () => {
  const usual = hospital(department('sjnk', '神经内科'), department('xl', '心理科'));
  const own = hospital(department('sjnk', '神经内科'), department('xl', '心理科', { treats: ['头晕乎乎'] }));
  expect(usual('头晕乎乎').suggestions[0]?.department).toBe('sjnk');
  expect(own('头晕乎乎').suggestions.map(({ department: id }) => id)).toContain('xl');
  const unknown = hospital(department('gy', '高压氧中心', { treats: ['突发性耳聋'] }));
  expect(unknown('突发性耳聋三天').suggestions[0]?.department).toBe('gy');
});

test('the same answer each time, and long or strange messages do no harm', () => {
  const long = '我从去年开始就觉得胃不舒服，'.repeat(400);
  expect(triage(long)).toEqual(triage(long));
  const began = performance.now();
  for (const text of [long, '没'.repeat(5000), '不疼'.repeat(2000), '。，。，'.repeat(2000), 'a '.repeat(4000)])
    triage(text);
  expect(performance.now() - began).toBeLessThan(1500);
});
