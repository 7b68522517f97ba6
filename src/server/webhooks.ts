import type { FastifyInstance } from 'fastify';
import type { Channel, ChannelHost, WebhookRequest } from '../channels/channel.ts';

type Fields = Record<string, string | string[]>;

/** Mounts the webhooks of the carriers. The answer goes out only after the channel's promise, which is after the durable commit. */
export function mountWebhooks(app: FastifyInstance, channels: readonly Channel[], host: ChannelHost): void {
  for (const channel of channels) {
    for (const webhook of channel.webhooks) {
      app.post(webhook.path, async (request, reply) => {
        const incoming: WebhookRequest = {
          rawUrl: request.raw.url ?? '',
          headers: request.headers as Record<string, string | undefined>,
          form: (request.body ?? {}) as Fields,
          query: request.query as Record<string, string>,
          body: request.body,
        };
        const answer = await webhook.handle(incoming, host);
        return reply
          .code(answer.status)
          .type(answer.contentType ?? 'text/plain')
          .send(answer.body);
      });
    }
  }
}
