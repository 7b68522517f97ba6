import type { ReportScope, WorkloadRow } from '../store/store.ts';
import type { Figure, Workload } from './report.types.ts';
import { behind } from './sums.ts';

/**
 * What counts as work, as the audit calls it, in the order of the columns: what changes something for a patient, an entry, a task or a
 * shift. Looking, searching, printing and signing in do not count.
 */
export const DEEDS = [
  'conversation.claim',
  'conversation.reply',
  'conversation.reached',
  'conversation.hand-back',
  'conversation.close',
  'conversation.take-back',
  'conversation.release',
  'conversation.assign',
  'conversation.transfer',
  'conversation.snooze',
  'conversation.note',
  'conversation.label',
  'conversation.correct-answer',
  'conversation.schedule',
  'work.take',
  'work.assign',
  'work.change',
  'work.settle',
  'work.tell',
  'work.cancel',
  'work.callback',
  'register.add',
  'register.edit',
  'register.take',
  'register.assign',
  'register.answer',
  'register.approve',
  'register.instruct',
  'register.return',
  'register.pause',
  'register.resume',
  'register.close',
  'register.dismiss',
  'register.conclude',
  'register.link',
  'register.attach',
  'register.detach',
  'shift.begin',
  'shift.hand-over',
  'shift.accept',
  'shift.review',
  'import.apply',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Reads a deed from what the audit says. */
export function isDeed(what: string): what is Deed {
  return (DEEDS as readonly string[]).includes(what);
}

/** Deeds by account, the busiest first; `names`: of the accounts that there are. */
export function workload(
  scope: ReportScope,
  rows: readonly WorkloadRow[],
  names: ReadonlyMap<string, string>,
): Workload {
  const counted = rows.filter(({ account, what }) => names.has(account) && isDeed(what));
  const deeds = DEEDS.filter((deed) => counted.some(({ what }) => what === deed));
  const accounts = [...new Set(counted.map(({ account }) => account))];
  const result = accounts.map((account) => {
    const own = counted.filter((row) => row.account === account);
    const figure = (deed: string | null): Figure => ({
      count: own.filter(({ what }) => deed === null || what === deed).reduce((sum, { count }) => sum + count, 0),
      behind: behind(scope, 'deeds', { account, deed }),
    });
    const done = deeds.filter((deed) => own.some(({ what }) => what === deed));
    return {
      account,
      name: names.get(account) ?? account,
      deeds: Object.fromEntries(done.map((deed) => [deed, figure(deed)])),
      total: figure(null),
      days: new Set(own.map(({ day }) => day)).size,
    };
  });
  return { rows: result.toSorted((a, b) => b.total.count - a.total.count), deeds };
}
