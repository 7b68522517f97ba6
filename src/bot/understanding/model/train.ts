import { BUCKETS, type Features } from './features.ts';

/** One training message: what it looks like, and which classes it belongs to. */
export interface Example {
  readonly features: Features;
  readonly classes: ReadonlySet<string>;
  /** Classes that say nothing about this example: neither positive nor negative. */
  readonly unsure: ReadonlySet<string>;
}

export interface TrainOptions {
  /** What a missed positive costs, against 1 for a false one. */
  readonly positiveCost: number;
  readonly epochs: number;
  readonly seed: number;
}

/** Weight of the training errors against the length of the weights; 4 was best on the development sets of 1, 2 and 4. */
const C = 4;

/** A small seeded generator (mulberry32): the same weights on each build. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

/** Longest rest, in epochs, of an example that lies safely on its side. */
const LONGEST_REST = 6;

/** Features of all examples in one piece of memory, as every class walks through them again and again. */
interface Packed {
  /** Where the features of each example begin; one more than there are examples. */
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
  /** Square of the length of each example. */
  readonly squares: Float64Array;
}

/** Trains all `classes`, each against the rest; the last weight is the bias. */
export function trainClasses(
  examples: readonly Example[],
  classes: readonly string[],
  optionsOf: (name: string) => TrainOptions,
): ReadonlyMap<string, Float32Array> {
  const packed = pack(examples.map(({ features }) => features));
  return new Map(classes.map((name) => [name, trainClass({ examples, packed }, name, optionsOf(name))]));
}

function pack(all: readonly Features[]): Packed {
  const starts = new Int32Array(all.length + 1);
  for (const [index, { buckets }] of all.entries()) starts[index + 1] = (starts[index] ?? 0) + buckets.length;
  const size = starts[all.length] ?? 0;
  const packed = { starts, buckets: new Int32Array(size), weights: new Float32Array(size) };
  for (const [index, { buckets, weights }] of all.entries()) {
    packed.buckets.set(buckets, starts[index]);
    packed.weights.set(weights, starts[index]);
  }
  const squareOf = ({ weights }: Features) => weights.reduce((sum, weight) => sum + weight * weight, 0);
  return { ...packed, squares: Float64Array.from(all, squareOf) };
}

/**
 * Linear SVM with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, algorithm 1; examples that stay safely
 * on their side are looked at less and less often).
 */
function trainClass(
  { examples, packed }: { examples: readonly Example[]; packed: Packed },
  name: string,
  options: TrainOptions,
): Float32Array {
  const order = Int32Array.from([...examples.keys()].filter((index) => examples[index]?.unsure.has(name) === false));
  const signs = Int8Array.from(examples, ({ classes }) => (classes.has(name) ? 1 : -1));
  const weights = new Float32Array(BUCKETS + 1);
  const alphas = new Float64Array(examples.length);
  const rests = new Uint8Array(examples.length);
  const waits = new Uint8Array(examples.length);
  const random = generator(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const wait = waits[index] ?? 0;
      if (wait > 0) waits[index] = wait - 1;
      else {
        const sign = signs[index] ?? 1;
        const alpha = alphas[index] ?? 0;
        const next = descend(weights, packed, { index, alpha, sign, cost: sign > 0 ? options.positiveCost : 1 });
        const rest = next === 0 && alpha === 0 ? Math.min((rests[index] ?? 0) + 1, LONGEST_REST) : 0;
        alphas[index] = next;
        rests[index] = rest;
        waits[index] = rest;
      }
    }
  }
  return weights;
}

/**
 * One step on one example; gives its new dual variable. Squared hinge: the diagonal grows by 1/(2C), the dual variable has no
 * upper end. The bias is a feature of weight 1.
 */
function descend(
  weights: Float32Array,
  packed: Packed,
  { index, alpha, sign, cost }: { index: number; alpha: number; sign: number; cost: number },
): number {
  const { starts, buckets, weights: values, squares } = packed;
  const from = starts[index] ?? 0;
  const to = starts[index + 1] ?? 0;
  const diagonal = 1 / (2 * C * cost);
  const gradient = sign * scoreOf(weights, packed, index) - 1 + alpha * diagonal;
  const next = Math.max(alpha - gradient / ((squares[index] ?? 1) + 1 + diagonal), 0);
  const change = (next - alpha) * sign;
  if (change === 0) return next;
  for (let i = from; i < to; i += 1) {
    const bucket = buckets[i] ?? 0;
    weights[bucket] = (weights[bucket] ?? 0) + change * (values[i] ?? 0);
  }
  weights[BUCKETS] = (weights[BUCKETS] ?? 0) + change;
  return next;
}

/** Signed distance from the border, in units of the margin. */
function scoreOf(weights: Float32Array, { starts, buckets, weights: values }: Packed, index: number): number {
  const from = starts[index] ?? 0;
  const to = starts[index + 1] ?? 0;
  let score = weights[BUCKETS] ?? 0;
  for (let i = from; i < to; i += 1) score += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return score;
}
