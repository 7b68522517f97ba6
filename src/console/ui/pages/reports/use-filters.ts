import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Dimension } from '../../../wire/reports.ts';

export const TABS = [
  'overview',
  'satisfaction',
  'complaint',
  'praise',
  'response',
  'promises',
  'workload',
  'cost',
] as const;
export type Tab = (typeof TABS)[number];

/** What the reports are narrowed to; it stands in the address, so that a link shows the same. */
export interface Filters {
  readonly from: string;
  readonly to: string;
  readonly department: string | null;
  readonly ward: string | null;
  readonly channel: string | null;
  readonly by: Dimension;
  readonly tab: Tab;
}

export type Change = (change: Partial<Filters>) => void;

const DAY = 'YYYY-MM-DD';

/** Spans that are asked for most. Weeks begin on Monday. */
export function presets(
  today: string,
): Readonly<Record<'thisWeek' | 'lastWeek' | 'thisMonth' | 'lastMonth', [string, string]>> {
  const now = dayjs(today);
  const monday = now.subtract((now.day() + 6) % 7, 'day');
  const span = (from: dayjs.Dayjs, to: dayjs.Dayjs): [string, string] => [from.format(DAY), to.format(DAY)];
  const month = (back: number) => now.subtract(back, 'month');
  return {
    thisWeek: span(monday, monday.add(6, 'day')),
    lastWeek: span(monday.subtract(7, 'day'), monday.subtract(1, 'day')),
    thisMonth: span(month(0).startOf('month'), month(0).endOf('month')),
    lastMonth: span(month(1).startOf('month'), month(1).endOf('month')),
  };
}

/** The filters of the address; this month where it names none. */
export function useFilters(today: string): readonly [Filters, Change] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo<Filters>(() => {
    const [from, to] = presets(today).thisMonth;
    return {
      from: search.get('from') ?? from,
      to: search.get('to') ?? to,
      department: search.get('department'),
      ward: search.get('ward'),
      channel: search.get('channel'),
      by: (search.get('by') ?? 'department') as Dimension,
      tab: (search.get('tab') ?? 'overview') as Tab,
    };
  }, [search, today]);
  const change: Change = (next) => {
    const all = { ...filters, ...next };
    setSearch(Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)), {
      replace: true,
    });
  };
  return [filters, change];
}

/** What the endpoints understand of the filters. */
export function asked({ from, to, department, ward, channel }: Filters) {
  return { from, to, department, ward, channel };
}
