import type { Found } from './index.ts';

/** What a ranking is worth: the chances that its first is right, and that one of its first three is. */
export interface Chances {
  readonly first: number;
  readonly three: number;
}

/**
 * Weights of logistic regressions, fitted to rankings of the demo base with each phrasing left out and to questions that no
 * entry answers: nearness, lead
 * over the second and the third, likeness, closest phrasing, concepts it lacks, whether words alone say the same.
 */
const FIRST = {
  bias: -4.61,
  near: 3.3,
  lead: 0.6,
  alike: -3.49,
  closest: 4.39,
  lacking: 0.4,
  agreed: -0.31,
  third: 1.09,
};
const THREE = {
  bias: -4.83,
  near: 3.87,
  lead: -0.7,
  alike: -2.88,
  closest: 6.34,
  lacking: 0.55,
  agreed: -0.42,
  third: 1.9,
};

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** How sure a ranking is. */
export function chancesOf(ranking: readonly Found[]): Chances {
  const signs = signsOf(ranking);
  const by = (weights: typeof FIRST) =>
    sigmoid(
      weights.bias +
        weights.near * signs.near +
        weights.lead * signs.lead +
        weights.alike * signs.alike +
        weights.closest * signs.closest +
        weights.lacking * signs.lacking +
        weights.agreed * signs.agreed +
        weights.third * signs.third,
    );
  return { first: by(FIRST), three: by(THREE) };
}

/** What the chances are read from. */
function signsOf(ranking: readonly Found[]): Omit<typeof FIRST, 'bias'> {
  const [best, second, third] = ranking;
  if (best === undefined) return { near: 0, lead: 0, alike: 0, closest: 0, lacking: 0, agreed: 0, third: 0 };
  const most = Math.max(...ranking.map(({ score }) => score));
  return {
    near: best.near,
    lead: Math.min(2, best.fused - (second?.fused ?? 0)),
    alike: best.alike,
    closest: best.closest,
    lacking: Math.min(4, best.lacking),
    agreed: best.score === most ? 1 : 0,
    third: Math.min(2, best.fused - (third?.fused ?? 0)),
  };
}
