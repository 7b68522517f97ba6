import { expect, test } from 'vitest';
import { createInquirer } from '../../../src/bot/knowledge/index.ts';
import { askAll, KNOWLEDGE, read } from './asking.ts';

test.each([
  ['泌尿外科在几楼', /门诊楼3层/],
  ['骨科住院病房的电话', /0000-8812013/],
  ['无痛胃镜多少钱', /680元/],
  ['顺产多少钱', /3800至5200元/],
  ['CT多少钱', /CT平扫180元/],
  ['专家号跟普通号各多少钱', /18元.*28元.*诊察费8元/],
  ['林绍强医生哪几天出诊', /周二上午、周四上午/],
  ['陈立心主任哪天出诊', /陈立新/],
  ['陈立新主任的号多少钱', /28元/],
  ['皮肤科有哪些医生', /陆清河.*尹佳宁|尹佳宁.*陆清河/],
  ['洗牙多少钱，能报销吗', /180元.*自费/],
  ['你们地址在哪', /健康路88号/],
  ['抽血最早几点', /7:30/],
  ['你们是三甲还是二甲', /三级乙等/],
  ['核磁平扫要好多钱', /450元/],
  ['有皮肤科吗', /^皮肤科时间/],
  ['夜间门诊几点到几点', /^夜间门诊：周一至周五17:30-20:30/],
  ['耳鼻候科在几搂', /门诊楼4层/],
  ['化验结果多久出？', /甲功.*当天16:00后/],
])('%s: a fact of the tables', (text, expected) => {
  expect(read(text)).toMatch(expected);
});

test.each([
  ['那个姓叶的大夫哪天在', /叶明远.*周一上午、周三上午/],
  ['许大夫一个礼拜坐几天诊', /许柏年.*周二上午、周四上午、周六上午/],
  ['神经内科有女医生没得', /^神经内科：李素芳.*倪文娟[^，]*$/],
  ['儿科是在门诊楼吗', /妇儿楼1层/],
  ['你们管医保的电话给一个', /0000-8813004/],
  ['外卖放哪里', /东门取件架/],
  ['ICU几点可以探视', /15:30-16:00/],
  ['新生儿医保最晚啥时候要办下来', /90天/],
  ['How much is the basic checkup package for a woman', /460/],
])('%s: said in other words', (text, expected) => {
  expect(read(text)).toMatch(expected);
});

test.each(['我姓叶，哪天能去', '高压氧做一次多少钱', '护士给娃儿洗澡做抚触不，这个是另外收钱吗'])(
  '%s: no answer of something near',
  (text) => {
    expect(read(text)).not.toMatch(/\d元|叶明远/);
  },
);

test.each<[readonly string[], RegExp]>([
  [['叶明远医生哪天出诊', '挂他一个号要多少钱呢'], /28元/],
  [['多少钱', '就是那个睡一觉就做完的，不难受的胃镜'], /无痛胃镜680元/],
  [['无痛胃镜多少钱', '连肠镜一块做呢'], /1180元/],
  [['无痛胃镜多少钱', '连肠镜一块做呢', '这个走医保不'], /麻醉部分门诊自费/],
  [['今晚上还打得上狂犬针不', '打完一套下来多少钱', '农合给报不'], /狂犬病疫苗：自费/],
  [['别人能代印病历吗', '一页几毛钱'], /0\.3元/],
  [['怎么办理住院', '铺盖要自己带不'], /被褥/],
  [['我爸在重症监护室，几点能进去看他', '一次能进几个人'], /每次1位家属/],
  [['出生医学证明怎么办', '周六办公不'], /周一至周五8:00-12:00/],
])('%s: goes on with what was talked about', (texts, expected) => {
  expect(read(texts)).toMatch(expected);
});

test('an entry is not given again to what asks for something else', () => {
  expect(read(['坐几路公交到医院', '那天要是身份证忘带了是不是就看不成了'])).not.toMatch(/末班车/);
  expect(read(['小孩能来探视吗', '他住几床你给查一下呗'])).toMatch(/不便查询/);
});

test.each([
  ['产科周日上午开吗', /11月22日.*8:00-12:00/],
  ['消化内科明天开门吗', /11月19日.*8:00-12:00/],
  ['神经内科周日开吗', /不开放.*周一至周五.*急诊/],
  ['陈立新主任周四在吗', /不出诊.*周一上午、周三上午/],
  ['周日门诊开吗', /儿科、产科/],
  ['晚上能看病吗', /17:30-20:30/],
])('%s: counted for the day', (text, expected) => {
  expect(read(text)).toMatch(expected);
});

test('open or closed now', () => {
  expect(read('现在开门吗')).toMatch(/现在开着，到12:00/);
  expect(read('现在开门吗', { at: '2026-11-18T12:30' })).toMatch(/没有开放.*14:00.*急诊/);
  expect(read('急诊现在开着吗', { at: '2026-11-18T03:00' })).toMatch(/24小时/);
});

test('the summer hours hold in summer only', () => {
  expect(read('骨科明天下午开吗', { at: '2026-07-01T10:00' })).toMatch(/14:30-/);
  expect(read('骨科明天下午开吗')).toMatch(/14:00-/);
});

