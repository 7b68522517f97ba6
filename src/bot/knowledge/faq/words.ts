import type { FaqEntry } from '../knowledge.types.ts';
import { type Bearing, bearingOf, contrastFactor } from './contrasts.ts';
import { type Features, featuresOf } from './terms.ts';

// Weights were chosen by leaving each phrasing of the demo knowledge base out in turn.
const TOPIC_WEIGHT = 1;
const ANSWER_WEIGHT = 0.7;
const CONCEPT_WEIGHT = 2;
const SATURATION = 2;
const LENGTH = 0.75;
/** How much the whole entry counts beside its closest phrasing. */
const WHOLE = 3;
/** A text without any term weighs so much, so that nothing is divided by nothing. */
const LEAST_WEIGHT = 1e-9;

/** An entry with its weighted terms; built once. */
export interface Indexed {
  readonly entry: FaqEntry;
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
  /** Concepts of question and phrasings. */
  readonly concepts: ReadonlySet<string>;
  /** Contrasting concepts of question and phrasings; of the question alone. */
  readonly bears: Bearing;
  readonly turnsOn: Bearing;
  /** Terms of the question and of each phrasing. */
  readonly phrasings: readonly ReadonlySet<string>[];
}

/** Where a term stands. */
interface Postings {
  readonly entries: number[];
  readonly counts: number[];
  /** Phrasings, counted through all entries. */
  readonly phrasings: number[];
}

export interface FaqIndex {
  readonly entries: readonly Indexed[];
  readonly idf: ReadonlyMap<string, number>;
  readonly postings: ReadonlyMap<string, Postings>;
  readonly meanLength: number;
  /** Where the phrasings of each entry begin, one more than there are entries; and what each phrasing weighs. */
  readonly starts: readonly number[];
  readonly weights: readonly number[];
}

/** An entry as an answer to a question. */
export interface Scored {
  readonly entry: FaqEntry;
  readonly score: number;
  /** Share of the question's weight that the entry's own question or one phrasing holds, 0–1. */
  readonly closest: number;
  /** Share of the question's weight that the entry holds anywhere, 0–1. */
  readonly covered: number;
  /** How alike question and closest phrasing are, both ways, 0–1: the same words give 1. */
  readonly alike: number;
  /** How many concepts the question bears. */
  readonly bears: number;
  /** How many concepts of the question neither the entry's question nor a phrasing bears. */
  readonly lacking: number;
  /** 0 when the entry is about another of two contrasting things, 1 when nothing speaks against it. */
  readonly fits: number;
}

/** Builds the search index of a knowledge base. About 50 ms for 210 entries. */
export function buildIndex(faq: readonly FaqEntry[]): FaqIndex {
  const entries = faq.map(indexed);
  const postings = new Map<string, Postings>();
  const at = (term: string): Postings => {
    const known = postings.get(term) ?? { entries: [], counts: [], phrasings: [] };
    postings.set(term, known);
    return known;
  };
  const starts = [0];
  for (const [i, { terms, phrasings }] of entries.entries()) {
    const start = starts[i] ?? 0;
    for (const [term, count] of terms) {
      at(term).entries.push(i);
      at(term).counts.push(count);
    }
    for (const [j, phrasing] of phrasings.entries()) for (const term of phrasing) at(term).phrasings.push(start + j);
    starts.push(start + phrasings.length);
  }
  const idf = new Map<string, number>();
  for (const [term, { entries: held }] of postings)
    idf.set(term, Math.log(1 + (entries.length - held.length + 0.5) / (held.length + 0.5)));
  const meanLength = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);
  const weights = entries.flatMap(({ phrasings }) => phrasings.map((phrasing) => weightOf(phrasing, idf)));
  return { entries, idf, postings, meanLength, starts, weights };
}

/** An entry with its terms. */
export function indexed(entry: FaqEntry): Indexed {
  const terms = new Map<string, number>();
  const add = (features: Features, weight: number): void => {
    for (const term of termsOf(features)) terms.set(term, (terms.get(term) ?? 0) + weight);
  };
  const question = featuresOf(entry.question);
  const asked = entry.askedAs.map(featuresOf);
  for (const features of [question, ...asked]) add(features, 1);
  add(featuresOf(entry.topic), TOPIC_WEIGHT);
  add(featuresOf(entry.answer), ANSWER_WEIGHT);
  const concepts = new Set([question, ...asked].flatMap((features) => features.concepts));
  return {
    entry,
    terms,
    length: [...terms.values()].reduce((sum, weight) => sum + weight, 0),
    concepts,
    bears: bearingOf(concepts),
    turnsOn: bearingOf(new Set(question.concepts)),
    phrasings: [question, ...asked].map((features) => new Set(termsOf(features))),
  };
}

function termsOf({ grams, concepts }: Features): readonly string[] {
  return [...grams, ...concepts.map((concept) => `#${concept}`)];
}

