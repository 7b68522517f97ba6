import { describe, expect, test } from 'vitest';
import { grades, kinds, read } from './readers/ask.ts';

/** Classes of wording that strangers used and nobody had thought of; each with look-alikes that mean something else. */

describe('fed up or in a hurry, and ready all the same', () => {
  test.each(['烦死了天天加班 快问吧', '忙死了 赶紧问'])('%s', (text) => {
    expect(kinds('opening', text)).toEqual(['available']);
  });
  test.each([
    ['烦死了，别问了', 'refuse'],
    ['忙死了，晚上再问吧', 'busy'],
  ] as const)('%s is %s', (text, kind) => {
    expect(kinds('opening', text)).toContain(kind);
  });
});

describe('a figure for each', () => {
  test.each(['医生打95分 护士85 医院整体90吧', '医生95，护士85，总体90', '大夫给95 护士给80吧 总体90分吧'])(
    '%s',
    (text) => {
      expect(grades('doctor', text)).toBe('doctor=satisfied nurse=mostly_satisfied overall=satisfied');
      expect(kinds('doctor', text)).toEqual(['rating']);
    },
  );
  test('按错了 护士也是1', () => {
    expect(grades('reason', '打错了不好意思 护士也是1')).toBe('nurse=satisfied');
  });
});

describe('姑娘 and 阿姨 beside a role are no kin', () => {
  test.each(['护士小姑娘也满意', '护士姑娘们都满意', '护士阿姨满意'])('%s', (text) => {
    expect(grades('nurse', text)).toBe('nurse=satisfied');
    expect(kinds('nurse', text)).toEqual(['rating']);
  });
  test.each(['我小姑说满意', '听我姨说挺满意的'])('%s is what somebody else says', (text) => {
    expect(grades('nurse', text)).toBe('');
  });
});

describe('a complaint that was only announced tells no facts', () => {
  test.each([
    ['你们这医院我真是服了 我要投诉', false],
    ['太气人了，我要投诉', false],
    ['我要投诉，押金等了一天才退', true],
  ] as const)('%s: %s', (text, hasFacts) => {
    expect(read('opening', text).filter(({ kind }) => kind === 'complaint')).toMatchObject([{ hasFacts }]);
  });
});

test('what is wrong at a window is not held against the nurse who was praised before', () => {
  const text = '护士特别好天天帮我妈翻身，就是收费窗口那个女的态度恶劣 问她一句爱答不理的';
  expect(grades('nurse', text)).toBe('nurse=satisfied');
  expect(kinds('nurse', text)).toContain('complaint');
});

describe('a hard meal is no emergency, what it did to somebody may be', () => {
  test.each([
    ['医院那个饭又冷又硬 我妈七十多了牙口不好根本咬不动', false],
    ['医院那个饭又冷又硬 我妈吃了肚子疼得打滚', true],
    ['吃饭噎住了喘不上气', true],
  ] as const)('%s: %s', (text, danger) => {
    expect(kinds('overall', text).includes('emergency')).toBe(danger);
  });
});

describe('pills that were put by are a danger, whoever found them', () => {
  test.each([
    '我妈老说不想拖累我们 昨天我发现她把安眠药一片一片都攒着 我好怕她想不开 怎么办啊',
    '他偷偷攒了一瓶安眠药',
    '在枕头底下翻到我爸写的遗书',
  ])('%s', (text) => {
    expect(read('doctor', text)).toContainEqual(expect.objectContaining({ kind: 'self_harm', tier: 'high' }));
  });
  test('a question about the medicine is none', () => {
    expect(kinds('doctor', '安眠药一天吃几片')).not.toContain('self_harm');
  });
});

describe('an unborn child that hardly moves is a danger', () => {
  test.each([
    ['我33周了，从昨晚到现在宝宝几乎没怎么动，我明天再去产检可以吗', true],
    ['怀孕八个月了，今天孩子不怎么动', true],
    ['孩子三岁了，打完针胳膊不动', false],
  ] as const)('%s: %s', (text, danger) => {
    const found = read('none', text).some(({ kind, confidence }) => kind === 'emergency' && confidence >= 0.9);
    expect(found).toBe(danger);
  });
});

describe('tired of life, in two ways', () => {
  const tier = (text: string) =>
    read('overall', text).flatMap((finding) => (finding.kind === 'self_harm' ? [finding.tier] : []));
  test.each([
    '有时候真觉得活着没意思，浑身疼，不如死了算了',
    '老是觉得自己是个累赘，死了大家都轻松',
    '不想活了，绳子都准备好了',
  ])('%s', (text) => {
    expect(tier(text)).toEqual(['high']);
  });
  test.each(['排队排到想死的心都有了', '饭难吃得想死'])('%s is a way of speaking', (text) => {
    expect(tier(text)).not.toContain('high');
  });
});
