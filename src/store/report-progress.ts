import type { ConversationRecord } from '../domain/conversation.ts';
import type { DeliveryState } from '../domain/message.ts';
import { themesOf } from '../domain/themes.ts';
import type { ChannelId, Outcome } from '../domain/vocabulary.ts';
import type { FollowUpCancelReason } from './store.ts';

/**
 * Changes whenever `progressOf` gives other names for the same records, or the figures are kept otherwise: a data file that was
 * counted by another version is counted anew when it is opened.
 */
export const PROGRESS_VERSION = 3;

/** What the discharge list and the campaign say of a stay. */
export interface StayPart {
  readonly channel: ChannelId;
  readonly hasAddress: boolean;
  /** Its follow-up is still to come. */
  readonly planned: boolean;
  readonly cancelReason: FollowUpCancelReason | null;
}

/** How far the best of our lines got. `waiting`: one may still leave. */
export type Arrival = 'none' | 'waiting' | 'sent' | 'delivered';

/** What one conversation about the stay says. */
export interface TalkPart {
  readonly channel: ChannelId;
  readonly outcome: Outcome | null;
  readonly identified: boolean;
  readonly respondent: ConversationRecord['respondent'];
  readonly answers: ConversationRecord['answers'];
  readonly arrival: Arrival;
  /** The contact has written. */
  readonly heard: boolean;
  readonly complaint: boolean;
  readonly handoff: boolean;
  /** Its answers came faster than anyone reads. */
  readonly tooFast: boolean;
}

/** Where a stay is counted: under which channel, and under which names (docs/reports.md has the formula of each). */
export interface Progress {
  readonly channel: ChannelId;
  readonly names: readonly string[];
}

/** Channels that never tell whether a line arrived. */
const WITHOUT_RECEIPTS: readonly ChannelId[] = ['telegram'];

/** Reasons of the list and of the contact that make a stay not eligible (standards.md 5). */
const OUT: Readonly<Partial<Record<FollowUpCancelReason, string>>> = {
  deceased: 'deceased',
  transferred: 'transferred',
  opted_out: 'opted_out',
  wrong_number: 'wrong_number',
  unreachable: 'unreachable',
};
const OUT_OUTCOMES: readonly Outcome[] = ['deceased', 'opted_out', 'wrong_number'];

/** True for lines that a carrier took; what was refused at once costs nothing. */
export function isBilled(delivery: DeliveryState): boolean {
  return ['accepted', 'queued', 'sent', 'delivered', 'undelivered', 'read'].includes(delivery);
}

/** How far one line of ours got. */
export function arrivalOf(delivery: DeliveryState): Arrival {
  if (delivery === 'delivered' || delivery === 'read') return 'delivered';
  if (delivery === 'accepted' || delivery === 'queued' || delivery === 'sent') return 'sent';
  return delivery === 'pending' || delivery === 'sending' || delivery === 'uncertain' ? 'waiting' : 'none';
}

const ARRIVALS: readonly Arrival[] = ['none', 'waiting', 'sent', 'delivered'];

export function furthest(one: Arrival, other: Arrival): Arrival {
  return ARRIVALS.indexOf(one) >= ARRIVALS.indexOf(other) ? one : other;
}

/** A line that answers so soon after ours was written by nobody who read it (standards.md 5, cleaning). Milliseconds. */
const READING_TIME = 1_000;

/** How fast the contact answers: lines heard, those among them that came too soon, and the last line of all. */
export interface Pace {
  readonly heard: number;
  readonly fast: number;
  readonly last: { readonly ours: boolean; readonly at: number } | null;
}

export const NOTHING_SAID: Pace = { heard: 0, fast: 0, last: null };

export function paceAfter({ heard, fast, last }: Pace, line: { readonly author: string; readonly at: number }): Pace {
  const ours = line.author !== 'contact';
  const tooSoon = !ours && last?.ours === true && line.at - last.at < READING_TIME;
  return { heard: heard + Number(!ours), fast: fast + Number(tooSoon), last: { ours, at: line.at } };
}

/** Two lines or more, and at least half of all, came before anyone could have read ours. */
export function isTooFast({ heard, fast }: Pace): boolean {
  return fast >= 2 && fast * 2 >= heard;
}

/** What the record itself says; the rest of a TalkPart stands in other rows. */
export function talkOf(
  record: ConversationRecord,
): Pick<TalkPart, 'channel' | 'outcome' | 'identified' | 'respondent' | 'answers'> {
  const { channel, outcome, respondent, answers } = record;
  const context = record.snapshot.context;
  const said = typeof context === 'object' && context !== null && Reflect.get(context, 'identified') === true;
  const identified = said || respondent !== null || outcome === 'completed' || Object.keys(answers).length > 0;
  return { channel, outcome, identified, respondent, answers };
}

