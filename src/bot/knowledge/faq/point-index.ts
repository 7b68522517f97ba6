import type { Point } from './intent-space.ts';

/** What a point has less of an intent than this is left out: most of hundreds of intents are next to nothing. */
const NOTHING = 0.004;
const SLIGHT = 0.02;

/** Many points by the intents they have a share of, so that a question is compared with those alone. */
export interface PointIndex {
  readonly size: number;
  readonly intents: readonly { readonly points: Int32Array; readonly shares: Float64Array }[];
}

/** Gathers the points, each under its place in the list. */
export function indexPoints(points: readonly Point[]): PointIndex {
  const dimensions = points[0]?.length ?? 0;
  const intents = Array.from({ length: dimensions }, (_, intent) => {
    const held = points.flatMap((point, at) => ((point[intent] ?? 0) >= NOTHING ? [at] : []));
    return {
      points: Int32Array.from(held),
      shares: Float64Array.from(held, (at) => points[at]?.[intent] ?? 0),
    };
  });
  return { size: points.length, intents };
}

/** Cosine of a point with every point of the index, in their order. */
export function closenessToAll({ size, intents }: PointIndex, one: Point): Float64Array {
  const sums = new Float64Array(size);
  for (let intent = 0; intent < one.length; intent += 1) {
    const share = one[intent] ?? 0;
    const held = intents[intent];
    if (share < SLIGHT || held === undefined) continue;
    const { points, shares } = held;
    for (let k = 0; k < points.length; k += 1) {
      const at = points[k] ?? 0;
      sums[at] = (sums[at] ?? 0) + share * (shares[k] ?? 0);
    }
  }
  return sums;
}
