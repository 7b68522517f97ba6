import type { Normalised } from '../normalise.ts';

/** A sign of the knowledge base, ready to be compared. */
interface Listed {
  readonly text: string;
  readonly pairs: readonly string[];
}

/** Place of a hit in the normalised text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The signs of a list, and which of them hold a pair of neighbouring characters. */
interface Prepared {
  readonly signs: readonly Listed[];
  readonly byPair: ReadonlyMap<string, readonly number[]>;
  /** The first characters of all pairs. */
  readonly firsts: ReadonlySet<number>;
}

/** Lists are given anew with each message but seldom change: what was prepared is kept as long as the list is. */
const prepared = new WeakMap<readonly string[], Prepared>();

/** Share of a sign's neighbouring pairs of characters that the message must hold. */
const COVER = 0.75;
/** Signs that only one pair tells apart are compared as a whole. */
const MIN_PAIRS = 4;

/**
 * Finds the `emergencySigns` of the knowledge base: the sign as it is written, or most of its pairs of neighbouring characters
 * within a stretch not much longer than the sign (下巴脱臼合不上嘴 in "下巴脱臼了，合不上嘴"). `textOf` gives a sign's normalised
 * text, or null for one that needs no comparing.
 */
export function matchListedSigns(
  n: Normalised,
  signs: readonly string[],
  textOf: (sign: string) => string | null,
): readonly Place[] {
  if (signs.length === 0) return NONE;
  const { pairsHere, likely } = meet(n.text, prepare(signs, textOf));
  if (likely.length === 0) return NONE;
  const places: Place[] = [];
  for (const sign of likely) {
    const at = sign.pairs.length > 0 && pairsHere.has(sign.pairs[0] ?? '') ? n.text.indexOf(sign.text) : -1;
    if (at >= 0) places.push({ start: at, end: at + sign.text.length });
    else if (sign.pairs.length >= MIN_PAIRS) {
      const place = covered(n, sign, pairsHere);
      if (place !== null) places.push(place);
    }
  }
  return places;
}

const NONE: readonly Place[] = [];

/** The pairs of a text that signs hold too, and those signs in the order of the list. */
function meet(
  text: string,
  { signs, byPair, firsts }: Prepared,
): { readonly pairsHere: ReadonlySet<string>; readonly likely: readonly Listed[] } {
  const pairsHere = new Set<string>();
  const held = new Set<number>();
  for (let i = 0; i + 1 < text.length; i++) {
    if (!firsts.has(text.charCodeAt(i))) continue;
    const pair = text.slice(i, i + 2);
    const holders = byPair.get(pair);
    if (holders === undefined) continue;
    pairsHere.add(pair);
    for (const index of holders) held.add(index);
  }
  return { pairsHere, likely: held.size === 0 ? [] : signs.filter((_, index) => held.has(index)) };
}

function prepare(signs: readonly string[], textOf: (sign: string) => string | null): Prepared {
  const known = prepared.get(signs);
  if (known !== undefined) return known;
  const list = signs.flatMap((sign) => {
    const text = textOf(sign);
    if (text === null) return [];
    return [{ text, pairs: Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)) }];
  });
  const byPair = new Map<string, number[]>();
  for (const [index, { pairs }] of list.entries())
    for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), index]);
  const ready = { signs: list, byPair, firsts: new Set([...byPair.keys()].map((pair) => pair.charCodeAt(0))) };
  prepared.set(signs, ready);
  return ready;
}

function covered(n: Normalised, sign: Listed, pairsHere: ReadonlySet<string>): Place | null {
  const wanted = Math.ceil(sign.pairs.length * COVER);
  let found = 0;
  for (let i = 0; i < sign.pairs.length; i++) {
    if (pairsHere.has(sign.pairs[i] ?? '')) found += 1;
    else if (found + sign.pairs.length - 1 - i < wanted) return null;
  }
  const places = sign.pairs.map((pair) => n.text.indexOf(pair)).filter((at) => at >= 0);
  const start = Math.min(...places);
  const end = Math.max(...places) + 2;
  return end - start <= sign.text.length + 8 ? { start, end } : null;
}
