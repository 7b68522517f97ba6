import type { EChartsCoreOption } from 'echarts/core';

interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 6], [12, 4]] as const;

const asPercent = (value: unknown): string => (typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '—');

/** Shares over time; lines differ in mark and dash. */
export function lines(labels: readonly string[], series: readonly Line[]): EChartsCoreOption {
  return {
    legend: { top: 0, itemWidth: 32, itemGap: 20 },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: asPercent },
    xAxis: { type: 'category', data: [...labels] },
    yAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: asPercent } },
    series: series.map(({ name, values }, index) => ({
      type: 'line',
      name,
      data: [...values],
      symbol: SYMBOLS[index % SYMBOLS.length],
      symbolSize: 9,
      lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
    })),
  };
}

/** Bars lying down, the first on top, with their values beside them. */
export function bars(labels: readonly string[], values: readonly number[]): EChartsCoreOption {
  return {
    grid: { left: 8, right: 60, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitNumber: 4 },
    yAxis: { type: 'category', inverse: true, data: [...labels] },
    series: [{ type: 'bar', data: [...values], barMaxWidth: 26, label: { show: true, position: 'right' } }],
  };
}

/** Bars lying down, cut into parts that add up to the whole. */
export function shares(labels: readonly string[], parts: readonly Line[]): EChartsCoreOption {
  const sums = labels.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  return {
    legend: { top: 0, itemWidth: 32, itemGap: 20 },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: asPercent },
    xAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: asPercent } },
    yAxis: { type: 'category', inverse: true, data: [...labels] },
    series: parts.map(({ name, values }) => ({
      type: 'bar',
      name,
      stack: 'all',
      barMaxWidth: 26,
      data: values.map((value, index) => ((sums[index] ?? 0) === 0 ? 0 : (value ?? 0) / (sums[index] ?? 1))),
    })),
  };
}

/** Standing bars in order. */
export function columns(labels: readonly string[], values: readonly number[]): EChartsCoreOption {
  return {
    xAxis: { type: 'category', data: [...labels] },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'bar', data: [...values], barMaxWidth: 40, label: { show: true, position: 'top' } }],
  };
}
