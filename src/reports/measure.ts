import type { Figure, Measured, Share } from './report.types.ts';

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/** Part of a whole; null below `minimum`, where it says more about chance than about the work, or where the whole is 0. */
export function ratio(part: number, whole: number, minimum: number): number | null {
  return whole === 0 || whole < minimum ? null : part / whole;
}

/** A figure as part of another one. */
export function shareOf(part: Figure, of: Figure, minimum: number): Share {
  return { ...part, of, share: ratio(part.count, of.count, minimum) };
}

/** Share of `count` in `n` with its Wilson interval; without value below `minimum`, or where n is 0. */
export function measure(count: number, n: number, minimum: number): Measured {
  if (n === 0 || n < minimum) return { n, value: null, low: null, high: null };
  const p = count / n;
  const base = 1 + (Z * Z) / n;
  const middle = (p + (Z * Z) / (2 * n)) / base;
  const half = (Z / base) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return { n, value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The value below which so much (0.5, 0.9) of the values lies (nearest rank); null for fewer than `minimum`, as of a share. */
export function quantile(values: readonly number[], share: number, minimum: number): number | null {
  if (values.length < minimum) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
