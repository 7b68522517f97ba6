import { MINUTE } from '../../domain/clock.ts';
import { insideSendingHours, nextAllowed } from '../../domain/sending-hours.ts';
import { atLocal } from '../../domain/zoned-time.ts';
import type { OutboxLine } from '../../store/store.ts';
import type { SendingRules } from './delivery.types.ts';

/** What the gate goes by: the rules, and whether the campaign is paused. */
type GateRules = Pick<SendingRules, 'sendingHours' | 'zone'> & { readonly paused: boolean };

/** What may happen to a claimed line now. */
export type Verdict =
  | { readonly kind: 'send'; readonly expiresAt: number }
  | { readonly kind: 'drop'; readonly why: 'superseded' | 'opted_out' }
  | { readonly kind: 'expired' }
  /** Too late, but only because of the pause. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'hold'; readonly until: number };

/**
 * The last gate before a message leaves: who owns the conversation now, whether the contact still wants it, whether it
 * is too late, and whether it is day (design.md law 4, handbook 2 and 25). Safety texts pass all but their own expiry.
 * What we begin ourselves also waits out a pause, and is not sent once something else was said.
 */
export function judge(line: OutboxLine, now: number, rules: GateRules): Verdict {
  const { mark } = line;
  const proactive = mark.proactive && !mark.urgent;
  if (isSuperseded(line)) return { kind: 'drop', why: 'superseded' };
  if (!mark.urgent && !mark.confirmsOptOut && line.optedOut) return { kind: 'drop', why: 'opted_out' };
  if (now >= mark.expiresAt) return { kind: proactive && rules.paused ? 'paused' : 'expired' };
  return proactive ? judgeProactive(line, now, rules) : { kind: 'send', expiresAt: mark.expiresAt };
}

function isSuperseded({ mark, byStaff, fence, currentFence, overtaken }: OutboxLine): boolean {
  if (mark.urgent) return false;
  return (!byStaff && fence !== currentFence) || (mark.proactive && overtaken);
}

function judgeProactive({ mark }: OutboxLine, now: number, { sendingHours: hours, zone, paused }: GateRules): Verdict {
  // Going on releases it (`OutboxStore.release`).
  if (paused) return { kind: 'hold', until: mark.expiresAt };
  if (!insideSendingHours(now, hours, zone)) {
    return { kind: 'hold', until: Math.min(nextAllowed(now, hours, zone), mark.expiresAt) };
  }
  // The carrier queues too: it must not deliver a proactive text after the last allowed minute of today.
  const windowEnd = atLocal(now, zone, 0, hours.to) + MINUTE;
  return { kind: 'send', expiresAt: Math.min(mark.expiresAt, windowEnd) };
}
