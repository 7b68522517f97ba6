import type { WorkloadRow } from '../store/store.ts';
import type { Workload } from './report.types.ts';

/** What counts as work; looking, searching and signing in do not. */
const DEEDS = /^(conversation|register|work|shift|draft|note|handover|import|task)\./u;
const LOOKING = /\.(view|list|search|print|export|open)$/u;

/** Deeds by account, the busiest first; `names`: of the accounts that there are. */
export function workload(rows: readonly WorkloadRow[], names: ReadonlyMap<string, string>): Workload {
  const counted = rows.filter(({ account, what }) => names.has(account) && DEEDS.test(what) && !LOOKING.test(what));
  const deeds = [...new Set(counted.map(({ what }) => what))].toSorted();
  const accounts = [...new Set(counted.map(({ account }) => account))];
  const result = accounts.map((account) => {
    const own = counted.filter((row) => row.account === account);
    const byDeed: Record<string, number> = {};
    for (const { what, count } of own) byDeed[what] = (byDeed[what] ?? 0) + count;
    return {
      account,
      name: names.get(account) ?? account,
      deeds: byDeed,
      total: own.reduce((sum, { count }) => sum + count, 0),
      days: new Set(own.map(({ day }) => day)).size,
    };
  });
  return { rows: result.toSorted((a, b) => b.total - a.total), deeds };
}
