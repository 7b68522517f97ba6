import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../../src/domain/finding.ts';
import { kinds, read } from './ask.ts';

const TALK: Readonly<Partial<Record<FindingKind, readonly string[]>>> = {
  who_are_you: [
    '你是谁？',
    '你哪位',
    '你是？',
    '怎么称呼',
    '请问你们是哪里',
    '你们是干嘛的',
    'who is this?',
    '邊位啊',
    '真人吗',
    '你是机器人吗',
    '是不是自动回复',
    'are you a robot',
  ],
  scam_doubt: [
    '不会是骗子吧',
    '假冒的吧',
    '真的假的',
    '你们怎么有我电话',
    '不信，你怎么证明',
    '怎么知道我住过院的',
    'is this a scam',
    '詐騙吧',
    '是真医院吗',
    '怎么老打电话来',
  ],
  not_understood: [
    '啥意思',
    '没看懂',
    '看不懂你在問什麼',
    '什么？',
    '？',
    '怎么填',
    '再说一遍',
    "I don't understand",
    '你说的啥',
  ],
  already_surveyed: [
    '出院时填过了',
    '不是问过了吗',
    '前两天打过电话了',
    '已经评价过了',
    '怎么又问',
    'already filled in your survey',
  ],
  complaint_status: [
    '多久给我答复',
    '什么时候有处理结果',
    '我投诉的事怎么样了',
    '之前反映的问题有结果了吗',
    'when will I hear about my complaint',
  ],
  thanks: ['谢谢', '辛苦了', '谢谢你们还惦记着我', 'thanks', '多謝', '有心了'],
  apology: ['对不起刚才骂人了', '不好意思剛剛口氣不好', '刚才我说话有点冲，对不起', 'sorry I was rude'],
  greeting: ['你好', '喂', 'hello', '早上好'],
  farewell: ['再见', '拜拜', 'bye'],
  refuse: [
    '不想参加',
    '没兴趣',
    '别烦我',
    '不答了',
    '没时间做这个',
    '问这么多，不答了',
    '懒得理你',
    '浪费时间',
    'leave me alone',
    '不想再答了',
    '算了',
    '没空搞这些',
  ],
  off_topic: [
    '今天天气真不错',
    '讲个笑话',
    '你吃饭了没',
    '我孙子昨天考了第一名',
    '外面下雪了，路可不好走',
    "it's raining here",
  ],
  hospital_question: [
    '病历怎么复印',
    '探视时间是几点',
    '你们怎么收费的',
    '出院证明在哪里盖章',
    '报告什么时候出来',
    'what are the visiting hours?',
    '停車場在哪裡',
    '复查要怎么预约？',
  ],
  appointment: ['我想预约下周三骨科门诊', '帮我挂个眼科的号', "I'd like to book an appointment"],
  unreadable: ['%@#￥&*', '[图片]', '[语音]', '……', '🐶', 'asdfgh', '', '   ', '7283910'],
};

for (const [kind, texts] of Object.entries(TALK)) {
  describe(kind, () => {
    test.each(texts)('%s', (text) => {
      expect(kinds('doctor', text)).toEqual([kind]);
    });
  });
}

describe('look-alikes', () => {
  test.each([
    ['医生说的我听不懂', 'not_understood'],
    ['怎么没人管我们', 'hospital_question'],
    ['为什么收我那么多钱', 'hospital_question'],
    ['医生骗我多做检查', 'scam_doubt'],
    ['检查结果什么时候出来', 'complaint_status'],
    ['护士懒得理人', 'refuse'],
    ['谢什么谢', 'thanks'],
    ['医生太忙了，没空理我们', 'refuse'],
    ['护士做过好几次检查', 'already_surveyed'],
  ] as const)('%s is not %s', (text, kind) => {
    expect(kinds('doctor', text)).not.toContain(kind);
  });
  test('a machine is told from a name', () => {
    expect(read('doctor', '你是机器人吗')).toMatchObject([{ kind: 'who_are_you', about: 'bot' }]);
    expect(read('doctor', '你是谁')).toMatchObject([{ kind: 'who_are_you', about: 'identity' }]);
  });
});
