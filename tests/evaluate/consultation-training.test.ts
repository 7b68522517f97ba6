import { expect, test } from 'vitest';
import { decodeModel } from '../../src/bot/understanding/model/model.ts';
import { consultationContext, trainConsultation } from '../../src/evaluate/messages/consultation.ts';
import { readConsultationCorpus } from '../../src/evaluate/messages/corpus.ts';
import type { LabelledMessage } from '../../src/evaluate/messages/message.ts';

const message = (text: string, ...want: LabelledMessage['want']): LabelledMessage => ({
  id: text,
  text,
  question: 'none',
  lang: 'zh-CN',
  want,
  never: [],
  also: [],
  tags: [],
});

const corpus = {
  messages: [
    message('护士态度太差', { kind: 'rating', grade: 'dissatisfied' }),
    message('医生态度太差', { kind: 'rating', grade: 'dissatisfied' }),
    message('大夫态度差', { kind: 'complaint' }),
    message('护士特别好', { kind: 'rating', grade: 'satisfied' }),
    message('不想活了', { kind: 'self_harm' }),
    message('活着没意思不想活了', { kind: 'self_harm' }),
  ],
  questions: ['停车多少钱', '挂号多少钱', '几点开门', '出院带的药能不能停'],
  troubles: [
    { text: '膝盖疼', specialties: ['orthopaedics'] },
    { text: '胸口疼得喘不上气', specialties: ['emergency'] },
    { text: '整天高兴不起来', specialties: ['psychiatry'] },
  ],
};

test('who is dissatisfied complains, who asks for a price asks, and a trouble is neither', () => {
  const bytes = trainConsultation(corpus);
  expect(Buffer.compare(bytes, trainConsultation(corpus))).toBe(0);
  const model = decodeModel(bytes);
  const best = (text: string) =>
    Object.entries(model.score(text, 'none', [])).reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  expect(best('护士态度太差')).toBe('complaint');
  expect(best('停车多少钱')).toBe('hospital_question');
  expect(model.classes).not.toContain('rating.dissatisfied');
  expect(model.score('膝盖疼', 'none', [])['complaint']).toBeLessThan(0);
  expect(model.score('膝盖疼', 'none', [])['self_harm']).toBeLessThan(0);
});

test('a consultation knows no questions of ours, and the language of whoever writes', () => {
  expect(consultationContext('請問幾點開門').language).toBe('zh-TW');
  expect(consultationContext('when do you open').questions).toEqual([]);
});

test('the corpus of the build is read whole', async () => {
  const { messages, questions, troubles } = await readConsultationCorpus('corpus');
  expect(messages.length).toBeGreaterThan(50_000);
  expect(questions.length).toBeGreaterThan(8_000);
  expect(troubles.length).toBeGreaterThan(18_000);
  expect(troubles.every(({ specialties }) => specialties.length > 0)).toBe(true);
});
