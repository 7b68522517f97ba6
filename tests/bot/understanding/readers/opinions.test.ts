import { describe, expect, test } from 'vitest';
import type { OpinionFinding } from '../../../../src/domain/finding.ts';
import { kinds, read } from './ask.ts';

function opinion(question: string, text: string, kind: OpinionFinding['kind']): OpinionFinding | undefined {
  return read(question, text).find((f): f is OpinionFinding => f.kind === kind);
}

describe('the call bell', () => {
  test.each([
    ['按铃没人来', ['nurse']],
    ['护士按铃半天没人来', ['nurse']],
    ['呼叫铃按了半天没人来', ['nurse']],
    ['按了好几次铃都没人理', ['nurse']],
    ['晚上按铃要等半小时', ['nurse']],
    ['按鈴沒人來', ['nurse']],
    ['pressed the call bell for 30 minutes and nobody came', ['nurse']],
    ['呼叫铃坏了', ['equipment']],
    ['床头铃坏了', ['equipment']],
    ['按铃不响', ['equipment']],
    ['按铃坏了没人修', ['equipment']],
    ['call bell was broken', ['equipment']],
  ])('%s', (text, concerns) => {
    const found = opinion('suggestions', text, 'complaint');
    expect(found?.concerns.filter((one) => one === 'nurse' || one === 'equipment')).toEqual(concerns);
  });
});

describe('complaints need no such word', () => {
  test.each([
    ['床太硬了', 'environment'],
    ['收费不透明', 'fees'],
    ['食堂的包子冷冰冰的', 'food'],
    ['厕所没有扶手，老人蹲下去起不来', 'environment'],
    ['护工偷懒', 'carer'],
    ['药房排队排了一个小时', 'pharmacy'],
    ['The toilets were filthy', 'environment'],
    ['廁所髒得要命', 'environment'],
    ['护士把隔壁床的药发给我了', 'nurse'],
    ['多收了我两百块检查费', 'fees'],
    ['早饭送得晚，都凉了', 'food'],
    ['夜里按铃没人应', undefined],
    ['为什么周末没有医生查房', 'doctor'],
    ['医生说的都是专业术语听不懂', 'doctor'],
    ['wifi太卡', 'environment'],
  ])('%s', (text, concern) => {
    const found = opinion('suggestions', text, 'complaint');
    expect(found?.hasFacts).toBe(true);
    if (concern !== undefined) expect(found?.concerns).toContain(concern);
  });
  test.each(['我要投诉', '我要投诉你们科', '我要投诉护士', '有意见', 'I want to complain'])(
    '%s carries no facts yet',
    (text) => {
      expect(opinion('doctor', text, 'complaint')?.hasFacts).toBe(false);
    },
  );
  test('an announcement with what happened', () => {
    expect(opinion('doctor', '我要投诉食堂，送来的饭是馊的，10月28号中午', 'complaint')).toMatchObject({
      hasFacts: true,
      text: '我要投诉食堂，送来的饭是馊的，10月28号中午',
    });
  });
  test.each([
    '没什么好投诉的',
    '怎么投诉？',
    '要是饭菜差我早说了',
    '我邻居说你们护士骂人',
    '伤口有点疼',
    '不太贵',
    '没等多久',
    '对不起刚才骂人了',
    '说不好',
    '就是感觉不好',
    '医生很好',
    '打错了',
  ])('%s is none', (text) => {
    expect(kinds('reason', text)).not.toContain('complaint');
  });
});

