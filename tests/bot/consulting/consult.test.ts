import { expect, test } from 'vitest';
import { readHospital } from '../../../src/app/hospital.ts';
import type { Topic } from '../../../src/bot/knowledge/inquiry.types.ts';
import type { Consulted } from '../../../src/flows/flow.ts';

const { kit } = readHospital('flows.config.json');
const NOW = Date.parse('2026-11-18T10:00:00+08:00');

/** Wednesday morning, to the hospital of the demo. */
function read(text: string, topic: Topic | null = null): Consulted {
  const language = /^[a-z]/iu.test(text) ? 'en' : 'zh-CN';
  return kit.consult(text, { topic, offered: [], asked: null, trouble: null }, { now: NOW, language });
}
const told = ({ reply }: Consulted): string => (reply.type === 'answer' ? reply.text : reply.type);

test('a blank is a comma to who writes none', () => {
  expect(told(read('周六下午能看牙不 平时上班没空'))).toMatch(/口腔科周六.*14:00-17:00/u);
  expect(read('周六下午能看牙不 平时上班没空').details.wish).toBeNull();
});

test('the clause that asks is heard in a long story, and in one without any stop', () => {
  const stop =
    '喂你好我是老头子我耳朵背打不了电话我就对着手机讲啊你们那个看眼睛的在几楼我得的是白内障好几年了看东西雾蒙蒙的';
  expect(told(read(stop))).toMatch(/眼科在门诊楼4层/u);
  expect(told(read('陈立新医生明天在不在啊 从白塔镇跑一趟不容易 想问清楚再去'))).toMatch(/周一上午、周三上午/u);
});

test('two questions of one message are both answered', () => {
  const both = told(read('大夫给开了住院证 接下来去哪儿办手续 押金大概交多少'));
  expect(both).toMatch(/出入院服务中心/u);
  expect(both).toMatch(/1000至2000元/u);
});

test('a department far behind a likely one is not named beside it', () => {
  const { reply } = read('我屋老汉儿脑壳昏脑壳痛 个把月了 时好时歹 该挂啥子科哦');
  expect(reply.type === 'departments' && reply.suggestions.map(({ department }) => department.name)).toEqual([
    '神经内科',
  ]);
});

test('a stiff neck before the screen is no matter of the nerves', () => {
  const { reply } = read('天天对着电脑 脖子又僵又疼 一个多月了 挂啥科');
  expect(reply.type === 'departments' && reply.suggestions[0]?.department.name).toMatch(/骨科|康复|疼痛/u);
});

test('day, name and number after the days of a doctor are an appointment there', () => {
  const { details, recent } = read('Friday morning this week then please. Grace Liu, 13800015582', {
    entities: ['doctor:d015'],
    attribute: 'clinic',
    day: null,
  });
  expect(details).toMatchObject({ wish: 'book', name: 'Grace Liu', phone: '13800015582', half: 'morning' });
  expect(recent?.doctor?.name).toBe('张桂荣');
});
