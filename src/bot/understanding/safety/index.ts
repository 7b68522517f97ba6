import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { readEmergency } from './emergency.ts';
import { readSelfHarm } from './self-harm.ts';

/** Situations 27 and 28, in every state, before anything else is read. */
export function readSafety(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  const selfHarm = readSelfHarm(n);
  const emergency = readEmergency(n, ctx);
  // A hospital may list 有不想活的念头 among its emergency signs: the helpline text is the fitting answer.
  const twice = selfHarm.length > 0 && emergency[0]?.evidence === 'safety.listed_sign';
  return twice ? selfHarm : [...selfHarm, ...emergency];
}
