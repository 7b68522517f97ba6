import type { ChartBlock } from '../sheet.ts';

const TICKS = 4;
const STEPS = [1, 2, 2.5, 5, 10];

/** The top of the axis and its ticks, from 0, in round numbers. A share goes to 100 % unless all are small. */
export function scaleOf({ series, format }: ChartBlock): { readonly top: number; readonly ticks: readonly number[] } {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const highest = Math.max(0, ...values);
  if (format === 'percent' && highest > 0.5) return { top: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const rough = highest === 0 ? 1 : highest / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const least = format === undefined || format === 'integer' ? 1 : 0;
  const step = Math.max((STEPS.find((candidate) => candidate * power >= rough) ?? 10) * power, least);
  const count = Math.max(Math.ceil(highest / step - 1e-9), 1);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
