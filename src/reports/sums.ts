import type { FigureRow, ReportScope } from '../store/store.ts';
import { periodOf } from './periods.ts';
import type { Dimension } from './report.types.ts';

export type Counts = Readonly<Record<string, number>>;

/** All rows together. */
export function total(rows: readonly FigureRow[]): Counts {
  const sum: Record<string, number> = {};
  for (const { counts } of rows)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** The count of a name; 0 for none. */
export function of(counts: Counts, name: string): number {
  return counts[name] ?? 0;
}

/** Names that begin with `prefix`, without it, with their counts. */
export function under(counts: Counts, prefix: string): readonly (readonly [rest: string, count: number])[] {
  return Object.entries(counts)
    .filter(([name, count]) => name.startsWith(prefix) && count !== 0)
    .map(([name, count]) => [name.slice(prefix.length), count] as const);
}

function keyOf(row: FigureRow, by: Dimension): string {
  if (by === 'department' || by === 'ward' || by === 'channel') return row[by];
  return by === 'month' ? row.period.slice(0, 7) : periodOf(row.period, by);
}

/** Rows of day grain (or of month grain by anything but day and week) summed up by a dimension, in order of the key. */
export function grouped(
  rows: readonly FigureRow[],
  by: Dimension,
): readonly (readonly [key: string, counts: Counts])[] {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(([key, group]) => [key, total(group)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

type Narrowed = Readonly<Record<string, string | readonly string[] | null>>;
type Listed = 'stays' | 'handoffs' | 'entries' | 'deeds' | 'lines' | 'promises';

/** A query of GET /api/reports/behind: the scope, and what narrows it further. */
export function behind(scope: ReportScope, kind: Listed, more: Narrowed): string {
  const query = new URLSearchParams({ kind });
  const all: Narrowed = { ...scope, ...more };
  for (const [name, value] of Object.entries(all)) {
    // '' is a department or ward of its own: those that name none.
    if (value === null || (typeof value !== 'string' && value.length === 0)) continue;
    query.set(name, typeof value === 'string' ? value : value.join(','));
  }
  return query.toString();
}
