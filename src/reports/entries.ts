import { DAY } from '../domain/clock.ts';
import type { RegisterRecord } from '../domain/register.ts';
import type { RegisterKind } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { ReportScope } from '../store/store.ts';
import { quantile, ratio } from './measure.ts';
import { periodOf } from './periods.ts';
import type { EntriesReport, EntryGroup } from './report.types.ts';
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

function closedInTime({ closedAt, dueOn }: RegisterRecord, zone: string): boolean {
  return closedAt !== null && dueOn !== null && localDate(closedAt, zone) <= dueOn;
}

function group(
  key: string,
  entries: readonly RegisterRecord[],
  query: string,
  at: Pick<EntriesQuestion, 'zone' | 'today'>,
): EntryGroup {
  const days = entries.flatMap((entry) => daysToAnswer(entry) ?? []);
  const due = entries.filter(({ dueOn, closedAt }) => dueOn !== null && (dueOn < at.today || closedAt !== null));
  const inTime = due.filter((entry) => closedInTime(entry, at.zone)).length;
  return {
    key,
    count: entries.length,
    behind: query,
    answered: days.length,
    closed: entries.filter(({ status }) => status === 'closed').length,
    overdue: entries.filter(
      ({ status, dueOn, pausedAt }) => status !== 'closed' && pausedAt === null && dueOn !== null && dueOn < at.today,
    ).length,
    medianDays: quantile(days, 0.5),
    inTime: { count: inTime, of: due.length, share: ratio(inTime, due.length) },
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
  const settled = (value: boolean | null) =>
    entries.filter((entry) => entry.status === 'closed' && entry.settled === value).length;
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
    settled: { yes: settled(true), no: settled(false), unknown: settled(null) },
    trend: trend.periods.map((period) => ({
      period,
      count: earlier.filter(({ receivedAt }) => periodOf(localDate(receivedAt, zone), trend.by) === period).length,
    })),
  };
}
