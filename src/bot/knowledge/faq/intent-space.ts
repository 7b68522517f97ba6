import type { IntentModel } from './intent-model.ts';

/** A text in the space of intents, of length 1: texts that ask the same lie in the same direction. */
export type Point = Float64Array;

/** How sharply the nearest intents stand out; best of 3, 5, 8 and 12 with each phrasing of the demo base left out. */
const SHARPNESS = 5;

/** Where a text lies. The square roots of the shares: many slight doubts shall not outweigh what is clear. */
export function pointOf(model: IntentModel, text: string): Point {
  const scores = model.score(text);
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  return unit(scores.map((score) => Math.exp(((score - most) * SHARPNESS) / 2)));
}

/** The middle of points, each with its weight. */
export function middle(points: readonly (readonly [Point, number])[]): Point {
  const sum = new Float64Array(points[0]?.[0].length ?? 0);
  for (const [point, weight] of points)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + weight * (point[i] ?? 0);
  return unit(sum);
}

function unit(point: Point): Point {
  const length = Math.sqrt(closeness(point, point));
  return length === 0 ? point : point.map((value) => value / length);
}

/** Cosine of two points, 0–1. */
export function closeness(one: Point, other: Point): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
