import type { Scores } from './model.ts';

/** From here on the model holds a red flag for one that may be over. */
const OVER = -0.2;

/** Told as past or doubtful rather than as present. */
export function isOver(kind: 'emergency' | 'self_harm', scores: Scores): boolean {
  return (scores[`${kind}.low`] ?? -1) >= OVER;
}
