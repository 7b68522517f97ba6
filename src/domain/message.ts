import type { Language } from './language.ts';
import type { ChannelId } from './vocabulary.ts';

/** Rank only grows (channels.md 2.6): a late `sent` never hides a `delivered`. */
export const DELIVERY_STATES = [
  'none', // inbound: nothing to deliver
  'pending', // in the outbox
  'sending', // claimed: the carrier call may be under way
  'uncertain', // the carrier may or may not have it; reconciled, never blindly resent
  'accepted',
  'queued',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'cancelled', // never left: superseded, opted out, staff took over
  'expired', // too late to be sent
  'read',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message as a channel hands it in. */
export interface InboundMessage {
  readonly channel: ChannelId;
  /** E.164 for SMS; the messenger's own id elsewhere. */
  readonly address: string;
  /** The carrier's id; with the channel it is the de-duplication key. */
  readonly externalId: string;
  /** As received, untrimmed. A picture or voice message without text is `[图片]` or `[语音]`. */
  readonly text: string;
  /** Language that the contact's page is in; what somebody writes tells more, once they have. */
  readonly language?: Language;
  /** Epoch ms at which we got it. */
  readonly receivedAt: number;
  /** The carrier acted on an opt-out word itself, and has answered it. */
  readonly carrierKeyword?: 'stop' | 'start' | 'help';
  /** A button was tapped: on which message of ours (`messageId`) and which of its options. The turn puts the option's words in as text. */
  readonly tap?: { readonly messageId: string; readonly option: number };
  /** The one-time token by which this address is tied to a patient. A secret: it is never stored as it is. */
  readonly enrolmentToken?: string;
}

/** `outdated`: a tap on a question that is not open any more; nothing was stored. */
export type Received = 'accepted' | 'duplicate' | 'outdated';

/** What a channel learns of an address by itself: the person closed it to us (blocked the bot), or opened it again. */
export interface AddressReport {
  readonly channel: ChannelId;
  readonly address: string;
  /** As with a message: the de-duplication key. */
  readonly externalId: string;
  readonly state: 'closed' | 'open';
}

/** One line of a transcript. `seq` counts from 1 within the conversation. */
export interface MessageRow {
  readonly conversationId: string;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly author: 'contact' | 'bot' | 'staff';
  /** The account that wrote it, where staff did. */
  readonly by?: string;
  readonly text: string;
  /** Epoch ms: received or written to the outbox. */
  readonly at: number;
  readonly delivery: DeliveryState;
  /** Phrase keys the text was rendered from (template channels need them); empty for inbound. */
  readonly phrases: readonly string[];
  /** Option buttons offered with it. */
  readonly options: readonly string[];
  /** Inbound: finding kinds with evidence, as staff see them ("why did it think so"). */
  readonly readings: readonly string[];
  /** The failure, if delivery failed: code and sentence for staff. */
  readonly failure?: { readonly code: string; readonly detail: string };
  readonly providerId?: string;
}

/** What the outbox needs to know of an outbound message besides its transcript line. */
export interface OutboxMark {
  /** Sent outside sending hours, after opt-out and while staff own the conversation: safety texts only. */
  readonly urgent: boolean;
  /** Counts as proactive: held inside sending hours and by the per-contact caps. */
  readonly proactive: boolean;
  /** Of a proactive one: it repeats an answer to somebody who wrote, so a pause of the campaign does not hold it. */
  readonly repeatsAnswer?: true;
  /** The last word to someone who opted out, which the suppression must let through. */
  readonly confirmsOptOut: boolean;
  /** Epoch ms; not before (spread, settle). */
  readonly notBefore: number;
  /** Epoch ms; later it is `expired` and goes to staff instead. */
  readonly expiresAt: number;
}

/** `conversationId.seq`: the outbox id, which also travels in the status callback. */
export function messageId(conversationId: string, seq: number): string {
  return `${conversationId}.${String(seq)}`;
}

/** The two parts of an outbox id; undefined if it is none. */
export function readMessageId(id: string): { conversationId: string; seq: number } | undefined {
  const dot = id.lastIndexOf('.');
  const conversationId = id.slice(0, dot);
  const seq = Number(id.slice(dot + 1));
  return messageId(conversationId, seq) === id && dot > 0 ? { conversationId, seq } : undefined;
}
