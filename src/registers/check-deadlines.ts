import { ESCALATION_LEVELS, type EscalationLevel, type RegisterRecord } from '../domain/register.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { RegisterDeadline, RegisterKey, Store } from '../store/store.ts';
import { type DeadlineRules, escalationOf, withDue } from './deadline.ts';
import { isAbout, type Person } from './naming.ts';

const PAGE = 200;

/** An active account of a head. */
export interface HeadAccount extends Person {
  readonly accountId: string;
}

/** News of a deadline that has passed, for one level. */
export interface OverdueNotice extends RegisterKey {
  readonly level: EscalationLevel;
  /** Accounts of the heads of the responsible department; whom the entry names is none of them. Empty above level 1. */
  readonly heads: readonly string[];
}

interface CheckScene {
  readonly today: string;
  readonly rules: DeadlineRules;
  readonly heads: readonly HeadAccount[];
}

/**
 * Counts the deadlines of new complaints, and of those that the calendar did not reach before, and says of each that is overdue who
 * has to know, each level once. Run it again and again; what was told is not told twice.
 */
export async function checkDeadlines(
  store: Pick<Store, 'registers'>,
  now: number,
  rules: DeadlineRules,
  heads: readonly HeadAccount[],
): Promise<readonly OverdueNotice[]> {
  const scene = { today: localDate(now, rules.zone), rules, heads };
  const notices: OverdueNotice[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['registers']['toCheck']>> = await store.registers.toCheck(scene.today, {
      limit: PAGE,
      after,
    });
    const news = page.rows.flatMap((entry) => newsOf(entry, scene));
    if (news.length > 0) await store.registers.setDeadlines(news, now);
    notices.push(...page.rows.flatMap((entry) => noticesOf(entry, news, scene)));
    after = page.next;
  } while (after !== null);
  return notices;
}

/** The heads who may know of an entry of their department. */
function headsFor(entry: RegisterRecord, { heads }: CheckScene): readonly HeadAccount[] {
  const responsible = heads.filter(({ department }) => department !== null && department === entry.department);
  return responsible.filter((head) => !isAbout(entry, head));
}

function newsOf(entry: RegisterRecord, scene: CheckScene): readonly RegisterDeadline[] {
  const { today, rules } = scene;
  const counted = entry.dueOn === null || entry.dueProvisional ? withDue(entry, rules) : entry;
  const hasHead = headsFor(entry, scene).length > 0;
  const escalated = escalationOf(counted, { today, hasHead }, rules);
  const level = escalated > entry.escalated ? escalated : entry.escalated;
  const { kind, number, dueOn, dueProvisional } = counted;
  const isNews = dueOn !== entry.dueOn || dueProvisional !== entry.dueProvisional || level !== entry.escalated;
  return isNews ? [{ kind, number, dueOn, dueProvisional, escalated: level }] : [];
}

/** One for each level that the entry has risen to. */
function noticesOf(
  entry: RegisterRecord,
  news: readonly RegisterDeadline[],
  scene: CheckScene,
): readonly OverdueNotice[] {
  const { kind, number } = entry;
  const risen = news.find((one) => one.number === number)?.escalated ?? 0;
  return ESCALATION_LEVELS.filter((level) => level > entry.escalated && level <= risen).map((level) => ({
    kind,
    number,
    level,
    heads: level === 1 ? headsFor(entry, scene).map(({ accountId }) => accountId) : [],
  }));
}
