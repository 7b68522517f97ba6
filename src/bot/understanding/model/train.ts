import { bucketOf, type Features } from './features.ts';

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

/** Trained weights: a row for each bucket that is used, in rising order; of a class one weight a row, and the bias at the end. */
export interface Weights {
  readonly buckets: readonly number[];
  readonly classes: ReadonlyMap<string, Float32Array>;
}

/** Features of all examples in one piece of memory, as every class walks through them again and again. */
interface Packed {
  readonly buckets: readonly number[];
  /** Where the features of each example begin; one more than there are examples. */
  readonly starts: Int32Array;
  /** Of each feature the row of its bucket. */
  readonly rows: Int32Array;
  readonly weights: Float32Array;
  /** Square of the length of each example. */
  readonly squares: Float64Array;
}

/** Trains all `classes`, each against the rest, on the features that `keeps` names by their hash. */
export function trainClasses(
  examples: readonly Example[],
  classes: readonly string[],
  { keeps, optionsOf }: { keeps: (hash: number) => boolean; optionsOf: (name: string) => TrainOptions },
): Weights {
  const packed = pack(
    examples.map(({ features }) => features),
    keeps,
  );
  const trained = classes.map((name) => [name, trainClass({ examples, packed }, name, optionsOf(name))] as const);
  return { buckets: packed.buckets, classes: new Map(trained) };
}

function pack(all: readonly Features[], keeps: (hash: number) => boolean): Packed {
  const used = new Set<number>();
  for (const { hashes } of all) for (const hash of hashes) if (keeps(hash)) used.add(bucketOf(hash));
  const buckets = [...used].sort((a, b) => a - b);
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const starts = new Int32Array(all.length + 1);
  const rows: number[] = [];
  const weights: number[] = [];
  const squares = new Float64Array(all.length);
  for (const [index, features] of all.entries()) {
    for (const [at, hash] of features.hashes.entries()) {
      const row = keeps(hash) ? rowOf.get(bucketOf(hash)) : undefined;
      if (row === undefined) continue;
      const weight = features.weights[at] ?? 0;
      rows.push(row);
      weights.push(weight);
      squares[index] = (squares[index] ?? 0) + weight * weight;
    }
    starts[index + 1] = rows.length;
  }
  return { buckets, starts, rows: Int32Array.from(rows), weights: Float32Array.from(weights), squares };
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
  const weights = new Float32Array(packed.buckets.length + 1);
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
  const { starts, rows, weights: values, squares } = packed;
  const from = starts[index] ?? 0;
  const to = starts[index + 1] ?? 0;
  const diagonal = 1 / (2 * C * cost);
  const gradient = sign * scoreOf(weights, packed, index) - 1 + alpha * diagonal;
  const next = Math.max(alpha - gradient / ((squares[index] ?? 1) + 1 + diagonal), 0);
  const change = (next - alpha) * sign;
  if (change === 0) return next;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    weights[row] = (weights[row] ?? 0) + change * (values[i] ?? 0);
  }
  const bias = packed.buckets.length;
  weights[bias] = (weights[bias] ?? 0) + change;
  return next;
}

/** Signed distance from the border, in units of the margin. */
function scoreOf(weights: Float32Array, { starts, rows, weights: values }: Packed, index: number): number {
  const from = starts[index] ?? 0;
  const to = starts[index + 1] ?? 0;
  let score = weights[weights.length - 1] ?? 0;
  for (let i = from; i < to; i += 1) score += (weights[rows[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return score;
}
