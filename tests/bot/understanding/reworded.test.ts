import { describe, expect, test } from 'vitest';
import { grades, kinds, reasonOf } from './readers/ask.ts';

/** Grades in words that the readers of grades take for something else, each class with look-alikes that mean something else. */

describe('满意嘛 answers and does not ask', () => {
  test.each([
    ['满意嘛', 'doctor=satisfied'],
    ['医生挺好嘛', 'doctor=satisfied'],
    ['还可以噻', 'doctor=mostly_satisfied'],
    ['一般嘛，讲得快', 'doctor=mostly_satisfied'],
  ])('%s', (text, grade) => {
    expect(grades('doctor', text)).toBe(grade);
  });
  test('with what fell short behind it', () => {
    const text = '基本满意嘛，停车恼火得很，转了四十分钟';
    expect(grades('overall', text)).toBe('overall=mostly_satisfied');
    expect(reasonOf('overall', text, 'overall')).toContain('停车');
  });
  test.each(['护士态度好嘛？', '能报销嘛', '满意和基本满意有啥两样嘛', '总体嘛，你等一下，十分钟就好'])(
    '%s grades nothing',
    (text) => {
      expect(grades('doctor', text)).toBe('');
    },
  );
});

describe('of none it can be said', () => {
  test.each(['都满意 没有一个不满意的', '没有哪个不满意', '没有一点不满意的地方'])('%s: all', (text) => {
    expect(grades('doctor', text)).toContain('doctor=satisfied');
    expect(grades('doctor', text)).not.toContain('dissatisfied');
  });
  test.each(['没有一个满意的', '三样没一样满意的'])('%s: none', (text) => {
    expect(grades('doctor', text)).toBe('doctor=dissatisfied nurse=dissatisfied overall=dissatisfied');
  });
  test.each(['没办法说满意', '没法说很满意', '沒辦法給滿意', '不能昧着良心说满意'])('%s: asked which', (text) => {
    expect(grades('doctor', text)).toBe('doctor=mostly_satisfied?');
  });
  test('没办法，满意吧 gives in', () => {
    expect(grades('doctor', '没办法，满意吧')).toBe('doctor=satisfied');
  });
});

describe('a score without its unit', () => {
  test.each([
    ['总的给90', 'overall=satisfied'],
    ['整体打88', 'overall=mostly_satisfied'],
    ['打九十', 'overall=satisfied'],
    ['综合95吧', 'overall=satisfied'],
    ['90多分', 'overall=satisfied'],
  ])('%s', (text, grade) => {
    expect(grades('overall', text)).toBe(grade);
  });
  test('for each, without a comma', () => {
    expect(grades('doctor', '医生95护士85总的90')).toBe('doctor=satisfied nurse=mostly_satisfied overall=satisfied');
  });
  test.each(['总的给了900块钱', '给他打了90块'])('%s is money', (text) => {
    expect(grades('overall', text)).not.toContain('overall=satisfied ');
    expect(kinds('overall', text)).not.toContain('farewell');
  });
});

describe('what was meant instead of a slip', () => {
  test.each([
    '哎打错了 我是想按1的',
    '手滑了 本来想选1的',
    '刚才手快按成3了 其实是1',
    '按快了 应该是1',
    '前面那个不算，医生我选1',
    'oops I meant 1',
  ])('%s', (text) => {
    expect(grades('nurse', text)).toBe('doctor=satisfied');
  });
  test('how it came about is no reason', () => {
    const text = '哎护士那个按快了，应该是2，整体是1';
    expect(grades('overall', text)).toBe('nurse=mostly_satisfied overall=satisfied');
    expect(reasonOf('overall', text, 'nurse')).toBeUndefined();
  });
  test('what one would have chosen takes nothing back', () => {
    expect(grades('nurse', '我本来想按1的，可是护士态度差')).toBe('nurse=dissatisfied');
  });
});

describe('in one breath', () => {
  test('each who is named', () => {
    const text = '那个陈医生人好得很手术做得好护士妹妹也好就是晚上隔壁床打呼噜睡不着总体来说我是满意的';
    expect(grades('doctor', text)).toBe('doctor=satisfied nurse=satisfied overall=satisfied');
  });
  test.each([
    '哎哟我这个老头子话多我住了半个月院医生天天来看我护士打针也不疼吃的也行我都满意',
    '我跟你讲医生也好护士也好人都挺好的饭菜也还可以就是晚上吵了点反正都满意',
    '我是本人我住了十一天院大夫天天来问我吃的咋样护士小姑娘也好医院里头也干净都满意都满意',
  ])('%s: all that is open', (text) => {
    expect(grades('doctor', text)).toBe('doctor=satisfied nurse=satisfied overall=satisfied');
    expect(kinds('doctor', text)).not.toContain('contact_time');
  });
  test.each([
    '我这次住院住了有小半个月吧前前后后花了不少钱医生护士都满意',
    '我这次住院住了有小半个月吧邻床那个大姐跟我讲她什么都满意',
  ])('%s: not the whole', (text) => {
    expect(grades('doctor', text)).not.toContain('overall=satisfied');
  });
  test('护理工作 is what the nurses do', () => {
    expect(grades('nurse', '护理工作比较满意')).toBe('nurse=mostly_satisfied');
  });
});
