import type { Channel } from '../../channels/channel.ts';
import { type Clock, DAY, MINUTE } from '../../domain/clock.ts';
import type { Logger } from '../../domain/logger.ts';
import type { InboundMessage, Received } from '../../domain/message.ts';
import type { SettingsStore } from '../../store/store.ts';

/** Spans in milliseconds. */
export interface InboundSweepDeps {
  readonly channels: readonly Channel[];
  readonly store: { readonly settings: SettingsStore };
  /** The same entrance that webhooks use; it recognises what was seen. */
  readonly receive: (message: InboundMessage) => Promise<Received>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMs?: number;
  /** How far each sweep looks back before the last one: the carrier's list and our clock may lag. */
  readonly overlapMs?: number;
  /** How far back the very first sweep looks. */
  readonly firstMs?: number;
}

/** Looks for messages that the carrier received and we never saw: its webhook failed, or we were down. */
export interface InboundSweep {
  start(): void;
  /** Resolves when a sweep under way has ended. */
  stop(): Promise<void>;
  /** One sweep over all channels that can list; returns how many messages were new. */
  sweep(): Promise<number>;
}

/** Builds the sweep; `start` runs it at once and then periodically. */
export function createInboundSweep(deps: InboundSweepDeps): InboundSweep {
  const { everyMs = 5 * MINUTE } = deps;
  const listing = deps.channels.filter((channel) => channel.listInbound !== undefined);
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<number> = Promise.resolve(0);

  const sweep = async (): Promise<number> => {
    let found = 0;
    for (const channel of listing) {
      try {
        found += await sweepChannel(deps, channel);
      } catch (error) {
        deps.logger.warn({ channel: channel.id, err: error }, 'received messages could not be listed');
      }
    }
    return found;
  };
  const run = (): void => {
    current = current.then(sweep, sweep);
  };

  return {
    sweep,
    start() {
      if (timer !== undefined || listing.length === 0) return;
      run();
      timer = setInterval(run, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await current;
    },
  };
}

async function sweepChannel(deps: InboundSweepDeps, channel: Channel): Promise<number> {
  const { clock, store, logger, overlapMs = 10 * MINUTE, firstMs = DAY } = deps;
  const startedAt = clock.now();
  const key = `inbound-sweep.${channel.id}`;
  const last = Number((await store.settings.get(key)) ?? Number.NaN);
  const since = Number.isFinite(last) ? Math.min(last, startedAt) - overlapMs : startedAt - firstMs;
  const messages = (await channel.listInbound?.(since)) ?? [];
  let found = 0;
  for (const message of messages) {
    if ((await deps.receive(message)) === 'accepted') found += 1;
  }
  // Only after all of them are stored: a crash before this line repeats the sweep.
  await store.settings.set(key, String(startedAt));
  if (found > 0) logger.warn({ channel: channel.id, found }, 'messages came in by listing that no webhook had brought');
  return found;
}
