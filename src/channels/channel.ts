import type { AddressReport, InboundMessage, Received } from '../domain/message.ts';
import type { ChannelId } from '../domain/vocabulary.ts';

/** What a channel can do for one address (channels.md 1). */
export interface Capabilities {
  readonly twoWay: boolean;
  readonly canInitiate: boolean;
  readonly buttons: boolean;
  /** Sending the same message id twice does no harm, so `uncertain` may simply be sent again. */
  readonly idempotent: boolean;
}

/** One outbox message, ready to leave. */
export interface OutgoingMessage {
  /** Our own id; travels in the status callback. */
  readonly id: string;
  readonly address: string;
  readonly text: string;
  readonly options: readonly string[];
  /** Epoch ms after which the carrier must not deliver it any more. */
  readonly expiresAt: number;
  /** Epoch ms of the first attempt; where reconciliation starts looking. */
  readonly firstTriedAt: number;
}

/** Why a send failed: a closed list (channels.md 2.7). */
export interface SendFailure {
  readonly kind: 'failed';
  readonly class: 'retryable' | 'permanent' | 'our_fault' | 'uncertain';
  /** The carrier's code (`21610`), or ours (`timeout`, `refused`). */
  readonly code: string;
  /** A sentence for staff. */
  readonly detail: string;
  /** What it says about the number. */
  readonly consequence?: 'opted_out' | 'unreachable';
  readonly retryAfterMs?: number;
  /** `our_fault` only: what is wrong lies in this one message or destination, so the channel goes on with the others. */
  readonly scope?: 'message';
  /** `retryable` only: too many requests, so the whole channel rests until the retry. */
  readonly slowsChannel?: boolean;
  /** Retryable failures of this code at most so often; absent = the default. */
  readonly maxAttempts?: number;
}

interface SendSuccess {
  readonly kind: 'sent';
  readonly providerId: string;
  readonly status: ReceiptStatus;
}

export type SendOutcome = SendSuccess | SendFailure;

export type ReceiptStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'cancelled'
  | 'read';

/** A delivery receipt from the carrier. */
export interface Receipt {
  /** Our id, when the callback carries it. */
  readonly id?: string;
  readonly providerId: string;
  readonly status: ReceiptStatus;
  readonly at: number;
  readonly failure?: SendFailure;
}

/** After an uncertain send: what the carrier's own list says. `absent` is only said when the list is complete for that time. */
export type ReconcileOutcome =
  | {
      readonly kind: 'found';
      readonly providerId: string;
      readonly status: ReceiptStatus;
      readonly failure?: SendFailure;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly detail: string };

/** What a channel may call. Every promise resolves only after the durable commit. */
export interface ChannelHost {
  receive(message: InboundMessage): Promise<Received>;
  /** Somebody closed their chat to us, or opened it again. */
  report(report: AddressReport): Promise<void>;
  receipt(receipt: Receipt): Promise<void>;
  now(): number;
}

export interface WebhookRequest {
  /** Path and query exactly as received. */
  readonly rawUrl: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Form fields as parsed, untrimmed; unknown ones included. */
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body as parsed by its content type; JSON of any shape where the carrier posts that. */
  readonly body?: unknown;
}

export interface WebhookResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly body: string;
}

export interface Webhook {
  readonly path: string;
  handle(request: WebhookRequest, host: ChannelHost): Promise<WebhookResponse>;
}

/** A carrier. Knows this port and nothing else of the product. */
export interface Channel {
  readonly id: ChannelId;
  readonly webhooks: readonly Webhook[];
  capabilities(address: string): Capabilities;
  /** Never throws for what the carrier says; a thrown error is a bug and counts as `uncertain`. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /**
   * Only channels that can look. `taken` tells whether a provider id belongs to another message of ours: the same
   * text may have gone to the same address before.
   */
  reconcile?(
    message: OutgoingMessage,
    providerId: string | undefined,
    taken: (providerId: string) => Promise<boolean>,
  ): Promise<ReconcileOutcome>;
  /** Messages the carrier has and we may never have seen, received since `since` (epoch ms). */
  listInbound?(since: number): Promise<readonly InboundMessage[]>;
  start?(host: ChannelHost): Promise<void>;
  stop?(): Promise<void>;
}
