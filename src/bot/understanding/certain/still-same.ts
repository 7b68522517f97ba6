import type { OpinionFinding, RatingFinding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

const STILL = guarded(/(?:原因|理由)(?:也|都|仍|依然)?(?:就)?还是|(?:也|都|就)?还是因为|仍然是因为/);

/** 不满意，原因还是大夫见不着人: what was complained of before is the reason of this grade too, and no second complaint. */
export const readStillSame: ReadCertain = (reading, found) => {
  const graded = found.filter((one): one is RatingFinding => one.kind === 'rating' && one.grade !== 'satisfied');
  const [told, ...more] = found.filter((one): one is OpinionFinding => one.kind === 'complaint');
  const [rating, ...others] = graded;
  if (told === undefined || rating === undefined || more.length + others.length > 0) return null;
  if (!STILL.test(reading.n) || !isOfTheBlamed(told, rating, reading)) return null;
  const adds = [{ ...rating, reason: rating.reason ?? told.text }];
  return { adds, drops: (one) => one === told || one === rating || (one.kind === 'suggestion' && isGuess(one)) };
};

/** Of those alone whose grade was poor already. */
function isOfTheBlamed({ concerns }: OpinionFinding, { question }: RatingFinding, { context }: RulesReading): boolean {
  const poor = context.questions.filter(({ id }) => id !== question && BELOW.has(context.given?.[id] ?? 'satisfied'));
  return concerns.length > 0 && concerns.every((who) => poor.some(({ roles }) => roles.includes(who)));
}

const BELOW: ReadonlySet<string> = new Set(['mostly_satisfied', 'dissatisfied']);
