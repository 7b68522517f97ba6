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

describe('slow service is a complaint, whatever it sounds like; who is ill beside it is in danger', () => {
  test.each([
    ['护理工作比较满意，只是夜间呼叫铃响应偏慢，有时要等十来分钟。', false],
    ['护士还行，就是呼叫器没反应', false],
    ['2。晚上叫人反应慢，大概十几分钟才来', false],
    ['有时叫不到人', false],
    ['按铃没人来，我喘不上气', true],
    ['呼叫铃按了没反应，我妈叫不醒了', true],
    ['叫他没反应', true],
  ] as const)('%s: %s', (text, danger) => {
    expect(kinds('nurse', text).includes('emergency')).toBe(danger);
  });
});

describe('a bare grade is no praise, a kindness is', () => {
  test.each([
    ['医生护士都巴适，没得话说', false],
    ['满意的，医生挺好', false],
    ['产科医生没得挑满意', false],
    ['大夫没得挑，就是有个护士扎针手太重，扎了四回才扎上，手背青了一大片，俺娘硬是没吭声', false],
    ['护士们都特别好，夜里还给我妈盖被子', true],
    ['大夫好！要不是他我这条命就没了', true],
    ['食堂阿姨知道我牙不好给我把菜切碎', true],
  ] as const)('%s: %s', (text, praise) => {
    expect(kinds('doctor', text).includes('praise')).toBe(praise);
  });
});

describe('one thing told is one entry', () => {
  test.each([
    ['overall', '希望能让老公晚上也可以陪床，一个人忙不过来'],
    ['overall', '满意 希望楼道里多安几个扶手 俺腿脚不利索'],
  ])('at %s a wish and why: %s', (question, text) => {
    expect(kinds(question, text)).toContain('suggestion');
    expect(kinds(question, text)).not.toContain('complaint');
  });
  test.each([
    ['overall', 'Mostly satisfied, the discharge paperwork took half a day'],
    ['nurse', '护士呢有好有坏给个基本满意吧有个推车的老是不敲门就进来'],
  ])('at %s what fell short: %s', (question, text) => {
    expect(kinds(question, text)).toContain('complaint');
    expect(kinds(question, text)).not.toContain('suggestion');
  });
  test.each([
    ['overall', '应该多开几个窗口，排队太长'],
    ['reason', '候诊椅不够坐我站了两小时希望加椅子'],
  ])('at %s both are told: %s', (question, text) => {
    expect(kinds(question, text)).toEqual(expect.arrayContaining(['complaint', 'suggestion']));
  });
});

describe('no more messages is not no more life', () => {
  test.each([
    ['护士也挺好 就这吧 以后别再给俺发了', false],
    ['天天站流水线 哪天都没时间 往后也不会有 我不弄这个了', false],
    ['别再打来了，反正我也没多少日子了', true],
    ['别烦我，我把房子给妹妹了，以后不用找我', true],
    ['退订吧 人都要没了 我现在就在楼顶', true],
  ] as const)('%s: %s', (text, danger) => {
    expect(kinds('opening', text).includes('self_harm')).toBe(danger);
  });
});

describe('who says so is family', () => {
  test.each(['俺是她儿 问吧', '我是宝爸，有空', '俺是他儿，满意'])('%s', (text) => {
    expect(kinds('opening', text)).toContain('relative');
  });
  test('宝妈 is the patient in a maternity ward, and family in a children’s', () => {
    const at = (department: string) =>
      read('opening', '我是宝妈，你问吧', { roster: { staff: [], departments: [], stay: { department } } });
    expect(at('新生儿科').map(({ kind }) => kind)).toContain('relative');
    expect(at('产科').map(({ kind }) => kind)).not.toContain('relative');
  });
});

describe('asked what fell short', () => {
  test.each(['讲不出来', '说不好 就这么个感觉'])('%s: no reason', (text) => {
    expect(kinds('reason', text)).toEqual(['decline']);
  });
  test('a few words are enough', () => {
    expect(read('reason', '解释病情太含糊')).toMatchObject([{ kind: 'complaint', hasFacts: true }]);
    expect(read('reason', '我要投诉')).toMatchObject([{ kind: 'complaint', hasFacts: false }]);
  });
  test('of the nurses, rounds are theirs; of doctors who are named they are not', () => {
    const concerns = (text: string) =>
      read('reason', text, { question: { id: 'reason', schema: 'reason', about: 'nurse' } }).flatMap((found) =>
        'concerns' in found ? found.concerns : [],
      );
    expect(concerns('夜里查房开大灯，晃得人根本睡不着')).toContain('nurse');
    expect(concerns('医生查房开大灯，晃得人根本睡不着')).toContain('doctor');
  });
  test('整个病房 is not the whole hospital', () => {
    expect(grades('reason', '半夜换药动静特别大，整个病房都被吵醒')).toBe('');
    expect(grades('reason', '整个医院都乱糟糟')).toBe('overall=dissatisfied');
  });
});

describe('a question that was put to somebody else is told, not asked', () => {
  test.each([
    ['收费窗口那个男的 俺问句报销咋弄 他把单子一摔 叫俺自己看', 'complaint'],
    ['我以前在窗口问过一句医保咋报，那人头都不抬', 'complaint'],
    ['问一下，复印病历怎么弄', 'hospital_question'],
    ['我想问下骨科几点上班，打电话没人接', 'hospital_question'],
  ] as const)('%s: %s', (text, kind) => {
    expect(kinds('facts', text)).toEqual([kind]);
  });
});

test.each([
  ['另外我还要投诉！', false],
  ['还有件事我要投诉', false],
  ['另外我还要投诉，食堂饭里有虫', true],
] as const)('%s tells facts: %s', (text, hasFacts) => {
  expect(read('none', text).filter(({ kind }) => kind === 'complaint')).toMatchObject([{ hasFacts }]);
});
