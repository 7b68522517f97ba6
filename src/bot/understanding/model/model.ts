import { BUCKETS, featuresOf } from './features.ts';

/** What the model tells of a text: the signed distance of each class from its border, in units of the margin. */
export type Scores = Readonly<Record<string, number>>;

/** A trained model, ready to be asked. */
export interface Model {
  readonly classes: readonly string[];
  /** `text` normalised; `question` is the schema of the open question; `signs` is what the rules saw (signs.ts). */
  score(text: string, question: string, signs: readonly string[]): Scores;
}

const MAGIC = 'huifang-model-1\n';
/** Weights are stored as one byte each, with one scale a class: at most 0.6 points are lost. */
const STEPS = 127;

/** Packs trained weights: magic, JSON head with classes, scales and biases, then one row of bytes a bucket. */
export function encodeModel(weights: ReadonlyMap<string, Float32Array>): Uint8Array {
  const classes = [...weights.keys()].sort();
  const rows = classes.map((name) => weights.get(name) ?? new Float32Array(BUCKETS + 1));
  const scales = rows.map((row) => largest(row) / STEPS);
  const head = `${JSON.stringify({ classes, scales, biases: rows.map((row) => row[BUCKETS] ?? 0) })}\n`;
  const start = new TextEncoder().encode(MAGIC + head);
  const bytes = new Uint8Array(start.length + BUCKETS * classes.length);
  bytes.set(start);
  const body = new Int8Array(bytes.buffer, start.length);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1)
    for (const [index, row] of rows.entries())
      body[bucket * classes.length + index] = Math.round((row[bucket] ?? 0) / (scales[index] ?? 1));
  return bytes;
}

function largest(row: Float32Array): number {
  let most = 1e-9;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) most = Math.max(most, Math.abs(row[bucket] ?? 0));
  return most;
}

/** Reads what `encodeModel` wrote. Throws a plain Error that says what is wrong with the bytes. */
export function decodeModel(bytes: Uint8Array): Model {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('not a model of this version');
  const end = bytes.indexOf(0x0a, MAGIC.length);
  const head = JSON.parse(text.decode(bytes.subarray(MAGIC.length, end))) as {
    classes: readonly string[];
    scales: readonly number[];
    biases: readonly number[];
  };
  const size = head.classes.length * BUCKETS;
  if (bytes.length - end - 1 !== size)
    throw new Error(`${String(bytes.length - end - 1)} weights instead of ${String(size)}`);
  return new LinearModel(head, new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, size));
}

class LinearModel implements Model {
  readonly classes: readonly string[];
  readonly #scales: Float64Array;
  readonly #biases: Float64Array;
  readonly #weights: Int8Array;
  readonly #sums: Float64Array;

  constructor(
    head: { classes: readonly string[]; scales: readonly number[]; biases: readonly number[] },
    weights: Int8Array,
  ) {
    this.classes = head.classes;
    this.#scales = Float64Array.from(head.scales);
    this.#biases = Float64Array.from(head.biases);
    this.#weights = weights;
    this.#sums = new Float64Array(head.classes.length);
  }

  score(text: string, question: string, signs: readonly string[]): Scores {
    const { buckets, weights } = featuresOf(text, question, signs);
    const sums = this.#sums.fill(0);
    const table = this.#weights;
    const count = sums.length;
    for (let i = 0; i < buckets.length; i += 1) {
      const weight = weights[i] ?? 0;
      const row = (buckets[i] ?? 0) * count;
      for (let k = 0; k < count; k += 1) sums[k] = (sums[k] ?? 0) + weight * (table[row + k] ?? 0);
    }
    const scores: Record<string, number> = {};
    for (const [k, name] of this.classes.entries())
      scores[name] = (sums[k] ?? 0) * (this.#scales[k] ?? 0) + (this.#biases[k] ?? 0);
    return scores;
  }
}
