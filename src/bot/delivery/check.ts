import type { OutgoingMessage, ReconcileOutcome } from '../../channels/channel.ts';
import type { OutboxLine } from '../../store/store.ts';
import { askGate, attempt, outgoing } from './attempt.ts';
import { type AttemptContext, giveUp, settle } from './context.ts';
import { DELIVERY_OF_STATUS } from './delivery-state.ts';
import { settleFailure } from './failure.ts';
import { nextCheck } from './settings.ts';

const UNKNOWN = { code: 'uncertain', detail: '运营商未确认是否已发送，请人工核对。' };
const LEFT_OPEN = { delivery: 'uncertain', why: 'uncertain', ...UNKNOWN } as const;
const ABSENT = { code: 'absent', detail: '运营商处没有这条消息，重新发送。' };

/** A safety text whose fate cannot be looked up is sent a second time: a repeat does no harm (channels.md 1). */
const MAX_BLIND_SAFETY_SENDS = 2;

/**
 * Finds out what became of a line whose send was interrupted: asks the carrier where that is possible, sends again
 * where a repeat is harmless, and otherwise leaves it `uncertain` for staff. Nothing is blindly resent.
 */
export async function check(ctx: AttemptContext, line: OutboxLine): Promise<void> {
  const { channel, deps } = ctx;
  const now = deps.clock.now();
  if (channel.capabilities(line.address).idempotent) return resend(ctx, line, now);
  if (channel.reconcile === undefined) {
    const mayRepeat = line.mark.urgent && line.attempts < MAX_BLIND_SAFETY_SENDS && now < line.mark.expiresAt;
    return mayRepeat ? settle(ctx, line, { type: 'retry', at: now, failure: UNKNOWN }) : giveUp(ctx, line, LEFT_OPEN);
  }
  return applyOutcome(ctx, line, await look(ctx, line, outgoing(line, now, line.mark.expiresAt)));
}

async function resend(ctx: AttemptContext, line: OutboxLine, now: number): Promise<void> {
  const verdict = await askGate(ctx, line, now);
  // It may have left before; only its own channel could tell, so it is not called cancelled.
  if (verdict.kind === 'drop' || verdict.kind === 'expired' || verdict.kind === 'paused') {
    return settle(ctx, line, { type: 'done', delivery: 'uncertain', failure: UNKNOWN });
  }
  return attempt(ctx, line);
}

async function look(ctx: AttemptContext, line: OutboxLine, message: OutgoingMessage): Promise<ReconcileOutcome> {
  const { outbox } = ctx.deps.store;
  // "Accepted" is the lowest thing that can be true of an id the carrier knows; it changes no line that knows better.
  const taken = async (providerId: string): Promise<boolean> =>
    providerId !== line.providerId &&
    (await outbox.receipt({ providerId, delivery: 'accepted' }, ctx.deps.clock.now())) !== undefined;
  try {
    const outcome = await ctx.channel.reconcile?.(message, line.providerId ?? undefined, taken);
    return outcome ?? { kind: 'unknown', detail: 'cannot look' };
  } catch (error) {
    return { kind: 'unknown', detail: String(error) };
  }
}

async function applyOutcome(ctx: AttemptContext, line: OutboxLine, outcome: ReconcileOutcome): Promise<void> {
  const { deps, settings } = ctx;
  const now = deps.clock.now();
  const triedAt = line.firstTriedAt ?? now;
  deps.logger.info({ id: line.id, outcome: outcome.kind }, 'looked for an uncertain message');
  switch (outcome.kind) {
    case 'found': {
      const { providerId, status, failure } = outcome;
      if (failure !== undefined) {
        const delivery = status === 'undelivered' ? 'undelivered' : 'failed';
        return settleFailure(ctx, line, failure, { providerId, delivery });
      }
      return settle(ctx, line, { type: 'done', delivery: DELIVERY_OF_STATUS[status], providerId });
    }
    case 'absent':
      if (line.attempts >= settings.maxAttempts)
        return giveUp(ctx, line, { delivery: 'failed', why: 'failed', ...ABSENT });
      return settle(ctx, line, { type: 'retry', at: now, failure: ABSENT });
    case 'unknown':
      if (now - triedAt >= settings.giveUpMs) return giveUp(ctx, line, LEFT_OPEN);
      return settle(ctx, line, { type: 'uncertain', checkAt: nextCheck(triedAt, now, settings), failure: UNKNOWN });
  }
}
