/** What goes wrong with the next sendMessage; carried out in the order given. */
export type Fault =
  | { readonly kind: 'too_many'; readonly retryAfter: number }
  | { readonly kind: 'refuse'; readonly status: number; readonly description: string }
  /** Answered with a 5xx: before the message was taken, or after. */
  | { readonly kind: 'server_error'; readonly when: 'before' | 'after' }
  /** No answer at all. */
  | { readonly kind: 'silence'; readonly when: 'before' | 'after' }
  /** Nothing wrong with this one. */
  | { readonly kind: 'none' };

/** A call of the bot, as it came. */
export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A message that was taken: what the chat shows. */
export interface Sent {
  readonly chat: string;
  readonly messageId: number;
  readonly text: string;
  /** Labels and data of its buttons. */
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
}

/** What the product answered to an update. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}
