import type { Found } from './index.ts';

/** What a ranking is worth: the chances that its first is right, and that one of its first three is. */
export interface Chances {
  readonly first: number;
  readonly three: number;
}

/** What the chances are read from. */
interface Signs {
  readonly near: number;
  readonly lead: number;
  readonly alike: number;
  readonly closest: number;
  readonly lacking: number;
  readonly third: number;
  readonly covered: number;
  readonly borne: number;
}

/**
 * Weights of logistic regressions, fitted to rankings of the demo base with each phrasing left out and to 130 questions that no
 * entry answers: nearness, lead over the second and the third, likeness, closest phrasing, concepts it lacks, share of the
 * question that it holds, share of the concepts that it bears.
 */
const FIRST = {
  bias: -4.34,
  near: 1.85,
  lead: 0.99,
  alike: -3.37,
  closest: -1.91,
  lacking: 0.66,
  third: 0.84,
  covered: 4.28,
  borne: 1.75,
};
const THREE = {
  bias: -5.22,
  near: 3.12,
  lead: -0.19,
  alike: -2.36,
  closest: -1.02,
  lacking: 1.18,
  third: 1.65,
  covered: 3.97,
  borne: 1.89,
};
const NO_SIGNS: Signs = { near: 0, lead: 0, alike: 0, closest: 0, lacking: 0, third: 0, covered: 0, borne: 0 };

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** How sure a ranking is. */
export function chancesOf(ranking: readonly Found[]): Chances {
  const signs = signsOf(ranking);
  const names = Object.keys(NO_SIGNS) as (keyof Signs)[];
  const by = (weights: typeof FIRST) =>
    sigmoid(names.reduce((sum, name) => sum + weights[name] * signs[name], weights.bias));
  return { first: by(FIRST), three: by(THREE) };
}

function signsOf([best, second, third]: readonly Found[]): Signs {
  if (best === undefined) return NO_SIGNS;
  return {
    near: best.near,
    lead: Math.min(2, best.fused - (second?.fused ?? 0)),
    alike: best.alike,
    closest: best.closest,
    lacking: Math.min(4, best.lacking),
    third: Math.min(2, best.fused - (third?.fused ?? 0)),
    covered: best.covered,
    borne: best.bears === 0 ? 0 : 1 - best.lacking / best.bears,
  };
}
