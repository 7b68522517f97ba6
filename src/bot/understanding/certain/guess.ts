import type { Finding } from '../../../domain/finding.ts';

/** Read by the model alone. */
export function isGuess({ evidence }: Finding): boolean {
  return evidence.startsWith('model.');
}
