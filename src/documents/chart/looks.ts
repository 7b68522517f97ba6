import type { Mark, Point } from './marks.ts';

/** How a series looks: told apart on a black-and-white print and by colour-blind people. */
export interface Look {
  readonly grey: number;
  readonly hatched: boolean;
  readonly dash: readonly number[];
  /** Corners of its mark on a line, from its middle. */
  readonly mark: readonly Point[];
  readonly hollow: boolean;
}

const R = 2.6;
const CIRCLE = Array.from({ length: 12 }, (_, index): Point => {
  const angle = (index / 12) * 2 * Math.PI;
  return [Math.cos(angle) * R, Math.sin(angle) * R];
});
const SQUARE: readonly Point[] = [
  [-R, -R],
  [R, -R],
  [R, R],
  [-R, R],
];
const TRIANGLE: readonly Point[] = [
  [0, -R - 0.6],
  [R + 0.4, R],
  [-R - 0.4, R],
];
const DIAMOND: readonly Point[] = [
  [0, -R - 0.8],
  [R + 0.8, 0],
  [0, R + 0.8],
  [-R - 0.8, 0],
];

const LOOKS: readonly Look[] = [
  { grey: 0.3, hatched: false, dash: [], mark: CIRCLE, hollow: false },
  { grey: 1, hatched: true, dash: [5, 2], mark: SQUARE, hollow: true },
  { grey: 0.72, hatched: false, dash: [1.5, 1.5], mark: TRIANGLE, hollow: false },
  { grey: 1, hatched: false, dash: [8, 3], mark: DIAMOND, hollow: true },
];

export function lookOf(series: number): Look {
  const look = LOOKS[series % LOOKS.length];
  if (look === undefined) throw new Error('there is no look');
  return look;
}

const HATCH_STEP = 3.5;

/** The mark of a series on its line. */
export function dot([x, y]: Point, { mark, hollow }: Look): Mark {
  return { type: 'area', points: mark.map(([dx, dy]): Point => [x + dx, y + dy]), grey: hollow ? 1 : 0, border: true };
}

/** A bar: its lower left corner, width and height. */
export function bar([x, y]: Point, width: number, height: number, look: Look): readonly Mark[] {
  const corners: readonly Point[] = [
    [x, y],
    [x, y - height],
    [x + width, y - height],
    [x + width, y],
  ];
  const area: Mark = { type: 'area', points: corners, grey: look.grey, border: true };
  if (!look.hatched) return [area];
  const lines: Mark[] = [];
  for (let start = -height; start < width; start += HATCH_STEP) {
    const [from, to] = [Math.max(start, 0), Math.min(start + height, width)];
    const at = (right: number): Point => [x + right, y - (right - start)];
    lines.push({ type: 'line', points: [at(from), at(to)], weight: 0.5, dash: [] });
  }
  return [area, ...lines];
}
