import { MINUTE } from '../../domain/clock.ts';
import { insideSendingHours, nextAllowed } from '../../domain/sending-hours.ts';
import { atLocal } from '../../domain/zoned-time.ts';
import type { OutboxLine } from '../../store/store.ts';
import type { SendingRules } from './delivery.types.ts';

/** What may happen to a claimed line now. */
export type Verdict =
  | { readonly kind: 'send'; readonly expiresAt: number }
  | { readonly kind: 'drop'; readonly why: 'superseded' | 'opted_out' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'hold'; readonly until: number };

/**
 * The last gate before a message leaves: who owns the conversation now, whether the contact still wants it, whether it
 * is too late, and whether it is day (design.md law 4, handbook 2 and 25). Safety texts pass all but their own expiry.
 */
export function judge(line: OutboxLine, now: number, { sendingHours: hours, zone }: SendingRules): Verdict {
  const { mark } = line;
  if (!mark.urgent && !line.byStaff && line.fence !== line.currentFence) return { kind: 'drop', why: 'superseded' };
  if (!mark.urgent && !mark.confirmsOptOut && line.optedOut) return { kind: 'drop', why: 'opted_out' };
  if (now >= mark.expiresAt) return { kind: 'expired' };
  if (mark.urgent || !mark.proactive) return { kind: 'send', expiresAt: mark.expiresAt };
  if (!insideSendingHours(now, hours, zone)) {
    return { kind: 'hold', until: Math.min(nextAllowed(now, hours, zone), mark.expiresAt) };
  }
  // The carrier queues too: it must not deliver a proactive text after the last allowed minute of today.
  const windowEnd = atLocal(now, zone, 0, hours.to) + MINUTE;
  return { kind: 'send', expiresAt: Math.min(mark.expiresAt, windowEnd) };
}
