import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../../src/domain/finding.ts';
import { grades, kinds, read, reasonOf } from './ask.ts';

function at(question: string, text: string): string | undefined {
  const time = read(question, text).find((finding) => finding.kind === 'contact_time');
  if (time?.kind !== 'contact_time') return undefined;
  return new Date(time.at + 8 * 3_600_000).toISOString().slice(5, 16);
}

describe('going ahead at the opening, in any region', () => {
  test.each([
    ['中 恁问吧', 'available'],
    ['在 说吧', 'available'],
    ['在呢你讲', 'available'],
    ['能行', 'available'],
    ['要得 你搞快问嘛', 'available'],
    ['冲冲冲 问吧', 'available'],
    ['得閒 講啦', 'available'],
    ['忙完了 问吧', 'available'],
    ['有啥就问呗', 'available'],
    ['哦 是我', 'self'],
    ['我是孩子爸 说嘛', 'relative'],
    ['儿子代回：都挺好的', 'relative'],
    ['护工，老人让我帮着回', 'relative'],
  ] satisfies readonly (readonly [string, FindingKind])[])('%s', (text, kind) => {
    expect(kinds('opening', text)).toContain(kind);
    expect(kinds('opening', text)).not.toContain('busy');
  });

  test.each([
    ['再说吧'],
    ['回头说'],
    ['在上班'],
    ['在开会呢'],
    ['这会儿忙'],
    ['莫得空'],
    ['收苞谷呢'],
    ['这两天忙秋收'],
    ['手上有活'],
  ])('%s is not now', (text) => {
    expect(kinds('opening', text)).toEqual(['busy']);
  });

  test('an errand or a recovery is no business of the moment', () => {
    expect(kinds('opening', '恢复得挺好呢')).not.toContain('busy');
    expect(kinds('opening', '有事说事')).not.toContain('busy');
  });
});

describe('a time at any open question asks for another time', () => {
  test.each([
    ['nurse', '收苞谷呢 星期五下午两点嘛', '11-20T14:00'],
    ['nurse', '不得空 九点再整', '11-18T21:00'],
    ['nurse', '俺先做饭 等吃完午饭', '11-18T13:00'],
    ['overall', '带娃上培训班 周末吧', '11-21T09:00'],
    ['nurse', '十分钟 我找老花镜', '11-18T10:10'],
    ['suggestions', '六点以后才得闲', '11-18T18:00'],
    ['opening', '夜里十点我才下班', '11-19T09:00'],
    ['opening', '秋收完了再讲 月底', '11-30T09:00'],
    ['opening', '带孙子呢，八点', '11-18T20:00'],
    ['opening', '开车呢晚上七点聊 顺便说下你们电梯坏了八天没修', '11-18T19:00'],
  ])('%s: %s', (question, text, when) => {
    expect(at(question, text)).toBe(when);
  });

  test.each([
    ['nurse', '晚上按铃按了半天'],
    ['nurse', '早上六点就把人叫醒'],
    ['doctor', '住了八天'],
    ['doctor', '周三做的手术'],
    ['suggestions', '晚上太吵'],
    ['suggestions', '食堂晚上七点就没饭了'],
    ['nurse', '二十分钟才来'],
    ['nurse', '后天复查'],
  ])('%s: %s tells of the stay', (question, text) => {
    expect(at(question, text)).toBeUndefined();
  });

  test('a complaint beside the time is kept', () => {
    expect(kinds('opening', '开车呢晚上七点聊 顺便说下你们电梯坏了八天没修')).toContain('complaint');
  });
});

describe('no more, never, enough', () => {
  test.each([['莫得了'], ['没得'], ['冇喇'], ['没啥子'], ['无']])('%s ends the last question', (text) => {
    expect(kinds('suggestions', text)).toEqual(['decline']);
  });

  test.each([
    ['opening', '莫得空 啥时候都莫得空'],
    ['opening', '那不用了 懒得再弄'],
    ['doctor', '算了 说着心里难受 不说了'],
  ])('%s: %s refuses', (question, text) => {
    expect(kinds(question, text)).toContain('refuse');
  });

  test('temper beside an insult refuses nothing; leave me alone does', () => {
    expect(kinds('opening', '烦不烦啊傻逼')).toEqual(['abuse']);
    expect(kinds('opening', '别烦我')).toContain('refuse');
  });

  test('skipping one grade is no refusal of all', () => {
    expect(kinds('nurse', '没怎么打交道 不评了')).toEqual(['no_opinion']);
  });
});

