/** Feature buckets: a power of two, far more than there are n-grams in the seeds, so that few share one. */
export const BUCKETS = 1 << 19;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Boundaries of the text, so that a whole short answer is a feature of its own. */
const START = 0x02;
const END = 0x03;
const LONGEST = 3;
/** Longer messages are read so far: hashing stays below a tenth of a millisecond. */
const MOST = 160;

/** What one sign weighs, against 1 for all n-grams together; best on the development set of 0.2, 0.25, 0.3 and 0.45. */
const SIGN_WEIGHT = 0.25;

/** A full stop or a mark of warmth at the end is habit, no meaning; a question mark is one. */
const LAST_STOP = /[。.!~,;… ]+$/;

/** A text as the model sees it: 32-bit hashes of what stands in it, and their weights. */
export interface Features {
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
}

/** Where a feature is kept. */
export function bucketOf(hash: number): number {
  return hash & (BUCKETS - 1);
}

/** Avalanche of murmur3: neighbouring n-grams must not share low bits. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Hash of a short ASCII word, not yet mixed. */
function seedOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return hash;
}

/**
 * Character 1- to 3-grams of a normalised text with its boundaries, its single characters also joined with the kind of question
 * that is open: weight 1 + log of the count, then length 1. Beside them what the rules saw (`signs`).
 */
export function featuresOf(whole: string, question: string, signs: readonly string[]): Features {
  const text = whole.replace(LAST_STOP, '');
  const counts = new Map<number, number>();
  const asked = seedOf(`${question}|`);
  const units = [START];
  for (let i = 0; i < text.length && i < MOST; i += 1) units.push(text.charCodeAt(i));
  units.push(END);
  const count = (hash: number) => counts.set(hash, (counts.get(hash) ?? 0) + 1);
  for (let from = 0; from < units.length; from += 1) {
    let gram = FNV_OFFSET;
    for (let at = from; at < units.length && at - from < LONGEST; at += 1) {
      gram = Math.imul(gram ^ (units[at] ?? 0), FNV_PRIME);
      count(finish(gram));
    }
    count(finish(Math.imul(asked ^ (units[from] ?? 0), FNV_PRIME)));
  }
  count(finish(asked));
  return weighted(counts, signs);
}

function weighted(counts: ReadonlyMap<number, number>, signs: readonly string[]): Features {
  const hashes = new Int32Array(counts.size + signs.length);
  const weights = new Float32Array(counts.size + signs.length);
  let squares = 0;
  let at = 0;
  for (const [hash, count] of counts) {
    const weight = 1 + Math.log(count);
    hashes[at] = hash;
    weights[at] = weight;
    squares += weight * weight;
    at += 1;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < at; i += 1) weights[i] = (weights[i] ?? 0) / length;
  for (const sign of signs) {
    hashes[at] = finish(seedOf(sign));
    weights[at] = SIGN_WEIGHT;
    at += 1;
  }
  return { hashes, weights };
}
