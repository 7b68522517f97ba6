import { afterWorkingMinutes } from '../../domain/working-time.ts';
import type { FlowSettings } from '../flow.ts';

/**
 * When a colleague is next there: null = now (or no hours are set), else epoch ms of the next opening. The clock of the inbox and the
 * promises go by the same rule: a holiday has no hours, a make-up day has.
 */
export function nextStaffTime(
  now: number,
  { staffHours, zone, calendar }: Pick<FlowSettings, 'staffHours' | 'zone' | 'calendar'>,
): number | null {
  const next = afterWorkingMinutes(now, 0, { spans: staffHours, zone, calendar });
  return next === now ? null : next;
}
