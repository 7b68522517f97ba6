import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AskedFor } from '../../../src/bot/appointment/appointment.types.ts';
import { readDetails } from '../../../src/bot/appointment/details.ts';
import { placeOfTopic, placesOf } from '../../../src/bot/appointment/places.ts';
import { indexEntities, loadKnowledge } from '../../../src/bot/knowledge/index.ts';

const KNOWLEDGE = loadKnowledge(
  JSON.parse(readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8')),
  '2026-11-01',
);
const INDEX = indexEntities(KNOWLEDGE);
const find = placesOf(KNOWLEDGE, INDEX);
/** Wednesday 18 November 2026, 10:00 in Shanghai. */
const MOMENT = { now: Date.parse('2026-11-18T10:00:00+08:00'), zone: 'Asia/Shanghai' };
const details = (text: string, asked: AskedFor = null, at?: string) =>
  readDetails(text, asked, at === undefined ? MOMENT : { ...MOMENT, now: Date.parse(`${at}:00+08:00`) }, find);

describe('what is wanted', () => {
  test.each([
    ['我想预约挂号', 'book'],
    ['帮我挂个皮肤科', 'book'],
    ['后天上午想看心内科，哪个大夫都行', 'book'],
    ['Can I book Dr. 黄大勇 for Monday morning?', 'book'],
    ['我想看病', 'book'],
    ['还是改成这周六吧', 'change'],
    ['我上次约的改到周五', 'change'],
    ['算了，不约了', 'cancel'],
    ['取消我约的号', 'cancel'],
    ['取消', 'cancel'],
    ['别取消我的号', null],
    ['航班取消了，周五赶不过来', null],
    ['医保取消了吗', null],
    ['please cancel my appointment', 'cancel'],
    ['怎么预约挂号？', null],
    ['预约挂号电话多少', null],
    ['约好的号去不了了，最晚什么时候能退？', null],
    ['要提前预约吗', null],
    ['专家号提前几天放号', null],
    ['骨科周日开吗', null],
  ])('%s → %s', (text, wish) => {
    expect(details(text).wish).toBe(wish);
  });

  test('an earlier appointment is told from a new one', () => {
    expect(details('我上次约的改到周五').earlier).toBe(true);
    expect(details('我约的是哪天').earlier).toBe(true);
    expect(details('约周五上午骨科').earlier).toBe(false);
  });
});

describe('the day', () => {
  const days = (text: string, at?: string) => details(text, 'day', at).days.map(({ date }) => date);
  test.each([
    ['后天', '2026-11-20'],
    ['下周一', '2026-11-23'],
    ['这周日上午', '2026-11-22'],
    ['25号', '2026-11-25'],
    ['12月1号下午', '2026-12-01'],
    ['周三', '2026-11-25'],
    ['周六没空，周日吧', '2026-11-22'],
    ['改成周日上午行不行，周六有课', '2026-11-22'],
    ['周日吧，周六还要上班', '2026-11-22'],
    ['不是明天，是后天', '2026-11-20'],
    ['next Friday', '2026-11-27'],
    ['元旦当天', '2027-01-01'],
    ['2026-11-23', '2026-11-23'],
    ['11.20', '2026-11-20'],
    ['20', '2026-11-20'],
  ])('%s is %s', (text, date) => {
    expect(days(text)).toEqual([date]);
  });

  test('tomorrow is tomorrow late in the evening too, and over the year', () => {
    expect(days('明天', '2026-12-31T23:30')).toEqual(['2027-01-01']);
    expect(days('明天上午', '2026-11-18T00:10')).toEqual(['2026-11-19']);
  });

  test('a weekend and a week are several days of which one is meant', () => {
    expect(details('周末')).toMatchObject({ days: [{ date: '2026-11-21' }, { date: '2026-11-22' }], stretch: true });
    expect(details('下周').days).toHaveLength(7);
    expect(details('下个月').days).toHaveLength(28);
  });

  test('a day that is over is told as such', () => {
    expect(details('这周二').days).toEqual([{ date: '2026-11-17', past: true }]);
    expect(details('11月3号').days).toEqual([{ date: '2026-11-03', past: true }]);
    expect(details('1月5号').days).toEqual([{ date: '2027-01-05', past: false }]);
  });

  test.each([
    ['明天上午', 'morning'],
    ['明天下午3点', 'afternoon'],
    ['周五晚上', 'evening'],
    ['早上8点半', 'morning'],
    ['明天', null],
  ])('%s: %s', (text, half) => {
    expect(details(text).half).toBe(half);
  });

  test('no day in particular', () => {
    expect(details('越快越好').anyDay).toBe(true);
    expect(details('哪天都行').anyDay).toBe(true);
    expect(details('周五').anyDay).toBe(false);
  });

  test('the digits of a phone number are no date', () => {
    expect(details('13800012301').days).toEqual([]);
  });
});

describe('the person', () => {
  test.each([
    ['我叫赵建国，手机13800012302', '赵建国'],
    ['周敏，13800012307', '周敏'],
    ['孩子叫王小宝，电话13800012310', '王小宝'],
    ['帮我爸王德福约黄大勇主任下周一上午的号', '王德福'],
    ['我叫欧阳修', '欧阳修'],
    ['我叫洪梅', '洪梅'],
    ['病人叫方来电话13800012345', '方来'],
    ['阿依古丽·买买提，13800012301', '阿依古丽·买买提'],
    ['我叫林志豪，電話13800012312', '林志豪'],
    ['My name is David Lee, my phone is 13800012313.', 'David Lee'],
    ['约周五上午眼科', null],
    ['林绍强医生', null],
    ['周六没空', null],
    ['约骨科，周五，常年腰疼', null],
    ['对，没问题', null],
    ["Yes, that's correct", null],
    ['名字打错了，是李娜', '李娜'],
  ])('%s → %s', (text, name) => {
    expect(details(text).name).toBe(name);
  });

  test('asked for it, a name with an unusual surname counts', () => {
    expect(details('么红', 'name').name).toBe('么红');
    expect(details('Emma Lewis', 'name').name).toBe('Emma Lewis');
    expect(details('阿依古丽·买买提', 'name').name).toBe('阿依古丽·买买提');
    expect(details('Tom', 'name').name).toBe('Tom');
    for (const text of ['好的', '我是她女儿', '马上发你', '姓李', '保密'])
      expect(details(text, 'name').name).toBeNull();
  });
});

describe('the number', () => {
  test.each([
    ['13800012301', '13800012301'],
    ['１３８ ０００１ ２３０１', '13800012301'],
    ['+86 138-0001-2301', '13800012301'],
    ['0571-88812345', '057188812345'],
    ['0912-345-678', '0912345678'],
    ['不是13800012301，是13900012302', '13900012302'],
    ['之前的13800012301停机了，打13900012302', '13900012302'],
    ['+852 9123 4567', '+85291234567'],
    ['周五上午10点', null],
  ])('%s → %s', (text, phone) => {
    expect(details(text).phone).toBe(phone);
  });

  test('too short or too long is told apart from none', () => {
    expect(details('1380001234').brokenPhone).toBe('1380001234');
    expect(details('138000123456').brokenPhone).toBe('138000123456');
    expect(details('我叫李芳').brokenPhone).toBeNull();
  });
});

describe('the place', () => {
  const departments = (text: string) => details(text).departments.map(({ name }) => name);
  test.each([
    ['想约神经内科', ['神经内科']],
    ['不是神经内科，是神经外科', ['神经外科']],
    ['想约一下妇产科', ['妇科', '产科']],
    ['妇科或者产科', ['妇科', '产科']],
    ['帮我约个周六上午的体检', ['健康管理中心']],
    ['book a dentist', ['口腔科']],
    ['腿疼痛想挂号', []],
  ])('%s → %j', (text, names) => {
    expect(departments(text)).toEqual(names);
  });

  test('a doctor comes with the department', () => {
    expect(details('想约林绍强医生').doctors).toMatchObject([{ name: '林绍强', department: { name: '骨科' } }]);
  });

  test('an examination is something else than a department', () => {
    expect(details('约明天做胃镜').namesOther).toBe(true);
    expect(details('我想预约挂号').namesOther).toBe(false);
  });

  test('约他 means whom the talk was about', () => {
    const place = placeOfTopic(KNOWLEDGE, INDEX);
    const about = (entity: string) => place({ entities: [entity], attribute: null, day: null });
    const doctor = KNOWLEDGE.doctors.find(({ name }) => name === '林绍强');
    expect(about(`doctor:${doctor?.id ?? ''}`)).toMatchObject({
      department: { name: '骨科' },
      doctor: { name: '林绍强' },
    });
    expect(about('department:dermatology')).toMatchObject({ department: { nameEn: 'Dermatology' }, doctor: null });
    expect(about('price:ct')).toBeNull();
    expect(place(null)).toBeNull();
  });
});

describe('what is asked for politely, told of what was, or not wanted at all', () => {
  test.each([
    ['刚才约的能不能换到周六上午', 'change'],
    ['我那个号能帮我往后挪到周六不', 'change'],
    ['刚才约的可以改成下周一吗', 'change'],
    ['能不能帮我把刚才的预约取消了', 'cancel'],
    ['约好的号能改期吗', null],
    ['预约最晚什么时候能取消', null],
    ['我不挂号 就是想说声谢谢', null],
    ['我不是来挂号的，想表扬一下儿科的护士', null],
    ['10号半夜我爸送急诊 多亏雷鸣岳主任', null],
    ['夸夸骨科周一值班的那个护士', null],
    ['孩子老挤眼睛，应该挂什么号呢', null],
    ['骨科周一上午', 'book'],
  ])('%s: %s', (text, wish) => {
    expect(details(text).wish).toBe(wish);
  });
});

describe('a name that is put right beside the summary', () => {
  test.each([
    ['写错了写错了 是刘桂瑛 王字旁那个瑛', '刘桂瑛'],
    ['名字不对 应该是李国墙', '李国墙'],
    ['是刘桂瑛', '刘桂瑛'],
    ['不是刘桂英，是刘桂瑛', '刘桂瑛'],
    ['欧阳国蔷', '欧阳国蔷'],
    ['错了', null],
    ['名字打错了 强是蔷薇的蔷', null],
    ['谢谢你', null],
    ['麻烦你了', null],
    ['没问题', null],
  ])('%s: %s', (text, name) => {
    expect(details(text, 'confirm').name).toBe(name);
  });

  test('赵国庆 is a person and no holiday', () => {
    expect(details('赵国庆', 'name')).toMatchObject({ name: '赵国庆', days: [] });
  });
});
