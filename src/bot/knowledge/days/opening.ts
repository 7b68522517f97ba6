import type { Slot, Weekday } from '../knowledge.types.ts';
import type { Day } from './dates.ts';

/** From and to, minutes after midnight. */
export type Span = readonly [number, number];

/** When something is open on a day, in order; spans that meet are one. */
export function openOn(slots: readonly Slot[], day: Pick<Day, 'weekday' | 'month'>): readonly Span[] {
  const spans = slots
    .filter(({ days, months }) => days.includes(day.weekday) && (months === undefined || months.includes(day.month)))
    .map(({ from, to }): Span => [from, to])
    .sort((a, b) => a[0] - b[0]);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], span[1])];
    else merged.push(span);
  }
  return merged;
}

/** What of the spans lies within a part of the day. */
export function within(spans: readonly Span[], part: Span | null): readonly Span[] {
  if (part === null) return spans;
  return spans.filter(([from, to]) => from < part[1] && to > part[0]);
}

/** Weekdays with the same opening times together, in the order of the week; `month` picks the season. */
export function weekOf(
  slots: readonly Slot[],
  month: number,
): readonly { days: readonly Weekday[]; spans: readonly Span[] }[] {
  const groups: { days: Weekday[]; spans: readonly Span[]; key: string }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const spans = openOn(slots, { weekday, month });
    const key = spans.join(';');
    const known = groups.find((group) => group.key === key);
    if (spans.length === 0) continue;
    if (known === undefined) groups.push({ days: [weekday], spans, key });
    else known.days.push(weekday);
  }
  return groups;
}
