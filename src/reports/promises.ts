import { PROMISE_STATES, type PromiseState } from '../domain/work.ts';
import type { PromiseCount, ReportScope } from '../store/store.ts';
import { shareOf } from './measure.ts';
import type { Figure, PromiseGroup, PromisesReport } from './report.types.ts';
import { behind } from './sums.ts';

/** Those of which it is known whether they were kept. */
const DUE: readonly PromiseState[] = ['kept', 'moved', 'late', 'broken'];

interface Known {
  readonly scope: ReportScope;
  /** Names of accounts; who is gone stands with the id. */
  readonly names: ReadonlyMap<string, string>;
  /** Below so many no share is given. */
  readonly minimum: number;
}

type Narrowed = Readonly<Record<string, string>>;

function group(key: string, rows: readonly PromiseCount[], more: Narrowed, { scope, minimum }: Known): PromiseGroup {
  const figure = (states: readonly PromiseState[]): Figure => ({
    count: rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0),
    behind: behind(scope, 'promises', { ...more, promise: states.length === PROMISE_STATES.length ? [] : states }),
  });
  const states = Object.fromEntries(PROMISE_STATES.map((state) => [state, figure([state])])) as PromiseGroup['states'];
  return { key, ...figure(PROMISE_STATES), states, inTime: shareOf(states.kept, figure(DUE), minimum) };
}

/** Promises whose time was in the scope, by day, department and person: what became of them. */
export function promisesReport(rows: readonly PromiseCount[], known: Known): PromisesReport {
  const by = (pick: 'day' | 'department' | 'person', narrow: (key: string) => Narrowed) =>
    [...new Set(rows.map((row) => row[pick]))].toSorted().map((key) =>
      group(
        key,
        rows.filter((row) => row[pick] === key),
        narrow(key),
        known,
      ),
    );
  return {
    total: group('', rows, {}, known),
    byDay: by('day', (day) => ({ from: day, to: day })),
    byDepartment: by('department', (department) => ({ department })),
    byPerson: by('person', (account) => ({ account })).map((one) => ({
      ...one,
      name: one.key === '' ? null : (known.names.get(one.key) ?? one.key),
    })),
  };
}
