import type { StoredMessage } from './types.ts';

/** The Messages resource: what was accepted and received, listed newest first as the real one does. */
export class MessageBook {
  readonly #messages: StoredMessage[] = [];
  readonly #bySid = new Map<string, StoredMessage>();
  #count = 0;

  nextSid(prefix: 'SM' | 'MM' = 'SM'): string {
    this.#count += 1;
    return prefix + this.#count.toString(16).padStart(32, '0');
  }

  add(message: StoredMessage): StoredMessage {
    this.#messages.push(message);
    this.#bySid.set(message.sid, message);
    return message;
  }

  get(sid: string): StoredMessage | undefined {
    return this.#bySid.get(sid);
  }

  get all(): readonly StoredMessage[] {
    return this.#messages;
  }

  /** Filters as the query says; dates are compared with the sending date, which a queued message lacks. */
  find(query: URLSearchParams): readonly StoredMessage[] {
    const to = query.get('To');
    const from = query.get('From');
    const after = dateOf(query.get('DateSent>'));
    const before = dateOf(query.get('DateSent<'));
    return this.#messages
      .filter((one) => (to === null || one.to === to) && (from === null || one.from === from))
      .filter((one) => (after === null && before === null) || one.status !== 'queued')
      .filter((one) => after === null || one.createdAt >= after)
      .filter((one) => before === null || one.createdAt <= before)
      .toReversed();
  }
}

function dateOf(value: string | null): number | null {
  if (value === null) return null;
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new Error('bad date');
  // Whole seconds, as the carrier keeps them.
  return at;
}

/** One message in the API's JSON. */
export function toJson(message: StoredMessage, accountSid: string): Record<string, unknown> {
  const sent = message.status !== 'queued' && message.status !== 'accepted';
  const created = rfc2822(message.createdAt);
  return {
    sid: message.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: created,
    date_sent: sent ? created : null,
    date_updated: created,
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : 'failed',
    from: message.messagingServiceSid === null ? message.from : null,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.numMedia),
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: message.status,
    subresource_uris: {},
    to: message.to,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}.json`,
  };
}

function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