/** A question as the ranking weighs it. */
interface Asked {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
  /** Sum of the weights. */
  readonly total: number;
  readonly concepts: readonly string[];
  readonly bearing: Bearing;
}

function askedOf(text: string, index: FaqIndex): Asked {
  const features = featuresOf(text);
  const terms = [...new Set(termsOf(features))];
  const weights = terms.map((term) => weightOfTerm(term, index.idf, index.entries.length));
  const total = Math.max(
    LEAST_WEIGHT,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const { concepts } = features;
  return { terms, weights, total, concepts, bearing: bearingOf(new Set(concepts)) };
}

/** What a question and an entry share. */
interface Shared {
  readonly score: number;
  readonly covered: number;
  readonly closest: number;
  readonly alike: number;
}

/** All entries as answers to a text, in their order; `replaced` stands for the entry at its place. */
export function scoreAll(
  index: FaqIndex,
  text: string,
  replaced?: { readonly at: number; readonly item: Indexed },
): readonly Scored[] {
  const asked = askedOf(text, index);
  const all = sharedWith(index, asked);
  return index.entries.map((item, i) => {
    if (replaced?.at === i) return scored(replaced.item, asked, sharedOf(replaced.item, asked, index));
    return scored(item, asked, all(i));
  });
}

function scored({ entry, concepts, bears, turnsOn }: Indexed, asked: Asked, shared: Shared): Scored {
  const fits = contrastFactor(asked.bearing, { bears, turnsOn });
  return {
    entry,
    score: shared.score * (WHOLE + shared.closest) * fits,
    closest: shared.closest * fits,
    covered: shared.covered * fits,
    alike: shared.alike * fits,
    bears: asked.concepts.length,
    lacking: asked.concepts.filter((concept) => !concepts.has(concept)).length,
    fits,
  };
}

/** Walks once through the places where the terms of the question stand; then tells of each entry what it shares. */
function sharedWith(index: FaqIndex, { terms, weights, total }: Asked): (entry: number) => Shared {
  const scores = new Float64Array(index.entries.length);
  const covered = new Float64Array(index.entries.length);
  const phrasings = new Float64Array(index.weights.length);
  for (const [t, term] of terms.entries()) {
    const postings = index.postings.get(term);
    if (postings === undefined) continue;
    const weight = weights[t] ?? 0;
    for (const [k, entry] of postings.entries.entries()) {
      scores[entry] = (scores[entry] ?? 0) + weight * saturated(postings.counts[k] ?? 0, index, entry);
      covered[entry] = (covered[entry] ?? 0) + weight;
    }
    for (const phrasing of postings.phrasings) phrasings[phrasing] = (phrasings[phrasing] ?? 0) + weight;
  }
  return (entry) => {
    let [closest, alike] = [0, 0];
    for (let p = index.starts[entry] ?? 0; p < (index.starts[entry + 1] ?? 0); p += 1) {
      const same = phrasings[p] ?? 0;
      closest = Math.max(closest, same / total);
      alike = Math.max(alike, (2 * same) / (total + (index.weights[p] ?? 0)));
    }
    return { score: (scores[entry] ?? 0) / total, covered: (covered[entry] ?? 0) / total, closest, alike };
  };
}

function saturated(count: number, index: FaqIndex, entry: number): number {
  return saturation(count, (index.entries[entry]?.length ?? 0) / index.meanLength);
}

function saturation(count: number, length: number): number {
  return (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + LENGTH * length));
}

/** The same for one entry that is not in the index. */
function sharedOf(item: Indexed, { terms, weights, total }: Asked, { idf, meanLength }: FaqIndex): Shared {
  let [score, covered] = [0, 0];
  for (const [t, term] of terms.entries()) {
    const count = item.terms.get(term);
    if (count === undefined) continue;
    score += (weights[t] ?? 0) * saturation(count, item.length / meanLength);
    covered += weights[t] ?? 0;
  }
  const shares = item.phrasings.map((phrasing) => {
    const same = terms.reduce((sum, term, t) => sum + (phrasing.has(term) ? (weights[t] ?? 0) : 0), 0);
    return { closest: same / total, alike: (2 * same) / (total + weightOf(phrasing, idf)) };
  });
  const closest = Math.max(...shares.map((share) => share.closest));
  return { score: score / total, covered: covered / total, closest, alike: Math.max(...shares.map((s) => s.alike)) };
}

/** Rare terms weigh most; one that no entry has weighs as the rarest. */
function weightOfTerm(term: string, idf: ReadonlyMap<string, number>, entries: number): number {
  return (idf.get(term) ?? Math.log(1 + entries * 2)) * (term.startsWith('#') ? CONCEPT_WEIGHT : 1);
}

function weightOf(phrasing: ReadonlySet<string>, idf: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const term of phrasing) sum += weightOfTerm(term, idf, 0);
  return sum;
}
