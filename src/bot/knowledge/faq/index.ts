import { normalise } from '../../understanding/normalise.ts';
import type { FaqEntry } from '../knowledge.types.ts';
import { inChineseWords } from './english.ts';
import type { IntentModel } from './intent-model.ts';
import { closenessTo, middle, type Point, pointOf } from './intent-space.ts';
import { closenessToAll, indexPoints, type PointIndex } from './point-index.ts';
import { buildIndex, type FaqIndex, type Indexed, indexed, type Scored, scoreAll } from './words.ts';

/** Where an entry lies in the space of intents: its question and phrasings, and their middle. */
interface Placed {
  readonly question: Point;
  readonly phrasings: readonly Point[];
  readonly middle: Point;
}

/** The questions a hospital answers, ready to be searched by words and by what is asked. */
export interface Faq {
  readonly words: FaqIndex;
  readonly model: IntentModel | null;
  /** In the order of `words.entries`; empty without a model. */
  readonly places: readonly Placed[];
  /** Middle, question and phrasings of every entry one after the other, and where those of each begin. */
  readonly points: PointIndex;
  readonly starts: readonly number[];
  /** Stands for the entry at its place while it is measured. */
  readonly replaced?: { readonly at: number; readonly item: Indexed };
}

/** An entry as an answer to a question. */
export interface Found extends Scored {
  /** By words and by what is asked together; comparable within one ranking only. */
  readonly fused: number;
  /** How near the question lies to the entry, 0–1; 0 without a model. */
  readonly near: number;
}

/** The own question tells more of an entry than one phrasing. */
const OWN_QUESTION = 2;
/** What the middle of an entry, its own question and its nearest phrasing count. */
const [MIDDLE, QUESTION, NEAREST] = [0.6, 0.2, 0.2];
/** How much what is asked counts beside the words; best of 0.5 to 4 with each phrasing left out. */
const MEANING = 3;
/** What remains of the nearness of an entry about another of two contrasting things. */
const CONTRASTING = 0.7;
const LEAST_SCORE = 1e-9;

/** About 150 ms for 210 entries. */
export function buildFaq(entries: readonly FaqEntry[], model: IntentModel | null): Faq {
  const places = model === null ? [] : entries.map((e) => placeOf(e, model));
  const starts = [0];
  for (const { phrasings } of places) starts.push((starts.at(-1) ?? 0) + 2 + phrasings.length);
  const points = indexPoints(places.flatMap((place) => [place.middle, place.question, ...place.phrasings]));
  return { words: buildIndex(entries), model, places, points, starts };
}

function placeOf({ question, askedAs }: FaqEntry, model: IntentModel): Placed {
  return placed(
    pointOf(model, question),
    askedAs.map((text) => pointOf(model, text)),
  );
}

function placed(question: Point, phrasings: readonly Point[]): Placed {
  const points = [question, ...phrasings];
  return { question, phrasings, middle: middle(points.map((p) => [p, p === question ? OWN_QUESTION : 1])) };
}

/** The same without one phrasing of the entry at `at`: for measuring how well a question nobody foresaw is found. */
export function withoutPhrasing(faq: Faq, at: number, phrasing: number): Faq {
  const entry = faq.words.entries[at]?.entry;
  if (entry === undefined) return faq;
  const kept = { ...entry, askedAs: entry.askedAs.filter((_, i) => i !== phrasing) };
  const places = faq.places.map((place, i) =>
    i === at
      ? placed(
          place.question,
          place.phrasings.filter((_, j) => j !== phrasing),
        )
      : place,
  );
  return { ...faq, places, replaced: { at, item: indexed(kept) } };
}

/** The entries that may still be given on `today` (YYYY-MM-DD), best first. */
export function rankFaq(faq: Faq, asked: string, today: string): readonly Found[] {
  const text = inChineseWords(normalise(asked).text);
  const { words, model, replaced } = faq;
  const all = scoreAll(words, text, replaced);
  const best = Math.max(LEAST_SCORE, ...all.map(({ score }) => score));
  const near = model === null ? () => 0 : nearnessIn(faq, pointOf(model, text));
  return all
    .map((scored, i) => {
      const nearness = near(i);
      return {
        ...scored,
        near: nearness,
        fused: scored.score / best + MEANING * nearness * (CONTRASTING + (1 - CONTRASTING) * scored.fits),
      };
    })
    .filter(({ entry, fused }) => fused > 0 && (entry.validUntil === undefined || entry.validUntil >= today))
    .sort((a, b) => b.fused - a.fused || (a.entry.id < b.entry.id ? -1 : 1));
}

/** How near each entry lies to a point. */
function nearnessIn({ places, points, starts, replaced }: Faq, point: Point): (entry: number) => number {
  const all = closenessToAll(points, point);
  return (entry) => {
    const place = replaced?.at === entry ? places[entry] : undefined;
    if (place !== undefined) return nearnessTo(point, place);
    const start = starts[entry] ?? 0;
    const question = all[start + 1] ?? 0;
    let nearest = question;
    for (let at = start + 2; at < (starts[entry + 1] ?? 0); at += 1) nearest = Math.max(nearest, all[at] ?? 0);
    return MIDDLE * (all[start] ?? 0) + QUESTION * question + NEAREST * nearest;
  };
}

function nearnessTo(point: Point, place: Placed): number {
  const closeness = closenessTo(point);
  const question = closeness(place.question);
  const nearest = place.phrasings.reduce((most, other) => Math.max(most, closeness(other)), question);
  return MIDDLE * closeness(place.middle) + QUESTION * question + NEAREST * nearest;
}
