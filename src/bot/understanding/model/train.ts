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
const LONGEST_REST = 4;

/**
 * One class against the rest: linear SVM with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, algorithm 1;
 * examples that stay safely on their side are looked at less and less often). The last weight is the bias.
 */
export function trainClass(examples: readonly Example[], name: string, options: TrainOptions): Float32Array {
  const used = examples.filter(({ unsure }) => !unsure.has(name));
  const signs = Int8Array.from(used, ({ classes }) => (classes.has(name) ? 1 : -1));
  const weights = new Float32Array(BUCKETS + 1);
  const alphas = new Float64Array(used.length);
  const rests = new Uint8Array(used.length);
  const waits = new Uint8Array(used.length);
  const order = Int32Array.from(used, (_, index) => index);
  const random = generator(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const wait = waits[index] ?? 0;
      const example = used[index];
      if (wait > 0) waits[index] = wait - 1;
      else if (example !== undefined) {
        const sign = signs[index] ?? 1;
        const alpha = alphas[index] ?? 0;
        const next = descend(weights, example.features, { alpha, sign, cost: sign > 0 ? options.positiveCost : 1 });
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
 * upper end. Features are of length 1, and so is the bias.
 */
function descend(
  weights: Float32Array,
  features: Features,
  { alpha, sign, cost }: { alpha: number; sign: number; cost: number },
): number {
  const diagonal = 1 / (2 * C * cost);
  const gradient = sign * scoreOf(weights, features) - 1 + alpha * diagonal;
  const next = Math.max(alpha - gradient / (2 + diagonal), 0);
  const change = (next - alpha) * sign;
  if (change === 0) return next;
  const { buckets, weights: values } = features;
  for (let i = 0; i < buckets.length; i += 1) {
    const bucket = buckets[i] ?? 0;
    weights[bucket] = (weights[bucket] ?? 0) + change * (values[i] ?? 0);
  }
  weights[BUCKETS] = (weights[BUCKETS] ?? 0) + change;
  return next;
}

/** Signed distance from the border, in units of the margin. */
function scoreOf(weights: Float32Array, { buckets, weights: values }: Features): number {
  let score = weights[BUCKETS] ?? 0;
  for (let i = 0; i < buckets.length; i += 1) score += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return score;
}
