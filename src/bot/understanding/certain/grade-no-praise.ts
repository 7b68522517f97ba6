import type { Part } from '../readers/part.types.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** 医生满意, 护士态度差: beside what fell short there is a bare grade, and that is a rating (handbook section 2). */
export const readGradeNoPraise: ReadCertain = ({ parts }, found) => {
  const guessed = found.some((finding) => finding.kind === 'praise' && isGuess(finding));
  const told = found.some((finding) => finding.kind === 'complaint' && !isGuess(finding));
  if (!guessed || !told || !parts.every((part) => isBlame(part) || isBareGrade(part))) return null;
  return { adds: [], drops: (finding) => finding.kind === 'praise' && isGuess(finding) };
};

function isBlame({ faults, verdicts }: Part): boolean {
  return faults.length > 0 || verdicts.some(({ grade }) => grade === 'dissatisfied');
}

function isBareGrade({ content, deeds, names }: Part): boolean {
  return !content && deeds.length === 0 && names.length === 0;
}
