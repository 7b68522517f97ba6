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
 * Weights are stored in whole steps, one byte each: a class's largest but for one in two thousand is STEPS steps, and what is less than
 * most of a step is nothing. Measured on the development set this costs nothing, and it makes the file half as large.
 */
const STEPS = 12;
const LARGEST_SHARE = 0.9995;
const LEAST_STEPS = 0.9;
const MOST_STEPS = 127;
/** Stands for a weight of nothing, as bytes have no sign. */
const MIDDLE = 128;

/** How the file begins: classes, the size of a step of each, and their biases. */
interface Head {
  readonly classes: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/**
 * Packs trained weights: magic, JSON head, a bit for each bucket that has weights, then for these buckets in their order how many,
 * of which classes, and how large (in steps): one byte each.
 */
export function encodeModel({ buckets, classes: trained }: Weights): Uint8Array {
  const classes = [...trained.keys()].sort();
  const columns = classes.map((name) => trained.get(name) ?? new Float32Array(buckets.length + 1));
  const scales = columns.map(stepOf);
  const head: Head = { classes, scales, biases: columns.map((column) => column[buckets.length] ?? 0) };
  const used = new Uint8Array(BUCKETS / 8);
  const [counts, kinds, weights]: [number[], number[], number[]] = [[], [], []];
  for (const [row, bucket] of buckets.entries()) {
    const steps = columns.map((column, kind) => stepsOf((column[row] ?? 0) / (scales[kind] ?? 1)));
    const kept = [...steps.keys()].filter((kind) => steps[kind] !== 0);
    if (kept.length === 0) continue;
    used[bucket >> 3] = (used[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    counts.push(kept.length);
    for (const kind of kept) {
      kinds.push(kind);
      weights.push((steps[kind] ?? 0) + MIDDLE);
    }
  }
  const start = new TextEncoder().encode(`${MAGIC}${JSON.stringify(head)}\n`);
  return joined([start, used, Uint8Array.from(counts), Uint8Array.from(kinds), Uint8Array.from(weights)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
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
  const used = bytes.subarray(end, end + BUCKETS / 8);
  const rest = bytes.subarray(end + BUCKETS / 8);
  const starts = new Int32Array(BUCKETS + 1);
  let rows = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const has = ((used[bucket >> 3] ?? 0) >> (bucket & 7)) & 1;
    starts[bucket + 1] = (starts[bucket] ?? 0) + (has === 1 ? (rest[rows] ?? 0) : 0);
    rows += has;
  }
  const size = starts[BUCKETS] ?? 0;
  const found = (rest.length - rows) / 2;
  if (found !== size) throw new Error(`${String(found)} weights instead of ${String(size)}`);
  return new LinearModel(head, starts, rest.subarray(rows, rows + size), rest.subarray(rows + size));
}

/** A feature costs two looks into memory: where its weights begin, and the weights, each with its class. */
class LinearModel implements Model {
  readonly classes: readonly string[];
  readonly #scales: Float64Array;
  readonly #biases: Float64Array;
  /** Where the weights of each bucket begin; one more than there are buckets. */
  readonly #starts: Int32Array;
  /** Class × 256 + MIDDLE + weight. */
  readonly #weights: Uint16Array;
  readonly #sums: Float64Array;

  constructor({ classes, scales, biases }: Head, starts: Int32Array, kinds: Uint8Array, weights: Uint8Array) {
    this.classes = classes;
    this.#scales = Float64Array.from(scales);
    this.#biases = Float64Array.from(biases);
    this.#starts = starts;
    this.#weights = new Uint16Array(kinds.length);
    for (let at = 0; at < kinds.length; at += 1) this.#weights[at] = (kinds[at] ?? 0) * 256 + (weights[at] ?? 0);
    this.#sums = new Float64Array(classes.length);
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
      sums[kind] = (sums[kind] ?? 0) + times * ((entry & 255) - MIDDLE);
    }
  }
}
