import { ASK, type EmergencyFinding, type Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { readTaughtFlags } from '../taught/safety.ts';
import type { UnderstandContext } from '../understand.types.ts';
import { readEmergency } from './emergency.ts';
import { readSelfHarm } from './self-harm.ts';

/** Situations 27 and 28, in every state, before anything else is read. */
export function readSafety(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  return lookForDanger(n, ctx).filter(({ confidence }) => confidence >= ASK);
}

/** What `readSafety` finds, and dangers that are named and taken back (denied, over): those are only noted. */
export function lookForDanger(n: Normalised, ctx: UnderstandContext): readonly Finding[] {
  const selfHarm = readSelfHarm(n);
  const emergency = readEmergency(n, ctx);
  // A hospital may list 有不想活的念头 among its emergency signs: the helpline text is the fitting answer.
  const twice = selfHarm.some(({ confidence }) => confidence >= ASK) && emergency[0]?.evidence === 'safety.listed_sign';
  return withTaught(twice ? selfHarm : [...selfHarm, ...emergency], readTaughtFlags(n, ctx.lists.taught));
}

/** What a hospital teaches raises what was found and adds to it; it takes nothing away. */
function withTaught(found: readonly Finding[], taught: readonly EmergencyFinding[]): readonly Finding[] {
  if (taught.length === 0) return found;
  const acting = found.filter(({ confidence }) => confidence >= ASK);
  const fresh = taught.filter(
    ({ kind, tier }) => !acting.some((other) => other.kind === kind && (tier === 'low' || isHigh(other))),
  );
  return [...found.filter(({ kind }) => !fresh.some((other) => other.kind === kind)), ...fresh];
}

function isHigh(finding: Finding): boolean {
  return 'tier' in finding && finding.tier === 'high';
}
