import { MINUTE } from '../../domain/clock.ts';
import type { SendingHours } from '../../domain/hours.ts';
import type { DueFollowUp, FollowUpCancelReason } from '../../store/store.ts';
import { nextProactive, type ProactiveCaps } from './caps.ts';

/** How long a follow-up waits when the phone is busy with another patient. */
const BUSY_WAIT = 10 * MINUTE;

export type Decision =
  | { readonly type: 'open' }
  | { readonly type: 'postpone'; readonly until: number }
  | { readonly type: 'cancel'; readonly reason: FollowUpCancelReason };

export interface CampaignRules {
  readonly caps: ProactiveCaps;
  readonly hours: SendingHours;
  readonly zone: string;
}

function barred(due: DueFollowUp): FollowUpCancelReason | undefined {
  if (due.patientDeceased) return 'deceased';
  if (due.wrongNumber) return 'wrong_number';
  if (due.contact !== null && due.contact.optedOutAt !== null) return 'opted_out';
  if (due.contact !== null && due.contact.unreachable !== null) return 'unreachable';
  return undefined;
}

/** Whether a planned follow-up may begin at `now`: nobody who must not be contacted, one talk a phone, the caps, the window of 30 days. */
export function decideFollowUp(due: DueFollowUp, now: number, rules: CampaignRules): Decision {
  const reason = barred(due);
  if (reason !== undefined) return { type: 'cancel', reason };
  const until = nextProactive(
    due.contactBusy ? now + BUSY_WAIT : now,
    due.contact?.proactiveAt ?? [],
    rules.caps,
    rules,
  );
  if (until > due.stay.windowEnd) return { type: 'cancel', reason: 'window_passed' };
  return until > now ? { type: 'postpone', until } : { type: 'open' };
}
