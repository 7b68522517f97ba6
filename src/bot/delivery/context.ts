import type { Channel } from '../../channels/channel.ts';
import type { DeliveryState } from '../../domain/message.ts';
import type { OutboxLine, OutboxSettlement } from '../../store/store.ts';
import type { DeliveryDeps, DeliverySettings, UndeliverableReason } from './delivery.types.ts';
import type { ChannelPace } from './pace.ts';

/** What one line needs of the worker that claimed it. */
export interface AttemptContext {
  readonly deps: DeliveryDeps;
  readonly settings: DeliverySettings;
  readonly random: () => number;
  readonly channel: Channel;
  readonly pace: ChannelPace;
}

function howSettled(settlement: OutboxSettlement): DeliveryState | 'retry' | 'held' {
  if (settlement.type === 'done') return settlement.delivery;
  if (settlement.type === 'uncertain') return 'uncertain';
  return settlement.tried === false ? 'held' : 'retry';
}

/** Settles a line and counts it. */
export async function settle(ctx: AttemptContext, line: OutboxLine, settlement: OutboxSettlement): Promise<void> {
  await ctx.deps.store.outbox.settle(line.id, settlement, ctx.deps.clock.now());
  ctx.deps.metrics?.settled(line.channel, howSettled(settlement));
}

/** How a line ends without having arrived. */
export interface Ending {
  readonly delivery: 'failed' | 'undelivered' | 'expired' | 'uncertain' | 'cancelled';
  readonly why: UndeliverableReason;
  readonly code: string;
  readonly detail: string;
  readonly providerId?: string | undefined;
}

/** Tells the conversation or staff that a line will not arrive, then settles it for good. */
export async function giveUp(ctx: AttemptContext, line: OutboxLine, ending: Ending): Promise<void> {
  const { delivery, why, code, detail, providerId } = ending;
  await ctx.deps.onUndeliverable(line.conversationId, why, { seq: line.seq, code, detail });
  const known = providerId === undefined ? {} : { providerId };
  await settle(ctx, line, { type: 'done', delivery, failure: { code, detail }, ...known });
}

/** The carrier answered properly: a fault of ours is over. */
export function recovered(ctx: AttemptContext, line: OutboxLine): void {
  if (ctx.pace.recovered()) ctx.deps.logger.info({ channel: line.channel }, 'sending works again');
}
