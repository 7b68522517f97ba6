import type { IntentModel } from './intent-model.ts';

/** A text in the space of intents, of length 1: texts that ask the same lie in the same direction. */
export type Point = Float64Array;

/** How sharply the nearest intents stand out; best of 3, 5, 8 and 12 with each phrasing of the demo base left out. */
const SHARPNESS = 5;
/** What a text has less of an intent than this is left out when points are compared. */
const SLIGHT = 0.02;

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
  let squares = 0;
  for (const value of point) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? point : point.map((value) => value / length);
}

/** Cosine with `one`, 0–1, for the many points it is compared with: only what counts of it is looked at. */
export function closenessTo(one: Point): (other: Point) => number {
  const places: number[] = [];
  for (const [i, value] of one.entries()) if (value >= SLIGHT) places.push(i);
  return (other) => {
    let sum = 0;
    for (const i of places) sum += (one[i] ?? 0) * (other[i] ?? 0);
    return sum;
  };
}
