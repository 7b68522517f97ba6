import type { Twilio } from 'twilio';
import { MINUTE } from '../../domain/clock.ts';
import type { InboundMessage } from '../../domain/message.ts';
import type { OutgoingMessage, ReconcileOutcome } from '../channel.ts';
import { failureOfCode } from '../errors.ts';
import { carrierKeyword } from './keywords.ts';
import type { TwilioOptions } from './options.ts';
import { failureOfError } from './rest.ts';
import { readStatus } from './status.ts';
import { textOf } from './webhooks.ts';

/** How far the carrier's clock may be behind ours. */
const CLOCK_SKEW = 2 * MINUTE;
const PAGE_SIZE = 200;
/** A list longer than this is not read to its end, and then nothing is called absent. */
const MAX_LISTED = 5_000;

/** The library's types deny that both may be empty. */
interface Dates {
  readonly dateCreated: Date | null;
  readonly dateSent: Date | null;
}

type Listed = Awaited<ReturnType<Twilio['messages']['list']>>[number];

/** Which message is looked for; see `Channel.reconcile`. */
export interface Search {
  readonly message: OutgoingMessage;
  readonly providerId: string | undefined;
  readonly taken: (providerId: string) => Promise<boolean>;
  readonly now: number;
  /** Milliseconds since the attempt before which nothing is called absent. */
  readonly absentAfterMs: number;
}

/** What became of a message whose send had no clear answer. */
export async function reconcileMessage(
  client: Twilio,
  { message, providerId, taken, now, absentAfterMs }: Search,
): Promise<ReconcileOutcome> {
  try {
    if (providerId !== undefined) return outcomeOf(await client.messages(providerId).fetch());
    const since = message.firstTriedAt - CLOCK_SKEW;
    const recent = await client.messages.list({
      to: message.address,
      dateSentAfter: new Date(since),
      pageSize: PAGE_SIZE,
      limit: MAX_LISTED,
    });
    const found = await pick(recent, message, since, taken);
    if (found !== undefined) return outcomeOf(found);
    if (now - message.firstTriedAt < absentAfterMs) return { kind: 'unknown', detail: 'not in the list yet' };
    // What still waits in the carrier's queue has no sending date, so before it is called absent all are read.
    const all = await client.messages.list({ to: message.address, pageSize: PAGE_SIZE, limit: MAX_LISTED });
    const late = await pick(all, message, since, taken);
    if (late !== undefined) return outcomeOf(late);
    if (all.length >= MAX_LISTED) return { kind: 'unknown', detail: 'the list is too long to be read whole' };
    return { kind: 'absent' };
  } catch (error) {
    return { kind: 'unknown', detail: `the list could not be read: ${failureOfError(error).code}` };
  }
}

/** The oldest message of this text since the attempt that belongs to no other line. */
async function pick(
  listed: readonly Listed[],
  message: OutgoingMessage,
  since: number,
  taken: (providerId: string) => Promise<boolean>,
): Promise<Listed | undefined> {
  const candidates = oldestFirst(listed, since).filter(
    (one) => one.direction !== 'inbound' && one.body === message.text,
  );
  for (const one of candidates) {
    if (!(await taken(one.sid))) return one;
  }
  return undefined;
}

/** Twilio lists the newest first and dates by whole seconds: within a second its own order, turned round, decides. */
function oldestFirst(listed: readonly Listed[], since: number): readonly Listed[] {
  return listed
    .filter((one) => madeAt(one) >= since)
    .toReversed()
    .sort((a, b) => madeAt(a) - madeAt(b));
}

/** Epoch ms. A message without any date counts as new, so that it is never overlooked. */
function madeAt({ dateCreated, dateSent }: Dates): number {
  const at = (dateCreated ?? dateSent)?.getTime();
  return at === undefined || Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

function outcomeOf(found: Pick<Listed, 'sid' | 'status' | 'errorCode'>): ReconcileOutcome {
  const status = readStatus(found.status) ?? 'accepted';
  const failed = status === 'failed' || status === 'undelivered';
  const code = (found.errorCode as number | null) ?? undefined;
  return {
    kind: 'found',
    providerId: found.sid,
    status,
    ...(failed ? { failure: failureOfCode(code === undefined ? undefined : String(code)) } : {}),
  };
}

/** Messages that Twilio received for us since `since`, oldest first. */
export async function listReceived(
  client: Twilio,
  options: TwilioOptions,
  since: number,
): Promise<readonly InboundMessage[]> {
  const listed = await client.messages.list({
    // With a messaging service our numbers are not known here: everything is listed and the direction decides.
    ...(options.from === undefined ? {} : { to: options.from }),
    dateSentAfter: new Date(since),
    pageSize: PAGE_SIZE,
  });
  return oldestFirst(listed, since)
    .filter((one) => one.direction === 'inbound')
    .map((one) => toInbound(one, since));
}

function toInbound(one: Listed, since: number): InboundMessage {
  const body = (one.body as string | null) ?? '';
  const keyword = carrierKeyword(undefined, body);
  return {
    channel: 'sms',
    address: one.from,
    externalId: one.sid,
    // The list does not say what kind of media it was.
    text: textOf(body, Number(one.numMedia), ''),
    receivedAt: Number.isFinite(madeAt(one)) ? madeAt(one) : since,
    ...(keyword === undefined ? {} : { carrierKeyword: keyword }),
  };
}
