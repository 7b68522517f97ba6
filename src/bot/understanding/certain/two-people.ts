import { isReal } from '../model/vetoes.ts';
import { spanOf } from '../normalise.ts';
import { concernsOf } from '../readers/opinions.ts';
import type { Part } from '../readers/part.types.ts';
import { areOfTwo } from '../readers/people.ts';
import type { ReadCertain } from './certain.types.ts';

/** 小李好，小王不行: beside somebody who is praised, a poor grade by name is kept as a complaint, and its facts are asked for. */
export const readTwoPeople: ReadCertain = ({ n, parts }, found) => {
  if (found.some(({ kind }) => kind === 'complaint' || kind === 'beyond_authority')) return null;
  const praised = parts.filter((part) => isReal(part) && isGraded(part, 'satisfied'));
  const part = parts.find(
    (one) => isReal(one) && isGraded(one, 'dissatisfied') && praised.some((other) => areOfTwo(one, other)),
  );
  if (part === undefined) return null;
  const span = spanOf(n, part.start, part.end);
  const read = { span, confidence: 0.85, evidence: 'certain.two_people' };
  const concerns = concernsOf(n, [part]);
  const text = n.original.slice(...span);
  return { adds: [{ ...read, kind: 'complaint', text, concerns, hasFacts: false }], drops: () => false };
};

function isGraded({ verdicts }: Part, wanted: Part['verdicts'][number]['grade']): boolean {
  return verdicts.length > 0 && verdicts.every(({ grade }) => grade === wanted);
}
