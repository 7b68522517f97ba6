import { bucketOf, featuresOf } from '../../understanding/model/features.ts';
import type { Weights } from '../../understanding/model/train.ts';
import { normalise } from '../../understanding/normalise.ts';

/**
 * What people ask hospitals, as some hundred intents that no hospital's own file knows of: a linear model tells how near a
 * text is to each. Two texts that are near to the same intents ask the same, though they share no word.
 */
export interface IntentModel {
  readonly intents: readonly string[];
  /** Signed distance of the text from each intent, in the order of `intents`. */
  score(text: string): Float64Array;
}

const MAGIC = 'huifang-questions-1\n';
/** The largest weight of an intent but for one in a thousand is so many steps; what is less than half a step is nothing. */
const STEPS = 24;
const LARGEST_SHARE = 0.999;
const MOST_STEPS = 127;

interface Head {
  readonly intents: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly rows: number;
  readonly size: number;
}

/** Packs trained weights: magic, JSON head, then buckets (4 bytes), weights a bucket has (2), their intents (2) and sizes (1). */
export function encodeIntents({ buckets, classes }: Weights): Uint8Array {
  const intents = [...classes.keys()].sort();
  const columns = intents.map((name) => classes.get(name) ?? new Float32Array(buckets.length + 1));
  const scales = columns.map(stepOf);
  const [kept, counts, kinds, steps]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const [row, bucket] of buckets.entries()) {
    const before = kinds.length;
    for (const [kind, column] of columns.entries()) {
      const step = Math.round((column[row] ?? 0) / (scales[kind] ?? 1));
      if (step === 0) continue;
      kinds.push(kind);
      steps.push(Math.max(-MOST_STEPS, Math.min(MOST_STEPS, step)));
    }
    if (kinds.length === before) continue;
    kept.push(bucket);
    counts.push(kinds.length - before);
  }
  const biases = columns.map((column) => column[buckets.length] ?? 0);
  const head: Head = { intents, scales, biases, rows: kept.length, size: kinds.length };
  const start = new TextEncoder().encode(`${MAGIC}${JSON.stringify(head)}\n`);
  return joined([start, wide(kept, 4), wide(counts, 2), wide(kinds, 2), Uint8Array.from(steps, (step) => step + 128)]);
}

function stepOf(column: Float32Array): number {
  const sizes = column.subarray(0, -1).map(Math.abs).filter(Boolean).sort();
  return Math.max(sizes[Math.floor(sizes.length * LARGEST_SHARE)] ?? 0, 1e-9) / STEPS;
}

/** Numbers of so many bytes each, low byte first. */
function wide(numbers: readonly number[], width: number): Uint8Array {
  const bytes = new Uint8Array(numbers.length * width);
  const view = new DataView(bytes.buffer);
  for (const [at, number] of numbers.entries()) {
    if (width === 4) view.setUint32(at * 4, number, true);
    else view.setUint16(at * 2, number, true);
  }
  return bytes;
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

/** Reads what `encodeIntents` wrote. Throws a plain Error that says what is wrong with the bytes. */
export function decodeIntents(bytes: Uint8Array): IntentModel {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('not a model of questions of this version');
  const end = bytes.indexOf(0x0a, MAGIC.length) + 1;
  const head = JSON.parse(text.decode(bytes.subarray(MAGIC.length, end))) as Head;
  const { rows, size } = head;
  if (bytes.length - end !== rows * 6 + size * 3) throw new Error('cut off, or longer than its head says');
  const view = new DataView(bytes.buffer, bytes.byteOffset + end);
  const starts = new Map<number, readonly [number, number]>();
  let from = 0;
  for (let row = 0; row < rows; row += 1) {
    const count = view.getUint16(rows * 4 + row * 2, true);
    starts.set(view.getUint32(row * 4, true), [from, from + count]);
    from += count;
  }
  const kinds = Uint16Array.from({ length: size }, (_, at) => view.getUint16(rows * 6 + at * 2, true));
  return new LinearIntents(head, starts, kinds, bytes.subarray(end + rows * 6 + size * 2));
}

class LinearIntents implements IntentModel {
  readonly intents: readonly string[];
  readonly #head: Head;
  readonly #starts: ReadonlyMap<number, readonly [number, number]>;
  readonly #kinds: Uint16Array;
  readonly #steps: Uint8Array;

  constructor(
    head: Head,
    starts: ReadonlyMap<number, readonly [number, number]>,
    kinds: Uint16Array,
    steps: Uint8Array,
  ) {
    this.intents = head.intents;
    this.#head = head;
    this.#starts = starts;
    this.#kinds = kinds;
    this.#steps = steps;
  }

  score(text: string): Float64Array {
    const { hashes, weights } = featuresOf(normalise(text).text, '', []);
    const sums = new Float64Array(this.intents.length);
    for (let i = 0; i < hashes.length; i += 1) this.#add(sums, bucketOf(hashes[i] ?? 0), weights[i] ?? 0);
    const { scales, biases } = this.#head;
    return sums.map((sum, kind) => sum * (scales[kind] ?? 0) + (biases[kind] ?? 0));
  }

  #add(sums: Float64Array, bucket: number, weight: number): void {
    const [from, to] = this.#starts.get(bucket) ?? [0, 0];
    for (let at = from; at < to; at += 1) {
      const kind = this.#kinds[at] ?? 0;
      sums[kind] = (sums[kind] ?? 0) + weight * ((this.#steps[at] ?? 128) - 128);
    }
  }
}
