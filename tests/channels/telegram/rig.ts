import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { onTestFinished } from 'vitest';
import type { Channel, ChannelHost, OutgoingMessage } from '../../../src/channels/channel.ts';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import type { TelegramOptions } from '../../../src/channels/telegram/options.ts';
import type { AddressReport, InboundMessage } from '../../../src/domain/message.ts';
import { mountWebhooks } from '../../../src/server/webhooks.ts';
import { TelegramStandIn } from '../../support/telegram-stand-in/server.ts';

export const SECRET = 'Secret_of-the-webhook';
export const PUBLIC = 'https://hospital.example/huifang';
export const CHAT = '4455667788';
export const NOW = 1_000;

/** A host that keeps what it gets, and can be made to fail. */
export class Host implements ChannelHost {
  readonly received: InboundMessage[] = [];
  readonly reports: AddressReport[] = [];
  failures = 0;

  receive(message: InboundMessage): Promise<'accepted' | 'duplicate'> {
    if (this.failures > 0) {
      this.failures -= 1;
      return Promise.reject(new Error('the disk is full'));
    }
    const known = this.received.some((one) => one.externalId === message.externalId);
    if (!known) this.received.push(message);
    return Promise.resolve(known ? 'duplicate' : 'accepted');
  }

  report(report: AddressReport): Promise<void> {
    this.reports.push(report);
    return Promise.resolve();
  }

  receipt(): Promise<void> {
    return Promise.resolve();
  }

  now(): number {
    return NOW;
  }
}

export interface Rig {
  readonly bot: TelegramStandIn;
  readonly host: Host;
  readonly channel: Channel;
  /** Resolves once the condition holds. */
  readonly until: (holds: () => boolean) => Promise<void>;
}

export async function until(holds: () => boolean): Promise<void> {
  const limit = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`never came about: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The channel, its HTTP side and a stand-in for the Bot API. */
export async function startRig(options: Partial<TelegramOptions> = {}): Promise<Rig> {
  const bot = await TelegramStandIn.start();
  const host = new Host();
  const channel = createTelegramChannel({
    token: bot.token,
    arrival: { mode: 'webhook', publicBaseUrl: PUBLIC, secret: SECRET },
    apiRoot: bot.url,
    timeoutMs: 400,
    pollSeconds: 1,
    retryMs: 20,
    chatGapMs: 0,
    ...options,
  });
  const app = fastify();
  await app.register(formbody);
  mountWebhooks(app, [channel], host);
  bot.setApp(await app.listen({ host: '127.0.0.1', port: 0 }), PUBLIC);
  await channel.start?.(host);
  onTestFinished(async () => {
    await channel.stop?.();
    await app.close();
    await bot.close();
  });
  const webhook = options.arrival?.mode !== 'polling';
  if (webhook && options.token === undefined) await until(() => bot.webhook !== undefined);
  return { bot, host, channel, until };
}

export function outgoing(text: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return { id: 'c1.1', address: CHAT, text, options: [], expiresAt: NOW + 60_000, firstTriedAt: NOW, ...change };
}
