import type { SendFailure } from '../../channels/channel.ts';
import type { OutboxLine } from '../../store/store.ts';
import { type AttemptContext, giveUp, recovered, settle } from './context.ts';
import { backOff, nextCheck } from './settings.ts';

/** What the carrier's list said about a message that failed there. */
interface Known {
  readonly delivery: 'failed' | 'undelivered';
  readonly providerId?: string;
}

/** Turns a failure into what happens next: by its class, its own limits, and what it says about the number. */
export async function settleFailure(
  ctx: AttemptContext,
  line: OutboxLine,
  failure: SendFailure,
  known: Known = { delivery: 'failed' },
): Promise<void> {
  const { deps, settings } = ctx;
  const now = deps.clock.now();
  const { code, detail } = failure;
  deps.logger.warn({ id: line.id, channel: line.channel, class: failure.class, code }, 'message not sent');
  const end = (): Promise<void> =>
    giveUp(ctx, line, {
      delivery: known.delivery,
      why: failure.consequence ?? 'failed',
      code,
      detail,
      providerId: known.providerId,
    });
  switch (failure.class) {
    case 'uncertain': {
      const checkAt = nextCheck(line.firstTriedAt ?? now, now, settings);
      return settle(ctx, line, { type: 'uncertain', checkAt, failure: { code, detail } });
    }
    case 'permanent':
      recovered(ctx, line);
      return end();
    case 'our_fault':
      return settleOurFault(ctx, line, failure, end);
    case 'retryable':
      return mayRetry(ctx, line, failure) ? retry(ctx, line, failure) : end();
  }
}

function mayRetry(ctx: AttemptContext, line: OutboxLine, failure: SendFailure): boolean {
  return line.attempts < (failure.maxAttempts ?? ctx.settings.maxAttempts);
}

function retry(ctx: AttemptContext, line: OutboxLine, failure: SendFailure): Promise<void> {
  const { settings, random, pace } = ctx;
  const now = ctx.deps.clock.now();
  if (failure.slowsChannel === true) pace.slowDown(now + (failure.retryAfterMs ?? settings.retryBaseMs));
  return retryAt(
    ctx,
    line,
    now + Math.max(backOff(line.attempts, settings, random), failure.retryAfterMs ?? 0),
    failure,
  );
}

async function settleOurFault(
  ctx: AttemptContext,
  line: OutboxLine,
  failure: SendFailure,
  end: () => Promise<void>,
): Promise<void> {
  const { deps, settings, pace } = ctx;
  const now = deps.clock.now();
  const { code, detail } = failure;
  if (failure.scope === 'message') {
    deps.logger.error({ id: line.id, channel: line.channel, code }, 'the carrier refuses this message by our fault');
    if (!mayRetry(ctx, line, failure)) return end();
    return retryAt(ctx, line, now + backOff(line.attempts + 4, settings, ctx.random), failure);
  }
  const pausedUntil = pace.fault(code, now);
  deps.logger.error({ channel: line.channel, code, pausedUntil }, 'sending is paused: the channel needs repair');
  // What our configuration spoiled was no attempt of this message: it waits unharmed.
  return settle(ctx, line, {
    type: 'retry',
    at: Math.min(pausedUntil, line.mark.expiresAt),
    failure: { code, detail },
    tried: false,
  });
}

function retryAt(ctx: AttemptContext, line: OutboxLine, at: number, failure: SendFailure): Promise<void> {
  const { code, detail } = failure;
  // Not later than its expiry, so that staff learn of it then.
  return settle(ctx, line, { type: 'retry', at: Math.min(at, line.mark.expiresAt), failure: { code, detail } });
}
