import type { SendFailure } from '../../channels/channel.ts';
import { DAY, HOUR, MINUTE } from '../../domain/clock.ts';
import type { MessageRow } from '../../domain/message.ts';
import { quietCommit } from '../../store/quiet-commit.ts';
import type { Store } from '../../store/store.ts';
import { nextProactive, withProactive } from '../campaign/caps.ts';
import type { SendingRules } from './delivery.types.ts';

/** How often a failure that names no other limit may be repeated; the first send counts. */
const MAX_SENDS = 3;
const SHORTEST_WAIT = 5 * MINUTE;
/** How long after its new time the text is still worth sending. */
const WORTH_SENDING = 12 * HOUR;
/** What would only leave after that is for a person. */
const LONGEST_WAIT = 2 * DAY;
const MAX_CONFLICTS = 5;

export interface ResendDeps {
  readonly store: Pick<Store, 'turns' | 'views'>;
  readonly sendingRules: () => SendingRules;
}

/**
 * A text that left but did not arrive (handset off, daily cap) is written once more, as a new line for later
 * (channels.md 2.7: 30003 at most twice, hours apart). Only while the conversation still waits for the answer to this
 * very text and nothing was said since. It counts as proactive: nobody is there, so the sending hours and the caps hold;
 * but a pause of the campaign does not hold the repeat of an answer.
 * Returns false when a person has to look instead.
 */
export async function resendLater(
  deps: ResendDeps,
  line: { readonly conversationId: string; readonly seq: number },
  failure: SendFailure,
  now: number,
): Promise<boolean> {
  const { conversationId, seq } = line;
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt += 1) {
    const view = await deps.store.views.view(conversationId);
    if (view === undefined) return false;
    const { record, messages, contact } = view;
    const text = messages.find((one) => one.seq === seq);
    if (text === undefined || record.lastSeq !== seq || record.state !== 'waiting') return false;
    if (sendsOf(text, messages) >= (failure.maxAttempts ?? MAX_SENDS)) return false;
    const { caps, sendingHours: hours, zone } = deps.sendingRules();
    const wanted = now + Math.max(SHORTEST_WAIT, failure.retryAfterMs ?? 0);
    const notBefore = nextProactive(wanted, contact.proactiveAt, caps, { hours, zone });
    if (notBefore > now + LONGEST_WAIT) return false;
    const proactiveAt = withProactive(contact.proactiveAt, notBefore, now);
    const result = await deps.store.turns.commit({
      ...quietCommit({ ...record, lastSeq: seq + 1, updatedAt: now }, now),
      contact: { ...contact, proactiveAt, version: contact.version + 1 },
      messages: [newLine(text, now)],
      outbox: [
        {
          seq: seq + 1,
          mark: {
            urgent: false,
            proactive: true,
            ...(isAnswer(text, messages) ? { repeatsAnswer: true as const } : {}),
            confirmsOptOut: false,
            notBefore,
            expiresAt: notBefore + WORTH_SENDING,
          },
        },
      ],
      tallies: ['send.again'],
    });
    if (result !== 'conflict') return true;
  }
  return false;
}

function newLine(line: MessageRow, now: number): MessageRow {
  const { conversationId, seq, direction, author, text, phrases, options } = line;
  const delivery = 'pending';
  return { conversationId, seq: seq + 1, direction, author, text, at: now, delivery, phrases, options, readings: [] };
}

/** The contact wrote right before it was first sent. */
function isAnswer(line: MessageRow, messages: readonly MessageRow[]): boolean {
  const before = line.seq - sendsOf(line, messages);
  return messages.find(({ seq }) => seq === before)?.direction === 'in';
}

/** This text and the same words right before it that did not arrive either. */
function sendsOf(line: MessageRow, messages: readonly MessageRow[]): number {
  let sends = 1;
  for (let seq = line.seq - 1; seq > 0; seq -= 1) {
    const earlier = messages.find((one) => one.seq === seq);
    if (earlier?.direction !== 'out' || earlier.text !== line.text) break;
    if (earlier.delivery !== 'undelivered' && earlier.delivery !== 'failed') break;
    sends += 1;
  }
  return sends;
}
