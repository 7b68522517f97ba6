import type { ChartBlock } from '../sheet.ts';
import { formatNumber, printable, roughWidth } from '../text.ts';
import { bar, dot, type Look, lookOf } from './looks.ts';
import { type Drawing, type Mark, type Point, TEXT_SIZE } from './marks.ts';
import { scaleOf } from './scale.ts';

const HEIGHT = 170;
const LEGEND = 16;
const FOOT = 16;
const AXIS = 40;
/** Values are written beside bars and points while there are no more than these. */
const MOST_VALUES = 24;

/** The field that bars and lines stand in. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
  /** Middle of the place of a label. */
  readonly x: (index: number) => number;
  readonly slot: number;
  readonly written: boolean;
}

function plotOf(chart: ChartBlock, width: number): Plot {
  const { top: highest } = scaleOf(chart);
  const top = (chart.series.length > 1 ? LEGEND : 4) + TEXT_SIZE;
  const [left, right, bottom] = [AXIS, width, HEIGHT - FOOT];
  const slot = (right - left) / Math.max(chart.labels.length, 1);
  return {
    left,
    right,
    top,
    bottom,
    slot,
    y: (value) => bottom - (value / highest) * (bottom - top),
    x: (index) => left + (index + 0.5) * slot,
    written: chart.labels.length * chart.series.length <= MOST_VALUES,
  };
}

const line = (points: readonly Point[], weight: number, dash: readonly number[] = []): Mark => ({
  type: 'line',
  points,
  weight,
  dash,
});

/** There is no room for a digit after the point of a percentage. */
function short(value: number, format: ChartBlock['format']): string {
  return format === 'percent' ? `${String(Math.round(value * 100))}%` : formatNumber(value, format);
}

function axis(chart: ChartBlock, plot: Plot): readonly Mark[] {
  return scaleOf(chart).ticks.flatMap((tick): readonly Mark[] => {
    const y = plot.y(tick);
    const ends: readonly Point[] = [
      [plot.left, y],
      [plot.right, y],
    ];
    const text = short(tick, chart.format);
    return [
      tick === 0 ? line(ends, 0.8) : line(ends, 0.3, [1, 2]),
      { type: 'text', at: [plot.left - 4, y + TEXT_SIZE * 0.36], text, align: 'right' },
    ];
  });
}

/** The words under the axis; where they would run into each other only every second, third … is written. */
function labels(chart: ChartBlock, plot: Plot): readonly Mark[] {
  const widest = Math.max(...chart.labels.map(roughWidth)) * TEXT_SIZE + 4;
  const every = Math.max(Math.ceil(widest / plot.slot), 1);
  return chart.labels.flatMap((text, index): readonly Mark[] =>
    index % every === 0
      ? [{ type: 'text', at: [plot.x(index), plot.bottom + TEXT_SIZE + 3], text: printable(text), align: 'center' }]
      : [],
  );
}

function legend(chart: ChartBlock, plot: Plot): readonly Mark[] {
  if (chart.series.length < 2) return [];
  let x = plot.left;
  return chart.series.flatMap(({ name }, index): readonly Mark[] => {
    const look = lookOf(index);
    const from = x;
    const text = printable(name);
    x += 30 + roughWidth(text) * TEXT_SIZE;
    const sample =
      chart.kind === 'bars'
        ? bar([from, TEXT_SIZE], 14, TEXT_SIZE, look)
        : stroke(
            [
              [from, TEXT_SIZE / 2],
              [from + 9, TEXT_SIZE / 2],
              [from + 18, TEXT_SIZE / 2],
            ],
            look,
            [1],
          );
    return [...sample, { type: 'text', at: [from + 22, TEXT_SIZE - 0.5], text, align: 'left' }];
  });
}

/** A line with marks on it: on all its points, or on those given. */
function stroke(points: readonly Point[], look: Look, marked: readonly number[] | null): readonly Mark[] {
  const dots = points.filter((_, index) => marked === null || marked.includes(index)).map((point) => dot(point, look));
  return [...(points.length > 1 ? [line(points, 1.1, look.dash)] : []), ...dots];
}

/** A value above its bar or point, on white so that no line runs through it. */
function written(chart: ChartBlock, plot: Plot, at: Point, value: number): readonly Mark[] {
  if (!plot.written) return [];
  const text = short(value, chart.format);
  const half = (roughWidth(text) * TEXT_SIZE) / 2;
  const [x, y] = [at[0], at[1] - 3.5];
  const top = y - TEXT_SIZE * 0.8;
  const plate: readonly Point[] = [
    [x - half, top],
    [x + half, top],
    [x + half, y + 1],
    [x - half, y + 1],
  ];
  return [
    { type: 'area', points: plate, grey: 1, border: false },
    { type: 'text', at: [x, y], text, align: 'center' },
  ];
}

function bars(chart: ChartBlock, plot: Plot): readonly Mark[] {
  const wide = Math.min((plot.slot * 0.72) / chart.series.length, 34);
  return chart.series.flatMap(({ values }, series) =>
    values.flatMap((value, index): readonly Mark[] => {
      if (value === null) return [];
      const left = plot.x(index) + (series - chart.series.length / 2) * wide;
      const top = plot.y(value);
      return [
        ...bar([left, plot.bottom], wide, plot.bottom - top, lookOf(series)),
        ...written(chart, plot, [left + wide / 2, top], value),
      ];
    }),
  );
}

/** The stretches of a line between its gaps. */
function stretches(values: readonly (number | null)[], plot: Plot): readonly (readonly Point[])[] {
  const all: Point[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) all.push([]);
    else all.at(-1)?.push([plot.x(index), plot.y(value)]);
  });
  return all.filter((points) => points.length > 0);
}

function lines(chart: ChartBlock, plot: Plot): readonly Mark[] {
  const strokes = chart.series.flatMap(({ values }, series) =>
    stretches(values, plot).flatMap((points) => stroke(points, lookOf(series), null)),
  );
  const first = chart.series.length === 1 ? (chart.series[0]?.values ?? []) : [];
  const values = first.flatMap((value, index) =>
    value === null ? [] : written(chart, plot, [plot.x(index), plot.y(value) - 2], value),
  );
  return [...strokes, ...values];
}

/** A chart as lines, areas and words, `width` points wide. Its title is not part of it. */
export function drawChart(chart: ChartBlock, width: number): Drawing {
  const plot = plotOf(chart, width);
  const body = chart.kind === 'bars' ? bars(chart, plot) : lines(chart, plot);
  return {
    width,
    height: HEIGHT,
    marks: [...axis(chart, plot), ...body, ...labels(chart, plot), ...legend(chart, plot)],
  };
}
