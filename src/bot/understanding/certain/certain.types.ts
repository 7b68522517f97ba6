import type { Finding } from '../../../domain/finding.ts';
import type { RulesReading } from '../model/rules-reading.types.ts';

/** What words settle for certain: meanings that are added, and which of those found before are thereby put right. */
export interface Certain {
  readonly adds: readonly Finding[];
  readonly drops: (finding: Finding) => boolean;
}

/** `found`: what rules and model have read; null where this reader has nothing to say. */
export type ReadCertain = (reading: RulesReading, found: readonly Finding[]) => Certain | null;
