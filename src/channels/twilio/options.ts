import type { Logger } from '../../domain/logger.ts';

/** How this hospital's Twilio account is reached. One of `from` and `messagingServiceSid` is needed. */
export interface TwilioOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** The old or the coming token while it is being changed; accepted in signatures only. */
  readonly authTokenSecondary?: string;
  /** Our number, E.164. */
  readonly from?: string;
  readonly messagingServiceSid?: string;
  /** Instead of https://api.twilio.com: a stand-in for trials. */
  readonly apiBaseUrl?: string;
  /** The address under which the carrier reaches us; signatures are checked against it, never against the Host header. */
  readonly publicBaseUrl: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs?: number;
  /** Milliseconds after which a message that is not in the carrier's list is known to be absent; 10 minutes. */
  readonly absentAfterMs?: number;
  readonly logger?: Logger;
  /** Epoch ms; for reconciliation. */
  readonly now?: () => number;
}

/** Where Twilio posts received messages, below the public base address. */
export const INBOUND_PATH = '/webhooks/twilio/inbound';
/** Where Twilio posts message states; `?m=` carries our message id. */
export const STATUS_PATH = '/webhooks/twilio/status';

/** The public base address without fragment (connection overrides are not signed) and without a slash at its end. */
export function baseUrl(url: string): string {
  return url.replace(/#.*$/s, '').replace(/\/+$/, '');
}
