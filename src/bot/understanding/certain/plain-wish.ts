import type { Finding } from '../../../domain/finding.ts';
import { FACTS_FROM } from '../model/reading.ts';
import { spanOf } from '../normalise.ts';
import { concernsOf } from '../readers/opinions.ts';
import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';
import { isGuess } from './guess.ts';

/** Something of the house is asked for, for all who come. */
const WISH = guarded(
  /^(?:(?:and|also|just|but|well)[ ,]*)?(?:please|pls|kindly)[ ,]+(?:do )?(?:give|provide|hand|offer|print|put|add|install|make|send|let|open|keep|fix)\b[^.!?]*\b(?:sheets?|leaflets?|lists?|handouts?|instructions|forms?|notes?|maps?|signs?|menus?|chairs?|seats?|benche?s?|parking|lifts?|rails?|showers?|water|meals?|food|blankets?|windows?|counters?|hours|wi-?fi|sockets?|chargers?|toilets?)\b/,
);
/** Anything of oneself, of life or of death: then the doubt stands. */
const OF_ONESELF =
  /\b(?:i|i'?m|i'?ve|i'?ll|me|my|mine|myself|we|us|our|end|ends|die|dying|dead|death|kill\w*|suicid\w*|hurt\w*|harm\w*|pills?|rope|knife|jump\w*|roof|sleep\w*|forever|pain|life|live|lives|living|goodbye|burden|suffer\w*|alone|last|funeral|will|ashes|organs?|kids|children|family|wife|husband|when i|gone|without)\b/;

/** Please give people a written medicine sheet: a suggestion, where the model alone is worried. */
export const readPlainWish: ReadCertain = ({ n, parts }, found) => {
  const worries = found.some((finding) => finding.kind === 'self_harm' && isGuess(finding));
  if (!worries || !WISH.test(n) || OF_ONESELF.test(n.text)) return null;
  const wish: Finding = {
    kind: 'suggestion',
    text: n.original,
    concerns: [...concernsOf(n, parts)],
    hasFacts: n.text.length >= FACTS_FROM,
    span: spanOf(n, 0, n.text.length),
    confidence: 0.85,
    evidence: 'certain.plain_wish',
  };
  return { adds: [wish], drops: (one) => (one.kind === 'self_harm' || one.kind === 'suggestion') && isGuess(one) };
};
