import { DAY } from '../domain/clock.ts';
import type { RegisterRecord } from '../domain/register.ts';
import type { RegisterKind } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import { isOverdue } from '../registers/deadline.ts';
import type { ReportScope } from '../store/store.ts';
import { quantile, shareOf } from './measure.ts';
import { periodOf, spanOf } from './periods.ts';
import type { EntriesReport, EntryGroup, EntryState, Figure } from './report.types.ts';
import { behind } from './sums.ts';

export interface EntriesQuestion {
  readonly scope: ReportScope;
  readonly kind: RegisterKind;
  /** Entries received in the scope. */
  readonly entries: readonly RegisterRecord[];
  /** Entries received in the periods of the trend. */
  readonly earlier: readonly RegisterRecord[];
  readonly trend: { readonly by: 'week' | 'month'; readonly periods: readonly string[] };
  readonly zone: string;
  readonly today: string;
  /** Below so many no share is given. */
  readonly minimum: number;
}

/** Days from receipt to the department's first finding; null: none yet. */
function daysToAnswer({ findings, receivedAt }: RegisterRecord): number | null {
  const first = Math.min(...findings.map(({ at }) => at));
  return Number.isFinite(first) ? (first - receivedAt) / DAY : null;
}

/** The department an entry counts for: the one that answers for it, else the one it concerns. */
export function departmentOf({ department, concernedDepartment }: RegisterRecord): string {
  return department === '' ? concernedDepartment : department;
}

type Today = Pick<EntriesQuestion, 'zone' | 'today'>;
type Asked = Today & Pick<EntriesQuestion, 'minimum'>;

const IN_STATE: Readonly<Record<EntryState, (entry: RegisterRecord, at: Today) => boolean>> = {
  answered: ({ findings }) => findings.length > 0,
  closed: ({ status }) => status === 'closed',
  overdue: (entry, { today }) => isOverdue(entry, today),
  due: ({ dueOn, closedAt }, { today }) => dueOn !== null && (dueOn < today || closedAt !== null),
  inTime: ({ closedAt, dueOn }, { zone }) => closedAt !== null && dueOn !== null && localDate(closedAt, zone) <= dueOn,
};

/** Whether a column of the report counts an entry; the figure and the list behind it both ask this. */
export function isInState(state: EntryState, entry: RegisterRecord, at: Today): boolean {
  return IN_STATE[state](entry, at);
}

/** What the contact said of the result of a closed entry; null: it is not closed. */
export function settledOf({ status, settled }: RegisterRecord): 'yes' | 'no' | 'unknown' | null {
  if (status !== 'closed') return null;
  if (settled === null) return 'unknown';
  return settled ? 'yes' : 'no';
}

function group(key: string, entries: readonly RegisterRecord[], query: string, at: Asked): EntryGroup {
  const days = entries.flatMap((entry) => daysToAnswer(entry) ?? []);
  const figure = (state: EntryState): Figure => ({
    count: entries.filter((entry) => isInState(state, entry, at)).length,
    behind: `${query}&state=${state}`,
  });
  return {
    key,
    count: entries.length,
    behind: query,
    answered: figure('answered'),
    closed: figure('closed'),
    overdue: figure('overdue'),
    medianDays: quantile(days, 0.5, at.minimum),
    inTime: shareOf(figure('inTime'), figure('due'), at.minimum),
  };
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].toSorted();
}

/** Complaints or praise by department, cause and person. One that names several causes or persons counts for each. */
export function entriesReport(question: EntriesQuestion): EntriesReport {
  const { scope, kind, entries, earlier, trend, zone } = question;
  const query = (more: Readonly<Record<string, string>>) => behind(scope, 'entries', { entry: kind, ...more });
  const most = (a: { readonly count: number }, b: { readonly count: number }) => b.count - a.count;
  const causes = distinct(entries.flatMap(({ categories }) => categories));
  const persons = distinct(entries.flatMap(({ concerns }) => concerns));
  const settled = (said: 'yes' | 'no' | 'unknown'): Figure => ({
    count: entries.filter((entry) => settledOf(entry) === said).length,
    behind: query({ settled: said }),
  });
  return {
    kind,
    total: group('', entries, query({}), question),
    byDepartment: distinct(entries.map(departmentOf))
      .map((key) =>
        group(
          key,
          entries.filter((entry) => departmentOf(entry) === key),
          query({ department: key }),
          question,
        ),
      )
      .toSorted(most),
    byCause: causes
      .map((key) =>
        group(
          key,
          entries.filter(({ categories }) => categories.some((one) => one === key)),
          query({ cause: key }),
          question,
        ),
      )
      .toSorted(most),
    byPerson: persons
      .map((key) => ({
        key,
        count: entries.filter(({ concerns }) => concerns.includes(key)).length,
        behind: query({ person: key }),
      }))
      .toSorted(most),
    settled: { yes: settled('yes'), no: settled('no'), unknown: settled('unknown') },
    trend: trend.periods.map((period) => ({
      period,
      behind: query({ ...spanOf(period, trend.by) }),
      count: earlier.filter(({ receivedAt }) => periodOf(localDate(receivedAt, zone), trend.by) === period).length,
    })),
  };
}
