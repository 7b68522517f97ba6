/** What the stand-in does wrong with one create request. `after` faults have accepted the message. */
export type Fault =
  | { readonly kind: 'too_many'; readonly retryAfter?: number }
  | { readonly kind: 'server_error'; readonly when: 'before' | 'after'; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'silence'; readonly when: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** Refused with a code. */
  | { readonly kind: 'refuse'; readonly code: number; readonly status?: number }
  /** Accepted; a later callback says that it failed. */
  | { readonly kind: 'undelivered'; readonly code: number }
  /** The receipts arrive before the answer. */
  | { readonly kind: 'callbacks_first' };

/** How receipts travel. */
export interface CallbackStyle {
  readonly statuses: readonly string[];
  readonly delayMs: number;
  /** Share of callbacks, 0–1, that come twice, never, or are swapped with the next one. */
  readonly duplicate: number;
  readonly drop: number;
  readonly swap: number;
}

export interface StandInOptions {
  readonly port?: number;
  readonly accountSid?: string;
  readonly authToken?: string;
  /** Our number: inbound messages go to it. */
  readonly number?: string;
  /** Where inbound messages are posted, and the address they are signed for. */
  readonly appUrl?: string;
  /** Public base address of the product, if it is not `appUrl`: signed for this, sent to `appUrl`. */
  readonly publicBaseUrl?: string;
  readonly callbacks?: Partial<CallbackStyle>;
  /** Used up one by one by create requests. */
  readonly faults?: readonly Fault[];
  /** Chance of a random fault for each create request, 0–1. */
  readonly faultRate?: number;
  readonly seed?: number;
  /** Milliseconds that a create takes before it is answered. */
  readonly latencyMs?: number;
  /** Epoch ms, for tests that move the clock. */
  readonly now?: () => number;
  readonly onEvent?: (event: StandInEvent) => void;
}

/** A message as the carrier keeps it. */
export interface StoredMessage {
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly createdAt: number;
  readonly messagingServiceSid: string | null;
  readonly numMedia: number;
  readonly statusCallback: string | null;
  readonly validityPeriod: number | null;
  /** The product's own message id, read from the callback address. */
  readonly ourId: string | null;
  status: string;
  errorCode: number | null;
}

export interface InboundText {
  readonly from: string;
  readonly body?: string;
  readonly to?: string;
  readonly sid?: string;
  /** How many times the webhook is posted; 0: the product never hears of it. */
  readonly times?: number;
  /** Posts again until it is answered with 2xx, waiting this long in between. */
  readonly retryEveryMs?: number;
  /** Posts again at most so often (Twilio: `rc`, at most 5); absent = for ever. */
  readonly retries?: number;
  readonly mediaTypes?: readonly string[];
  readonly optOutType?: 'STOP' | 'START' | 'HELP';
  /** Further or overriding form fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface WebhookResult {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

type StandInEvent =
  | {
      readonly type: 'accepted';
      readonly sid: string;
      readonly to: string;
      readonly body: string;
      readonly id: string | null;
    }
  | { readonly type: 'fault'; readonly fault: string }
  | { readonly type: 'callback'; readonly sid: string; readonly status: string; readonly answered: number }
  | { readonly type: 'inbound'; readonly sid: string; readonly from: string; readonly answered: number };
