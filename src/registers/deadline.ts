import type { RegisterRecord } from '../domain/register.ts';
import { addWorkdays, type ReckonedDay, type WorkCalendar, workdaysBetween } from '../domain/working-days.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { RegisterSettings } from './settings.ts';

/** What deadlines are counted with. */
export interface DeadlineRules {
  readonly settings: RegisterSettings;
  readonly calendar: WorkCalendar;
  readonly zone: string;
}

type Counted = Pick<
  RegisterRecord,
  'kind' | 'receivedAt' | 'categories' | 'coDepartments' | 'pausedDays' | 'signatures'
>;

const ENDS = ['close', 'dismiss'];
const ASIDE = ['take', 'instruct', 'join'];

/** Epoch ms from which the days count: the receipt, or the last time that a closed entry was opened again. */
function countedFrom({ receivedAt, signatures }: Pick<Counted, 'receivedAt' | 'signatures'>): number {
  const steps = signatures.filter(({ step }) => !ASIDE.includes(step));
  const reopened = steps.findLast(
    ({ step }, index) => step === 'return' && ENDS.includes(steps[index - 1]?.step ?? ''),
  );
  return reopened?.at ?? receivedAt;
}

/**
 * The day by which the contact is to be answered: working days from the day of receipt, or on which it was opened again, day 1 being the next one; pauses are added.
 * The main category may have a span of its own; a co-handling department makes it the longer one. Only complaints have a deadline.
 */
export function dueOf(entry: Counted, rules: DeadlineRules): ReckonedDay | null {
  if (entry.kind !== 'complaint') return null;
  const { answerDays, coAnswerDays, categoryDays } = rules.settings;
  const [main] = entry.categories;
  const own = (main === undefined ? undefined : categoryDays[main]) ?? answerDays;
  const days = entry.coDepartments.length > 0 ? Math.max(own, coAnswerDays) : own;
  return addWorkdays(localDate(countedFrom(entry), rules.zone), days + entry.pausedDays, rules.calendar);
}

/** The entry with its deadline counted anew. */
export function withDue(entry: RegisterRecord, rules: DeadlineRules): RegisterRecord {
  const due = dueOf(entry, rules);
  return { ...entry, dueOn: due?.day ?? null, dueProvisional: due?.provisional ?? false };
}

/** Working days that a pause from `pausedAt` until now has taken. */
export function pausedFor(pausedAt: number, now: number, rules: DeadlineRules): number {
  return workdaysBetween(localDate(pausedAt, rules.zone), localDate(now, rules.zone), rules.calendar);
}

/** True after the last minute of the due day, unless the clock is stopped. */
export function isOverdue(entry: Pick<RegisterRecord, 'status' | 'dueOn' | 'pausedAt'>, today: string): boolean {
  return entry.status !== 'closed' && entry.pausedAt === null && entry.dueOn !== null && entry.dueOn < today;
}

/**
 * How far up an overdue entry is told; 0: nobody has to know. Where the responsible department has no head who may see it
 * (`hasHead`), the conduct office answers for it and knows at once.
 */
export function escalationOf(
  entry: Pick<RegisterRecord, 'status' | 'dueOn' | 'pausedAt'>,
  { today, hasHead }: { readonly today: string; readonly hasHead: boolean },
  { settings, calendar }: DeadlineRules,
): RegisterRecord['escalated'] {
  if (!isOverdue(entry, today) || entry.dueOn === null) return 0;
  const late = workdaysBetween(entry.dueOn, today, calendar);
  if (late > settings.leaderAfterDays) return 3;
  return late > settings.conductAfterDays || !hasHead ? 2 : 1;
}
