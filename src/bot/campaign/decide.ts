import { MINUTE } from '../../domain/clock.ts';
import type { SendingHours } from '../../domain/hours.ts';
import type { DueFollowUp, FollowUpCancelReason } from '../../store/store.ts';
import { nextProactive, type ProactiveCaps } from './caps.ts';
import { type Candidate, chooseContact, type Place, type Reach } from './choose.ts';

/** How long a follow-up waits when the phone is busy with another patient. */
const BUSY_WAIT = 10 * MINUTE;

export type Decision =
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'postpone'; readonly until: number }
  | { readonly type: 'cancel'; readonly reason: FollowUpCancelReason };

export interface CampaignRules {
  readonly caps: ProactiveCaps;
  readonly hours: SendingHours;
  readonly zone: string;
  /** The channels of this deployment; without it only the number of the list is used. */
  readonly reach?: Reach;
}

/** Whoever opted out on one channel is not written to on another about the same patient. */
function hasOptedOut({ contact, enrolled }: DueFollowUp): boolean {
  return [contact, ...enrolled.map((one) => one.contact)].some((one) => one !== null && one.optedOutAt !== null);
}

function barred(due: DueFollowUp, place: Candidate | undefined): FollowUpCancelReason | undefined {
  if (due.patientDeceased) return 'deceased';
  const listed = place === undefined || (place.channel === due.stay.channel && place.address === due.stay.address);
  if (listed && due.wrongNumber) return 'wrong_number';
  if (hasOptedOut(due)) return 'opted_out';
  return place === undefined || (place.contact !== null && place.contact.unreachable !== null)
    ? 'unreachable'
    : undefined;
}

/** When we last began a talk about this patient, on whichever channel: the caps are a person's, not a number's. */
function proactiveOf({ contact, enrolled }: DueFollowUp): readonly number[] {
  return [contact, ...enrolled.map((one) => one.contact)]
    .flatMap((one) => one?.proactiveAt ?? [])
    .sort((a, b) => a - b);
}

/**
 * Whether a planned follow-up may begin at `now`, and where: nobody who must not be contacted, one talk a phone, the caps, the window
 * of 30 days.
 */
export function decideFollowUp(due: DueFollowUp, now: number, rules: CampaignRules): Decision {
  const place = chooseContact(due, rules.reach);
  const reason = barred(due, place);
  if (reason !== undefined) return { type: 'cancel', reason };
  if (place === undefined) return { type: 'cancel', reason: 'unreachable' };
  const until = nextProactive(place.busy ? now + BUSY_WAIT : now, proactiveOf(due), rules.caps, rules);
  if (until > due.stay.windowEnd) return { type: 'cancel', reason: 'window_passed' };
  if (until > now) return { type: 'postpone', until };
  return { type: 'open', place: { channel: place.channel, address: place.address } };
}
