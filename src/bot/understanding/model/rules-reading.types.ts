import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import type { Part } from '../readers/part.types.ts';
import type { UnderstandContext } from '../understand.types.ts';

/** A message as rules have read it. */
export interface RulesReading {
  readonly n: Normalised;
  readonly parts: readonly Part[];
  readonly found: readonly Finding[];
  /** A greeting before it and thanks behind it, which are no part of `n`. */
  readonly polite: readonly Finding[];
  /** Dangers that are named and taken back. */
  readonly noted: readonly Finding[];
  readonly context: UnderstandContext;
}
