import { describe, expect, test } from 'vitest';
import { kinds, read } from './ask.ts';

describe('now is a good time (situation 1)', () => {
  test.each([
    '好',
    '可以',
    '1',
    '方便',
    '方便，你问吧',
    '说吧',
    '嗯',
    '嗯嗯',
    '行，问吧',
    '中',
    '要得',
    '阔以',
    '在的，说',
    '好的可以',
    '有空',
    '没事，你说',
    '不好意思才看到短信，现在方便',
    '我在家，方便',
    'Yes, now is fine',
    'sure',
    'go ahead',
    '得闲，你问啦',
    '可以的，請說',
    '👍',
    '哦，那你问吧',
    '不忙，问吧',
  ])('%s', (text) => {
    expect(kinds('opening', text)).toEqual(['available']);
  });

  test('a greeting beside it is a greeting', () => {
    expect(kinds('opening', '你好，方便')).toEqual(['available', 'greeting']);
  });
});

describe('busy (situation 2)', () => {
  test.each([
    '没空',
    '在忙',
    '忙着呢',
    '现在不太方便',
    '正在开车，没空',
    '在上课',
    '在地里薅草呢',
    '带孩子呢',
    '現在不方便',
    '改天吧',
    '下次再说',
    '不方便说话',
    '开著车呢',
    "I'm driving",
    'busy now',
    "can't talk now",
    '有事',
    '现在不行',
    '我爸睡了',
    '走不开',
  ])('%s', (text) => {
    expect(kinds('opening', text)).toContain('busy');
    expect(kinds('opening', text)).not.toContain('available');
  });
  test('what is inconvenient in the ward makes nobody busy', () => {
    expect(kinds('suggestions', '手机充电不方便')).not.toContain('busy');
    expect(kinds('doctor', '医生太忙了')).not.toContain('busy');
  });
});

describe('refusal at the opening (situation 24)', () => {
  test.each([
    '不了，谢谢',
    '不用了',
    '不需要，谢谢',
    '没兴趣',
    '不想参加',
    '算了',
    '我一直都没时间',
    'not interested',
    'no thanks',
  ])('%s', (text) => {
    expect(kinds('opening', text)).toContain('refuse');
    expect(kinds('opening', text)).not.toContain('busy');
  });
});

describe('who is there', () => {
  test.each(['我是王建国', '我就是', '本人', '对，是我', '王建国', '是我本人', 'this is he', 'speaking', '我是，你说'])(
    '%s is the patient',
    (text) => {
      expect(kinds('opening', text)).toContain('self');
    },
  );
  test.each([
    ['我是他女儿', '女儿'],
    ['家属', '家属'],
    ['我是王建国的儿子', '儿子'],
    ['我是她請的護工', '護工'],
    ['我是他太太', '太太'],
    ['This is his wife speaking', 'wife'],
    ['我是患者家属，您请讲', '家属'],
  ])('%s is a relative: %s', (text, relation) => {
    expect(read('opening', text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'relative', relation })]),
    );
  });
  test.each([
    '我妈不识字，我帮她看手机呢',
    '我老公住的院，他在上班，我替他答',
    '俺闺女不在家，你跟俺说吧',
    'I look after him',
  ])('%s is a relative', (text) => {
    expect(kinds('opening', text)).toContain('relative');
  });
  test('a relative who offers to answer is available, not busy', () => {
    expect(kinds('opening', '我是他爱人，他说话不方便我来答吧')).toEqual(['available', 'relative']);
  });
  test.each([
    '我是她侄子，一直在外地，她住院的事我一点都不清楚',
    '我只是他邻居，他住院的事我不知道',
    '联系不上他了，他换号了',
    '我是她老板，住院的事不清楚',
    "I'm his cousin, I don't know anything about his stay",
  ])('%s knows nothing of the stay (situation 5)', (text) => {
    expect(kinds('opening', text)).toContain('unaware_relative');
    expect(kinds('opening', text)).not.toContain('relative');
  });
  test('not knowing what we want is no unaware relative', () => {
    expect(kinds('opening', '不知道你在说什么')).not.toContain('unaware_relative');
  });
  test('"no" to "are you NAME?" is a no', () => {
    expect(kinds('opening', '不是')).toEqual(expect.arrayContaining(['decline']));
  });
});

describe('when would suit', () => {
  test.each(['看情况吧', '说不准', '随便', '都行', '不知道'])('%s is no time', (text) => {
    expect(kinds('when', text)).toEqual(['busy']);
  });
  test('now, never, a time', () => {
    expect(kinds('when', '现在就可以')).toContain('available');
    expect(kinds('when', '算了，不用打了')).toContain('refuse');
    expect(kinds('when', '晚上八点')).toEqual(['contact_time']);
  });
});

describe('yes or no', () => {
  test.each([
    '可以，你问吧',
    '嗯',
    '好',
    '行吧',
    '愿意',
    '对',
    'ok go ahead',
    '可以的，請問',
    '没错',
    '太好了',
    '懂了',
    '晓得了',
    '我接受',
  ])('%s agrees', (text) => {
    expect(kinds('consent_after_death', text)).toContain('agree');
    expect(kinds('consent_after_death', text)).not.toContain('decline');
  });
  test.each([
    '不用了，谢谢你们',
    '算了，心里难受，不想说了',
    '没心情',
    '不想再提了',
    '没有',
    '不是',
    '绝对不',
    '完成不了',
    "I'd rather not",
    '不必了',
    '没必要',
  ])('%s declines', (text) => {
    expect(kinds('consent_after_death', text)).toContain('decline');
    expect(kinds('consent_after_death', text)).not.toContain('agree');
  });
  test('a correction of what we understood brings the grade', () => {
    expect(read('confirm', '不是，是不满意')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'rating', question: 'doctor', grade: 'dissatisfied' })]),
    );
    expect(kinds('confirm', '对')).toEqual(['agree']);
  });
});