/** One stay, one talk: the completed one, else the last (standards.md 5, cleaning). */
function chosen(talks: readonly TalkPart[]): TalkPart | undefined {
  return talks.findLast((talk) => talk.outcome === 'completed') ?? talks.at(-1);
}

function leftOut({ cancelReason, hasAddress }: StayPart, talk: TalkPart | undefined): string | undefined {
  const listed = cancelReason === null ? undefined : OUT[cancelReason];
  if (listed !== undefined) return listed;
  if (!hasAddress) return 'no_phone';
  return talk?.outcome != null && OUT_OUTCOMES.includes(talk.outcome) ? talk.outcome : undefined;
}

/** Why an eligible stay has not been contacted. */
function notContacted({ planned, cancelReason }: StayPart, arrival: Arrival, talked: boolean): string {
  if (planned) return 'planned';
  if (cancelReason !== null) return cancelReason;
  if (arrival === 'waiting') return 'sending';
  return talked ? 'not_sent' : 'cancelled';
}

function answerNames({ answers, tooFast }: TalkPart): readonly string[] {
  return Object.entries(answers).flatMap(([question, { grade, reason }]) => [
    tooFast ? `flagged.${question}` : `answer.${question}.${grade}`,
    ...(reason === undefined ? [] : [`reason.${question}`]),
    ...(reason === undefined ? [] : themesOf(reason).map((theme) => `theme.${question}.${theme}`)),
  ]);
}

/** What stands beside the waterfall of a stay that was contacted. */
function besides(talk: TalkPart): readonly string[] {
  const end = talk.outcome ?? 'open';
  const partial = talk.outcome !== null && talk.outcome !== 'completed' && Object.keys(talk.answers).length > 0;
  return [
    `end.${end}`,
    ...(partial ? ['partial'] : []),
    ...(talk.identified ? [`by.${talk.respondent ?? 'unknown'}`] : []),
    ...answerNames(talk),
    ...(talk.tooFast ? ['flag.too_fast'] : []),
  ];
}

function issues(talks: readonly TalkPart[]): readonly string[] {
  const complaint = talks.some((talk) => talk.complaint);
  const handoff = talks.some((talk) => talk.handoff);
  return [
    ...(complaint ? ['complaint'] : []),
    ...(handoff ? ['handoff'] : []),
    ...(complaint || handoff ? ['issue'] : []),
  ];
}

/** `undefined`: nothing proves that a line arrived. */
function proofOf(arrival: Arrival, reached: boolean, channel: ChannelId): string | undefined {
  if (arrival === 'delivered') return 'receipt';
  if (reached) return 'reply';
  return WITHOUT_RECEIPTS.includes(channel) ? 'no_receipt' : undefined;
}

/** The steps from being contacted to the end; a stay stops at exactly one. */
function contactedNames(talk: TalkPart, arrival: Arrival, reached: boolean): readonly string[] {
  const proof = proofOf(arrival, reached, talk.channel);
  const end = talk.outcome ?? 'open';
  if (proof === undefined) return ['contacted', 'stop.contacted.no_receipt'];
  const delivered = ['contacted', 'delivered', `via.${proof}`];
  if (!reached) return [...delivered, `stop.delivered.${end}`];
  if (!talk.identified) return [...delivered, 'reached', `stop.reached.${end}`];
  const identified = [...delivered, 'reached', 'identified'];
  return end === 'completed' ? [...identified, 'completed'] : [...identified, `stop.identified.${end}`];
}

/**
 * The names a stay counts under. Each stage of the waterfall contains the next: who answered was reached, whatever the carrier says, so
 * what falls out between two stages is exactly the `stop.` names of the first.
 */
export function progressOf(stay: StayPart, talks: readonly TalkPart[]): Progress {
  const talk = chosen(talks);
  const arrival = talks.reduce<Arrival>((best, each) => furthest(best, each.arrival), 'none');
  const reached = talks.some((each) => each.heard || each.identified);
  const channel = talk?.channel ?? stay.channel;
  if (talk === undefined || !(reached || arrival === 'sent' || arrival === 'delivered')) {
    const out = leftOut(stay, talk);
    const names =
      out === undefined
        ? ['eligible', `stop.eligible.${notContacted(stay, arrival, talk !== undefined)}`]
        : [`out.${out}`];
    return { channel, names: ['discharged', ...names, ...issues(talks)] };
  }
  return {
    channel,
    names: ['discharged', 'eligible', ...contactedNames(talk, arrival, reached), ...besides(talk), ...issues(talks)],
  };
}
