import type { EmergencyFinding } from '../../../domain/finding.ts';
import { type Normalised, normalise, spanOf } from '../normalise.ts';
import { matchListedSigns } from '../safety/listed-signs.ts';
import { weigh } from '../safety/veto.ts';
import { FLAGS } from './meanings.ts';
import { findPatterns } from './patterns.ts';
import type { Taught } from './taught.types.ts';

/** Red flags that a hospital adds: anywhere in the message, unless the words round them take them back (没有…, 去年…). */
export function readTaughtFlags(n: Normalised, taught: Taught | undefined): readonly EmergencyFinding[] {
  if (taught === undefined) return [];
  const patterns = findPatterns(taught.flagPatterns, n);
  return FLAGS.flatMap((kind) => {
    const signs = matchListedSigns(n, taught.flags[kind], (sign) => normalise(sign).text);
    const places = [...signs, ...patterns.filter(({ meaning }) => meaning === kind)];
    const weighed = places.map(({ start, end }) => ({ start, end, weight: weigh(n, start, end) }));
    const hit = weighed.find(({ weight }) => weight === 'full') ?? weighed.find(({ weight }) => weight === 'low');
    if (hit === undefined) return [];
    const sure = hit.weight === 'full';
    const span = spanOf(n, hit.start, hit.end);
    return [{ kind, tier: sure ? 'high' : 'low', span, confidence: sure ? 0.95 : 0.6, evidence: `taught.${kind}` }];
  });
}