describe('praise needs a name, a deed or thanks to somebody', () => {
  test.each([
    '张医生特别负责',
    '护士小陈打针一点都不疼，给她点个赞',
    '护士每天都来帮我妈翻身擦洗',
    '谢谢骨科的护士们',
    '表扬李主任，人也和气',
    '感謝陳醫師',
    '半夜护士一直守着我',
    'Dr Wang saved my life',
    'thanks to the nurses',
  ])('%s', (text) => {
    expect(kinds('suggestions', text)).toContain('praise');
  });
  test('names are kept as written', () => {
    expect(opinion('suggestions', '護士小陳特別溫柔', 'praise')?.concerns).toEqual(['nurse', '護士小陳']);
    expect(opinion('suggestions', '谢谢王主任', 'praise')?.concerns).toEqual(['doctor', '王主任']);
  });
  test.each([
    '医生很好',
    '护士很耐心',
    '谢谢你们',
    '都挺好的',
    '要是张医生来看我就好了',
    '张医生真负责，三天没见人影',
    '没什么好表扬的',
    '听说王主任不错',
    '医生没来看我',
  ])('%s is none', (text) => {
    expect(kinds('suggestions', text)).not.toContain('praise');
  });
});

describe('suggestions ask the hospital to change something', () => {
  test.each([
    '建议病房里多装几个插座',
    '希望食堂能多几样软烂的饭菜，老人牙口不好',
    '能不能把停车场扩大一点',
    '要是有热水就好了',
    '多派几个护士值夜班吧',
    '可以在走廊加个扶手',
    '挂号能不能简单点，老人不会用手机',
    '最好能周末也开门诊',
    '建議加強隔音',
    'Please add more chairs in the waiting area',
    '应该给陪护的人准备折叠床',
    '多关心关心老年人',
    '把厕所修修吧',
    '以后打针找个熟练的',
    '护士态度有待提高',
  ])('%s', (text) => {
    expect(opinion('suggestions', text, 'suggestion')?.text).toBe(text.trim());
  });
  test.each([
    '希望早日康复',
    '希望医院越办越好',
    '能不能洗澡',
    '最好晚上打给我',
    '能不能帮我复印病历',
    '没什么建议',
    '希望你们给个说法',
    '最好的医生',
  ])('%s is none', (text) => {
    expect(kinds('suggestions', text)).not.toContain('suggestion');
  });
  test('a complaint with a wish is both', () => {
    expect(kinds('suggestions', '病房晚上太吵，希望管一管')).toEqual(['complaint', 'suggestion']);
  });
});

describe('the end of a free-text question', () => {
  test.each([
    '没有',
    '没了',
    '没啥',
    '没有了，谢谢你们',
    '无',
    '不说了',
    '不用了，谢谢',
    '没意见，都挺满意',
    '就这些',
    '都挺好的',
    '没有 谢谢 祝工作顺利',
    '冇',
    '沒有了',
    'No, nothing else',
    'nothing, thanks',
    '继续加油',
    '木有',
    '暂时没有',
    '没什么要说的了',
    '算了',
  ])('%s', (text) => {
    expect(kinds('suggestions', text)).toContain('decline');
    expect(kinds('suggestions', text)).not.toContain('refuse');
  });
  test.each(['没有热水', '没人管', '没空调', '没有，就是厕所太脏', '不用排队就好了'])('%s is something', (text) => {
    expect(kinds('suggestions', text)).not.toContain('decline');
  });
  test.each(['没什么', '说不好', '没有原因', '不想说', '就是感觉不好', '不知道', 'no particular reason'])(
    '%s gives no reason',
    (text) => {
      expect(kinds('reason', text)).toEqual(['decline']);
    },
  );
  test('a reason is left to the flow', () => {
    expect(kinds('reason', '每次话都说一半')).toEqual([]);
  });
});

describe('what the model alone would hear', () => {
  test.each(['护士小张偷我手机', '护士挺好的，医生挺好的，就是那个护工老刘要钱'])('%s praises nobody', (text) => {
    expect(kinds('doctor', text)).not.toContain('praise');
  });
  test('who turns bribes down is praised all the same', () => {
    expect(kinds('doctor', '医生不收红包，特别好，给他点赞')).toContain('praise');
  });
  test.each(['忙着呢别烦我', '忙着呢，别烦我'])('%s is no danger', (text) => {
    expect(kinds('opening', text)).toEqual(['refuse']);
  });
  test.each(['别吵我了，药我都攒好了，今晚一起咽下去', '别烦我，我把房子给妹妹了，以后不用找我'])(
    '%s is one',
    (text) => {
      expect(kinds('opening', text)).toContain('self_harm');
    },
  );
});