describe('whom a grade is meant for', () => {
  test.each([
    [
      'doctor',
      '我爸这次住院吧大夫是真挺好的那个护士真不行换液体老是叫半天没人来',
      'doctor=satisfied nurse=dissatisfied',
    ],
    ['nurse', '医生其实一般 打错了刚才', 'doctor=mostly_satisfied'],
    ['doctor', '除了护士都满意', 'doctor=satisfied overall=satisfied'],
    ['doctor', '医生比护士好', ''],
    ['doctor', '大夫中 护士不中', 'doctor=satisfied nurse=dissatisfied'],
    ['doctor', '那个姓吴的医生就是个混蛋', 'doctor=dissatisfied'],
    ['nurse', '昨晚那场球看了没 绝了', ''],
    ['nurse', '护士真绝了', 'nurse=satisfied'],
    ['overall', '😡 缴费窗口排了俩小时', 'overall=dissatisfied'],
    ['reason', 'No no, you got me wrong. I meant satisfied, 1', 'doctor=satisfied'],
    ['doctor', 'Oh just wonderful, the doctor saw me once in nine days', 'doctor=dissatisfied'],
    ['nurse', 'the nurses never stop smiling, love them', 'nurse=satisfied'],
    ['nurse', '我二姨说他们家住的那回不满意', ''],
  ])('%s: %s', (question, text, grade) => {
    expect(grades(question, text)).toBe(grade);
  });

  test('an answer meant for another role says for which', () => {
    const found = read('nurse', '搞错了 我说的是护士 医生挺好的');
    expect(found).toContainEqual(expect.objectContaining({ kind: 'correction', meant: 'nurse' }));
  });

  test('a wish beside a middling grade is its reason', () => {
    expect(reasonOf('nurse', '还行 希望晚上换药轻一点 莫把人整醒了', 'nurse')).toContain('换药轻一点');
  });
});

describe('shortcomings from a thing and its defect', () => {
  test.each([
    ['食堂饭里吃出钢丝球'],
    ['厕所地漏反味 熏得一宿没睡'],
    ['换药等咗成个钟'],
    ['收费不给清单'],
    ['你们出院前连个心电图都没做'],
    ['you charged me twice for the CT'],
    ['喝了酒来查房'],
  ])('%s', (text) => {
    expect(kinds('overall', text)).toContain('complaint');
  });

  test('why one wishes is no complaint besides; a complaint with a wish stays one', () => {
    expect(kinds('doctor', '建议病房里多装两个插座 手机都没地方充')).toEqual(['suggestion']);
    expect(kinds('suggestions', '病房晚上太吵，希望管一管')).toEqual(['complaint', 'suggestion']);
  });

  test.each([['没抽烟也没喝酒'], ['饭吃出家的味道'], ['早就好了'], ['等我两个钟头']])('%s is none', (text) => {
    expect(kinds('overall', text)).not.toContain('complaint');
  });

  test.each([['那天要不是赵大夫手快 我爸人早没了'], ['復健科的阿德治療師每天都陪我爸多走兩圈，很感謝他']])(
    '%s praises',
    (text) => {
      expect(kinds('none', text)).toContain('praise');
    },
  );
});

describe('neither questions nor words', () => {
  test('not knowing is no question, and says that the relative knows nothing', () => {
    expect(kinds('doctor', '我在外地上学 奶奶住院啥情况我都不清楚 也联系不上她')).toEqual(['unaware_relative']);
  });

  test.each([['ffgh;;lkk'], ['dfgh；；、']])('%s', (text) => {
    expect(kinds('doctor', text)).toEqual(['unreadable']);
  });

  test('我还是要投诉 tells no facts', () => {
    expect(read('none', '我还是要投诉')).toContainEqual(
      expect.objectContaining({ kind: 'complaint', hasFacts: false }),
    );
  });
});
