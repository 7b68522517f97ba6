import type { Finding } from '../../../domain/finding.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** In characters; 很差 is too vague to be looked into. */
const SOMETHING = 4;

/**
 * 解释太含糊, asked what fell short: however short, it is what was asked for, and nothing more is asked about it (handbook section 2).
 */
export const readToldEnough: ReadCertain = ({ n, parts, context }, found) => {
  if (context.question.schema !== 'reason') return null;
  const bare = found.filter((one) => isBare(one));
  if (bare.length === 0) return null;
  const tells = n.text.length >= SOMETHING || parts.some(({ things }) => things.length > 0);
  const adds = !tells ? [] : bare.map((one) => ({ ...one, hasFacts: true }));
  return { adds, drops: (finding) => isBare(finding) };
};

function isBare(finding: Finding): boolean {
  return finding.kind === 'complaint' && !finding.hasFacts && isGuess(finding);
}
