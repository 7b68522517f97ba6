import type { Scores } from './model.ts';

/** From here on the model holds a red flag for one that may be over. */
const OVER = -0.2;

/** By so much more it sounds like one that is there. */
const FAR = 2;

/** Told as past or doubtful rather than as present. */
export function isOver(kind: 'emergency' | 'self_harm', scores: Scores): boolean {
  const low = scores[`${kind}.low`] ?? -1;
  return low >= OVER && low > (scores[kind] ?? 0) - FAR;
}
