import { expect, test } from 'vitest';
import { joinParts } from '../../../src/bot/phrases/join.ts';
import { PHRASES } from '../../../src/bot/phrases/registry.ts';
import { type RenderContext, render } from '../../../src/bot/phrases/render.ts';
import type { PhraseVar } from '../../../src/domain/effect.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { shippedBook } from './book.ts';

const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const book = shippedBook();
const context: RenderContext = {
  book,
  language: 'zh-CN',
  now: NOW,
  zone: 'Asia/Shanghai',
  stay: { patientName: '王建国', gender: 'male' },
};

const VARS: Readonly<Record<string, PhraseVar>> = {
  time: { instant: Date.parse('2026-11-19T15:30:00+08:00') },
  topic: { question: 'doctor' },
  grade: { grade: 'mostly_satisfied' },
  answer: '复印病历请到病案室，带好身份证。',
  department: { names: [{ id: 'skin', name: '皮肤科', nameEn: 'Dermatology' }] },
  others: { names: [{ id: 'gp', name: '全科医学科' }] },
  place: {
    place: [
      { id: 'bones', name: '骨科', nameEn: 'Orthopaedics' },
      { id: 'd1', name: '林绍强' },
    ],
  },
  day: { day: '2026-11-24', half: 'morning' },
  days: {
    days: [
      { date: '2026-11-19', halves: ['morning'] },
      { date: '2027-01-04', halves: ['morning', 'afternoon'] },
    ],
  },
  phone: '13800012301',
  number: '2026-0012',
  result: '已与护士长核实，当班护士作了说明，今后夜里按铃会有人先来看。',
  reason: '这一周专家停诊',
  found: '报告周五下午可以取',
  choices: '\n1 妇科\n2 产科',
};

/** In these {name} is the person to be seen, not the patient of the stay. */
const NAMES: Readonly<Record<string, Readonly<Record<string, PhraseVar>>>> = Object.fromEntries(
  ['confirmAppointment', 'confirmChange', 'appointmentStatus', 'appointmentCancelled', 'appointmentConfirmed'].map(
    (key) => [key, { name: '李芳' }],
  ),
);

test('parts follow each other without a blank in Chinese and with one in English', () => {
  const parts = [{ key: 'noted' }, { key: 'question.nurse.ask' }];
  expect(render(parts, context)).toEqual({
    text: '好的，记下了。您对护士的护理和服务满意吗？回复1满意 2基本满意 3不满意',
    keys: ['noted', 'question.nurse.ask'],
    options: ['1 满意', '2 基本满意', '3 不满意'],
  });
  expect(render(parts, { ...context, language: 'en' }).text).toMatch(/^Thank you, noted\. Were you satisfied/);
});

test('a part without a full stop gets one before the next', () => {
  expect(joinParts(['请到病案室', '您满意吗？'], 'zh-CN')).toBe('请到病案室。您满意吗？');
  expect(joinParts(['Please go to room 3', 'Anything else?'], 'en')).toBe('Please go to room 3. Anything else?');
  expect(joinParts([' ', '好的。 '], 'zh-CN')).toBe('好的。');
});

test('only a rating question offers its grades', () => {
  expect(render([{ key: 'question.suggestions.ask' }], context).options).toEqual([]);
  expect(render([{ key: 'closing' }], context).options).toEqual([]);
  expect(render([{ key: 'askGrade', vars: VARS }], { ...context, language: 'zh-TW' }).options).toEqual([
    '1 滿意',
    '2 基本滿意',
    '3 不滿意',
  ]);
});

test('variables are put into words of the language', () => {
  const say = (key: string, language: RenderContext['language']) =>
    render([{ key, vars: { ...VARS, ...NAMES[key] } }], { ...context, language }).text;
  expect(say('confirmGrade', 'zh-CN')).toContain('对医生的技术和服务基本满意');
  expect(say('confirmGrade', 'en')).toContain('mostly satisfied with the ward doctors');
  expect(say('scheduled', 'zh-CN')).toContain('明天');
  expect(say('scheduled', 'en')).toContain('tomorrow');
  expect(say('emergency', 'en')).toContain('120');
  expect(say('selfHarm', 'zh-TW')).toMatch(/12356.*120/u);
});

test('the opening tells who we are and asks for the patient, and nothing else of the stay', () => {
  const { text } = render([{ key: 'opening' }], context);
  expect(text).toContain('示范县第二人民医院');
  expect(text).toContain('工号8号');
  expect(text).toContain('王*国');
  expect(text).not.toContain('王建国');
  expect(render([{ key: 'opening' }], { ...context, book: { ...book, nameStyle: 'surname_title' } }).text).toContain(
    '王先生',
  );
});

test('where two acknowledgements would need a third segment, the weaker one makes room', () => {
  const parts = [{ key: 'complaintRecorded' }, { key: 'scamAnswer' }, { key: 'question.doctor.ask' }];
  const long = 'The Third Affiliated Hospital of the Example University';
  const longName = { ...book.hospital, hospital: { ...book.hospital.hospital, en: long } };
  expect(render(parts, context).keys).toHaveLength(3);
  const { keys, text } = render(parts, { ...context, language: 'en', book: { ...book, hospital: longName } });
  expect(keys).toEqual(['complaintRecorded', 'question.doctor.ask']);
  expect(text).not.toContain('money');
});

test('an answer of the knowledge base is never cut and never pushes anything out', () => {
  const answer = { key: 'answer', vars: { answer: '详'.repeat(200) } };
  const { keys } = render([answer, { key: 'complaintRecorded' }, { key: 'question.doctor.ask' }], context);
  expect(keys).toEqual(['answer', 'complaintRecorded', 'question.doctor.ask']);
});

test('a bug is not sent to a patient: unknown keys, missing variables, nobody to name', () => {
  expect(() => render([{ key: 'farewell' }], context)).toThrow('no phrase farewell');
  expect(() => render([{ key: 'question.parking.ask' }], context)).toThrow('no phrase');
  expect(() => render([{ key: 'scheduled' }], context)).toThrow('{time}');
  expect(() => render([{ key: 'opening' }], { ...context, stay: null })).toThrow('{name}');
  expect(() => render([{ key: 'askGrade', vars: { topic: { question: 'parking' } } }], context)).toThrow(
    'no question parking',
  );
  expect(() => render([{ key: 'confirmGrade', vars: { ...VARS, grade: { grade: 'superb' } } }], context)).toThrow(
    'no grade superb',
  );
  expect(() => render([{ key: 'toString' }], context)).toThrow('no phrase toString');
});

test('an appointment and the offer of one have buttons for yes and no', () => {
  const options = (key: string, language: 'zh-TW' | 'en') =>
    render([{ key, vars: { ...VARS, ...NAMES[key] } }], { ...context, language }).options;
  expect(options('confirmAppointment', 'zh-TW')).toEqual(['對', '不對']);
  expect(options('suggestDepartment', 'en')).toEqual(['yes', 'no']);
  expect(options('askName', 'en')).toEqual([]);
});

test('every phrase as a patient reads it', () => {
  const questions = book.questions.flatMap(({ id }) => [`question.${id}.ask`, `question.${id}.simpler`]);
  for (const language of LANGUAGES) {
    const lines = [...Object.keys(PHRASES), ...questions].map(
      (key) => `${key}: ${render([{ key, vars: { ...VARS, ...NAMES[key] } }], { ...context, language }).text}`,
    );
    expect(lines.join('\n')).toMatchSnapshot(language);
  }
});
