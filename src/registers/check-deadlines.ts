import type { RegisterRecord } from '../domain/register.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { RegisterDeadline, RegisterKey, Store } from '../store/store.ts';
import { type DeadlineRules, escalationOf, withDue } from './deadline.ts';

const PAGE = 200;

/** News of a deadline that has passed. `level` 1: for supervisors, 2: for leaders as well. */
export interface OverdueNotice extends RegisterKey {
  readonly level: 1 | 2;
}

/**
 * Counts the deadlines of new complaints, and of those that the calendar did not reach before, and says once of each that is overdue
 * who has to know. Run it again and again; what was told is not told twice.
 */
export async function checkDeadlines(
  store: Pick<Store, 'registers'>,
  now: number,
  rules: DeadlineRules,
): Promise<readonly OverdueNotice[]> {
  const today = localDate(now, rules.zone);
  const notices: OverdueNotice[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['registers']['toCheck']>> = await store.registers.toCheck(today, {
      limit: PAGE,
      after,
    });
    const news = page.rows.flatMap((entry) => newsOf(entry, today, rules));
    if (news.length > 0) await store.registers.setDeadlines(news, now);
    for (const { kind, number, escalated } of news.filter(rises(page.rows)))
      if (escalated > 0) notices.push({ kind, number, level: escalated === 2 ? 2 : 1 });
    after = page.next;
  } while (after !== null);
  return notices;
}

function newsOf(entry: RegisterRecord, today: string, rules: DeadlineRules): readonly RegisterDeadline[] {
  const counted = entry.dueOn === null || entry.dueProvisional ? withDue(entry, rules) : entry;
  const escalated = escalationOf(counted, today, rules);
  const level = escalated > entry.escalated ? escalated : entry.escalated;
  const { kind, number, dueOn, dueProvisional } = counted;
  const isNews = dueOn !== entry.dueOn || dueProvisional !== entry.dueProvisional || level !== entry.escalated;
  return isNews ? [{ kind, number, dueOn, dueProvisional, escalated: level }] : [];
}

/** Deadlines whose escalation is higher than the entry's was. */
function rises(rows: readonly RegisterRecord[]): (news: RegisterDeadline) => boolean {
  const before = new Map(rows.map(({ number, escalated }) => [number, escalated]));
  return ({ number, escalated }) => escalated > (before.get(number) ?? 0);
}
