import { BUCKETS, bucketOf, featuresOf } from './features.ts';
import type { Weights } from './train.ts';

/** What the model tells of a text: the signed distance of each class from its border, in units of the margin. */
export type Scores = Readonly<Record<string, number>>;

/** A trained model, ready to be asked. */
export interface Model {
  readonly classes: readonly string[];
  /** `text` normalised; `question` is the schema of the open question; `signs` is what the rules saw (signs.ts). */
  score(text: string, question: string, signs: readonly string[]): Scores;
}

const MAGIC = 'huifang-model-2\n';
/**
 * Weights are stored in whole steps, one byte each: a class's largest but for one in two thousand is 15 steps, and what is less than
 * most of a step is nothing. Measured on the development set this costs nothing, and it makes the file half as large.
 */
const STEPS = 15;
const LARGEST_SHARE = 0.9995;
const LEAST_STEPS = 0.8;
const MOST_STEPS = 127;

/** How the file begins: classes, the size of a step of each, and their biases. */
interface Head {
  readonly classes: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Packs trained weights: magic, JSON head, a bit for each bucket that is used, then of each of these a byte a class. */
export function encodeModel({ buckets, classes: trained }: Weights): Uint8Array {
  const classes = [...trained.keys()].sort();
  const columns = classes.map((name) => trained.get(name) ?? new Float32Array(buckets.length + 1));
  const scales = columns.map(stepOf);
  const head: Head = { classes, scales, biases: columns.map((column) => column[buckets.length] ?? 0) };
  const start = new TextEncoder().encode(`${MAGIC}${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(start.length + BUCKETS / 8 + buckets.length * classes.length);
  bytes.set(start);
  for (const bucket of buckets) {
    const at = start.length + (bucket >> 3);
    bytes[at] = (bytes[at] ?? 0) | (1 << (bucket & 7));
  }
  const body = new Int8Array(bytes.buffer, start.length + BUCKETS / 8);
  for (let row = 0; row < buckets.length; row += 1)
    for (const [index, column] of columns.entries())
      body[row * classes.length + index] = stepsOf((column[row] ?? 0) / (scales[index] ?? 1));
  return bytes;
}

function stepOf(column: Float32Array): number {
  const sizes = column.subarray(0, -1).map(Math.abs).filter(Boolean).sort();
  return Math.max(sizes[Math.floor(sizes.length * LARGEST_SHARE)] ?? 0, 1e-9) / STEPS;
}

function stepsOf(weight: number): number {
  if (Math.abs(weight) < LEAST_STEPS) return 0;
  return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.sign(weight) * Math.max(1, Math.round(Math.abs(weight)))));
}

/** Reads what `encodeModel` wrote. Throws a plain Error that says what is wrong with the bytes. */
export function decodeModel(bytes: Uint8Array): Model {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('not a model of this version');
  const end = bytes.indexOf(0x0a, MAGIC.length) + 1;
  const head = JSON.parse(text.decode(bytes.subarray(MAGIC.length, end))) as Head;
  const used: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1)
    if (((bytes[end + (bucket >> 3)] ?? 0) & (1 << (bucket & 7))) !== 0) used.push(bucket);
  const begin = end + BUCKETS / 8;
  const size = head.classes.length * used.length;
  if (bytes.length - begin !== size)
    throw new Error(`${String(bytes.length - begin)} weights instead of ${String(size)}`);
  return new LinearModel(head, used, new Int8Array(bytes.buffer, bytes.byteOffset + begin, size));
}

/** Most weights of a bucket are nothing: kept are the others, each with its class, so that a feature costs two looks into memory. */
class LinearModel implements Model {
  readonly classes: readonly string[];
  readonly #scales: Float64Array;
  readonly #biases: Float64Array;
  /** Where the weights of each bucket begin; one more than there are buckets. */
  readonly #starts = new Int32Array(BUCKETS + 1);
  /** Class × 256 + 128 + weight. */
  readonly #weights: Uint16Array;
  readonly #sums: Float64Array;

  constructor({ classes, scales, biases }: Head, used: readonly number[], table: Int8Array) {
    this.classes = classes;
    this.#scales = Float64Array.from(scales);
    this.#biases = Float64Array.from(biases);
    this.#sums = new Float64Array(classes.length);
    const kept: number[] = [];
    let next = 0;
    for (const [row, bucket] of used.entries()) {
      this.#starts.fill(kept.length, next, bucket + 1);
      next = bucket + 1;
      const from = row * classes.length;
      for (let kind = 0; kind < classes.length; kind += 1) {
        const weight = table[from + kind] ?? 0;
        if (weight !== 0) kept.push(kind * 256 + 128 + weight);
      }
    }
    this.#weights = Uint16Array.from(kept);
    this.#starts.fill(kept.length, next);
  }

  score(text: string, question: string, signs: readonly string[]): Scores {
    const { hashes, weights } = featuresOf(text, question, signs);
    const sums = this.#sums.fill(0);
    for (let i = 0; i < hashes.length; i += 1) this.#add(bucketOf(hashes[i] ?? 0), weights[i] ?? 0);
    const scores: Record<string, number> = {};
    for (const [k, name] of this.classes.entries())
      scores[name] = (sums[k] ?? 0) * (this.#scales[k] ?? 0) + (this.#biases[k] ?? 0);
    return scores;
  }

  #add(bucket: number, times: number): void {
    const [sums, weights] = [this.#sums, this.#weights];
    const end = this.#starts[bucket + 1] ?? 0;
    for (let at = this.#starts[bucket] ?? 0; at < end; at += 1) {
      const entry = weights[at] ?? 0;
      const kind = entry >> 8;
      sums[kind] = (sums[kind] ?? 0) + times * ((entry & 255) - 128);
    }
  }
}
