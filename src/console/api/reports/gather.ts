import type { RegisterRecord } from '../../../domain/register.ts';
import type { RegisterKind } from '../../../domain/vocabulary.ts';
import { fromLocal, localDate, parseDate } from '../../../domain/zoned-time.ts';
import { praisedIn, type StaffMember } from '../../../registers/praised.ts';
import { scopeOf } from '../../../registers/staff.ts';
import { cost } from '../../../reports/cost.ts';
import { departmentOf, entriesReport } from '../../../reports/entries.ts';
import { isWholeMonths, type Span, spanBefore } from '../../../reports/periods.ts';
import type {
  Cost,
  Dimension,
  EntriesReport,
  Overview,
  ResponseTimes,
  Satisfaction,
  Workload,
} from '../../../reports/report.types.ts';
import { satisfaction } from '../../../reports/satisfaction.ts';
import { total } from '../../../reports/sums.ts';
import { trend, trendOf } from '../../../reports/trend.ts';
import { responseTimes } from '../../../reports/waits.ts';
import { groupRows, rates, waterfall } from '../../../reports/waterfall.ts';
import { workload } from '../../../reports/workload.ts';
import type { FigureRow, RegisterFilter, ReportScope } from '../../../store/store.ts';
import type { SignedIn } from '../endpoint.ts';
import type { ReportDeps } from './deps.ts';

/** More handoffs than any span of a report has; above it the newest are looked at. */
export const MOST_HANDOFFS = 50_000;
const PAGE = 200;

/** Whole months are read as such: a year of them is a few hundred rows. */
function figures(deps: ReportDeps, scope: ReportScope, by: Dimension): Promise<readonly FigureRow[]> {
  const months = isWholeMonths(scope) && by !== 'day' && by !== 'week';
  return deps.store.reports.figures(scope, months ? 'month' : 'day');
}

/** Waterfall, rates, groups and trend. */
export async function gatherOverview(deps: ReportDeps, scope: ReportScope, by: Dimension): Promise<Overview> {
  const { questions, minimum } = deps.settings();
  const rows = await figures(deps, scope, by);
  const earlier = { ...scope, ...spanBefore(scope) };
  const before = { scope: earlier, counts: total(await figures(deps, earlier, 'department')) };
  const line = trendOf(scope);
  const past = await figures(deps, { ...scope, ...line.span }, line.by);
  const counts = total(rows);
  return {
    waterfall: waterfall(scope, counts, minimum),
    rates: rates({ scope, counts }, before, minimum),
    groups: groupRows(scope, rows, by, minimum),
    trend: trend(scope, past, line, { questions: questions.map(({ id }) => id), minimum }),
  };
}

export async function gatherSatisfaction(deps: ReportDeps, scope: ReportScope, by: Dimension): Promise<Satisfaction> {
  const { questions, minimum } = deps.settings();
  const ids = questions.map(({ id }) => id);
  return satisfaction(scope, await figures(deps, scope, by), by, { questions: ids, minimum });
}

export async function gatherCost(deps: ReportDeps, scope: ReportScope): Promise<Cost> {
  return cost(scope, await figures(deps, scope, 'department'), deps.settings().minimum);
}

export async function gatherWaits(deps: ReportDeps, scope: ReportScope): Promise<ResponseTimes> {
  return responseTimes(scope, await deps.store.reports.handoffs(scope, MOST_HANDOFFS), deps.settings());
}

/** Names of the accounts that a scope is of, by what the audit calls them. */
export async function accountsOf(deps: ReportDeps, scope: ReportScope): Promise<ReadonlyMap<string, string>> {
  const accounts = await deps.store.accounts.list();
  const own = accounts.filter(({ department }) => scope.department === null || department === scope.department);
  return new Map(own.map(({ id, name }) => [`account:${id}`, name]));
}

export async function gatherWorkload(deps: ReportDeps, scope: ReportScope): Promise<Workload> {
  const names = await accountsOf(deps, scope);
  return workload(scope, await deps.store.reports.work(scope.from, scope.to), names);
}

/** Epoch ms at which a local day begins, or the day after it. */
export function startOf(day: string, zone: string, later = 0): number {
  const date = parseDate(day);
  return date === undefined ? 0 : fromLocal({ ...date, day: date.day + later }, 0, zone);
}

/** A praise concerns the people whom it means, each once. */
function withPersons(entry: RegisterRecord, staff: readonly StaffMember[]): RegisterRecord {
  const persons = praisedIn(entry, staff).map(({ name, department, certain }) =>
    certain && department !== '' ? `${name}（${department}）` : name,
  );
  return { ...entry, concerns: persons };
}

/** Entries of one register that this person may know of, received in the span. */
export async function entriesOf(
  deps: ReportDeps,
  who: SignedIn,
  kind: RegisterKind,
  span: Span,
): Promise<readonly RegisterRecord[]> {
  const { zone } = deps.settings();
  const filter: RegisterFilter = {
    kinds: [kind],
    statuses: null,
    department: null,
    category: null,
    overdueOn: null,
    text: null,
    from: startOf(span.from, zone),
    to: startOf(span.to, zone, 1),
  };
  const scope = scopeOf(who);
  const rows: RegisterRecord[] = [];
  let after: string | null = null;
  do {
    const page: { readonly rows: readonly RegisterRecord[]; readonly next: string | null } =
      await deps.store.registers.list({ scope, filter, order: 'newest', limit: PAGE, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return kind === 'praise' ? rows.map((row) => withPersons(row, deps.roster())) : rows;
}

export interface EntriesAsked {
  readonly who: SignedIn;
  readonly scope: ReportScope;
  readonly kind: RegisterKind;
  /** Epoch ms. */
  readonly now: number;
}

/** Complaints or praise of the scope. A department narrows to what it answers for, or what concerns it. */
export async function gatherEntries(deps: ReportDeps, { who, scope, kind, now }: EntriesAsked): Promise<EntriesReport> {
  const { zone, minimum } = deps.settings();
  const line = trendOf(scope);
  const [from, to] = [
    line.span.from < scope.from ? line.span.from : scope.from,
    line.span.to > scope.to ? line.span.to : scope.to,
  ];
  const all = await entriesOf(deps, who, kind, { from, to });
  const earlier = all.filter((entry) => scope.department === null || departmentOf(entry) === scope.department);
  const [begin, end] = [startOf(scope.from, zone), startOf(scope.to, zone, 1)];
  const entries = earlier.filter(({ receivedAt }) => receivedAt >= begin && receivedAt < end);
  return entriesReport({ scope, kind, entries, earlier, trend: line, zone, today: localDate(now, zone), minimum });
}
