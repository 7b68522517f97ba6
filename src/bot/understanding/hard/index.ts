import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { readAbuse } from './abuse.ts';
import { readBeyondAuthority } from './beyond-authority.ts';
import { readDeceased } from './deceased.ts';
import { readHuman } from './human.ts';
import { readMedicalQuestion } from './medical-question.ts';
import { readOptOut } from './opt-out.ts';
import { readThreat } from './threat.ts';
import { readWrongNumber } from './wrong-number.ts';

/**
 * The hard meanings: those that end a conversation or hand it over (handbook 6, 7, 11, 12, 25, 26, 29, 30). All that are
 * found are returned; which acts first is the flow's decision.
 */
export function readHard(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  if (n.text === '') return [];
  return [
    ...readDeceased(n, ctx),
    ...readOptOut(n),
    ...readHuman(n),
    ...readThreat(n),
    ...readBeyondAuthority(n),
    ...readWrongNumber(n, ctx),
    ...readAbuse(n),
    ...readMedicalQuestion(n, ctx),
  ];
}
