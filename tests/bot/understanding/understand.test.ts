import { describe, expect, test } from 'vitest';
import { understand } from '../../support/understand.ts';
import { asked, grades, kinds, read } from './readers/ask.ts';

describe('several meanings in one message', () => {
  test.each([
    ['doctor', '医生很好，护士态度差', ['complaint', 'rating']],
    ['opening', '方便，都满意', ['available', 'rating']],
    ['opening', '我是，都满意，没什么意见', ['available', 'rating', 'self']],
    ['doctor', '你是机器人吗？会不会讲笑话', ['who_are_you']],
    ['suggestions', '没有了，谢谢你们', ['decline', 'thanks']],
    ['opening', 'Is this a scam? Who are you?', ['scam_doubt', 'who_are_you']],
    ['doctor', '满意，我孩子哭了，晚点再说', ['busy', 'rating']],
  ] as const)('at %s: %s', (question, text, expected) => {
    expect(kinds(question, text)).toEqual(expected);
  });
  test('an insult that carries a complaint is a complaint', () => {
    expect(kinds('doctor', '你们这帮混蛋，把隔壁床的药输给我，过了半天才发现')).toEqual(['complaint']);
  });
  test('a complaint hides no rating, nor a rating a complaint', () => {
    const text = '护士态度很恶劣，抽血没扎上还怪我血管不好，我要投诉';
    expect(kinds('nurse', text)).toEqual(['complaint', 'rating']);
  });
});

describe('the question decides what a short word means', () => {
  test.each([
    ['没有', 'suggestions', 'decline'],
    ['没有', 'consent_after_death', 'decline'],
    ['没有', 'opening', 'decline'],
    ['好', 'opening', 'available'],
    ['好', 'consent_after_death', 'agree'],
    ['好', 'doctor', 'rating'],
    ['算了', 'doctor', 'refuse'],
    ['算了', 'suggestions', 'decline'],
    ['随便', 'when', 'busy'],
    ['随便', 'doctor', 'no_opinion'],
  ] as const)('%s at %s is %s', (text, question, kind) => {
    expect(kinds(question, text)).toEqual([kind]);
  });
});

describe('spans and form', () => {
  test.each([
    '医生很好，護士態度差，我要投訴',
    '  Ｄoctor was great but the nurses were rude  ',
    '👍医生好',
    '方便  你问吧',
    '',
  ])('%s: spans lie in the original', (text) => {
    for (const finding of understand(text, asked('doctor'))) {
      const [start, end] = finding.span;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(finding.confidence).toBeGreaterThan(0);
      expect(finding.evidence).toMatch(/^[a-z_]+\.[a-z_.]+$/);
    }
  });
  test('traditional and simplified writing mean the same', () => {
    for (const [traditional, simplified] of [
      ['護士態度很差', '护士态度很差'],
      ['沒有滿意', '没有满意'],
      ['醫生都沒有來看我', '医生都没有来看我'],
    ] as const) {
      expect(grades('doctor', traditional)).toBe(grades('doctor', simplified));
      expect(kinds('doctor', traditional)).toEqual(kinds('doctor', simplified));
    }
  });
  test('understanding twice gives the same', () => {
    expect(read('doctor', '医生很好，护士态度差')).toEqual(read('doctor', '医生很好，护士态度差'));
  });
  test('words that mean nothing to us are chat at most', () => {
    const found = read('doctor', '昨天那个东西还在老地方放着呢');
    expect(found.every(({ kind }) => kind === 'off_topic')).toBe(true);
  });
  test('a hospital without rating questions gets no ratings', () => {
    expect(grades('doctor', '满意', { questions: [], openRatings: [] })).toBe('');
  });
});

test.each([
  ['都是你们害死的', ['deceased', 'complaint'], ['off_topic']],
  ['我妈被你们治死了', ['deceased', 'complaint'], []],
  ['你们害死我了', [], ['deceased']],
  ['你们再不处理我就拿刀去医院', ['threat'], []],
  ['不用联系我，我怕报复', [], ['threat']],
  ['拿刀切西瓜呢', [], ['threat']],
  ['护士太凶，喊她换个垫子还翻白眼', ['rating'], ['emergency']],
  ['管床的那位说话含糊，问三句答一句', [], ['emergency']],
  ['不客气', ['thanks'], ['complaint']],
])('%s', (text, wanted, never) => {
  const found: readonly string[] = kinds('doctor', text);
  expect(found).toEqual(expect.arrayContaining(wanted));
  for (const kind of never) expect(found).not.toContain(kind);
});
