import type { OutgoingMessage, SendOutcome } from '../../channels/channel.ts';
import type { OutboxLine } from '../../store/store.ts';
import { type AttemptContext, giveUp, recovered, settle } from './context.ts';
import { DELIVERY_OF_STATUS } from './delivery-state.ts';
import { settleFailure } from './failure.ts';
import { judge, type Verdict } from './judge.ts';

const HELD = { code: 'held', detail: '等待允许发送的时间。' };

/** The message as a channel sees it. */
export function outgoing(line: OutboxLine, now: number, expiresAt: number): OutgoingMessage {
  return {
    id: line.id,
    address: line.address,
    text: line.text,
    options: line.options,
    expiresAt,
    firstTriedAt: line.firstTriedAt ?? now,
  };
}

/** What the gate says of a line now. */
export async function askGate({ deps }: AttemptContext, line: OutboxLine, now: number): Promise<Verdict> {
  const { proactive, repeatsAnswer = false } = line.mark;
  const paused = proactive && !repeatsAnswer && (await deps.isPaused());
  return judge(line, now, { ...deps.sendingRules(), paused });
}

/** Takes a freshly claimed line through the last gate and, if it may leave, sends it. */
export async function attempt(ctx: AttemptContext, line: OutboxLine): Promise<void> {
  const { deps, pace } = ctx;
  const now = deps.clock.now();
  const verdict = await askGate(ctx, line, now);
  switch (verdict.kind) {
    case 'drop':
      return settle(ctx, line, {
        type: 'done',
        delivery: 'cancelled',
        failure:
          verdict.why === 'opted_out'
            ? { code: 'opted_out', detail: '对方已退订，未发送。' }
            : { code: 'superseded', detail: '会话已由他人接手或另有进展，未发送。' },
      });
    case 'expired':
      return giveUp(ctx, line, {
        delivery: 'expired',
        why: 'expired',
        code: 'expired',
        detail: '已过有效时间，未发送。',
      });
    case 'paused':
      return giveUp(ctx, line, {
        delivery: 'cancelled',
        why: 'paused',
        code: 'paused',
        detail: '随访计划已暂停，未发送。',
      });
    case 'hold':
      return settle(ctx, line, { type: 'retry', at: verdict.until, failure: HELD, tried: false });
    case 'send':
      if (!pace.take(now)) {
        return settle(ctx, line, { type: 'retry', at: pace.nextAt(now), failure: HELD, tried: false });
      }
      return send(ctx, line, outgoing(line, now, verdict.expiresAt));
  }
}

async function send(ctx: AttemptContext, line: OutboxLine, message: OutgoingMessage): Promise<void> {
  ctx.deps.crashPoint?.('before-send');
  const outcome = await callChannel(ctx, message);
  ctx.deps.crashPoint?.('after-send-before-mark');
  if (outcome.kind === 'sent') {
    recovered(ctx, line);
    const { providerId, status } = outcome;
    await settle(ctx, line, { type: 'done', delivery: DELIVERY_OF_STATUS[status], providerId });
  } else {
    await settleFailure(ctx, line, outcome);
  }
  ctx.deps.crashPoint?.('after-mark');
}

async function callChannel(ctx: AttemptContext, message: OutgoingMessage): Promise<SendOutcome> {
  try {
    return await ctx.channel.send(message);
  } catch (error) {
    ctx.deps.logger.error({ id: message.id, err: error }, 'channel threw while sending');
    return {
      kind: 'failed',
      class: 'uncertain',
      code: 'channel_error',
      detail: '发送时程序出错，结果未知，正在核对。',
    };
  }
}
