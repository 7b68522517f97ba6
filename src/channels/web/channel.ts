import type { FastifyInstance } from 'fastify';
import type { Capabilities, Channel, ChannelHost } from '../channel.ts';
import { CHAT_LIMITS, Limits } from './limits.ts';
import type { WebChatOptions } from './options.ts';
import { chatPage } from './page-files.ts';
import { OpenPages } from './pages.ts';
import { chatRoutes, providerIdOf } from './routes.ts';
import { Sessions } from './session.ts';

/** Patients open the page; nobody can be written to who has not. Sending again is harmless: a page drops what it has. */
const CAPABILITIES: Capabilities = { twoWay: true, canInitiate: false, buttons: true, idempotent: true };

/** Messages between being handed over and being noted as sent in the store: a moment, and many at most. */
const MAX_HANDED_OVER = 10_000;

/** The web chat: a channel, and the pages and calls that make it one. */
export interface WebChat {
  readonly channel: Channel;
  /** Mounts page, widget and API. */
  routes(host: ChannelHost): (app: FastifyInstance) => void;
}

/**
 * A channel without a carrier: the transcript in the store is the mailbox. To send is to tell the visitor's open pages to look;
 * where none is open, the message waits there until one comes, and counts as sent. It is delivered when a page says that it has it.
 */
export function createWebChat(options: WebChatOptions): WebChat {
  const { now = Date.now, transcript, logger } = options;
  const limits = { ...CHAT_LIMITS, ...options.limits };
  const pages = new OpenPages(limits);
  /** The store says `sending` until the worker has settled; pages may see the message from here on. */
  const handedOver = new Set<string>();

  const channel: Channel = {
    id: 'web',
    webhooks: [],
    capabilities: () => CAPABILITIES,
    send({ id, address }) {
      handedOver.add(id);
      const [oldest] = handedOver;
      if (handedOver.size > MAX_HANDED_OVER && oldest !== undefined) handedOver.delete(oldest);
      pages.wake(address);
      return Promise.resolve({ kind: 'sent', providerId: providerIdOf(id), status: 'sent' });
    },
    stop() {
      pages.close();
      return Promise.resolve();
    },
  };

  return {
    channel,
    routes: (host) => (app) => {
      chatPage(app, { folder: options.pageFolder, embedOrigins: options.embedOrigins, hospital: options.hospital });
      // Open streams would hold the server's end back for ever.
      app.addHook('preClose', (done) => {
        pages.close();
        done();
      });
      app.register((scope, _options, done) => {
        chatRoutes(scope, {
          host,
          transcript,
          sessions: new Sessions(options.secret, now),
          limits: new Limits(limits),
          pages,
          isOut: (id) => handedOver.has(id),
          publicBaseUrl: options.publicBaseUrl,
          now,
          ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
        });
        done();
      });
      logger.debug({ embedOrigins: options.embedOrigins.length }, 'the web chat is on');
    },
  };
}