test('a holiday is answered by its own entry while that is valid, and never by that of a past year', () => {
  expect(read('元旦门诊开吗')).toMatch(/1月2日/);
  expect(read('1月1号有门诊吗')).toMatch(/1月2日/);
  expect(read('国庆门诊开吗')).not.toMatch(/10月1日至3日/);
  expect(read('元旦门诊开吗', { at: '2027-06-01T10:00' })).not.toMatch(/1月2日/);
  expect(read('国庆能体检吗')).toMatch(/停检/);
});

test.each([
  [['你们门诊几点上班', '那周末呢'], /周六.*周日/],
  [['陈立新主任哪天坐诊', '他的号多少钱'], /28元/],
  [['康复医学科在哪里', '电话是多少呢'], /8811023/],
  [['CT平扫多少钱', '那核磁呢'], /450元/],
  [['普通胃镜多少钱', '无痛的呢'], /680元/],
  [['普通病房什么时候能探视', '那ICU呢'], /15:30-16:00/],
  [['居民医保住院报多少', '那职工医保的呢'], /85%/],
  [['产科周日开吗', '那下午呢'], /不开放/],
  [['HPV疫苗多少钱一针', '在哪栋楼打'], /健康管理楼/],
  [['从汽车站怎么过来', '要是打车大概得多少钱'], /打车约10元/],
  [['病历怎么复印', '多少钱一张'], /0\.3元/],
  [['病历怎么复印', '礼拜六去行不行'], /周六上午也开/],
  [['病历怎么复印', '停车多少钱'], /停车费/],
])('%s: the last topic is remembered', (texts, expected) => {
  expect(read(texts)).toMatch(expected);
});

test('a name of two departments is asked back, and what was asked is answered after it', () => {
  expect(read('妇产科的电话是多少')).toBe('choose 妇科|产科');
  expect(read(['妇产科的电话是多少', '产科的'])).toMatch(/8811027/);
  expect(read(['妇产科的电话是多少', '2'])).toMatch(/8811027/);
});

test('what lacks its object is asked back', () => {
  expect(askAll(['多少钱'])).toMatchObject({ type: 'which', about: 'item' });
  expect(askAll(['在几楼'])).toMatchObject({ type: 'which', about: 'department' });
  expect(read(['多少钱', '普通胃镜'])).toMatch(/180元/);
});

test.each(['你们医院能做骨髓移植吗', '做亲子鉴定要多少钱', '医院的会议室对外出租吗'])('%s is not answered', (text) => {
  expect(read(text)).toBe('unanswered');
});

test.each(['谢谢', '好的', '13800012321', '对', '', '？', '今天天气真不错', '林志明'])('"%s" asks nothing', (text) => {
  expect(read(text)).toBe('none');
});

test.each([
  ['四维彩超在哪做', '医技楼'],
  ['中药房在几楼', '药学部'],
  ['B超要空腹吗', '90元'],
  ['西门几点关', '8:00-12:00'],
  ['招聘电话', '0000-8810000。'],
])('%s: no fact about something else', (text, wrong) => {
  expect(read(text)).not.toContain(wrong);
});

test('each answer tells its entry and the date of the file', () => {
  expect(askAll(['停车怎么收费'])).toMatchObject({ type: 'answer', sources: [{ updatedOn: '2026-11-01' }] });
  expect(askAll(['病历怎么复印'])).toMatchObject({ sources: [{ id: 'faq:records-copy-how' }] });
});

test('English contacts read facts in English and entries with a lead', () => {
  expect(read('Where is dermatology?', { language: 'en' })).toBe(
    'Dermatology (皮肤科) is on floor 4 of the outpatient building (门诊楼).',
  );
  expect(read('How much is a chest X-ray?', { language: 'en' })).toMatch(/60 yuan/);
  expect(read('Do you have free wifi?', { language: 'en' })).toMatch(/^Our information on this is in Chinese: /);
});

test('Taiwanese contacts read traditional characters', () => {
  expect(read('請問心臟內科在幾樓', { language: 'zh-TW' })).toBe('心血管內科在門診樓2層。');
  expect(read('病歷怎麼複印', { language: 'zh-TW' })).toMatch(/病案室複印/);
});

test('another hospital, an empty one, and what nobody writes', () => {
  const empty = {
    ...KNOWLEDGE,
    departments: [],
    offices: [],
    doctors: [],
    prices: [],
    faq: [],
    hospital: { ...KNOWLEDGE.hospital, hours: [], phones: {}, shortNames: [] },
  };
  const by = createInquirer(empty, null);
  for (const text of [
    '骨科几楼',
    '多少钱',
    '明天开吗',
    '元旦呢',
    '陈医生',
    '骨科'.repeat(2000),
    '(('.repeat(2000),
    '😀',
  ])
    expect(['unanswered', 'none', 'which', 'answer']).toContain(askAll([text], { by }).type);
  const began = performance.now();
  read('周六骨科多少钱在几楼'.repeat(400));
  // Generous for a loaded machine; measured 10 ms.
  expect(performance.now() - began).toBeLessThan(500);
});
