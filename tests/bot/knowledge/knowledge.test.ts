import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkKnowledge, knowledgeFacts, loadKnowledge } from '../../../src/bot/knowledge/index.ts';
import { askAll } from './asking.ts';

const RAW = JSON.parse(
  readFileSync(new URL('../../../examples/hospital/knowledge.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const TODAY = '2026-11-18';
const KNOWLEDGE = loadKnowledge(RAW, TODAY);

/** Where the answer to a question comes from; empty where there is none. */
function sourceOf(text: string, at = '2026-11-18T10:00'): readonly string[] {
  const reply = askAll([text], { at });
  return reply.type === 'answer' ? reply.sources.map(({ id }) => id) : [];
}

test.each([
  ['病历怎么复印', 'records-copy-how'],
  ['请问发票丢了能补吗', 'invoice-lost'],
  ['健康证怎么办', 'checkup-healthcard'],
  ['出院小结丢了怎么办', 'discharge-summary-lost'],
])('%s is answered by %s, word for word, with its source', (text, id) => {
  const entry = KNOWLEDGE.faq.find((faq) => faq.id === id);
  expect(askAll([text])).toMatchObject({ type: 'answer', text: entry?.answer, sources: [{ id: `faq:${id}` }] });
});

test.each(['满意', '都挺好的', '谢谢你们', '今天天气真不错', '我爸走了', '我的药要不要停', '', '？？', '多少钱'])(
  'nothing is answered to "%s"',
  (text) => {
    expect(sourceOf(text)).toEqual([]);
  },
);

test('an entry is given up to its last day and never after', () => {
  const question = '2026年国庆门诊怎么安排？';
  expect(sourceOf(question, '2026-09-20T10:00')).toEqual(['faq:hours-nationalday-2026']);
  expect(sourceOf(question, '2026-10-08T10:00')).not.toContain('faq:hours-nationalday-2026');
});

test('a question about one of two contrasting things is not answered with the other', () => {
  expect(sourceOf('职工医保住院报多少')).not.toContain('faq:insurance-resident-inpatient');
  expect(sourceOf('居民医保住院报多少')).not.toContain('faq:insurance-employee-inpatient');
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
