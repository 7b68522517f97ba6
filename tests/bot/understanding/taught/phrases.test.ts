import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/domain/finding.ts';
import { taughtBy } from '../../../support/taught.ts';
import { read } from '../readers/ask.ts';

const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);

describe('an added phrase', () => {
  const hospital = taughtBy({
    phrases: [
      { meaning: 'busy', add: ['在坐诊呢'] },
      { meaning: 'rating.satisfied', add: ['嘎嘎好', '没得挑，真的'] },
      { meaning: 'refuse', add: ['门儿都没有'], at: ['opening', 'rating'] },
      { meaning: 'deceased', add: ['人已经上山了'] },
    ],
  });

  test('means what the hospital says, as the whole message', () => {
    expect(read('opening', '在坐诊呢', hospital)).toEqual([
      { kind: 'busy', span: [0, 4], confidence: 0.9, evidence: 'taught.busy' },
    ]);
  });

  test.each(['在坐診呢！', '  在坐诊呢。。。', '在坐诊呢～'])('written as %s', (text) => {
    expect(kindsOf(read('opening', text, hospital))).toEqual(['busy']);
  });

  test('as a clause, beside what the rest of the message says', () => {
    const found = read('doctor', '嘎嘎好，谢谢', hospital);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'rating', question: 'doctor', grade: 'satisfied', span: [0, 3] }),
    );
    expect(kindsOf(found)).toContain('thanks');
  });

  test('of several clauses', () => {
    expect(read('nurse', '没得挑，真的', hospital)).toContainEqual(
      expect.objectContaining({ kind: 'rating', question: 'nurse', evidence: 'taught.rating.satisfied' }),
    );
  });

  test('not inside other words', () => {
    const evidence = read('opening', '我看他在坐诊呢那会儿很忙', hospital).map((finding) => finding.evidence);
    expect(evidence).not.toContain('taught.busy');
  });

  test('only at its questions, and only where the meaning can be an answer', () => {
    expect(kindsOf(read('doctor', '门儿都没有', hospital))).toEqual(['refuse']);
    expect(kindsOf(read('suggestions', '门儿都没有', hospital))).not.toContain('refuse');
    expect(kindsOf(read('opening', '嘎嘎好', hospital))).not.toContain('rating');
  });

  test('a taught death is asked about first', () => {
    expect(read('doctor', '人已经上山了', hospital)).toContainEqual(
      expect.objectContaining({ kind: 'deceased', tier: 'medium' }),
    );
  });

  test('a red flag in the same message is found all the same', () => {
    const found = read('opening', '在坐诊呢，胸口疼得喘不上气', hospital);
    expect(found).toContainEqual(expect.objectContaining({ kind: 'emergency', tier: 'high' }));
  });
});

describe('a blocked phrase', () => {
  const hospital = taughtBy({
    phrases: [
      { meaning: 'complaint', block: ['态度差'] },
      { meaning: 'rating.satisfied', block: ['满意'], at: ['nurse'] },
      { meaning: 'thanks', block: ['谢谢'] },
    ],
  });

  test('keeps a meaning from being read in these words', () => {
    expect(kindsOf(read('doctor', '护士态度差'))).toContain('complaint');
    expect(kindsOf(read('doctor', '护士态度差', hospital))).not.toContain('complaint');
    expect(kindsOf(read('doctor', '谢谢', hospital))).not.toContain('thanks');
  });

  test('not in other words of the message', () => {
    expect(kindsOf(read('doctor', '护士把针打错了，血流了一床', hospital))).toContain('complaint');
  });

  test('only at its questions', () => {
    expect(kindsOf(read('doctor', '满意', hospital))).toEqual(['rating']);
    expect(kindsOf(read('nurse', '满意', hospital))).toEqual([]);
  });
});

test('thresholds make the model more careful or more eager of a meaning', () => {
  const texts = readFileSync('corpus/development/development-1.jsonl', 'utf8')
    .split('\n')
    .slice(0, 1_000)
    .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { text: string }).text]));
  const guesses = (offset: number) => {
    const hospital = taughtBy({ thresholds: { complaint: offset } });
    return texts.filter((text) =>
      read('none', text, hospital).some(({ evidence }) => evidence.startsWith('model.complaint')),
    ).length;
  };
  const [careful, eager] = [guesses(0.3), guesses(-0.3)];
  expect(careful).toBeLessThan(eager);
});
