import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkKnowledge, findAnswer, knowledgeFacts, loadKnowledge } from '../../../src/bot/knowledge/index.ts';

const RAW = JSON.parse(
  readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const TODAY = '2026-11-18';
const KNOWLEDGE = loadKnowledge(RAW, TODAY);

test.each([
  ['我想问下病历怎么复印', 'records-copy-how'],
  ['停车怎么收费', 'parking-fee'],
  ['请问发票丢了能补吗', 'invoice-lost'],
  ['周六门诊开吗', 'hours-saturday'],
  ['健康证怎么办', 'checkup-healthcard'],
  ['ICU可以探視嗎', 'visit-icu'],
  ['满意。对了，出院小结丢了怎么办', 'discharge-summary-lost'],
])('%s is answered by %s, word for word', (text, id) => {
  const entry = KNOWLEDGE.faq.find((faq) => faq.id === id);
  expect(findAnswer(KNOWLEDGE, text, TODAY)).toEqual({ id, answer: entry?.answer });
});

test.each([
  '满意',
  '都挺好的',
  '谢谢你们',
  '今天天气真不错',
  '我爸走了',
  '我的药要不要停',
  '你们几楼',
  'what is the weather',
  '',
  '？？',
  '多少钱',
])('nothing is answered to "%s"', (text) => {
  expect(findAnswer(KNOWLEDGE, text, TODAY)).toBeUndefined();
});

test('an entry is given up to its last day and never after', () => {
  const question = '2026年国庆门诊怎么安排？';
  expect(findAnswer(KNOWLEDGE, question, '2026-10-07')?.id).toBe('hours-nationalday-2026');
  expect(findAnswer(KNOWLEDGE, question, '2026-10-08')?.id).not.toBe('hours-nationalday-2026');
});

test('a question about one of two contrasting things is not answered with the other', () => {
  for (const [text, not] of [
    ['职工医保住院报多少', 'insurance-resident-inpatient'],
    ['居民医保住院报多少', 'insurance-employee-inpatient'],
    ['礼拜六开门吗', 'hours-sunday'],
  ]) {
    expect(findAnswer(KNOWLEDGE, text ?? '', TODAY)?.id).not.toBe(not);
  }
});

test('the index is built within 100 ms and a question takes a few milliseconds', () => {
  const knowledge = loadKnowledge(RAW, TODAY);
  const start = performance.now();
  findAnswer(knowledge, '停车怎么收费', TODAY);
  // Generous for a loaded machine; measured 50 ms.
  expect(performance.now() - start).toBeLessThan(1000);
  const again = performance.now();
  for (let i = 0; i < 20; i += 1) findAnswer(knowledge, '停车怎么收费', TODAY);
  expect((performance.now() - again) / 20).toBeLessThan(10);
});

test('the facts of the hospital', () => {
  const facts = knowledgeFacts(KNOWLEDGE);
  expect(facts).toMatchObject({
    name: '示范县第二人民医院',
    timezone: 'Asia/Shanghai',
    phones: { main: '0000-8810000', verify: '0000-8810999' },
  });
  expect(facts.shortNames).toContain('县二院');
  expect(facts.doctors).toContainEqual({ name: '陈立新', department: '心血管内科' });
  expect(facts.departments.find(({ id }) => id === 'cardiology')?.aliases).toContain('心内科');
  expect(facts.emergencySigns).toContain('突然晕倒');
  expect(new Set(facts.emergencySigns).size).toBe(facts.emergencySigns.length);
});

test('a file that is no knowledge base at all is refused, and the demo hospital has no fault', () => {
  expect(checkKnowledge(null).map(({ path }) => path)).toContain('(file)');
  expect(() => loadKnowledge({}, TODAY)).toThrow(/knowledge departments: missing — allowed: a list/);
  expect(checkKnowledge(RAW)).toEqual([]);
});
