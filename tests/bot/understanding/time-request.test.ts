import { expect, test } from 'vitest';
import { normalise } from '../../../src/bot/understanding/normalise.ts';
import { readTime } from '../../../src/bot/understanding/time/index.ts';
import type { UnderstandContext } from '../../../src/bot/understanding/understand.types.ts';
import { fromLocal, toLocal } from '../../../src/domain/zoned-time.ts';
import type { AnswerSchema } from '../../../src/flows/flow.ts';

const HOURS = { from: 9 * 60, to: 21 * 60 };
const SHANGHAI = 'Asia/Shanghai';
const WED = '2026-11-18 10:00';

/** "2026-11-18 10:00" on the wall clock of a zone, as an instant. */
function local(text: string, zone = SHANGHAI): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return fromLocal({ year, month, day }, hour * 60 + minute, zone);
}

function show(at: number, zone = SHANGHAI): string {
  const { year, month, day, hour, minute } = toLocal(at, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

const SCHEMAS: Readonly<Record<string, AnswerSchema>> = {
  opening: 'identity_availability',
  when: 'time',
  doctor: 'rating',
  suggestions: 'free_text',
  facts: 'facts',
  none: 'none',
};
function read(question: string, text: string, now = WED): string {
  const context: UnderstandContext = {
    question: { id: question, schema: SCHEMAS[question] ?? 'none' },
    questions: [],
    openRatings: [],
    lastAnswered: null,
    patientName: null,
    identified: false,
    closed: false,
    language: 'zh-CN',
    now: local(now),
    zone: SHANGHAI,
    sendingHours: HOURS,
    roster: { staff: [], departments: [] },
    lists: { emergencySigns: [] },
  };
  const [finding] = readTime(normalise(text), context);
  return finding === undefined ? 'none' : show(finding.at);
}

test.each([
  ['晚上八点以后都行', '2026-11-18 20:00'],
  ['过两天吧，家里有事', '2026-11-20 10:00'],
  ['我在外面旅游，12月1号回来，那天再联系', '2026-12-01 09:00'],
  ['3号可以', '2026-12-03 09:00'],
  ['有事 八点吧', '2026-11-18 20:00'],
  ['在开会，下午三点', '2026-11-18 15:00'],
  ['上午不行，下午可以', '2026-11-18 15:00'],
  ['今天太忙了，明天吧', '2026-11-19 10:00'],
  ['不是明天，是后天', '2026-11-20 10:00'],
  ['明天吧，下午三点', '2026-11-19 15:00'],
  ['我开会到三点', '2026-11-18 15:00'],
  ['八点以前不行', '2026-11-18 20:00'],
  ['等我半小时后行不行，在输液', '2026-11-18 10:30'],
  ['十分钟，等我十分钟', '2026-11-18 10:10'],
  ['等会儿，我在接孩子', '2026-11-18 11:00'],
  ['請於明日下午致電', '2026-11-19 15:00'],
  ["can't do Monday, Tuesday works", '2026-11-24 09:00'],
  ["I'm busy until 5", '2026-11-18 17:00'],
  ['busy now, tomorrow 10am', '2026-11-19 10:00'],
])('at the opening, %s asks to be called at %s', (text, at) => {
  expect(read('opening', text)).toBe(at);
});

test.each([
  '晚点再说',
  '改天吧',
  '以后再说',
  '回头再说',
  '我昨天刚出院',
  '我11月3号才出院，问这个干嘛',
  '下午三点要开会',
  '晚上要加班',
  '可以，但我三点要出门',
  '下午好，我是他儿子',
  '明天上午门诊开吗',
  '周六可以挂号吗',
  '护士说等会儿再打针',
  '你们每天打电话烦死了',
  '以后别给我打电话了',
  'I was discharged on Monday',
  'Good morning',
  'not today',
])('at the opening, %s asks for no time', (text) => {
  expect(read('opening', text)).toBe('none');
});

test('a correction wins, and keeps the day it does not touch', () => {
  expect(read('when', '不对，下午我要复查，改到晚上八点')).toBe('2026-11-18 20:00');
  expect(read('when', '明天下午，不对，晚上八点')).toBe('2026-11-19 20:00');
  expect(read('when', '下午，不，还是明天吧')).toBe('2026-11-19 10:00');
});

test.each([
  ['8', '2026-11-18 20:00'],
  ['晚上', '2026-11-18 19:00'],
  ['一点', '2026-11-18 13:00'],
  ['上午输液，下午吧', '2026-11-18 15:00'],
  ['改天吧', '2026-11-19 10:00'],
  ['周天晚上', '2026-11-22 19:00'],
  ['今天', '2026-11-18 11:00'],
])('asked when, %s means %s', (text, at) => {
  expect(read('when', text)).toBe(at);
});

test.each([
  '22号晚上输液，按了四十分钟铃',
  '每天早上查房',
  '早上查房太早，六点就把人叫醒',
  '昨天',
  '你们11月3号把隔壁床的药输给我',
  '护士等会儿才来',
  '等了五个小时',
  '建议下午可以探视',
  '医生说明天再说',
  '八点多才有人来换药',
  '满意',
  '晚上没人管，希望以后可以改进',
  'The nurse came at 3 am',
  'I waited 2 hours',
])('while a rating is open, %s is the time of an event', (text) => {
  for (const question of ['doctor', 'suggestions', 'facts', 'none'])
    expect(read(question, text), question).toBe('none');
});

test.each([
  ['孩子哭了，明天上午再接着说', '2026-11-19 09:00'],
  ['正忙着，护士换药弄得我疼得直冒汗还骂人，我要投诉，晚上再说', '2026-11-18 19:00'],
  ['有事先忙，八点吧', '2026-11-18 20:00'],
  ['等会儿，孩子哭了', '2026-11-18 11:00'],
  ['现在有事，下午三点再打', '2026-11-18 15:00'],
])('while a rating is open, %s still puts off to %s', (text, at) => {
  expect(read('doctor', text)).toBe(at);
});

test('the finding points at the words of the original message', () => {
  const text = '現在沒空　晚上８點再說';
  const [finding] = readTime(normalise(text), {
    question: { id: 'opening', schema: 'identity_availability' },
    questions: [],
    openRatings: [],
    lastAnswered: null,
    patientName: null,
    identified: false,
    closed: false,
    language: 'zh-TW',
    now: local(WED),
    zone: SHANGHAI,
    sendingHours: HOURS,
    roster: { staff: [], departments: [] },
    lists: { emergencySigns: [] },
  });
  expect(finding === undefined ? '' : text.slice(...finding.span)).toBe('晚上８點');
});
