import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readHospital, readMessageModels } from '../../src/app/hospital.ts';
import { judge } from '../../src/evaluate/messages/check.ts';
import { messageContext } from '../../src/evaluate/messages/context.ts';
import {
  type Evaluation,
  evaluateUnderstanding,
  type Floors,
  faultsOf,
} from '../../src/evaluate/messages/evaluation.ts';
import { exactInterval } from '../../src/evaluate/messages/interval.ts';
import { type LabelledMessage, parseMessage } from '../../src/evaluate/messages/message.ts';
import { neutralMessage } from '../../src/evaluate/messages/training.ts';

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const messagesOf = (folder: string): readonly LabelledMessage[] =>
  readdirSync(folder).flatMap((name) =>
    linesOf(join(folder, name)).map((line, i) => parseMessage(line, `${name}:${String(i)}`)),
  );

const { kit } = readHospital('flows.config.json');
const development = messagesOf('corpus/development');
const neutral = linesOf('corpus/neutral/evaluation.jsonl').map((line, i) =>
  neutralMessage((JSON.parse(line) as { text: string }).text, i),
);
const contrast = messagesOf('corpus/contrast');
const floors = JSON.parse(readFileSync('corpus/floors.json', 'utf8')) as Floors;

describe('what is understood in messages that trained nothing', () => {
  let found: Evaluation;
  beforeAll(() => {
    found = evaluateUnderstanding(kit, readMessageModels(), { labelled: development, neutral, contrast });
  }, 120_000);

  test('every figure reaches its floor', () => {
    expect(found.total).toBe(4489);
    expect(faultsOf(found, floors)).toEqual([]);
  });

  test('canary: a figure under its floor is told', () => {
    const high = {
      passed: 0.99,
      recall: { emergency: 1 },
      precision: { threat: 1 },
      neutral: { emergency: 0 },
      contrast: 1,
    };
    expect(faultsOf(found, high).map((line) => line.split(':')[0])).toEqual([
      'passed',
      'contrast pairs',
      'recall of emergency',
      'precision of threat',
      'emergency in neutral sentences',
    ]);
  });
});

test('seeds share no text with the development, contrast and blind messages', () => {
  const texts = (folder: string) => new Set(messagesOf(folder).map(({ text }) => text));
  const seeds = texts('corpus/seeds');
  const shared = [...texts('corpus/blind')].filter((text) => seeds.has(text) && text.length > 6);
  const trained = [...texts('corpus/development'), ...texts('corpus/contrast')].filter(
    (text) => seeds.has(text) && text.length > 6,
  );
  expect([...shared, ...trained]).toEqual([]);
});

test('a message passes when all that is wanted is found and nothing harmful', () => {
  const message = parseMessage(
    '{"id":"1","text":"","question":"doctor","want":["thanks",{"kind":"rating","question":"doctor","grade":"satisfied"}],"never":["praise"]}',
    'test:1',
  );
  const read = { span: [0, 1] as const, confidence: 0.9, evidence: 'test' };
  const rating = { ...read, kind: 'rating' as const, question: 'doctor', grade: 'satisfied' as const };
  expect(judge(message, [rating, { ...read, kind: 'thanks' }])).toEqual({ missing: [], harmful: [] });
  expect(
    judge(message, [
      { ...rating, grade: 'dissatisfied' },
      { ...read, kind: 'thanks' },
    ]).missing,
  ).toHaveLength(1);
  const praise = { ...read, kind: 'praise' as const, text: '', concerns: [], hasFacts: true };
  expect(judge(message, [rating, { ...read, kind: 'thanks' }, praise]).harmful).toEqual(['praise']);
  expect(judge(message, [rating, { ...read, kind: 'thanks', confidence: 0.4 }]).missing).toHaveLength(1);
});

test.each([
  ['not JSON', '{', 'test:7: not JSON'],
  ['an unknown kind', '{"id":"1","text":"a","want":["cheerful"]}', 'test:7: want.0'],
  ['an unknown question', '{"id":"1","text":"a","question":"food"}', 'test:7: question'],
])('a line with %s is refused with its place', (_what, line, message) => {
  expect(() => parseMessage(line, 'test:7')).toThrow(message);
});

test('exact intervals are those of Clopper and Pearson', () => {
  expect(exactInterval(294, 300).map((bound) => bound.toFixed(3))).toEqual(['0.957', '0.993']);
  expect(exactInterval(0, 10).map((bound) => bound.toFixed(3))).toEqual(['0.000', '0.308']);
  expect(exactInterval(10, 10)[1]).toBe(1);
  expect(exactInterval(0, 0)).toEqual([0, 1]);
});

test('what stands open decides: 没有 ends the questions, and is no answer at a rating', () => {
  const kinds = (question: 'suggestions' | 'doctor') =>
    kit.understand('没有', messageContext(kit, { question, lang: 'zh-CN' })).map(({ kind }) => kind);
  expect(kinds('suggestions')).toEqual(['decline']);
  expect(kinds('doctor')).not.toContain('rating');
});
