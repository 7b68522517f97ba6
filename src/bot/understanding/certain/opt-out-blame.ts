import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** 退订。顺便说一句，护士扎了五针: who wants no more messages and says why not praises nobody besides. */
export const readOptOutBlame: ReadCertain = ({ parts }, found) => {
  if (!found.some(({ kind }) => kind === 'opt_out')) return null;
  if (!found.some((finding) => finding.kind === 'complaint' && !isGuess(finding))) return null;
  const good = parts.some(
    ({ verdicts, deeds, names }) =>
      deeds.length + names.length > 0 || verdicts.some(({ grade }) => grade !== 'dissatisfied'),
  );
  if (good || found.some((one) => one.kind === 'rating' && one.grade === 'satisfied')) return null;
  return { adds: [], drops: (finding) => finding.kind === 'praise' && isGuess(finding) };
};
