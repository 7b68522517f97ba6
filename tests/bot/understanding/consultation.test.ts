import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ASK } from '../../../src/domain/finding.ts';
import { consultationContext } from '../../../src/evaluate/messages/consultation.ts';
import { understand } from '../../support/understand.ts';

/** People who consult us use the words of those who are asked for other things. */

const read = (text: string) =>
  understand(text, consultationContext(text)).filter(({ confidence }) => confidence >= ASK);
const kinds = (text: string) => read(text).map(({ kind }) => kind);
const tiers = (text: string) =>
  read(text).flatMap((finding) => ('tier' in finding ? [`${finding.kind} ${finding.tier}`] : []));

/** What hands a talk over, or stays in a register. */
const GRAVE = [
  ...['emergency', 'self_harm', 'deceased', 'complaint', 'threat', 'beyond_authority', 'abuse'],
  ...['opt_out', 'human', 'scam_doubt', 'wrong_number'],
] as const;
const grave = (text: string) => kinds(text).filter((kind) => (GRAVE as readonly string[]).includes(kind));

describe('worries round a question are no danger and no complaint', () => {
  test.each([
    '我不认得字 机器也不会按 就我一个人去 有人领着不',
    '我晚上得守着她 有没有个睡的地方 多少钱',
    '后天去你们那查肝功 早上起来能喝口水不',
    '前年在你们那住院开的刀 现在保险公司要病历 复印一张几毛钱',
    '俺家吃低保的 这押金能不能不交',
    '你们管医保的电话给一个 我叫儿子问',
    '是不是啥时候去交都行',
  ])('%s', (text) => {
    expect(grave(text)).toEqual([]);
  });
});

describe('a danger is one all the same', () => {
  test.each([
    ['老太太刚才起床嘴歪了，话也说不利索，挂明天的号行吗', 'emergency high'],
    ['其实我这几天老想着不如死了算了', 'self_harm high'],
    ['俺家老二才俩月零几天 体温表38度7 你们看小孩的几点上班', 'emergency high'],
    ['娃两个月，发烧38度6，儿科在几楼', 'emergency high'],
    ['出生才12天的宝宝发烧了 明天挂谁的号', 'emergency high'],
  ])('%s', (text, tier) => {
    expect(tiers(text)).toContain(tier);
  });
  test.each([
    '孩子发烧两个月前来看过，复查挂什么号',
    '三岁半 刚量38度2 精神挺好 挂儿科吗',
    '宝宝满月了 黄疸退了 打什么疫苗',
  ])('%s is none', (text) => {
    expect(tiers(text)).not.toContain('emergency high');
  });
});

describe("one's own dose, treatment or result is for a doctor", () => {
  test.each([
    '宝宝一岁两个月 家里有瓶美林 一次给他喂几毫升 隔几个钟头能再喂',
    '阿托伐他汀我吃了一个月 小腿老酸酸的 能不能自己减成半片吃',
    '我的抽血報告尿酸 526，我這樣是不是要開始吃降尿酸的藥了',
    '我化验单上转氨酶128，严重不严重',
    '降压药吃了一个月血压正常了，我能不能自己停药',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['medical_question']);
  });
  test.each(['停车一天要多少钱', '看门诊一次多少钱', '尿酸526挂什么科', '一天能探视几次', '药房几点停'])(
    '%s is not',
    (text) => {
      expect(kinds(text)).not.toContain('medical_question');
    },
  );
});

test('who finds fault complains, with or without a grade', () => {
  expect(kinds('你们服务太差了 气死我了')).toEqual(['complaint']);
  expect(kinds('护士态度不好')).toEqual(['complaint']);
});

test('who asks whether a caller was genuine asks for no refund', () => {
  const text = '刚有人打我电话说是你们医院财务处 要给我退一笔钱 叫我报银行卡号和验证码 不会是骗子吧';
  expect(kinds(text)).toEqual(['scam_doubt']);
});

interface Told {
  readonly text: string;
  readonly departments: readonly string[];
}

test('of troubles that were told to be sent to a department, few are taken for anything else', () => {
  const told = ['independent', 'development']
    .flatMap((name) => readFileSync(`corpus/triage/${name}.jsonl`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Told)
    .filter(({ departments }) => departments.length > 0 && !departments.includes('emergency'));
  const misread = told.filter(({ text }) => grave(text).length > 0);
  expect(misread.length / told.length).toBeLessThan(0.06);
});
