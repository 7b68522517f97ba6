import { describe, expect, test } from 'vitest';
import { grades, kinds, read, reasonOf } from './readers/ask.ts';

describe('a score of the whole in own words', () => {
  test.each([
    ['overall', '总分85', 'overall=mostly_satisfied'],
    ['overall', '总分打95', 'overall=satisfied'],
    ['overall', '总分给55分吧', 'overall=dissatisfied'],
    ['overall', '总体评分90', 'overall=satisfied'],
    ['overall', 'Overall score 85', 'overall=mostly_satisfied'],
    ['overall', 'overall score: 95', 'overall=satisfied'],
    ['overall', 'Satisfied on the whole', 'overall=satisfied'],
    ['overall', 'Mostly satisfied on the whole', 'overall=mostly_satisfied'],
    ['overall', '总分85床', ''],
    ['overall', '总费用85', ''],
  ])('at %s: %s is %s', (question, text, grade) => {
    expect(grades(question, text)).toBe(grade);
  });
});

describe('stars', () => {
  test.each(['护士四颗星', '四颗星吧', '护士给三星', 'four stars for the nurses'])('%s gives no reason', (text) => {
    expect(grades('nurse', text)).toBe('nurse=mostly_satisfied');
    expect(reasonOf('nurse', text, 'nurse')).toBeUndefined();
  });
  test('what is told beside them is the reason', () => {
    expect(reasonOf('nurse', '护士四颗星，按铃老半天没人来', 'nurse')).toMatch(/按铃/);
  });
});

describe('a reason that was told before', () => {
  const given = { doctor: 'dissatisfied', nurse: 'satisfied' } as const;
  const about = { question: { id: 'reason', schema: 'reason', about: 'overall' } as const };
  const before = { ...about, given: { ...given, overall: 'mostly_satisfied' as const } };
  test.each(['Same thing I said about the doctor', 'the same problem as the doctor', 'Same thing'])(
    '%s refers to it',
    (text) => {
      expect(read('reason', text, before)).toMatchObject([{ kind: 'rating', question: 'overall', sameReason: true }]);
    },
  );
  test.each(['Same thing happened to my father', 'The same nurse was rude to us'])('%s tells of something', (text) => {
    expect(read('reason', text, before).filter((found) => 'sameReason' in found)).toEqual([]);
  });
  test('不满意，原因还是大夫见不着人 is the reason and no second complaint', () => {
    const found = read('overall', '不满意，原因还是大夫见不着人', { given });
    expect(found.map(({ kind }) => kind)).toEqual(['rating']);
    expect(found).toMatchObject([{ grade: 'dissatisfied', reason: '原因还是大夫见不着人' }]);
  });
  test.each([
    ['不满意，原因还是护士骂人', given],
    ['不满意，大夫见不着人', given],
    ['不满意，原因还是大夫见不着人', { doctor: 'satisfied' as const }],
  ])('%s is a new one', (text, told) => {
    expect(kinds('overall', text, { given: told })).toContain('complaint');
  });
});

test.each(['也说不出个一二三，就那么个感觉', '说不出个名堂'])('%s is no reason', (text) => {
  expect(kinds('reason', text)).toContain('decline');
});

describe('what somebody wishes for', () => {
  test.each([
    'Please give people a written medicine sheet when they go home',
    'Please provide more chairs at the counters',
  ])('%s is a suggestion and no self-harm', (text) => {
    for (const question of ['overall', 'suggestions']) {
      expect(kinds(question, text)).toContain('suggestion');
      expect(kinds(question, text)).not.toContain('self_harm');
    }
  });
  test.each(['Please give my things to my sister, I want to die', 'please let me end it, I want to kill myself'])(
    '%s is self-harm',
    (text) => {
      expect(kinds('overall', text)).toContain('self_harm');
    },
  );
  test.each([
    '您好，我是本人，现在没课。医生、护士、医院整体我都满意，建议就一条，把门口的停车场扩一扩',
    '退订。顺便说一句，你们护士给我妈扎针扎了五针，手背青了一大片',
  ])('%s praises nobody', (text) => {
    expect(kinds('opening', text)).not.toContain('praise');
  });
  test.each(['医生护士我都满意，护士小李半夜守着我，特别细心，建议把停车场扩一扩', '退订。护士小李特别细心，谢谢她'])(
    '%s does praise',
    (text) => {
      expect(kinds('opening', text)).toContain('praise');
    },
  );
});

describe('how a medicine is taken, asked of the nurse', () => {
  test.each(['就是有个护士特别冲，我妈问个药怎么吃她翻个白眼扭头走了', '我问护士这药怎么吃，她理都不理我'])(
    '%s is a complaint alone',
    (text) => {
      expect(kinds('nurse', text)).toContain('complaint');
      expect(kinds('nurse', text)).not.toContain('medical_question');
    },
  );
  test.each(['我想问个药怎么吃', '护士翻白眼走了，我这药到底怎么吃啊'])('%s asks us', (text) => {
    expect(kinds('nurse', text)).toContain('medical_question');
  });
});

describe('the end of a shift', () => {
  test.each(['我在车间看机器呢，夜里十点半才下工，那会儿再说', '在工地呢，晚上七点才放工，那会儿再说'])(
    '%s says when',
    (text) => {
      expect(kinds('opening', text)).toContain('contact_time');
    },
  );
  test.each(['夜里十点半护士才来，那会儿我都疼晕了', '夜里十点半才换药'])('%s does not', (text) => {
    expect(kinds('opening', text)).not.toContain('contact_time');
  });
});
